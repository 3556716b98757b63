"""The tables of a proposal: who moves, and what that does to each agency's charges."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.placing.charge_changes import ChargeChange
from hubdesk.workflows.placing.move_schedule import ScheduledMove, Spot
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text, Whole


def move_columns() -> tuple[Column[ScheduledMove], ...]:
    """When, who, what, from where to where."""
    return (
        Column(id="round", title="Round", kind=Whole(), value=lambda row: row.round),
        Column(
            id="agency",
            title="Agency",
            kind=Text(),
            value=lambda row: row.code,
            mark=lambda row: row.mark,
            sample="POLICE",
        ),
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, shown=False),
        Column(id="what", title="What", kind=Text(), value=lambda row: row.step.value, sample="given back"),
        Column(id="from", title="From", kind=Text(), value=lambda row: _code(row.come_from), sample="G-0000"),
        Column(
            id="from-where",
            title="Where that is",
            kind=Text(),
            value=lambda row: where(row.come_from),
            sample="N" * 24,
        ),
        Column(id="to", title="To", kind=Text(), value=lambda row: _code(row.go_to), sample="G-0000"),
        Column(
            id="to-where",
            title="Where it goes",
            kind=Text(),
            value=lambda row: where(row.go_to),
            sample="N" * 24,
        ),
        Column(
            id="when",
            title="When",
            kind=Text(),
            value=lambda row: row.when,
            sample="Round 2, once POLICE has left",
            hint="Round by round, every desk is free when somebody moves to it",
        ),
    )


def where(spot: Spot | None) -> str | None:
    """ "People floor, Housing"; None for no desk."""
    return ", ".join(part for part in (spot.floor, spot.area) if part) if spot else None


def _code(spot: Spot | None) -> str | None:
    return spot.code if spot else None


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """What one agency pays more or less, as the table shows it."""

    id: RecordId
    code: str
    name: str
    mark: Mark
    pence: Pence
    why: str


def charge_rows(hub: Hub, changes: Iterable[ChargeChange]) -> tuple[ChargeRow, ...]:
    """The largest change first; who pays the same comes last, by code."""
    marks = marks_of_agencies(hub)
    rows = [
        ChargeRow(
            one.agency,
            hub.agencies[one.agency].code,
            hub.agencies[one.agency].name,
            marks[one.agency],
            one.pence,
            one.why,
        )
        for one in changes
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.pence), row.code)))


def charge_columns(year: ChargingYear) -> tuple[Column[ChargeRow], ...]:
    """The agency, its £ more or less in `year`, and why."""
    return (
        Column(
            id="agency",
            title="Agency",
            kind=Text(),
            value=lambda row: row.code,
            mark=lambda row: row.mark,
            sample="POLICE",
        ),
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, shown=False),
        Column(
            id="pence",
            title=f"More in {year.name}",
            kind=Pounds(),
            value=lambda row: row.pence,
            total=summed,
            hint="Without VAT; below nothing it pays less",
        ),
        Column(id="why", title="Why", kind=Text(), value=lambda row: row.why, sample="N" * 40),
    )
