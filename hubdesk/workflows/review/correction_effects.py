"""What a correction does to everybody's £: each charging year, and what of it the next run adjusts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.workflows.charged_by_plan import may_change_charges
from hubdesk.workflows.recharge_run import missing_periods, next_closing
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost, YearCost, year_cost


@dataclass(frozen=True, slots=True)
class AgencyCorrected:
    """What one agency is charged in a year before and after, in pence without VAT.

    `adjusted` of the difference falls in issued periods: the next run brings it as an adjustment.
    """

    agency: RecordId
    before: Pence
    after: Pence
    adjusted: Pence

    @property
    def pence(self) -> Pence:
        """By how much more it pays; below zero, less."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class YearCorrected:
    """Those who pay more or less in `year`, the largest difference first; `next_run` brings adjustments."""

    year: ChargingYear
    of: tuple[AgencyCorrected, ...]
    next_run: str
    closed: bool
    """Whether the year's accounts were closed: a further year end brings the adjustments."""


def corrected_years(standing: Standing, change: Change, day: date) -> tuple[YearCorrected, ...]:
    """What `change` would do to the year of `day` and to every year that was issued from, the last first.

    Years in which nobody's charge differs are left out. Raises Refused where charges cannot be worked out.
    """
    hub = standing.hub
    if found := errors_of(hub, change):
        raise Refused(*found)
    this_year = ChargingYear.containing(day, hub.settings.year_start).starts_in
    years = sorted({this_year, *standing.years}, reverse=True)
    return tuple(
        one
        for starts_in in years
        if (one := _corrected(standing, hub.applying(change), change, standing.charging_year(starts_in))).of
    )


def _corrected(standing: Standing, after: Hub, change: Change, year: ChargingYear) -> YearCorrected:
    closing = next_closing(standing.runs, year)
    missing = missing_periods(standing, year)
    found: list[AgencyCorrected] = []
    if may_change_charges(standing.hub, change, year.first):
        was, now = (year_cost(hub, year.first, standing.runs) for hub in (standing.hub, after))
        found = sorted(_agencies(was, now), key=lambda one: -abs(one.pence))
    next_run = missing[0].name if missing else closing.name
    return YearCorrected(year, tuple(found), next_run, closing.number > 1)


def _agencies(was: YearCost | NoYearCost, now: YearCost | NoYearCost) -> Iterator[AgencyCorrected]:
    for one in (was, now):
        if isinstance(one, NoYearCost):
            raise Refused(*one.problems)
    assert isinstance(was, YearCost)
    assert isinstance(now, YearCost)
    for agency, after in now.of.items():
        before = was.of[agency]
        if (before.pence, before.in_issued) != (after.pence, after.in_issued):
            yield AgencyCorrected(agency, before.pence, after.pence, after.in_issued - before.in_issued)
