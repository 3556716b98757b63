"""Desks in the order in which a plan is read, and the desk next to one in a direction."""

from collections.abc import Iterable

from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point

ROW_MM = 400
"""Desks whose centres are this near to the first of a row, from top to bottom, are in that row."""


def reading_order(desks: Iterable[Desk]) -> tuple[Desk, ...]:
    """Row by row from the top, each from left to right."""
    rows: list[list[Desk]] = []
    for desk in sorted(desks, key=lambda one: (one.y_mm, one.x_mm, one.code)):
        if rows and desk.y_mm - rows[-1][0].y_mm <= ROW_MM:
            rows[-1].append(desk)
        else:
            rows.append([desk])
    return tuple(desk for row in rows for desk in sorted(row, key=lambda one: (one.x_mm, one.y_mm, one.code)))


def neighbour(here: Desk, desks: Iterable[Desk], way: Point) -> Desk | None:
    """The desk next to `here` in the direction `way`, one of (±1, 0) and (0, ±1); None if there is none.

    It lies no further to the side than ahead; what is straight ahead is nearer than what is aside.
    """
    ahead = ((_distance(here, desk, way), desk.code, desk) for desk in desks)
    near = [(distance, code, desk) for distance, code, desk in ahead if distance is not None]
    return min(near, default=(0, "", None))[2]


def _distance(here: Desk, desk: Desk, way: Point) -> int | None:
    right, down = desk.x_mm - here.x_mm, desk.y_mm - here.y_mm
    on, aside = right * way.x + down * way.y, abs(right * way.y) + abs(down * way.x)
    return on + 2 * aside if on > 0 and on >= aside else None
