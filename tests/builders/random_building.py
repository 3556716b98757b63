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
from hubdesk.domain.underlay import Underlay, UnderlayKind
from tests.builders.chance import Chance

BAY_MM = 6_000
"""Each floor is a row of bays of this width, an area each."""


def building(chance: Chance, agencies: Sequence[Agency], desks: int) -> list[Record]:
    floors = [
        Floor(chance.id(), code, f"Floor {code}", level, 8 * BAY_MM, 20_000, outline=outline)
        for level, (code, outline) in enumerate([("0", rectangle(8 * BAY_MM, 20_000)), ("01", ())])
    ]
    areas = [_area(chance, floor, bay, agencies) for floor in floors for bay in range(4)]
    records: list[Record] = [*floors, *areas, *_underlays(chance, floors)]
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
    return Area(
        chance.id(),
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
        chance.one_in(4),
    )


def _desk(chance: Chance, number: int, floor: Floor, areas: Sequence[Area]) -> Desk:
    bay = chance.rng.randrange(4)
    first = chance.first_day() if chance.one_in(4) else None
    return Desk(
        chance.id(),
        f"{floor.code}-{number:03}",
        floor.id,
        bay * BAY_MM + chance.rng.randrange(1_000, 5_000),
        chance.rng.randrange(1_000, 19_000),
        areas[bay].id if areas[bay].outline and chance.one_in(2) else None,
        Decimal(chance.rng.choice(["0", "90", "22.5"])),
        kind=chance.rng.choice(list(DeskKind)),
        first=first,
        last=chance.last_day(first or chance.year.first),
    )


def _allocations(chance: Chance, desk: Desk, agencies: Sequence[Agency]) -> Iterator[Allocation]:
    """None for one desk in five; else one after the other, one in five of them a secondment."""
    if chance.one_in(5):
        return
    for first, last in chance.spells(3):
        sits, pays = chance.rng.choice(agencies).id, chance.rng.choice(agencies).id
        yield Allocation(chance.id(), desk.id, sits, first, last, pays if chance.one_in(5) else None)


def _underlays(chance: Chance, floors: Sequence[Floor]) -> Iterator[Underlay]:
    """Up to three to a floor, one of them as large as it."""
    for floor in floors:
        for number in range(chance.rng.randrange(4)):
            kind = chance.rng.choice(list(UnderlayKind))
            scale = Decimal(chance.rng.choice(["5", "12.7", "0.0254"]))
            yield Underlay(
                chance.id(),
                floor.id,
                f"Drawing {chance.rng.randrange(3)}.{kind.value}",
                kind,
                f"{chance.rng.getrandbits(256):064x}",
                floor.width_mm / scale if not number else chance.figure(4_000) + 500,
                floor.depth_mm / scale if not number else chance.figure(3_000) + 500,
                scale,
                page=chance.rng.randrange(3) if kind is UnderlayKind.PDF else 0,
                corner_x=chance.figure(10**6) if kind is UnderlayKind.DXF else Decimal(0),
                corner_y=-chance.figure(10**6) if kind is UnderlayKind.DXF else Decimal(0),
                x_mm=chance.rng.randrange(-5_000, 5_000),
                y_mm=chance.rng.randrange(-5_000, 5_000),
                rotation=Decimal(chance.rng.choice(["0", "90", "359.5"])),
                opacity=chance.rng.randrange(101),
                locked=chance.one_in(3),
                shown=not chance.one_in(3),
                hidden_layers=("A-FURN", "Möbel, “alt”") if kind is UnderlayKind.DXF else (),
            )


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
