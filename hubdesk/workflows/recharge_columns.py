"""The tables of a recharge as data: who pays what, what differs, what is to be settled, the year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Problem, Severity, sentence
from hubdesk.workflows.recharge_differences import Difference
from hubdesk.workflows.recharge_figures import (
    ADJUSTMENTS,
    BORNE,
    CONCESSIONS,
    FORECAST,
    LICENCES,
    NET,
    PERIOD,
    SHARED,
    TO_PAY,
    VAT,
    YEAR_TO_DATE,
    Heading,
)
from hubdesk.workflows.recharge_timetable import Milestone
from hubdesk.workflows.recharge_view import RechargeRow, RechargeView
from hubdesk.workflows.recharge_year_end import Stage
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Day, Pounds, Text

_TITLES = {
    LICENCES: ("Licences", "Licence charges before concessions"),
    CONCESSIONS: ("Concessions", "What is taken off its licences and shares of costs"),
    SHARED: ("Shared costs", "Its shares of all costs, less what lies above its caps"),
    BORNE: ("Borne for others", "Vacant desks, and the caps and concessions of others that it pays for"),
    PERIOD: ("This period", "All of these, without VAT"),
    ADJUSTMENTS: ("Adjustments", "What earlier periods should have been, against what was issued of them"),
    NET: ("Before VAT", "This period and the adjustments"),
    VAT: ("VAT", "Of this period and of the adjustments"),
    TO_PAY: ("To pay", "This period and the adjustments, with VAT"),
    YEAR_TO_DATE: ("Year to date", "To pay, with VAT, by this run and the year's runs before it"),
    FORECAST: ("Forecast for the year", "The year to date and drafts of what is left of the year, with VAT"),
}


def matrix_columns(view: RechargeView) -> tuple[Column[RechargeRow], ...]:
    """Who pays what: agencies down, streams across. Each cost has its own column for who asks for it."""
    return tuple(_matrix_columns(view))


def _matrix_columns(view: RechargeView) -> Iterator[Column[RechargeRow]]:
    yield Column(id="agency", title="Agency", kind=Text(), value=lambda row: row.agency.code, sample="N" * 7)
    yield Column(id="name", title="Name", kind=Text(), value=lambda row: row.agency.name, sample="N" * 18)
    names: dict[RecordId | None, str] = {
        line.id: f"{line.code} {line.name}".strip() for line in view.cost_lines
    }
    forecast = () if FORECAST in view.headings else (FORECAST,)
    for heading in (*view.headings, *forecast):
        title, hint = _TITLES.get(heading) or (names[heading.source], "Its share of this cost")
        yield Column(
            id=heading.id,
            title=title,
            kind=Pounds(),
            value=_value(heading),
            total=summed,
            opens=True,
            shown=heading.source is None,
            hint=hint,
        )


def _value(heading: Heading) -> Any:
    return lambda row: row.pence.get(heading)


DIFFERENCES: tuple[Column[Difference], ...] = (
    Column(id="agency", title="Agency", kind=Text(), value=lambda one: one.agency.code),
    Column(id="what", title="For what", kind=Text(), value=lambda one: one.what, sample="N" * 20),
    Column(
        id="of",
        title="Of",
        kind=Text(),
        value=lambda one: f"adjustment of {one.of}" if one.of else "this period",
        sample="N" * 14,
    ),
    Column(
        id="before",
        title="Before",
        kind=Pounds(),
        value=lambda one: one.before,
        hint="As it was in the last run; for an adjustment what was issued so far",
    ),
    Column(id="now", title="Now", kind=Pounds(), value=lambda one: one.now, opens=True),
    Column(id="pence", title="Difference", kind=Pounds(), value=lambda one: one.pence, total=summed),
    Column(id="why", title="Why", kind=Text(), value=lambda one: "; ".join(one.causes), sample="N" * 60),
)


def difference_in_full(one: Difference) -> str:
    """All that a row says, where a cell has no room for it."""
    of = f", adjustment of {one.of}" if one.of else ""
    figures = f"{pounds(one.before)} → {pounds(one.now)}"
    return f"{one.agency.code}, {one.what}{of}: {figures}, because of {'; '.join(one.causes)}"


@dataclass(frozen=True, slots=True)
class Matter:
    """A problem as a row; `id` is the same for the same problem."""

    id: str
    problem: Problem


def matters(problems: tuple[Problem, ...]) -> tuple[Matter, ...]:
    """`problems` as rows, in their order."""
    counts: dict[str, int] = {}
    found = []
    for one in problems:
        about = "/".join((one.code, *one.records, one.field or ""))
        counts[about] = counts.get(about, 0) + 1
        found.append(Matter(f"{about}/{counts[about]}", one))
    return tuple(found)


_WEIGHT = {
    Severity.ERROR: "In the way",
    Severity.BEFORE_ISSUE: "Settle first",
    Severity.WARNING: "Think over",
}

MATTERS: tuple[Column[Matter], ...] = (
    Column(id="weight", title="How grave", kind=Text(), value=lambda row: _WEIGHT[row.problem.severity]),
    Column(
        id="where",
        title="Where",
        kind=Text(),
        value=lambda row: row.problem.where,
        sample="N" * 22,
        opens=True,
    ),
    Column(
        id="what",
        title="What",
        kind=Text(),
        value=lambda row: sentence(row.problem.what),
        sample="N" * 46,
        opens=True,
    ),
    Column(id="pence", title="At stake", kind=Pounds(), value=lambda row: row.problem.pence),
    Column(
        id="remedy",
        title="What to do",
        kind=Text(),
        value=lambda row: sentence(row.problem.remedy),
        sample="N" * 40,
        opens=True,
    ),
)


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of the way to a year's end as a row."""

    stage: Stage

    @property
    def id(self) -> str:
        return self.stage.title


STAGES: tuple[Column[StageRow], ...] = (
    Column(id="stage", title="Year end", kind=Text(), value=lambda row: row.stage.title, sample="N" * 14),
    Column(
        id="done",
        title="Is",
        kind=Text(),
        value=lambda row: "done" if row.stage.done else "to do",
        sample="N" * 5,
    ),
    Column(id="told", title="How it stands", kind=Text(), value=lambda row: row.stage.told, sample="N" * 58),
)


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone of the timetable as a row."""

    milestone: Milestone

    @property
    def id(self) -> str:
        return self.milestone.what


MILESTONES: tuple[Column[MilestoneRow], ...] = (
    Column(id="what", title="Timetable", kind=Text(), value=lambda row: row.milestone.what, sample="N" * 18),
    Column(id="due", title="By", kind=Day(), value=lambda row: row.milestone.due),
    Column(id="state", title="Is", kind=Text(), value=lambda row: row.milestone.state.value, sample="N" * 8),
    Column(
        id="told", title="How it stands", kind=Text(), value=lambda row: row.milestone.told, sample="N" * 34
    ),
)
