"""The desks of a pack, and its floors: the agency's own are told, and nothing about anybody else is."""

from collections.abc import Iterable, Iterator
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import floor_name, natural_order
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import DeskLine, PackArea, PackDesk, PackFloor
from hubdesk.workflows.review.words import asked_of_desk


def desk_lines(hub: Hub, agency: RecordId, day: date) -> Iterator[DeskLine]:
    """The desks that `agency` has on `day`, or whose charge it bears, floor by floor in order of code."""
    own = own_desks(hub, agency, day)
    for desk in sorted((hub.desks[one] for one in own), key=lambda one: _place(hub, one)):
        seat, floor = own[desk.id], hub.floors[desk.floor]
        area, note = hub.area_of(desk, day), _note(hub, seat, agency)
        yield DeskLine(
            asked_of_desk(desk.id, note or f"yours since {in_words(seat.first)}"),
            desk.code,
            f"{floor.code} {floor_name(floor)}",
            area.name if area and not is_anothers(area, agency) else "",
            desk.kind.value,
            seat.first,
            seat.last,
            note,
        )


def own_desks(hub: Hub, agency: RecordId, day: date) -> dict[RecordId, Allocation]:
    """The desks in service on `day` that `agency` sits at or pays for, with who sits there and who pays."""
    return {
        one.desk: one
        for one in hub.allocations.values()
        if agency in (one.agency, one.payer) and holds(one, day) and holds(hub.desks[one.desk], day)
    }


def floors(hub: Hub, agency: RecordId, day: date, totals: Totals) -> Iterator[PackFloor]:
    """The floors on which `agency` has a desk or an area on `day`, the lowest first.

    Where totals are withheld, areas of others are left out: by its outline each tells its square metres,
    and so, beside the agency's own charge by area, what another pays. What everybody may use stays, to find
    one's way by; the rest of a floor is what others have together, and whatever no area was drawn for.
    """
    own = own_desks(hub, agency, day)
    for floor in sorted(hub.floors.values(), key=lambda one: (one.level, one.code)):
        desks = _in_force(hub.desks_on_floor.get(floor.id, ()), day)
        areas = [one for one in hub.areas_on_floor.get(floor.id, ()) if holds(one, day) and one.outline]
        if any(desk.id in own for desk in desks) or any(area.agency == agency for area in areas):
            shown = [one for one in areas if totals is Totals.OPEN or not is_anothers(one, agency)]
            yield PackFloor(
                floor.code,
                floor.name,
                floor.level,
                floor.outline or rectangle(floor.width_mm, floor.depth_mm),
                tuple(_area(one, agency) for one in sorted(shown, key=_from_below)),
                tuple(
                    _desk(one, own) for one in sorted(desks, key=lambda one: (one.y_mm, one.x_mm, one.code))
                ),
            )


def is_anothers(area: Area, agency: RecordId) -> bool:
    """Whether it is for somebody else alone, or restricted and not its own: then it bears no words."""
    private = area.kind is AreaKind.RESTRICTED or area.agency is not None
    return private and area.agency != agency


def _in_force(desks: Iterable[Desk], day: date) -> list[Desk]:
    return [one for one in desks if holds(one, day)]


def _from_below(area: Area) -> tuple[bool, list[tuple[int, int]], str]:
    """Corridors lie under rooms; else by where they are, which tells nothing."""
    return (area.kind is not AreaKind.CIRCULATION, [(one.y, one.x) for one in area.outline], "")


def _area(area: Area, agency: RecordId) -> PackArea:
    if is_anothers(area, agency):
        return PackArea(area.outline)
    return PackArea(area.outline, area.name, area.kind.value, own=area.agency == agency)


def _desk(desk: Desk, own: dict[RecordId, Allocation]) -> PackDesk:
    code = desk.code if desk.id in own else ""
    return PackDesk(desk.x_mm, desk.y_mm, desk.width_mm, desk.depth_mm, desk.rotation, code)


def _place(hub: Hub, desk: Desk) -> tuple[int, str, list[tuple[int, int, str]]]:
    floor: Floor = hub.floors[desk.floor]
    return floor.level, floor.code, natural_order(desk.code)


def _note(hub: Hub, seat: Allocation, agency: RecordId) -> str:
    """What is out of the ordinary; the host may be named, nobody else."""
    if seat.agency == seat.payer:
        return ""
    host = hub.host
    if seat.agency == agency:
        return (
            f"charged to {host.name or host.code}" if seat.payer == host.id else "charged to another agency"
        )
    whose = f"{host.name or host.code}" if seat.agency == host.id else "another agency"
    return f"used by {whose}, charged to you"
