"""A floor of a pack drawn: the agency's own desks stand out, and of all others nothing is told but where."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hubdesk.domain.box import Box
from hubdesk.domain.days import in_words
from hubdesk.domain.footprint import footprint
from hubdesk.domain.names import counted, floor_name, natural_order
from hubdesk.exchange.plan.drawing import INK
from hubdesk.exchange.plan.hatch import Hatch
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import UNTOLD, Edge, LegendRow, Mark
from hubdesk.exchange.plan.plan import Plan, ShownArea, ShownDesk, Titles
from hubdesk.exchange.plan.small import Room, SmallPlan, small_part, small_plan
from hubdesk.exchange.review_pack.near import parts_of
from hubdesk.exchange.review_pack.pack import PackArea, PackDesk, PackFloor

OWN = Mark("#006666", "#ffffff", "#66b2b2", INK, Hatch.DIAGONAL, edge=Edge.BOLD)
"""A desk of the agency's own: dark, hatched and with a bold edge, so that it is told in greyscale too."""
_OWN_AREA = Mark("#e0f0ee", "#333333", "#b9dcd8", "#767676", Hatch.BACK_DIAGONAL)
_NAMED_AREA = Mark("#fafafa", "#333333", "#767676", "#767676")
_BARE_AREA = Mark("#ffffff", "#333333", "#767676", "#767676")

MARKS = (OWN, UNTOLD, _OWN_AREA, _NAMED_AREA, _BARE_AREA)
"""Every mark on these plans."""

_MOST_CORNERS = 4_000
"""Of the areas of a floor: one with more, as only a made-up file has it, is drawn once and no more."""
_LARGER = 0.75
"""A part is shown from near only where it comes out so much larger than on the whole plan, or more."""


@dataclass(frozen=True, slots=True)
class DrawnFloor:
    """A floor as SVG, its caption, and in words what there is to see.

    `near` are the parts of it in which the agency's desks are, larger; none where that gains nothing.
    """

    plan: SmallPlan
    caption: str
    alt: str
    near_words: str
    near: tuple[SmallPlan, ...]


class _Stands(NamedTuple):
    x_mm: int
    y_mm: int
    rotation: Decimal
    width_mm: int
    depth_mm: int


class Size(NamedTuple):
    """The most width and height that a floor takes, in millimetres, and what room a part from near has."""

    whole: tuple[float, float]
    near: Room


def drawn(floor: PackFloor, day: date, size: Size, lettering: Lettering, name: str = "window") -> DrawnFloor:
    """`floor` as it was on `day`, as large as `size` lets it be.

    `name` begins the ids in the SVGs, for where several of them stand in one page.
    """
    plan = plan_of(floor, day)
    small = small_plan(plan, *size.whole, lettering, name)
    near = tuple(_near(plan, small, size.near, lettering, name))
    return DrawnFloor(
        small, _caption(floor), described(floor, day), f"Your desks on {_named(floor)} from near", near
    )


def _near(plan: Plan, small: SmallPlan, room: Room, lettering: Lettering, name: str) -> Iterator[SmallPlan]:
    if sum(len(area.outline) for area in plan.areas) > _MOST_CORNERS:
        return
    own = [desk.footprint.box for desk in plan.desks if _is_own(desk)]
    for place, part in enumerate(parts_of(plan.extent, own), start=1):
        desks = [_seen_in(part, desk) for desk in plan.desks]
        near = small_part(replace(plan, desks=desks), part, room, lettering, f"{name}near{place}-")
        if near.placing.scale <= _LARGER * small.placing.scale:
            yield near


def _seen_in(part: Box, desk: ShownDesk) -> ShownDesk:
    """`desk`, its code left off where it is not seen as a whole."""
    left, top, right, bottom = part
    box = desk.footprint.box
    whole = left <= box.left and top <= box.top and box.right <= right and box.bottom <= bottom
    return desk if whole or not _is_own(desk) else replace(desk, mark=OWN)


def _is_own(desk: ShownDesk) -> bool:
    return desk.mark.fill == OWN.fill


def plan_of(floor: PackFloor, day: date) -> Plan:
    """`floor` for the painter of plans: desks of others alike, areas bare of what is not told."""
    own = len(own_codes(floor))
    others = len(floor.desks) - own
    legend = [LegendRow(OWN, "Your desks", own)] if own else []
    if others:
        legend.append(LegendRow(UNTOLD, "Other desks", others))
    return Plan(
        Titles("", f"{floor.code} · {floor_name(floor)}", "", in_words(day), "", "", _caption(floor)),
        floor.outline,
        [_area(one) for one in floor.areas],
        # Its own last, so that their bold edges lie above those of desks that touch them.
        [_desk(one) for one in sorted(floor.desks, key=lambda desk: bool(desk.code))],
        legend,
    )


def own_codes(floor: PackFloor) -> list[str]:
    """The codes of the agency's desks on `floor`, in the order in which people count."""
    return sorted((desk.code for desk in floor.desks if desk.code), key=natural_order)


def described(floor: PackFloor, day: date) -> str:
    """What there is to see, for somebody who cannot."""
    return " ".join(_sentences(floor, day))


def _sentences(floor: PackFloor, day: date) -> Iterator[str]:
    own = own_codes(floor)
    yield f"Floor plan of {floor.code}, {floor_name(floor)}, on {in_words(day)}."
    if own:
        yield f"Your {counted(len(own), 'desk')}, filled in and with a bold edge: {', '.join(own)}."
    else:
        yield "None of your desks is on this floor."
    if others := len(floor.desks) - len(own):
        yield f"{counted(others, 'other desk')} in grey, plain and without names."
    if rooms := _own_rooms(floor):
        yield f"For your use alone: {', '.join(rooms)}."


def _named(floor: PackFloor) -> str:
    return f"{floor.code} {floor_name(floor)}"


def _caption(floor: PackFloor) -> str:
    said = f"{_named(floor)}: {counted(len(own_codes(floor)), 'desk')} of yours"
    rooms = _own_rooms(floor)
    return f"{said}. For your use alone: {', '.join(rooms)}" if rooms else said


def _own_rooms(floor: PackFloor) -> list[str]:
    return [one.name for one in floor.areas if one.own and one.name]


def _area(area: PackArea) -> ShownArea:
    if area.own:
        return ShownArea(area.outline, _OWN_AREA, area.name)
    return ShownArea(area.outline, _NAMED_AREA if area.name else _BARE_AREA, area.name)


def _desk(desk: PackDesk) -> ShownDesk:
    stands = footprint(_Stands(desk.x, desk.y, desk.rotation, desk.width, desk.depth))
    # Its code alone is written on a desk, so it has the room that a label has.
    return ShownDesk(stands, replace(OWN, label=desk.code) if desk.code else UNTOLD)
