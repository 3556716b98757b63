"""Copies of desks and areas: beside the first ones, on another floor, or by way of the clipboard."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from json import JSONDecodeError

from hubdesk.domain.area import Area
from hubdesk.domain.box import Box
from hubdesk.domain.change import Change, adding
from hubdesk.domain.checks.bounds import MOST_MM
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.plain import BadPlain, canonical, from_plain, to_plain
from hubdesk.domain.problem import Refused
from hubdesk.domain.record import Record
from hubdesk.editing.numbering import next_area_codes, next_codes
from hubdesk.editing.pieces import box_around, in_words, piece_of, pieces
from hubdesk.editing.records import found, refusal

MIME_TYPE = "application/x-hubdesk-clipping"
_MARK, _FORMAT = "hubdesk clipping", 1
_MOST_RECORDS, _MOST_CHARACTERS = 20_000, 20_000_000


@dataclass(frozen=True, slots=True)
class Clipping:
    """Desks and drawn areas as they were copied, wherever they came from; who sat there is not copied."""

    desks: tuple[Desk, ...]
    areas: tuple[Area, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Clipping":
        """The desks and areas among `records`."""
        kept = list(records)
        return cls(
            tuple(record for record in kept if isinstance(record, Desk)),
            tuple(record for record in kept if isinstance(record, Area)),
        )

    @property
    def records(self) -> tuple[Desk | Area, ...]:
        """Desks, then areas."""
        return *self.desks, *self.areas

    @property
    def box(self) -> Box:
        """Around all of it, on the floor it was copied from."""
        return box_around(piece_of(record) for record in self.records)

    def placed(self, centre: Point) -> "Clipping":
        """The same with the middle of its box at `centre`."""
        now = self.box.centre
        return self.moved(centre.x - now.x, centre.y - now.y)

    def moved(self, right_mm: int, down_mm: int) -> "Clipping":
        """The same, further right and down: for a preview, and for `paste`."""
        moved = [piece_of(record).moved(right_mm, down_mm) for record in self.records]
        return Clipping.of(moved)


def copy(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId] = ()) -> Clipping:
    """What `paste` makes copies of. Raises Refused if there is nothing that has a place on the plan."""
    return Clipping.of(piece.record for piece in pieces(hub, desks, areas))


def paste(hub: Hub, clipping: Clipping, floor: RecordId, at: Point, first: date | None) -> Change:
    """Copies on `floor`, their middle at `at`, there from `first`, with codes that go on from the floor's.

    A desk said to be in an area that is copied with it is said to be in the copy. An area stays of sole
    use only if its agency is of this hub.
    """
    return _copies(hub, clipping.placed(at), found(hub, Floor, floor), first, "Paste")


def duplicate(
    hub: Hub,
    desks: Iterable[RecordId],
    areas: Iterable[RecordId],
    right_mm: int,
    down_mm: int,
    first: date | None,
) -> Change:
    """Copies that far from the first ones, on their floor, there from `first`."""
    clipping = copy(hub, desks, areas).moved(right_mm, down_mm)
    floor = found(hub, Floor, clipping.records[0].floor)
    return _copies(hub, clipping, floor, first, "Duplicate")


def to_text(clipping: Clipping) -> str:
    """As JSON, for the clipboard of the system."""
    return canonical({_MARK: _FORMAT, "records": [to_plain(record) for record in clipping.records]})


def from_text(text: str) -> Clipping:
    """What `to_text` wrote. Raises Refused for any other text."""
    if len(text) > _MOST_CHARACTERS:
        raise _no_clipping()
    try:
        plain = json.loads(text)
        if plain[_MARK] != _FORMAT or len(plain["records"]) > _MOST_RECORDS:
            raise _no_clipping()
        clipping = Clipping.of(from_plain(one) for one in plain["records"])
        if not clipping.records or not _could_be_drawn(clipping):
            raise _no_clipping()
    except (JSONDecodeError, BadPlain, RecursionError, LookupError, TypeError, ValueError, AttributeError):
        raise _no_clipping() from None
    return clipping


def _could_be_drawn(clipping: Clipping) -> bool:
    """Whether every place and size is one that a plan can have; text from elsewhere may say anything."""
    corners = [corner for area in clipping.areas for corner in area.outline]
    centres = [Point(desk.x_mm, desk.y_mm) for desk in clipping.desks]
    ways = [way for place in (*corners, *centres) for way in place]
    sizes = [size for desk in clipping.desks for size in (desk.width_mm, desk.depth_mm)]
    turns = [desk.rotation for desk in clipping.desks]
    return (
        {type(way) for way in ways} == {int}
        and all(abs(way) <= MOST_MM for way in ways)
        and all(0 < size <= MOST_MM for size in sizes)
        and all(turn.is_finite() and abs(turn) <= MOST_MM for turn in turns)
        and all(area.outline for area in clipping.areas)
    )


def _copies(hub: Hub, clipping: Clipping, floor: Floor, first: date | None, verb: str) -> Change:
    areas = _new_areas(hub, clipping.areas, floor, first)
    codes = next_codes(hub, None, len(clipping.desks), floor.id)
    desks = [
        replace(
            desk,
            id=new_id(),
            code=code,
            floor=floor.id,
            area=areas[desk.area].id if desk.area in areas else None,
            first=first,
            last=None,
            locked=False,
        )
        for desk, code in zip(clipping.desks, codes, strict=True)
    ]
    what = in_words(clipping.records)
    numbered = f" as {codes[0]}" + (f" to {codes[-1]}" if len(codes) > 1 else "") if codes else ""
    return adding(f"{verb} {what}{numbered}", *areas.values(), *desks)


def _new_areas(
    hub: Hub, areas: Sequence[Area], floor: Floor, first: date | None
) -> dict[RecordId | None, Area]:
    """The copy of each, by the id of what it was copied from; their codes differ from one another too."""
    copies: dict[RecordId | None, Area] = {}
    taken: set[str] = set()
    for area in areas:
        free = (code for code in next_area_codes(hub, area.code, len(areas)) if code not in taken)
        code = next(free)
        taken.add(code)
        agency = area.agency if area.agency in hub.agencies else None
        copies[area.id] = replace(
            area,
            id=new_id(),
            code=code,
            floor=floor.id,
            agency=agency,
            first=first,
            last=None,
            locked=False,
        )
    return copies


def _no_clipping() -> Refused:
    return refusal(
        "no-clipping",
        "What is on the clipboard was not copied from a plan",
        "clipboard",
        "Copy desks or areas of a plan, and paste again",
    )
