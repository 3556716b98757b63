"""Place so many desks here, together: of the vacant ones, those that are closest to one another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil, sqrt
from typing import NamedTuple

from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.clearances import JOINED_MM
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.footprint import footprint
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, floor_name
from hubdesk.domain.problem import Refused
from hubdesk.domain.reading_order import reading_order
from hubdesk.domain.whereabouts import Whereabouts

APART_MM = 1_000
"""What it counts for that desks do not all stand joined: for each group beyond the first, so much spread."""
_MOST = 500
"""Desks of which every one is tried as a beginning; of more, those around the best of so many places."""
_STARTS = 40
_BEST = 12
"""Beginnings that are looked at closely; the best few of them are improved, by exchanges of so many."""
_IMPROVED = 4
_TRIED = 6


class _Seat(NamedTuple):
    """A vacant desk by its place in reading order; `joined` are those that it touches."""

    x: int
    y: int
    joined: frozenset[int]


_Pick = frozenset[int]


def place_together(
    hub: Hub, place: RecordId, count: int, first: date, last: date | None = None
) -> tuple[RecordId, ...]:
    """`count` desks of the area or floor `place`, vacant from `first` to `last`, in reading order.

    They are spread as little as can be found, those that join up as in a bench being preferred. The same
    hub gives the same desks. Raises Refused if fewer are vacant, or `place` is gone.
    """
    vacant = vacant_desks(hub, place, first, last)
    if count < 1 or len(vacant) < count:
        raise _too_few(hub, place, count, len(vacant), first)
    return tuple(desk.id for desk in closest(vacant, count))


def vacant_desks(hub: Hub, place: RecordId, first: date, last: date | None = None) -> tuple[Desk, ...]:
    """The desks of the area or floor that are in service from `first` to `last`, with nobody there between.

    Without a last day the stay goes on: nobody may be there later either, and a desk that goes out of
    service one day is no place for it. In reading order.
    """
    whereabouts = Whereabouts(hub, first)
    area = hub.areas.get(place)
    floor = area.floor if area else place
    return reading_order(
        desk
        for desk in hub.desks_on_floor.get(floor, ())
        if holds(desk, first)
        and (desk.last is None if last is None else holds(desk, last))
        and (area is None or whereabouts.area_of(desk) == area)
        and not _taken(hub, desk, first, last)
    )


def closest(desks: Iterable[Desk], count: int) -> tuple[Desk, ...]:
    """Of `desks`, all on one floor, the `count` that are closest together, in reading order."""
    ordered = reading_order(desks)
    if count >= len(ordered):
        return ordered
    if len(ordered) > max(_MOST, 2 * count):
        ordered = _best_part(ordered, count)
    seats = _seats(ordered)
    picks = sorted(_beginnings(seats, count), key=lambda pick: (_cost(seats, pick), sorted(pick)))
    improved = [_improved(seats, pick) for pick in picks[:_IMPROVED]]
    best = min(improved, key=lambda pick: (_cost(seats, pick), sorted(pick)))
    return tuple(ordered[place] for place in sorted(best))


def _best_part(ordered: Sequence[Desk], count: int) -> tuple[Desk, ...]:
    """Of more desks than can all be tried, those around the place where `count` are spread least."""
    seats = [_Seat(desk.x_mm, desk.y_mm, frozenset()) for desk in ordered]
    starts = range(0, len(seats), ceil(len(seats) / _STARTS))
    orders = (_in_order(seats, seats[start].x, seats[start].y) for start in starts)
    best = min(orders, key=lambda order: (_spread(seats, frozenset(order[:count])), order[0]))
    return tuple(ordered[place] for place in sorted(best[: max(_MOST, 2 * count)]))


def _seats(desks: Sequence[Desk]) -> Sequence[_Seat]:
    boxes = [footprint(desk).box for desk in desks]
    from_the_left = sorted(range(len(desks)), key=lambda place: boxes[place].left)
    joined: list[set[int]] = [set() for _ in desks]
    for index, place in enumerate(from_the_left):
        near = boxes[place].grown(JOINED_MM)
        for other in from_the_left[index + 1 :]:
            if boxes[other].left > near.right:
                break
            if near.meets(boxes[other]):
                joined[place].add(other)
                joined[other].add(place)
    return [
        _Seat(desk.x_mm, desk.y_mm, frozenset(beside)) for desk, beside in zip(desks, joined, strict=True)
    ]


def _beginnings(seats: Sequence[_Seat], count: int) -> Sequence[_Pick]:
    """The desks nearest around one, for those where that is best, and what grows from it along benches."""
    around = {frozenset(_in_order(seats, seat.x, seat.y)[:count]): place for place, seat in enumerate(seats)}
    least_spread = sorted(around, key=lambda pick: (_spread(seats, pick), around[pick]))[: 4 * _BEST]
    best = sorted(least_spread, key=lambda pick: (_cost(seats, pick), around[pick]))[:_BEST]
    return [*best, *(_grown(seats, around[pick], count) for pick in best)]


def _in_order(seats: Sequence[_Seat], x: float, y: float) -> list[int]:
    """All, from the nearest to that place to the furthest; then in reading order."""
    away = [(seat.x - x) ** 2 + (seat.y - y) ** 2 for seat in seats]
    return sorted(range(len(seats)), key=away.__getitem__)


def _grown(seats: Sequence[_Seat], start: int, count: int) -> _Pick:
    """From one desk on, always what joins up and is nearest to the middle of what there is."""
    pick = {start}
    while len(pick) < count:
        x, y = _middle(seats, pick)
        pick.add(
            min(
                (one for one in range(len(seats)) if one not in pick),
                key=lambda one: (
                    not seats[one].joined & pick,
                    (seats[one].x - x) ** 2 + (seats[one].y - y) ** 2,
                    one,
                ),
            )
        )
    return frozenset(pick)


def _improved(seats: Sequence[_Seat], pick: _Pick) -> _Pick:
    """`pick` with one desk after another exchanged for a better one, as long as there is one.

    Only those furthest from the middle are given up, and only those nearest to it taken instead.
    """
    cost = _cost(seats, pick)
    for _ in seats:
        order = _in_order(seats, *_middle(seats, pick))
        inside = [one for one in order if one in pick]
        outside = [one for one in order if one not in pick]
        swaps = [pick - {gone} | {come} for gone in inside[-_TRIED:] for come in outside[:_TRIED]]
        better = min(swaps, key=lambda swap: (_cost(seats, swap), sorted(swap)))
        if _cost(seats, better) >= cost:
            break
        pick, cost = better, _cost(seats, better)
    return pick


def _cost(seats: Sequence[_Seat], pick: _Pick) -> float:
    """How far they are from their middle, in millimetres, and how far from being joined."""
    return _spread(seats, pick) + APART_MM * (_groups(seats, pick) - 1)


def _spread(seats: Sequence[_Seat], pick: _Pick) -> float:
    """The root mean square way to their middle."""
    x, y = _middle(seats, pick)
    return sqrt(sum((seats[one].x - x) ** 2 + (seats[one].y - y) ** 2 for one in pick) / len(pick))


def _groups(seats: Sequence[_Seat], pick: _Pick) -> int:
    left, groups = set(pick), 0
    while left:
        edge, groups = [left.pop()], groups + 1
        while edge:
            joined = seats[edge.pop()].joined & left
            left -= joined
            edge += joined
    return groups


def _middle(seats: Sequence[_Seat], pick: Iterable[int]) -> tuple[float, float]:
    chosen = [seats[one] for one in pick]
    return sum(seat.x for seat in chosen) / len(chosen), sum(seat.y for seat in chosen) / len(chosen)


def _taken(hub: Hub, desk: Desk, first: date, last: date | None) -> bool:
    return any(
        (one.last is None or one.last >= first) and (last is None or one.first <= last)
        for one in hub.allocations_of.get(desk.id, ())
    )


def _too_few(hub: Hub, place: RecordId, count: int, vacant: int, first: date) -> Refused:
    here: Mapping[RecordId, Area] = hub.areas
    where = f"area {here[place].code}" if place in here else floor_name(hub.floors[place])
    if count < 1:
        what, remedy = f"{count} is not a number of desks", "Ask for one desk or more"
    else:
        left = f"Only {counted(vacant, 'vacant desk')}" if vacant else "No vacant desk"
        what = f"{left} in {where} from {in_words(first)}"
        remedy = "Ask for fewer desks, or choose another place"
    return Refused(error("too-few-vacant", what, where, remedy, (place,)))
