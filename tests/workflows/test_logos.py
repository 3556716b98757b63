"""A logo is read where it can do no harm, and what cannot be one is refused in words."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.store import create_store
from hubdesk.workflows.logos import LONGEST_SIDE, MOST_BYTES, logo, read_logo
from tests.builders import a_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
CREST = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20z"/></svg>'


def never() -> bool:
    return False


def refused(body: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_logo(body, name="crest", cancelled=never)
    (problem,) = refusal.value.problems
    assert problem.where == "crest"
    assert problem.remedy
    return problem.what


def test_a_logo_comes_back_from_the_store_as_dots(tmp_path: Path) -> None:
    with create_store(tmp_path / "a.hubdesk", a_hub().build(), user="A", title="T", when=NOW) as store:
        found = logo(store, store.keep_file(CREST), cancelled=never)
    assert found.kind is UnderlayKind.SVG
    assert found.raster is not None
    assert (found.raster.width, found.raster.height) == (LONGEST_SIDE, LONGEST_SIDE // 3)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "not a PNG, JPEG or SVG"),
        (b"%PDF-1.7 of a plan", "not a PNG, JPEG or SVG"),
        (b"hello", "not a PNG, JPEG or SVG"),
        (CREST + b" " * MOST_BYTES, "more than the 2 MB"),
        (b"\x89PNG\r\n\x1a\n and then nothing", "damaged"),
        (CREST.replace(b"0 0 60 20", b"0 0 6000 20"), "so narrow"),
        (CREST.replace(b"<path", b"<!DOCTYPE x [<!ENTITY a 'b'>]><path"), "damaged"),
    ],
)
def test_what_cannot_be_a_logo_is_refused_in_words(body: bytes, what: str) -> None:
    assert what in refused(body)
