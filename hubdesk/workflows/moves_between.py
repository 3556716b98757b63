"""What changes in the building between two days: a list for those who have to make it happen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.checks.spells import Amount, above_zero
from hubdesk.domain.days import Dated, boundaries, common_days, holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import agency_name, counted, floor_name, natural_order
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.moves import Move, MoveKind, Moves

_CODES_NAMED = 6
"""As many desks as a line names by their codes."""


class _Seat(NamedTuple):
    """Who sits at a desk and who is charged for it; nobody where it is vacant or not in service."""

    agency: RecordId | None
    payer: RecordId | None


_NOBODY = _Seat(None, None)


def moves_between(hub: Hub, one: date, other: date) -> Moves:
    """What changes between two days, in whichever order they are given: on days after the earlier one.

    Every step on the way counts, with its own day, and not only how the two days differ.
    """
    earlier, later = min(one, other), max(one, other)
    found = [
        *_agencies(hub, earlier, later),
        *_desks(hub, earlier, later),
        *_licences(hub, earlier, later),
        *_areas(hub, earlier, later),
    ]
    order = list(MoveKind)
    in_order = sorted(found, key=lambda move: (order.index(move.kind), move.day, natural_order(move.what)))
    return Moves(earlier, later, tuple(in_order))


def _days(days: Iterable[date], earlier: date, later: date) -> list[date]:
    return sorted({day for day in days if earlier < day <= later})


def _agencies(hub: Hub, earlier: date, later: date) -> Iterator[Move]:
    """Who holds a licence, sits at a desk or is charged for one, and did not before; and the reverse."""
    here: defaultdict[RecordId, list[Amount]] = defaultdict(list)
    for licence in hub.licences.values():
        here[licence.agency].append(Amount(licence.first, licence.last, 1))
    for one in hub.allocations.values():
        if days := common_days(one, hub.desks[one.desk]):
            for agency in {one.agency, one.payer}:
                here[agency].append(Amount(*days, 1))
    for agency, amounts in here.items():
        record = hub.agencies[agency]
        called = agency_name(record)
        for spell in above_zero(amounts):
            if earlier < spell.first <= later:
                yield Move(MoveKind.JOINS, spell.first, f"{called} joins", (agency,))
            if earlier <= spell.last < later:
                yield Move(MoveKind.LEAVES, spell.last + ONE_DAY, f"{called} leaves", (agency,))


def _desks(hub: Hub, earlier: date, later: date) -> Iterator[Move]:
    """Desks that change in the same way on the same day and floor are one line."""
    alike: defaultdict[tuple[MoveKind, date, RecordId, _Seat, _Seat], list[Desk]] = defaultdict(list)
    for desk in _touched(hub, earlier, later):
        stays = hub.allocations_of.get(desk.id, ())
        for day in _days(boundaries((desk, *stays)), earlier, later):
            was, now = (_seat(desk, stays, on) for on in (day - ONE_DAY, day))
            if holds(desk, day) != holds(desk, day - ONE_DAY):
                kind = MoveKind.INTO_SERVICE if holds(desk, day) else MoveKind.OUT_OF_SERVICE
                alike[kind, day, desk.floor, _NOBODY, _NOBODY].append(desk)
            if was != now:
                alike[_kind(was, now), day, desk.floor, was, now].append(desk)
    for (kind, day, floor, was, now), desks in alike.items():
        desks.sort(key=lambda desk: natural_order(desk.code))
        where = f"{counted(len(desks), 'desk')} on the {floor_name(hub.floors[floor])}"
        what = f"{where}{_passing(hub, was, now)}: {_codes(desks)}"
        yield Move(kind, day, what, tuple(desk.id for desk in desks), floor)


def _touched(hub: Hub, earlier: date, later: date) -> Iterator[Desk]:
    """The desks of which anything begins or ends in that time: mostly few."""

    def turns(one: Dated) -> bool:
        begins = one.first is not None and earlier < one.first <= later
        return begins or (one.last is not None and earlier <= one.last < later)

    seats = {one.desk for one in hub.allocations.values() if turns(one)}
    return (desk for desk in hub.desks.values() if desk.id in seats or turns(desk))


def _seat(desk: Desk, stays: Iterable[Allocation], day: date) -> _Seat:
    if not holds(desk, day):
        return _NOBODY
    return next((_Seat(one.agency, one.payer) for one in stays if holds(one, day)), _NOBODY)


def _kind(was: _Seat, now: _Seat) -> MoveKind:
    if was.agency is None:
        return MoveKind.ALLOCATED
    if now.agency is None:
        return MoveKind.VACATED
    return MoveKind.RECHARGED if was.agency == now.agency else MoveKind.HANDED_ON


def _passing(hub: Hub, was: _Seat, now: _Seat) -> str:
    """From whom to whom, with who is charged where that is another."""
    if was.agency is not None and was.agency == now.agency:
        return f" of {_code(hub, was.agency)}, charged to {_code(hub, now.payer)}"
    before = f" from {_code(hub, was.agency)}" if was.agency else ""
    after = f" to {_code(hub, now.agency)}" if now.agency else ""
    charged = f", charged to {_code(hub, now.payer)}" if now.payer != now.agency else ""
    return before + after + charged


def _licences(hub: Hub, earlier: date, later: date) -> Iterator[Move]:
    for licence in hub.licences.values():
        steps = (step.first for step in licence.desks.steps)
        for day in _days({*boundaries([licence]), *steps}, earlier, later):
            if told := _step(licence, day):
                what = f"Licence {licence.code} of {_code(hub, licence.agency)} {told}"
                yield Move(MoveKind.LICENCE, day, what, (licence.id,))


def _step(licence: Licence, day: date) -> str:
    """How the licence changes on `day`; empty where a step changes nothing."""
    was, now = licence.desks_on(day - ONE_DAY), licence.desks_on(day)
    if licence.first == day:
        return f"starts with {counted(now, 'desk')}"
    if not holds(licence, day):
        return f"ends, with {counted(was, 'desk')}" if holds(licence, day - ONE_DAY) else ""
    return f"goes from {was:,} to {counted(now, 'desk')}" if was != now else ""


def _areas(hub: Hub, earlier: date, later: date) -> Iterator[Move]:
    for area in hub.areas.values():
        for day in _days(boundaries([area]), earlier, later):
            opens = holds(area, day)
            kind = MoveKind.AREA_OPENS if opens else MoveKind.AREA_CLOSES
            name = "" if area.name in ("", area.code) else f", {area.name},"
            use = f" for the sole use of {_code(hub, area.agency)}" if opens and area.agency else ""
            verb = "opens" if opens else "closes"
            what = f"Area {area.code}{name} on the {floor_name(hub.floors[area.floor])} {verb}{use}"
            yield Move(kind, day, what, (area.id,), area.floor)


def _codes(desks: list[Desk]) -> str:
    codes = [desk.code for desk in desks[:_CODES_NAMED]]
    more = len(desks) - len(codes)
    return ", ".join(codes) + (f" and {more:,} more" if more else "")


def _code(hub: Hub, agency: RecordId | None) -> str:
    assert agency is not None
    return hub.agencies[agency].code
