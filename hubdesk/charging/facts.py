"""`Facts`: all that a charging year's charges rest on, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from hubdesk.charging.occupancy import Occupancy, occupancy_of
from hubdesk.domain.agency import Agency
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.period import Billing, ChargingYear, YearStart
from hubdesk.domain.plain import BadPlain, Plain, canonical, from_plain, to_plain
from hubdesk.domain.record import KIND_NAMES, Record, references
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode

CHARGED_BY: tuple[type[Record], ...] = (
    HubSettings,
    LedgerSettings,
    DeskRate,
    Agency,
    Licence,
    VatCode,
    Concession,
    CostLine,
    Participant,
    FixedShare,
    ShareCap,
    DriverFigure,
)
"""The kinds whose records a year is charged by, besides what the plan says of desks and areas."""


@dataclass(frozen=True)
class Facts:
    """The records that `year` is charged by, how the year is cut, and the occupancy on the plan.

    `hub` has no plan of its own: desks, areas and allocations are in `occupancy` as dated figures.
    """

    hub: Hub
    year: ChargingYear
    billing: Billing
    occupancy: Occupancy

    @property
    def cost_lines(self) -> tuple[CostLine, ...]:
        """The year's cost lines, in order of code."""
        return self.hub.cost_lines_of.get(self.year.starts_in, ())

    @property
    def host(self) -> RecordId:
        return self.hub.settings.host


def facts_of(hub: Hub, year: ChargingYear, billing: Billing) -> Facts:
    """The facts that `hub` gives for `year`, which is billed by `billing`."""
    return Facts(Hub.of(_charged(hub, year)), year, billing, occupancy_of(hub, year))


def _charged(hub: Hub, year: ChargingYear) -> Iterator[Record]:
    lines = {line.id for line in hub.cost_lines_of.get(year.starts_in, ())}
    for kind in CHARGED_BY:
        for record in hub.all(kind):
            if isinstance(record, CostLine):
                kept = record.id in lines
            elif isinstance(record, Participant | FixedShare | ShareCap):
                kept = record.cost_line in lines
            else:
                kept = True
            if kept:
                yield record


def facts_to_plain(facts: Facts) -> dict[str, Plain]:
    """`facts` as integers and text, in an order that no machine changes."""
    occupancy = facts.occupancy
    records: list[Plain] = sorted((to_plain(record) for record in facts.hub.records()), key=canonical)
    return {
        "year": facts.year.starts_in,
        "year_start": [facts.year.start.day, facts.year.start.month],
        "billing": facts.billing.value,
        "records": records,
        "capacity": _steps_out(occupancy.capacity),
        "allocated": {agency: _steps_out(line) for agency, line in occupancy.allocated.items()},
        "sole_use": {agency: _steps_out(line) for agency, line in occupancy.sole_use.items()},
    }


def facts_from_plain(plain: Mapping[str, Plain]) -> Facts:
    """The facts that `plain` stands for. Raises BadPlain, also where they name what is not among them."""
    try:
        facts = _read_facts(plain)
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise BadPlain(f"not the facts of a charging year: {trouble!r}") from trouble
    if missing := next(_missing(facts), None):
        raise BadPlain(f"not the facts of a charging year: {missing} is not among them")
    return facts


def _missing(facts: Facts) -> Iterator[str]:
    """What is named and not there: no hub is issued from like that, but a run can be altered so."""
    for record in facts.hub.records():
        for reference, target in references(record):
            if target not in facts.hub.table(reference.to):
                yield f"the {KIND_NAMES[reference.to]} {target}"
    for agency in (*facts.occupancy.allocated, *facts.occupancy.sole_use):
        if agency not in facts.hub.agencies:
            yield f"the agency {agency}"


def _read_facts(plain: Mapping[str, Plain]) -> Facts:
    records = cast(list[dict[str, Plain]], plain["records"])
    day, month = cast(list[int], plain["year_start"])
    return Facts(
        hub=Hub.of(from_plain(record) for record in records),
        year=ChargingYear(cast(int, plain["year"]), YearStart(day, month)),
        billing=Billing(plain["billing"]),
        occupancy=Occupancy(
            capacity=_whole_steps(plain["capacity"]),
            allocated={
                RecordId(agency): _whole_steps(steps)
                for agency, steps in cast(dict[str, Plain], plain["allocated"]).items()
            },
            sole_use={
                RecordId(agency): Timeline.of((day, Fraction(figure)) for day, figure in _pairs(steps))
                for agency, steps in cast(dict[str, Plain], plain["sole_use"]).items()
            },
        ),
    )


def _steps_out(line: Timeline[int] | Timeline[Fraction]) -> Plain:
    return [
        [step.first.isoformat(), step.value if isinstance(step.value, int) else str(step.value)]
        for step in line.steps
    ]


def _whole_steps(steps: Plain) -> Timeline[int]:
    return Timeline.of((day, int(figure)) for day, figure in _pairs(steps))


def _pairs(steps: Plain) -> Iterator[tuple[date, int | str]]:
    for day, figure in cast(list[list[str]], steps):
        yield date.fromisoformat(day), figure
