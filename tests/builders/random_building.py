"""The building of a random hub: floors, areas, desks, and who sits where."""

from collections.abc import Iterator, Sequence
from datetime import time
from decimal import Decimal
from itertools import pairwise

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline, Point, rectangle
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule, RuleKind
from tests.builders.chance import Chance

BAY_MM = 6_000
"""Each floor is a row of bays of this width, an area each."""
LOCKED_BELOW = "4"
"""One id in four is less: no draw is spent on locks."""


def building(chance: Chance, agencies: Sequence[Agency], desks: int) -> list[Record]:
    floors = [
        Floor(chance.id(), code, f"Floor {code}", level, 8 * BAY_MM, 20_000, outline=outline)
        for level, (code, outline) in enumerate([("0", rectangle(8 * BAY_MM, 20_000)), ("01", ())])
    ]
    areas = [_area(chance, floor, bay, agencies) for floor in floors for bay in range(4)]
    records: list[Record] = [*floors, *areas]
    for number in range(desks):
        desk = _desk(chance, number, floors[number % 2], areas[number % 2 * 4 : number % 2 * 4 + 4])
        records += [desk, *_allocations(chance, desk, agencies)]
    return [
        *records,
        *_links(chance, agencies),
        *_rules(chance, agencies, areas),
        *_drop_ins(chance, agencies, areas),
    ]


def _bay(bay: int) -> Outline:
    left, right = bay * BAY_MM, (bay + 1) * BAY_MM
    return (Point(left, 0), Point(right, 0), Point(right, 19_999), Point(left, 19_999))


def _area(chance: Chance, floor: Floor, bay: int, agencies: Sequence[Agency]) -> Area:
    first = chance.rng.choice([None, None, chance.first_day()])
    user = chance.rng.choice(agencies).id if chance.one_in(2) else None
    id_ = chance.id()
    return Area(
        id_,
        f"{floor.code}-{bay + 1}",
        floor.id,
        f"Bay {bay + 1} of {floor.code}",
        chance.rng.choice(list(AreaKind)),
        _bay(bay) if user is None or chance.one_in(2) else (),
        chance.rng.choice(["", "police"]),
        user,
        chance.figure(400) + 1 if user is not None and chance.one_in(2) else None,
        first,
        chance.last_day(first or chance.year.first),
        id_ < LOCKED_BELOW,
    )


def _desk(chance: Chance, number: int, floor: Floor, areas: Sequence[Area]) -> Desk:
    bay = chance.rng.randrange(4)
    first = chance.first_day() if chance.one_in(4) else None
    id_ = chance.id()
    return Desk(
        id_,
        f"{floor.code}-{number:03}",
        floor.id,
        bay * BAY_MM + chance.rng.randrange(1_000, 5_000),
        chance.rng.randrange(1_000, 19_000),
        areas[bay].id if areas[bay].outline and chance.one_in(2) else None,
        Decimal(chance.rng.choice(["0", "90", "22.5"])),
        kind=chance.rng.choice(list(DeskKind)),
        first=first,
        last=chance.last_day(first or chance.year.first),
        locked=id_ < LOCKED_BELOW,
    )


def _allocations(chance: Chance, desk: Desk, agencies: Sequence[Agency]) -> Iterator[Allocation]:
    """None for one desk in five; else one after the other, one in five of them a secondment."""
    if chance.one_in(5):
        return
    for first, last in chance.spells(3):
        sits, pays = chance.rng.choice(agencies).id, chance.rng.choice(agencies).id
        payer = pays if chance.one_in(5) else None
        id_ = chance.id()
        yield Allocation(id_, desk.id, sits, first, last, payer, pinned=id_ < LOCKED_BELOW)


def _links(chance: Chance, agencies: Sequence[Agency]) -> Iterator[WorkingLink]:
    for one, other in pairwise(agencies):
        if chance.one_in(3):
            yield WorkingLink(chance.id(), one.id, other.id, chance.figure(10, 1) + 1, "shared clients")


def _rules(chance: Chance, agencies: Sequence[Agency], areas: Sequence[Area]) -> Iterator[PlacementRule]:
    for agency in agencies:
        if chance.one_in(3):
            kind = chance.rng.choice(list(RuleKind))
            values = {
                RuleKind.CLEARANCE: "police",
                RuleKind.STAY_ON_FLOOR: "01",
                RuleKind.KEEP_OUT: chance.rng.choice(areas).code,
            }
            yield PlacementRule(chance.id(), agency.id, kind, values.get(kind, ""))


def _drop_ins(chance: Chance, agencies: Sequence[Agency], areas: Sequence[Area]) -> Iterator[DropIn]:
    for agency in agencies:
        if chance.one_in(4):
            weekday = chance.rng.choice([None, *Weekday])
            first = chance.first_day() if weekday else None
            yield DropIn(
                chance.id(),
                agency.id,
                chance.rng.choice(areas).id,
                weekday,
                None if weekday else chance.day(),
                time(chance.rng.randrange(8, 12), 30),
                time(chance.rng.randrange(13, 18)),
                first,
                None if first is None else chance.last_day(first),
                chance.rng.choice([None, 1, 2]),
                chance.rng.choice(["", "Debt advice"]),
            )
