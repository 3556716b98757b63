"""Desks put where a drawing has them, one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.days import holds
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.reading_order import reading_order
from hubdesk.editing.desk_arrays import MOST_AT_ONCE, DeskPlace
from hubdesk.editing.numbering import next_codes
from hubdesk.editing.records import added, found, refusal

SAME_MM = 100
"""Two desks whose centres are no farther apart, across and down, are one that was drawn twice."""


def free_of(hub: Hub, floor: RecordId, places: Iterable[DeskPlace], day: date) -> tuple[DeskPlace, ...]:
    """Those of `places` where neither a desk of the floor stands on that day nor one before them is."""
    kept: list[DeskPlace] = []
    taken: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for desk in hub.desks_on_floor.get(floor, ()):
        if holds(desk, day):
            taken.setdefault(_cell(desk.x_mm, desk.y_mm), []).append((desk.x_mm, desk.y_mm))
    for place in places:
        if not _is_taken(taken, place):
            kept.append(place)
            taken.setdefault(_cell(place.x_mm, place.y_mm), []).append((place.x_mm, place.y_mm))
    return tuple(kept)


def put(
    hub: Hub,
    floor: RecordId,
    places: Sequence[DeskPlace],
    *,
    after: str | None = None,
    in_service_from: date | None = None,
) -> Change:
    """A new desk at each of `places`, their codes going on from `after` as in `next_codes`.

    The codes run as the plan is read, since a drawing has its blocks in no order that anybody sees.

    Raises Refused if there are none or too many.
    """
    storey = found(hub, Floor, floor)
    if not 0 < len(places) <= MOST_AT_ONCE:
        raise refusal(
            "desk-places",
            f"{len(places):,} is not a number of desks that can be put down at once",
            f"floor {storey.code}",
            f"Choose at least one place and at most {MOST_AT_ONCE:,}, and put the rest down after that",
            storey,
        )
    desks = (place.desk("", floor, in_service_from) for place in places)
    codes = next_codes(hub, after, len(places), floor)
    numbered = zip(reading_order(desks), codes, strict=True)
    change = added(hub, *(replace(desk, code=code) for desk, code in numbered))
    return change if len(places) == 1 else replace(change, title=f"Add {len(places):,} desks from blocks")


def _cell(x_mm: int, y_mm: int) -> tuple[int, int]:
    return x_mm // SAME_MM, y_mm // SAME_MM


def _is_taken(taken: dict[tuple[int, int], list[tuple[int, int]]], place: DeskPlace) -> bool:
    x, y = _cell(place.x_mm, place.y_mm)
    return any(
        max(abs(place.x_mm - right), abs(place.y_mm - down)) <= SAME_MM
        for across in (x - 1, x, x + 1)
        for along in (y - 1, y, y + 1)
        for right, down in taken.get((across, along), ())
    )
