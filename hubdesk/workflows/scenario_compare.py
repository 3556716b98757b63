"""Scenarios side by side: what each agency is charged for a year today, and what it would be in each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run import Run, in_year, periods_issued
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.workflows.scenario_upon import Laid, scenario_upon
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost, Stream, YearCost, year_cost


@dataclass(frozen=True, slots=True)
class InScenario:
    """One scenario, laid on the hub as it stands, and what the year comes to in it."""

    scenario: Scenario
    laid: Laid
    cost: YearCost | NoYearCost


@dataclass(frozen=True, slots=True)
class InOne:
    """What an agency would be charged in one scenario, in pence, and by how much more than `today`."""

    today: Pence
    pence: Pence
    in_issued: Pence
    """Of the difference, what falls in periods that are issued, and so would come as an adjustment."""

    @property
    def more(self) -> Pence:
        """By how much more it pays; below zero, by how much less."""
        return self.pence - self.today


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency: its charges for the year today, and in each scenario (None: that has no figure)."""

    id: RecordId
    code: str
    name: str
    is_host: bool
    today: Pence
    streams: tuple[Pence, ...]
    """Today's charges by `Stream`, in order."""
    scenarios: tuple[InOne | None, ...]
    scenario_streams: tuple[tuple[Pence, ...] | None, ...]


@dataclass(frozen=True)
class Comparison:
    """`today` beside `others`, for the charging year of one day, without VAT.

    `rows` are sorted by the first scenario that has a figure: who would pay most more comes first, who would
    gain most last. Over all rows, the host's among them, is all that the hub charges.
    """

    standing: Standing
    year: ChargingYear
    today: YearCost
    others: tuple[InScenario, ...]
    issued: tuple[str, ...]
    """The names of the year's periods that are issued, in order."""

    @property
    def hub(self) -> Hub:
        """The hub as it stands."""
        return self.standing.hub

    def holds_for(self, standing: Standing, day: date) -> bool:
        """Whether what was worked out is what `standing` comes to in the year of `day`."""
        mine = self.standing
        same = mine.hub is standing.hub and mine.kept == standing.kept
        return same and self.year.first <= day <= self.year.last

    @cached_property
    def rows(self) -> tuple[AgencyRow, ...]:
        rows = [self._row(agency) for agency in self._agencies]
        first = next((place for place, one in enumerate(self.others) if isinstance(one.cost, YearCost)), None)

        def order(row: AgencyRow) -> tuple[Pence, Pence, str]:
            inside = None if first is None else row.scenarios[first]
            return (-inside.more if inside else 0, -row.today, row.code)

        return tuple(sorted(rows, key=order))

    def total(self, place: int) -> Pence | None:
        """What all agencies together are charged in the scenario at `place`; None if it has no figure."""
        cost = self.others[place].cost
        return cost.pence if isinstance(cost, YearCost) else None

    @property
    def _agencies(self) -> Iterable[RecordId]:
        costs = (one.cost.of for one in self.others if isinstance(one.cost, YearCost))
        return dict.fromkeys((*self.today.of, *(agency for cost in costs for agency in cost)))

    def _row(self, agency: RecordId) -> AgencyRow:
        hub = next(
            hub for hub in (self.hub, *(one.laid.hub for one in self.others)) if agency in hub.agencies
        )
        known = hub.agencies[agency]
        return AgencyRow(
            agency,
            known.code,
            known.name,
            agency == self.hub.settings.host,
            _pence(self.today, agency),
            _streams(self.today, agency),
            tuple(self._in_one(agency, one.cost) for one in self.others),
            tuple(
                _streams(one.cost, agency) if isinstance(one.cost, YearCost) else None for one in self.others
            ),
        )

    def _in_one(self, agency: RecordId, cost: YearCost | NoYearCost) -> InOne | None:
        if isinstance(cost, NoYearCost):
            return None
        issued = _in_issued(cost, agency) - _in_issued(self.today, agency)
        return InOne(_pence(self.today, agency), _pence(cost, agency), issued)


def compare(
    standing: Standing, scenarios: Sequence[Scenario], day: date, known: Comparison | None = None
) -> Comparison | NoYearCost:
    """`scenarios` side by side with the hub as it stands, for the charging year of `day`.

    NoYearCost where today has no figure. A scenario that has none says why in its place. What is `known`
    already, and holds still, is not worked out again: an edit in one scenario is about that one alone.
    """
    hub = standing.hub
    try:
        issued: tuple[Run, ...] = standing.runs
    except Refused as refused:
        return NoYearCost(refused.problems)
    if known is not None and not known.holds_for(standing, day):
        known = None
    today = known.today if known else year_cost(hub, day, issued)
    if isinstance(today, NoYearCost):
        return today
    others = []
    for one in scenarios:
        found = next((other for other in known.others if other.scenario == one), None) if known else None
        others.append(found or _in_scenario(one, today, hub, day, issued))
    names = tuple(sorted(period.name for period in periods_issued(in_year(issued, today.year))))
    return Comparison(standing, today.year, today, tuple(others), names)


def _in_scenario(one: Scenario, today: YearCost, hub: Hub, day: date, issued: Sequence[Run]) -> InScenario:
    laid = scenario_upon(hub, one)
    return InScenario(one, laid, year_cost(laid.hub, day, issued) if laid.change else today)


def which_figures(comparison: Comparison) -> str:
    """Which figures these are, plainly: of what year, on what amounts, and what issued periods mean."""
    year, amounts = comparison.year.name, comparison.today.amounts
    on = "budgets" if amounts is Amounts.BUDGET else "actuals where they are known, else budgets"
    said = f"Charges for the whole year {year}, without VAT, on {on}."
    if not comparison.issued:
        return f"{said} No period of it is issued yet."
    names = " and ".join(filter(None, (", ".join(comparison.issued[:-1]), comparison.issued[-1])))
    verb = "is issued and stays" if len(comparison.issued) == 1 else "are issued and stay"
    return (
        f"{said} {names} {verb} as issued: what a scenario would make different there would be charged as an "
        "adjustment in the next run, and is counted here."
    )


def difference_words(more: Pence) -> str:
    """ "pays £120.00 more", "pays £120.00 less", "no change"."""
    if not more:
        return "no change"
    return f"pays {pounds(abs(more))} {'more' if more > 0 else 'less'}"


def cover_words(cost: YearCost) -> str:
    """What the licences bring in against what the desk rate is to cover, and by how much over or under."""
    cover = cost.cover
    brings = f"Licences bring in {pounds(cover.income)}"
    if not cover.costs:
        return f"{brings}; no cost is marked as paid for by the desk rate"
    to_cover = f"{brings} against {pounds(cover.costs)} that the desk rate is to cover"
    if not cover.over:
        return f"{to_cover}: exactly covered"
    word = "over-recovered" if cover.over > 0 else "under-recovered"
    return f"{to_cover}: {pounds(abs(cover.over))} {word}"


def _pence(cost: YearCost, agency: RecordId) -> Pence:
    return cost.of[agency].pence if agency in cost.of else 0


def _in_issued(cost: YearCost, agency: RecordId) -> Pence:
    return cost.of[agency].in_issued if agency in cost.of else 0


def _streams(cost: YearCost, agency: RecordId) -> tuple[Pence, ...]:
    one = cost.of.get(agency)
    return tuple(one.streams[stream] if one else 0 for stream in Stream)
