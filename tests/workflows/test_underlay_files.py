"""A drawing goes from its file into the store and under the plan, and is found there again."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.editing import underlays
from hubdesk.exchange.underlays import Measure, Picture
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.underlay_files import kept, scale_of
from tests.builders import a_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
FILE = b"0\nSECTION\n"
DRAWING = Picture(
    UnderlayKind.DXF, 40_000.1, 19_500.0, Measure.BUILDING, mm_per_unit=1.0, corner=(451_200.3, -7.5)
)


def test_a_drawing_is_laid_undone_and_laid_again_from_what_the_store_keeps(tmp_path: Path) -> None:
    path = tmp_path / "Parkside.hubdesk"
    with create_store(path, a_hub().floor("G").build(), user="Ann", title="Start", when=NOW) as store:
        document = Document(store, clock=lambda: NOW)
        source = kept(store, FILE, DRAWING)
        assert (source.width, source.corner_x) == (Decimal("40000.1"), Decimal("451200.3"))
        lay = underlays.lay(
            document.hub, document.hub.floor_codes["G"].id, "survey.dxf", source, scale_of(DRAWING)
        )
        for change in (lay, lay.inverted(), lay):
            document.apply(change)
    with open_store(path, user="Bob", mode=Mode.READ) as store:
        (underlay,) = store.read_hub().underlays.values()
        assert (underlay.name, underlay.mm_per_unit) == ("survey.dxf", Decimal(1))
        assert underlay.height == Decimal(19_500)
        assert store.file(underlay.picture) == FILE


@pytest.mark.parametrize(
    ("measure", "mm_per_unit", "drawn_at", "scale"),
    [
        (Measure.BUILDING, 25.4, None, "25.4"),
        (Measure.PAPER, 25.4 / 72, 100, "35.2777777777778"),
        (Measure.PAPER, 0.352778, None, None),
        (Measure.UNKNOWN, None, 100, None),
    ],
)
def test_the_scale_is_known_of_the_building_and_of_paper_drawn_to_scale(
    measure: Measure, mm_per_unit: float | None, drawn_at: int | None, scale: str | None
) -> None:
    picture = replace(DRAWING, measure=measure, mm_per_unit=mm_per_unit)
    assert scale_of(picture, drawn_at) == (None if scale is None else Decimal(scale))
