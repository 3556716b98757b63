"""The costs of a random hub, and how they are shared."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import (
    Basis,
    CostLine,
    FixedShare,
    Participant,
    Recovery,
    ShareCap,
    VacantPolicy,
)
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.record import Record
from tests.builders.chance import Chance

DRIVERS = ("FTE", "footfall", "kWh")


def costs(chance: Chance, agencies: Sequence[Agency], lines: int, vat_codes: Sequence[str]) -> list[Record]:
    """`lines` cost lines of the year, all bases in turn, with drivers for them."""
    records: list[Record] = [
        DriverFigure(chance.id(), driver, agency.id, chance.figures(60))
        for driver in DRIVERS
        for agency in agencies
        if not chance.one_in(4)
    ]
    named = {one.driver for one in records if isinstance(one, DriverFigure)}
    for number in range(lines):
        line = _cost_line(chance, number, vat_codes)
        if line.basis is Basis.DRIVER and line.driver not in named:
            line = replace(line, basis=Basis.EQUAL, driver="")
        records += [line, *_sharing(chance, line, agencies)]
        if chance.one_in(4):
            records += _a_year_later(chance, line)
    return records


def _cost_line(chance: Chance, number: int, vat_codes: Sequence[str]) -> CostLine:
    basis = list(Basis)[number % len(Basis)]
    recoveries = [*[Recovery.SHARED] * 8, Recovery.LICENCE, Recovery.HOST]
    first, last = _days(chance)
    return CostLine(
        chance.id(),
        f"C{number + 1:02}",
        f"Cost {number + 1}",
        chance.year.starts_in,
        _amount(chance),
        chance.rng.choice([None, 0, _amount(chance), _amount(chance)]),
        cost_class=chance.rng.choice(["", "premises"]),
        recovery=recoveries[0] if number < len(Basis) else chance.rng.choice(recoveries),
        basis=basis,
        driver=chance.rng.choice(DRIVERS) if basis is Basis.DRIVER else "",
        vacant=chance.rng.choice(list(VacantPolicy)),
        first=first,
        last=last,
        vat_code=chance.rng.choice(vat_codes),
        cost_centre="B0002",
        subjective="9200",
    )


def _amount(chance: Chance) -> int:
    """Pence: from a penny to a million pounds, now and then a credit."""
    amount = chance.rng.choice([1, 100, chance.rng.randrange(10**4), chance.rng.randrange(10**8)])
    return -amount if chance.one_in(7) else amount


def _days(chance: Chance) -> tuple[date | None, date | None]:
    """The whole year mostly, else a part of it, down to one day."""
    if not chance.one_in(3):
        return None, None
    first, last = sorted((chance.day(), chance.day()))
    return chance.rng.choice([(first, last), (first, None), (None, last)])


def _sharing(chance: Chance, line: CostLine, agencies: Sequence[Agency]) -> Iterator[Record]:
    """Participants on one line in three, fixed shares and caps on some."""
    some = [agency.id for agency in chance.rng.sample(agencies, chance.rng.randrange(1, len(agencies) + 1))]
    if chance.one_in(3):
        yield from (Participant(chance.id(), line.id, agency) for agency in some)
    if chance.one_in(3):
        percents = chance.rng.choice([["0"], ["90"], ["100"], ["33.33", "12.5"], ["60", "40"], ["0", "50"]])
        for agency, percent in zip(chance.rng.sample(agencies, len(agencies)), percents, strict=False):
            yield FixedShare(chance.id(), line.id, agency.id, Decimal(percent))
    if chance.one_in(3):
        for capped in some[:2]:
            yield ShareCap(chance.id(), line.id, capped, chance.rng.choice([0, 1, 10_000, 1_000_000]))


def _a_year_later(chance: Chance, line: CostLine) -> Iterator[Record]:
    yield replace(
        line, id=chance.id(), year=line.year + 1, budget=_amount(chance), actual=None, first=None, last=None
    )
