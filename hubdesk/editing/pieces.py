"""Desks and areas that are arranged together on a floor: what the verbs of drawing are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from hubdesk.domain.area import Area
from hubdesk.domain.box import Axis, Box, around, box_of
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Point, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.outlines import fault
from hubdesk.domain.record import KIND_NAMES
from hubdesk.editing.records import changed, found, refusal


@dataclass(frozen=True, slots=True)
class Piece:
    """A desk or an area, and the box around it."""

    record: Desk | Area
    box: Box

    def centre(self, axis: Axis) -> int:
        """A desk's own centre, an area's half-way between its ends."""
        if isinstance(self.record, Desk):
            return self.record.x_mm if axis is Axis.ACROSS else self.record.y_mm
        return sum(self.box.span(axis)) // 2

    def moved(self, right_mm: int, down_mm: int) -> Desk | Area:
        """The record, further right and down."""
        if isinstance(self.record, Desk):
            return replace(self.record, x_mm=self.record.x_mm + right_mm, y_mm=self.record.y_mm + down_mm)
        corners = (Point(corner.x + right_mm, corner.y + down_mm) for corner in self.record.outline)
        return replace(self.record, outline=tuple(corners))


def pieces(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId]) -> tuple[Piece, ...]:
    """The desks, and those of the areas that are drawn. Raises Refused if one is gone or nothing is left."""
    chosen = [
        *(piece_of(found(hub, Desk, one)) for one in desks),
        *(piece_of(area) for one in areas if (area := found(hub, Area, one)).outline),
    ]
    if not chosen:
        raise refusal(
            "nothing-chosen",
            "There is nothing here that has a place on the plan",
            "selection",
            "Select desks, or areas that are drawn",
        )
    return tuple(chosen)


def piece_of(record: Desk | Area) -> Piece:
    """Of a desk, or of an area that is drawn."""
    box = footprint(record).box if isinstance(record, Desk) else box_of(record.outline)
    return Piece(record, box)


def box_around(chosen: Iterable[Piece]) -> Box:
    """The box around all of them."""
    return around(piece.box for piece in chosen)


def arranged(hub: Hub, verb: str, after: Iterable[Desk | Area]) -> Change:
    """The desks and areas as given, in one change, titled by `verb` and what they are.

    A desk whose centre is then outside the outline of the area that it is said to be in, is in it no
    more, whether it was the desk that went or the area.
    """
    records = tuple(after)
    areas = {record.id: record for record in records if isinstance(record, Area)}
    desks = {record.id: record for record in records if isinstance(record, Desk)}
    staying = [desk for desk in hub.desks.values() if desk.area in areas and desk.id not in desks]
    as_drawn = {**hub.areas, **areas}
    placed = (kept_in_area(as_drawn, desk) for desk in (*desks.values(), *staying))
    return changed(hub, *placed, *areas.values(), title=f"{verb} {in_words(records)}")


def kept_in_area(areas: Mapping[RecordId, Area], desk: Desk) -> Desk:
    """`desk`, said to be in no area if its centre is outside the one it is said to be in."""
    outline = areas[desk.area].outline if desk.area is not None else ()
    return (
        replace(desk, area=None) if outline and not encloses(outline, Point(desk.x_mm, desk.y_mm)) else desk
    )


Drawn = TypeVar("Drawn", Area, Floor)


def enclosing(record: Drawn) -> Drawn:
    """`record`, if its outline encloses one space. Raises Refused if it does not."""
    trouble = fault(record.outline)
    if trouble is not None:
        raise refusal(
            "outline-no-space",
            f"This is no outline: {trouble.value}",
            f"{KIND_NAMES[type(record)]} {record.code}",
            "Put the corner where the sides stay apart, or leave it out",
            record,
        )
    return record


def in_words(records: Iterable[Desk | Area]) -> str:
    """What they are, for a title: "desk G-001", "3 desks and area G-POD1"."""
    named = list(records)
    desks = [record.code for record in named if isinstance(record, Desk)]
    areas = [record.code for record in named if isinstance(record, Area)]
    words = [
        f"{kind} {codes[0]}" if len(codes) == 1 else f"{len(codes):,} {kind}s"
        for kind, codes in (("desk", desks), ("area", areas))
        if codes
    ]
    return " and ".join(words)
