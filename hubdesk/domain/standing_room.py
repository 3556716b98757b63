"""Desks on a floor by the cells in which they need room, to find quickly what stands in whose way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hubdesk.domain.box import Box
from hubdesk.domain.desk import Desk

_CELL_MM = 2_000


class Stand(NamedTuple):
    """The box around a desk, the one around it and the room it needs, and the desk."""

    box: Box
    zone: Box
    desk: Desk


Grid = dict[tuple[int, int], list[Stand]]


def grid_of(stands: Iterable[Stand]) -> Grid:
    """The desks by the cells of the plan in which they need room."""
    grid: defaultdict[tuple[int, int], list[Stand]] = defaultdict(list)
    for stand in stands:
        for cell in _cells(stand.zone):
            grid[cell].append(stand)
    return dict(grid)


def _cells(box: Box) -> list[tuple[int, int]]:
    return [
        (across, down)
        for across in range(box.left // _CELL_MM, box.right // _CELL_MM + 1)
        for down in range(box.top // _CELL_MM, box.bottom // _CELL_MM + 1)
    ]


def near(grids: Iterable[Grid], one: Stand) -> Iterator[Stand]:
    """What stands in the room that `one` needs, or needs room where `one` stands.

    Some of it several times.
    """
    (left, top, right, bottom), (zone_left, zone_top, zone_right, zone_bottom), _ = one
    for cell in _cells(one.zone):
        for grid in grids:
            for other in grid.get(cell, ()):
                (its_left, its_top, its_right, its_bottom), around, desk = other
                in_its_way = (
                    around.left < right
                    and left < around.right
                    and around.top < bottom
                    and top < around.bottom
                )
                in_the_way = (
                    its_left < zone_right
                    and zone_left < its_right
                    and its_top < zone_bottom
                    and zone_top < its_bottom
                )
                if (in_its_way or in_the_way) and desk is not one.desk:
                    yield other
