"""An area cut in two: a meeting pod with a wall put through it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from hubdesk.domain.area import Area
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.cutting import cuts, halves
from hubdesk.domain.geometry import Outline, Point, double_area, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.editing.numbering import next_area_codes
from hubdesk.editing.records import found, refusal
from hubdesk.editing.rules import naming

_HUNDREDTH = Decimal("0.01")


def split(hub: Hub, area: RecordId, a: Point, b: Point) -> Change:
    """Two areas of one, by the straight cut from `a` to `b`; an end inside is drawn on to the outline.

    The larger part stays what it was, with its drop-ins; the other is as it, under a code of its own.
    Desks that are said to be in it go to the part that holds their centre, agencies that are kept out
    of it are kept out of both, and a measured size is shared out. Raises Refused if the cut does not go
    through once, or leaves nothing on one side.
    """
    before = found(hub, Area, area)
    kept, cut_off = _parts(before, a, b)
    first_size, second_size = _sizes(before, kept, cut_off)
    first = replace(before, outline=kept, area_m2=first_size)
    second = replace(
        before,
        id=new_id(),
        code=next_area_codes(hub, f"{before.code}-1", 1)[0],
        name=f"{before.name} (2)",
        outline=cut_off,
        area_m2=second_size,
    )
    desks = _desks_of_second(hub, first, second)
    rules = (replace(rule, id=new_id(), value=second.code) for rule in naming(hub, before))
    edits = (Edit(before, first), Edit(None, second), *desks, *(Edit(None, rule) for rule in rules))
    return Change(f"Split area {before.code} into {first.code} and {second.code}", edits)


def _parts(area: Area, a: Point, b: Point) -> tuple[Outline, Outline]:
    through = cuts(area.outline, a, b) if area.outline else ()
    if len(through) != 1:
        often, remedy = (
            ("more than once", "Draw a shorter line, from one side to the other")
            if through
            else ("nowhere", "Draw the line across the area")
        )
        where = f"area {area.code}"
        raise refusal("cut-not-through-once", f"The line goes through it {often}", where, remedy, area)
    parts = halves(area.outline, through[0])
    if parts is None:
        raise refusal(
            "cut-leaves-nothing",
            "The cut leaves nothing on one side of it",
            f"area {area.code}",
            "Draw the line further from the outline",
            area,
        )
    return parts


def _sizes(area: Area, kept: Outline, cut_off: Outline) -> tuple[Decimal | None, Decimal | None]:
    """The measured size, if there is one, as the outlines share it; both add up to it."""
    if area.area_m2 is None:
        return None, None
    whole = double_area(kept) + double_area(cut_off)
    second = (area.area_m2 * double_area(cut_off) / whole).quantize(_HUNDREDTH)
    return area.area_m2 - second, second


def _desks_of_second(hub: Hub, first: Area, second: Area) -> Iterator[Edit]:
    for desk in hub.desks.values():
        centre = Point(desk.x_mm, desk.y_mm)
        if desk.area == first.id and not encloses(first.outline, centre) and encloses(second.outline, centre):
            yield Edit(desk, replace(desk, area=second.id))
