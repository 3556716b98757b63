"""The building: sizes, outlines, and whether a desk is where it is said to be."""

import re
from collections.abc import Iterator

from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline, Point, double_area, encloses, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def sizes(hub: Hub) -> Iterator[Problem]:
    """Floors and desks without a width or depth."""
    records: tuple[Floor | Desk, ...] = (*hub.floors.values(), *hub.desks.values())
    for record in records:
        for field, size in (("width_mm", record.width_mm), ("depth_mm", record.depth_mm)):
            if size > 0:
                continue
            yield error(
                "size-not-above-zero",
                f"The {field.removesuffix('_mm')} is {size / 1000:g} m",
                named(hub, record),
                "Type a size above zero, in metres",
                (record.id,),
                field,
            )


def outlines(hub: Hub) -> Iterator[Problem]:
    """Outlines that enclose nothing: one or two corners, or all in a line."""
    records: tuple[Floor | Area, ...] = (*hub.floors.values(), *hub.areas.values())
    for record in records:
        if record.outline and (len(record.outline) < 3 or not double_area(record.outline)):
            yield error(
                "outline-too-few-corners",
                f"The outline's {len(record.outline)} corners enclose nothing",
                named(hub, record),
                "Give three corners or more that enclose a space, or leave the outline blank",
                (record.id,),
                "outline",
            )


def colours(hub: Hub) -> Iterator[Problem]:
    """Colours of agencies that are not of the form #rrggbb."""
    for agency in hub.agencies.values():
        if agency.colour and not _COLOUR.fullmatch(agency.colour):
            yield error(
                "colour-not-rrggbb",
                f"“{agency.colour}” is not a colour such as #006666",
                named(hub, agency),
                "Type # and six digits or letters a to f, or leave it blank",
                (agency.id,),
                "colour",
            )


def desks_out_of_place(hub: Hub) -> Iterator[Problem]:
    """Desks whose centre is outside their floor, or outside the area they are said to be in."""
    shapes = {floor.id: _shape(floor) for floor in hub.floors.values()}
    for desk in hub.desks.values():
        centre = Point(desk.x_mm, desk.y_mm)
        if not encloses(shapes[desk.floor], centre):
            yield warning(
                "desk-outside-floor",
                f"Its centre is outside floor {hub.floors[desk.floor].code}",
                named(hub, desk),
                "Move the desk onto its floor, or change the floor's size",
                (desk.id, desk.floor),
                "x_mm",
            )
        area = hub.areas[desk.area] if desk.area is not None else None
        if area is None:
            continue
        if area.floor != desk.floor or (area.outline and not encloses(area.outline, centre)):
            yield warning(
                "desk-outside-area",
                f"Its centre is outside area {area.code}, which it is said to be in",
                named(hub, desk),
                "Move the desk, or name the area where it stands",
                (desk.id, area.id),
                "area",
            )


def _shape(floor: Floor) -> Outline:
    return floor.outline or rectangle(floor.width_mm, floor.depth_mm)
