"""The columns of the query log, and those of what a correction does to everybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.workflows.review.correction_effects import YearCorrected
from hubdesk.workflows.review.queries import QueryRow
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Day, Pounds, Text, Whole


@dataclass(frozen=True, slots=True)
class ShownQuery:
    """A query with what a year of it puts at stake, where that is known."""

    of: QueryRow
    pence: Pence | None = None

    @property
    def id(self) -> RecordId:
        return self.of.id


QUERY_COLUMNS: tuple[Column[ShownQuery], ...] = (
    Column(id="number", title="No", kind=Whole(), value=lambda row: row.of.query.number),
    Column(id="agency", title="Agency", kind=Text(), value=lambda row: row.of.agency.code),
    Column(
        id="line",
        title="About",
        kind=Text(),
        value=lambda row: row.of.query.said,
        opens=True,
        sample="N" * 24,
    ),
    Column(id="asks", title="Asks", kind=Text(), value=lambda row: row.of.asks, opens=True, sample="N" * 24),
    Column(
        id="pence",
        title="At stake, a year",
        kind=Pounds(),
        value=lambda row: row.pence,
        total=summed,
        hint="What the line comes to in the charging year; of a desk, the rate; of other desks, theirs",
    ),
    Column(
        id="standing", title="How it stands", kind=Text(), value=lambda row: row.of.standing, sample="N" * 20
    ),
    Column(id="due", title="Due", kind=Day(), value=lambda row: row.of.query.due),
    Column(id="stage", title="With", kind=Text(), value=lambda row: row.of.query.stage.value),
    Column(id="owner", title="Seen to by", kind=Text(), value=lambda row: row.of.query.owner),
    Column(id="raised", title="Raised", kind=Day(), value=lambda row: row.of.query.raised, shown=False),
    Column(id="reason", title="Reason", kind=Text(), value=lambda row: row.of.query.reason, shown=False),
)


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """What one agency is charged in one year before a correction and after it."""

    id: str
    year: str
    code: str
    name: str
    before: Pence
    after: Pence
    adjusted: Pence


CORRECTED_COLUMNS: tuple[Column[CorrectedRow], ...] = (
    Column(id="agency", title="Agency", kind=Text(), value=lambda row: row.code),
    Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, shown=False),
    Column(id="year", title="Year", kind=Text(), value=lambda row: row.year),
    Column(id="before", title="Now", kind=Pounds(), value=lambda row: row.before),
    Column(id="after", title="Corrected", kind=Pounds(), value=lambda row: row.after),
    Column(
        id="pence",
        title="Difference",
        kind=Pounds(),
        value=lambda row: row.after - row.before,
        total=summed,
    ),
    Column(
        id="adjusted",
        title="Of it as adjustment",
        kind=Pounds(),
        value=lambda row: row.adjusted,
        total=summed,
        hint="What falls in issued periods: the next run brings it",
    ),
)


def corrected_rows(hub: Hub, years: tuple[YearCorrected, ...]) -> tuple[CorrectedRow, ...]:
    """A row to each agency and year in which its charge differs."""
    return tuple(
        CorrectedRow(
            f"{year.year.name}/{one.agency}",
            year.year.name,
            hub.agencies[one.agency].code,
            hub.agencies[one.agency].name,
            one.before,
            one.after,
            one.adjusted,
        )
        for year in years
        for one in year.of
    )


def corrected_told(years: tuple[YearCorrected, ...]) -> str:
    """What it does to everybody, and which runs bring adjustments, in sentences."""
    if not years:
        return "Nobody pays more or less."
    return " ".join(_year_told(one) for one in years)


def _year_told(year: YearCorrected) -> str:
    more = sum(one.pence for one in year.of if one.pence > 0)
    less = -sum(one.pence for one in year.of if one.pence < 0)
    parts = [f"some pay {pounds(more)} more"] if more else []
    parts += [f"{'others' if more else 'some'} pay {pounds(less)} less"] if less else []
    what = " and ".join(parts) or "nobody’s year differs"
    said = f"In {year.year.name} {what}."
    if not any(one.adjusted for one in year.of):
        return said
    closed = f" {year.year.name} was closed, so another year end is needed." if year.closed else ""
    return f"{said} What falls in issued periods comes as adjustments in {year.next_run}.{closed}"


Stakes = Mapping[RecordId, Pence]
"""What each query puts at stake in a year, by its id; those of which it cannot be told are left out."""
