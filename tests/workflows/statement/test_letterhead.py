"""The letterhead: the hub's words and logo; where a logo cannot be read the statement comes without it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Severity
from hubdesk.store import Store, create_store
from hubdesk.workflows.statement.letterhead import letterhead, paragraphs
from tests.builders.hub import HubBuilder, a_hub
from tests.exchange.plan.pages import pages_of
from tests.exchange.statement.tags import tags_of
from tests.exchange.underlays.dotted import pdf, picture, png_bomb
from tests.exchange.xlsx.recharge_workbook.runs import a_draft
from tests.workflows.statement.made import statements_of

WHEN = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
_SQUARE = Image.new("RGB", (300, 120), (0, 90, 120))
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'


def police() -> HubBuilder:
    return a_hub().agency("POL", name="Police").licence("L1", "POL", 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create_store(tmp_path / "a.hubdesk", police().build(), user="Ada", title="Start", when=WHEN) as made:
        yield made


@pytest.mark.parametrize(
    ("body", "shape"),
    [
        (picture(_SQUARE), 2.5),
        (picture(_SQUARE, "JPEG"), 2.5),
        (picture(Image.new("RGBA", (20, 400), (200, 0, 0, 90))), 0.05),
        (_SVG, 3.0),
    ],
    ids=["png", "jpeg", "tall-and-thin", "svg"],
)
def test_a_logo_stands_at_the_head_in_its_own_shape(
    store: Store, body: bytes, shape: float, tmp_path: Path
) -> None:
    hub = police().statements(logo=store.keep_file(body)).build()
    head = letterhead(store, hub)
    assert head.problems == ()
    assert head.logo is not None
    assert head.logo.width / head.logo.height == pytest.approx(shape, rel=0.02)
    assert head.logo.width <= 52.01
    assert head.logo.height <= 20.01
    path = tmp_path / "statement.pdf"
    statements_of(a_draft(hub, "2026-27-Q1"), [], hub, head).write(hub.agency_codes["POL"], path)
    assert [tag.alt for tag in tags_of(path) if tag.kind == "Figure"] == ["Logo of HBC"]


def left_out_and_told(store: Store, hub: Hub, path: Path) -> None:
    head = letterhead(store, hub)
    assert head.logo is None
    [problem] = head.problems
    assert problem.severity is Severity.WARNING
    assert problem.what.startswith("The statements have no logo: ")
    assert hub.statements is not None
    assert problem.records == (hub.statements.id,)
    statements_of(a_draft(hub, "2026-27-Q1"), [], hub, head).write(hub.agency_codes["POL"], path)
    assert pages_of(path)[0].says("Ask Ada")
    assert not [tag for tag in tags_of(path) if tag.kind == "Figure"]


@pytest.mark.parametrize(
    "body",
    [
        b"no picture at all",
        picture(_SQUARE)[:90],
        b"<svg xmlns='x'><broken",
        png_bomb(40_000, 40_000),
        pdf(["0 0 m 100 100 l S"], (400, 200)),
        picture(Image.new("RGBA", (10, 400))),
    ],
    ids=["words", "cut-short", "broken-svg", "bomb", "no-logo-in-the-settings-either", "too-narrow"],
)
def test_a_logo_that_cannot_be_read_is_left_out_and_told(store: Store, body: bytes, tmp_path: Path) -> None:
    hub = police().statements(logo=store.keep_file(body), contact="Ask Ada").build()
    left_out_and_told(store, hub, tmp_path / "statement.pdf")


def test_a_logo_that_is_gone_is_left_out_and_told(store: Store, tmp_path: Path) -> None:
    hub = police().statements(logo="0" * 64, contact="Ask Ada").build()
    left_out_and_told(store, hub, tmp_path / "statement.pdf")


def test_without_texts_there_is_still_somebody_to_ask(store: Store, tmp_path: Path) -> None:
    hub = police().build()
    path = tmp_path / "statement.pdf"
    statements_of(a_draft(hub, "2026-27-Q1"), [], hub, letterhead(store, hub)).write(
        hub.agency_codes["POL"], path
    )
    [page] = pages_of(path)
    assert page.says("Questions HBC")


def test_paragraphs_are_parted_by_empty_lines_and_keep_their_own() -> None:
    assert paragraphs(" One\nstill one \n\n \n\nTwo\r\n") == ("One\nstill one", "Two")
    assert paragraphs("\n \n") == ()
