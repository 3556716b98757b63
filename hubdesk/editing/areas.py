"""Areas of a floor."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.box import box_of
from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.outlines import tidied
from hubdesk.editing import arranging
from hubdesk.editing.numbering import next_area_codes
from hubdesk.editing.pieces import arranged, enclosing
from hubdesk.editing.records import added, changed, found, removed, renamed
from hubdesk.editing.rules import naming

_LETTERS = {
    AreaKind.NEIGHBOURHOOD: "N",
    AreaKind.RESTRICTED: "R",
    AreaKind.PUBLIC: "P",
    AreaKind.RECEPTION: "REC",
    AreaKind.POD: "POD",
    AreaKind.MEETING: "M",
    AreaKind.REFRESHMENT: "TEA",
    AreaKind.CIRCULATION: "C",
}
"""What a code says of the kind: "G-POD1", "1-N3"."""


def add(hub: Hub, *areas: Area) -> Change:
    """New areas. Raises Refused if one with its id is there already."""
    return added(hub, *areas)


def change(hub: Hub, *areas: Area) -> Change:
    """Each area as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *areas)


def rename(hub: Hub, area: RecordId, code: str) -> Change:
    """Another code, and placement rules that name the area follow."""
    before = found(hub, Area, area)
    rules = (replace(rule, value=code) for rule in naming(hub, before))
    return renamed(hub, before, replace(before, code=code), *rules)


def give(hub: Hub, area: RecordId, agency: RecordId) -> Change:
    """For that agency's sole use, on all days of the area."""
    before, user = found(hub, Area, area), found(hub, Agency, agency)
    return changed(hub, replace(before, agency=agency), title=f"Area {before.code} for {user.code} alone")


def free(hub: Hub, area: RecordId) -> Change:
    """For nobody's sole use."""
    before = found(hub, Area, area)
    return changed(hub, replace(before, agency=None), title=f"Area {before.code} for everybody")


def draw(
    hub: Hub, floor: RecordId, kind: AreaKind, outline: Outline, first: date | None, name: str = ""
) -> Change:
    """A new area with that outline, there from `first`, with a code of the floor's and the kind's.

    Raises Refused if the outline encloses no one space.
    """
    storey = found(hub, Floor, floor)
    (code,) = next_area_codes(hub, f"{storey.code}-{_LETTERS[kind]}0", 1)
    label = name or f"{kind.value.capitalize()} {code}"
    return added(hub, enclosing(Area(new_id(), code, floor, label, kind, tidied(outline), first=first)))


def reshape(hub: Hub, area: RecordId, outline: Outline) -> Change:
    """Another outline. Desks that are said to be in it and stand outside it are in it no more.

    Raises Refused if the outline encloses no one space.
    """
    after = replace(found(hub, Area, area), outline=tidied(outline))
    return arranged(hub, "Reshape", [enclosing(after)])


def move_with_desks(hub: Hub, area: RecordId, right_mm: int, down_mm: int) -> Change:
    """The area and every desk that is in it; `arranging.move` moves an area alone."""
    record = found(hub, Area, area)
    around = box_of(record.outline) if record.outline else None
    near = (
        desk
        for desk in hub.desks_on_floor.get(record.floor, ())
        if desk.area == area or (around is not None and around.holds(Point(desk.x_mm, desk.y_mm)))
    )
    inside = [desk.id for desk in near if hub.area_of(desk) == record]
    return arranging.move(hub, inside, [area], right_mm, down_mm)


def remove(hub: Hub, area: RecordId) -> Change:
    """With its drop-ins and rules; desks that were said to be in it stand where they are."""
    record = found(hub, Area, area)
    return removed(hub, record, *naming(hub, record))
