"""The table of what a change does to everybody: a row to an agency, a column to each month."""

from dataclasses import dataclass

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.effects_by_month import EffectsByMonth
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One agency: what it pays more in each month, and in the year."""

    id: RecordId
    code: str
    name: str
    mark: Mark
    effects: tuple[Pence, ...]

    @property
    def pence(self) -> Pence:
        return sum(self.effects)


def effect_rows(effects: EffectsByMonth) -> tuple[EffectRow, ...]:
    """Everybody: the largest effect first, those on whom there is none last."""
    agencies, marks = effects.hub.agencies, marks_of_agencies(effects.hub)
    return tuple(
        EffectRow(
            one.agency, agencies[one.agency].code, agencies[one.agency].name, marks[one.agency], one.effects
        )
        for one in effects.of
        if one.agency in agencies
    )


def effect_columns(year: ChargingYear) -> tuple[Column[EffectRow], ...]:
    """The agency, the year as a sum, and its twelve months."""
    return (
        Column(
            id="agency", title="Agency", kind=Text(), value=lambda row: row.code, mark=lambda row: row.mark
        ),
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, shown=False),
        Column(id="year", title=year.name, kind=Pounds(), value=lambda row: row.pence, total=summed),
        *(
            _month(place, month.first.month, month.first.year)
            for place, month in enumerate(year.periods(Billing.MONTH))
        ),
    )


def _month(place: int, month: int, year: int) -> Column[EffectRow]:
    return Column(
        id=f"{year}-{month:02}",
        title=f"{_MONTHS[month - 1]} {year % 100:02}",
        kind=Pounds(),
        value=lambda row: row.effects[place],
        total=summed,
    )
