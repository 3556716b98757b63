"""Laying out desks at once: a row, a bench, rows of either, at an exact pitch."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.turning import normal, turned
from hubdesk.editing.numbering import next_codes
from hubdesk.editing.records import added, found, refusal

MOST_AT_ONCE = 2_000
"""Desks of one array: more than a floor has, so that a slip of the hand does not make a million."""

_HALF_TURN = Decimal(180)


class Facing(Enum):
    """How the rows of an array stand to each other; the value is what people see."""

    ONE_WAY = "all facing one way"
    BACK_TO_BACK = "back to back"


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where a desk is to stand: its centre, rotation in degrees clockwise, size and kind."""

    x_mm: int
    y_mm: int
    rotation: Decimal = Decimal(0)
    width_mm: int = 1600
    depth_mm: int = 800
    kind: DeskKind = DeskKind.STANDARD

    def desk(self, code: str, floor: RecordId, first: date | None) -> Desk:
        """A new desk there, in no area, in service from `first`."""
        return Desk(
            new_id(),
            code,
            floor,
            self.x_mm,
            self.y_mm,
            None,
            self.rotation,
            self.width_mm,
            self.depth_mm,
            self.kind,
            first,
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """How many desks, and how far apart, in millimetres from centre to centre or from bench to bench.

    `columns` go along the sitters' edge. `rows` follow downwards (of an array that is not turned): rows
    of desks if they face one way, else benches of two rows, back to back with `back_gap_mm` between
    them. A pitch counts only where there is more than one.
    """

    columns: int = 1
    rows: int = 1
    column_pitch_mm: int = 1600
    row_pitch_mm: int = 3800
    facing: Facing = Facing.ONE_WAY
    back_gap_mm: int = 0

    @property
    def desks(self) -> int:
        return self.columns * self.rows * (2 if self.facing is Facing.BACK_TO_BACK else 1)

    def row_depth_mm(self, depth_mm: int) -> int:
        """From front to back of one row or bench, of desks that are `depth_mm` deep."""
        return 2 * depth_mm + self.back_gap_mm if self.facing is Facing.BACK_TO_BACK else depth_mm


def places(first: DeskPlace, layout: Layout) -> tuple[DeskPlace, ...]:
    """Where each desk comes to stand, row by row: for a preview, and for `lay_out`.

    `first` is the first desk of the first row, its rotation that of the whole array about its centre.
    The first row of a bench looks the other way: up, in an array that is not turned.
    """
    pivot = Point(first.x_mm, first.y_mm)
    laid: list[DeskPlace] = []
    for row in range(layout.rows):
        for down, turn in _lines(layout, row * layout.row_pitch_mm, first.depth_mm):
            rotation = normal(first.rotation + turn)
            for column in range(layout.columns):
                at = Point(pivot.x + column * layout.column_pitch_mm, pivot.y + down)
                to = turned(at, pivot, first.rotation)
                laid.append(replace(first, x_mm=to.x, y_mm=to.y, rotation=rotation))
    return tuple(laid)


def lay_out(
    hub: Hub,
    floor: RecordId,
    first: DeskPlace,
    layout: Layout,
    *,
    after: str | None = None,
    in_service_from: date | None = None,
) -> Change:
    """New desks at `places`, their codes going on from `after` as in `next_codes`.

    Raises Refused if there are none or too many, or they would stand in one another.
    """
    storey = found(hub, Floor, floor)
    _fits(first, layout, storey)
    codes = next_codes(hub, after, layout.desks, floor)
    desks = [
        place.desk(code, floor, in_service_from)
        for code, place in zip(codes, places(first, layout), strict=True)
    ]
    change = added(hub, *desks)
    return change if len(desks) == 1 else replace(change, title=f"{change.title} {codes[0]} to {codes[-1]}")


def dragged(a: Point, b: Point, desk: DeskPlace, layout: Layout) -> tuple[DeskPlace, Layout]:
    """The first desk and the layout that fill what is dragged out from `a` to `b`.

    `desk` gives size, kind and rotation, `layout` the pitches and facing; as many columns and rows as
    fit between the two corners, at least one of each. The array begins at `a`, whichever way is dragged.
    """
    corner = turned(b, a, -desk.rotation)
    across, down = corner.x - a.x, corner.y - a.y
    depth = layout.row_depth_mm(desk.depth_mm)
    columns = fitting(abs(across), desk.width_mm, layout.column_pitch_mm)
    rows = fitting(abs(down), depth, layout.row_pitch_mm)
    wide = (columns - 1) * layout.column_pitch_mm + desk.width_mm
    deep = (rows - 1) * layout.row_pitch_mm + depth
    left = a.x if across >= 0 else a.x - wide
    top = a.y if down >= 0 else a.y - deep
    start = turned(Point(left + desk.width_mm // 2, top + desk.depth_mm // 2), a, desk.rotation)
    return replace(desk, x_mm=start.x, y_mm=start.y), replace(layout, columns=columns, rows=rows)


def fitting(length_mm: int, size_mm: int, pitch_mm: int) -> int:
    """How many of `size_mm` fit into a length at that pitch, centre to centre; at least one."""
    return 1 + max(0, length_mm - size_mm) // max(1, pitch_mm)


def _lines(layout: Layout, down_mm: int, depth_mm: int) -> tuple[tuple[int, Decimal], ...]:
    """Of a row or bench: how far down each line of desks is, and how it is turned."""
    if layout.facing is Facing.ONE_WAY:
        return ((down_mm, Decimal(0)),)
    return (down_mm, _HALF_TURN), (down_mm + depth_mm + layout.back_gap_mm, Decimal(0))


def _fits(first: DeskPlace, layout: Layout, floor: Floor) -> None:
    where = f"floor {floor.code}"
    if layout.columns < 1 or layout.rows < 1 or layout.desks > MOST_AT_ONCE:
        raise refusal(
            "array-size",
            f"{layout.columns:,} by {layout.rows:,} is not a number of desks that can be laid out at once",
            where,
            f"Choose one desk or more in each direction, and at most {MOST_AT_ONCE:,} in all",
            floor,
        )
    deep = layout.row_depth_mm(first.depth_mm)
    too_near = (layout.columns > 1 and layout.column_pitch_mm < first.width_mm) or (
        layout.rows > 1 and layout.row_pitch_mm < deep
    )
    if too_near or layout.back_gap_mm < 0:
        raise refusal(
            "array-overlaps",
            "At this pitch the desks would stand in one another",
            where,
            f"Choose a pitch of at least {first.width_mm / 1000:g} m along the row"
            f" and {deep / 1000:g} m from row to row",
            floor,
        )
