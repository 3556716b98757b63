"""Hubs made to a size, for measuring."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.cost_line import Basis, CostLine, FixedShare, ShareCap, VacantPolicy
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode

FIRST = date(2026, 4, 1)
_DRIVERS = ("FTE", "footfall", "kWh")
_BASES = (
    (Basis.LICENSED_DESKS, ""),
    (Basis.EQUAL, ""),
    *((Basis.DRIVER, driver) for driver in _DRIVERS),
)


def charged_hub(agencies: int, lines: int, changes: int, desks: int = 0) -> Hub:
    """A hub of `agencies` that share `lines` costs of 2026-27, with `changes` dated steps in that year.

    A third of the agencies is voluntary and has a concession that covers shared costs; every tenth
    line has a fixed share and a cap.
    """
    return Hub.of(_records(random.Random(agencies * 1000 + lines), agencies, lines, changes, desks))


def _records(rng: random.Random, agencies: int, lines: int, changes: int, desks: int) -> Iterator[Record]:
    sectors = (Sector.PUBLIC, Sector.PUBLIC, Sector.VOLUNTARY)
    members = [
        Agency(_id("agency", place), f"A{place:03}", f"Agency {place}", sectors[place % 3])
        for place in range(agencies)
    ]
    yield HubSettings(_id("settings", 0), "Hub", members[0].id)
    yield DeskRate(_id("rate", 0), Timeline.of([(FIRST, 300000), (date(2026, 8, 1), 310000)]))
    yield VatCode(_id("vat", 0), "S", Timeline.of([(FIRST, Decimal(20))]))
    yield from members
    yield Concession(
        _id("concession", 0),
        Sector.VOLUNTARY,
        None,
        Decimal(40),
        FIRST,
        applies=Applies.LICENCE_AND_SHARED,
        funder=Funder.PARTNERS,
    )
    steps = [rng.randrange(365) for _ in range(changes)]
    series = agencies * (1 + len(_DRIVERS))
    dated = [sorted(set(steps[place::series])) for place in range(series)]
    for place, member in enumerate(members):
        yield Licence(
            _id("licence", place),
            f"L{place:03}",
            member.id,
            FIRST,
            None,
            Timeline.of(_walk(rng, dated[place], 1, 30)),
            "S",
        )
        for number, driver in enumerate(_DRIVERS, start=1):
            figures = [
                (day, Decimal(figure) / 10)
                for day, figure in _walk(rng, dated[number * agencies + place], 5, 900)
            ]
            yield DriverFigure(_id(driver, place), driver, member.id, Timeline.of(figures))
    for place in range(lines):
        yield from _cost_line(rng, place, members)
    yield from desks_on_a_floor(desks)


def _cost_line(rng: random.Random, place: int, members: list[Agency]) -> Iterator[Record]:
    basis, driver = _BASES[place % len(_BASES)]
    line = CostLine(
        _id("cost", place),
        f"C{place:03}",
        f"Cost {place}",
        2026,
        rng.randrange(1_000_00, 100_000_00),
        basis=basis,
        driver=driver,
        vacant=VacantPolicy.SHARED,
        vat_code="S",
    )
    yield line
    if place % 10 == 0:
        member = members[place % len(members)]
        yield FixedShare(_id("fixed", place), line.id, member.id, Decimal(25))
        yield ShareCap(_id("cap", place), line.id, member.id, 1_000_00)


def desks_on_a_floor(count: int) -> Iterator[Record]:
    """`count` desks on one floor, in rows of a hundred."""
    if count:
        floor = Floor(_id("floor", 0), "G", "Ground", 0, 220_000, 3_000 * (count // 100 + 2))
        yield floor
        for place in range(count):
            x, y = 1_000 + place % 100 * 2_000, 1_000 + place // 100 * 3_000
            yield Desk(_id("desk", place), f"G-{place:05}", floor.id, x, y)


def _walk(rng: random.Random, days: list[int], least: int, most: int) -> Iterator[tuple[date, int]]:
    yield FIRST, rng.randint(least, most)
    for day in days:
        if day:
            yield FIRST + timedelta(days=day), rng.randint(least, most)


def _id(kind: str, place: int) -> RecordId:
    return RecordId(f"{kind}-{place}")
