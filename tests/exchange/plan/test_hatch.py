"""Hatches fill a desk, stay inside it, and do not turn with it."""

from collections.abc import Iterable
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.exchange.plan.hatch import Hatch, Stroke, strokes_over

DESK = [(0.0, 0.0), (16.0, 0.0), (16.0, 8.0), (0.0, 8.0)]
HATCHED = [hatch for hatch in Hatch if hatch is not Hatch.NONE]


def turned(degrees: float, x: float = 0.0, y: float = 0.0) -> list[tuple[float, float]]:
    across, down = cos(radians(degrees)), sin(radians(degrees))
    return [(x + px * across - py * down, y + px * down + py * across) for px, py in DESK]


def test_plain_has_no_strokes() -> None:
    assert list(strokes_over(Hatch.NONE, 1.0, DESK)) == []


def test_level_lines_run_from_edge_to_edge() -> None:
    strokes = list(strokes_over(Hatch.HORIZONTAL, 2.0, DESK))
    assert [(one.y1, one.y2) for one in strokes] == [(y, y) for y in (0, 2, 4, 6, 8)]
    assert all({one.x1, one.x2} == {0, 16} for one in strokes)


def test_diagonals_rise_and_fall() -> None:
    for hatch, sign in ((Hatch.DIAGONAL, -1), (Hatch.BACK_DIAGONAL, 1)):
        for one in strokes_over(hatch, 2.0, DESK):
            assert (one.y2 - one.y1) == pytest.approx(sign * (one.x2 - one.x1))


def test_dots_are_dots_and_dashes_are_short() -> None:
    dots = list(strokes_over(Hatch.DOTS, 2.0, DESK))
    assert len(dots) > 30
    assert all((one.x1, one.y1) == (one.x2, one.y2) for one in dots)
    dashes = list(strokes_over(Hatch.DASHES, 2.0, DESK))
    assert all(0 < one.x2 - one.x1 <= 1.1 + 1e-9 for one in dashes)


@pytest.mark.parametrize("hatch", HATCHED)
def test_a_turned_desk_keeps_the_direction_of_its_hatch(hatch: Hatch) -> None:
    assert _directions(strokes_over(hatch, 1.0, DESK)) == _directions(strokes_over(hatch, 1.0, turned(90)))


@pytest.mark.parametrize("hatch", HATCHED)
def test_the_pattern_repeats_every_two_spacings(hatch: Hatch) -> None:
    tile = [(0.5, 0.5), (6.5, 0.5), (6.5, 6.5), (0.5, 6.5)]
    moved = [(x + 6.0, y - 6.0) for x, y in tile]
    here = sorted(_rounded(one) for one in strokes_over(hatch, 3.0, tile))
    there = sorted(
        _rounded(Stroke(one.x1 - 6, one.y1 + 6, one.x2 - 6, one.y2 + 6))
        for one in strokes_over(hatch, 3.0, moved)
    )
    assert here == there


@given(
    st.sampled_from(HATCHED),
    st.sampled_from([0.8, 1.6]),
    st.floats(0, 360),
    st.floats(-500, 500),
    st.floats(-500, 500),
    st.booleans(),
)
def test_strokes_stay_inside_whichever_way_the_corners_run(
    hatch: Hatch, spacing: float, degrees: float, x: float, y: float, backwards: bool
) -> None:
    corners = turned(degrees, x, y)
    strokes = list(strokes_over(hatch, spacing, corners[::-1] if backwards else corners))
    assert len(strokes) >= 4
    across, down = cos(radians(-degrees)), sin(radians(-degrees))
    for one in strokes:
        for px, py in ((one.x1 - x, one.y1 - y), (one.x2 - x, one.y2 - y)):
            assert -1e-6 <= px * across - py * down <= 16 + 1e-6
            assert -1e-6 <= px * down + py * across <= 8 + 1e-6


def _directions(strokes: Iterable[Stroke]) -> set[tuple[float, float]]:
    found = set()
    for one in strokes:
        dx, dy = one.x2 - one.x1, one.y2 - one.y1
        longer = max(abs(dx), abs(dy)) or 1
        if longer > 1e-6:
            found.add((round(dx / longer, 3) + 0.0, round(dy / longer, 3) + 0.0))
    return found


def _rounded(stroke: Stroke) -> tuple[float, ...]:
    return tuple(round(part, 6) + 0.0 for part in stroke)
