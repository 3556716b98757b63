"""Which runs there are to look at, and which can be issued next."""

from dataclasses import dataclass

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run_name import Closing
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.workflows.recharge_run import billing_of, missing_periods, next_closing
from hubdesk.workflows.run_problems import next_period
from hubdesk.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class RunChoice:
    """A run by its name, and what it is: issued, a draft, or a sum to look at.

    `closes` a year end, which always uses actuals where they are known: there is nothing to choose.
    """

    name: str
    state: str
    closes: bool = False

    @property
    def words(self) -> str:
        return f"{self.name}, {self.state}"

    def amounts(self, wanted: Amounts | None) -> Amounts | None:
        """The amounts `wanted`, as far as the run leaves a choice."""
        return None if self.closes else wanted


def runs_to_look_at(standing: Standing) -> tuple[RunChoice, ...]:
    """The run that is next to be issued, then every run of the years that have costs or were begun.

    The newest year comes first. Raises Refused if an issued run is not as it was issued.
    """
    issued = {run.name for run in standing.runs}
    found: dict[str, RunChoice] = {}

    def add(name: str, state: str, *, closes: bool = False) -> None:
        found.setdefault(name, RunChoice(name, state, closes))

    first = next_period(standing)
    if first is not None:
        add(first.name, "a draft, next to be issued")
    for starts_in in sorted({*standing.hub.cost_lines_of, *standing.years}, reverse=True):
        year = standing.charging_year(starts_in)
        billing = billing_of(standing, year)
        if billing is not Billing.YEAR:
            add(year.name, "the whole year, to look at")
        for period in year.periods(billing):
            add(period.name, "issued" if period.name in issued else "a draft")
        for closing in _closings(standing, year):
            state = "issued" if closing.name in issued else "a draft of the year end"
            add(closing.name, state, closes=True)
    return tuple(found.values())


def runs_to_issue(standing: Standing) -> tuple[RunChoice, ...]:
    """The period whose turn it is, and the year ends that may be issued. Raises Refused likewise."""
    issued = {run.name for run in standing.runs}
    period = next_period(standing)
    found = [] if period is None else [RunChoice(period.name, "the next period")]
    for starts_in in sorted(standing.years, reverse=True):
        for closing in _closings(standing, standing.years[starts_in].year):
            if closing.name not in issued:
                found.append(RunChoice(closing.name, "the year end, with actuals", closes=True))
    return tuple(found)


def _closings(standing: Standing, year: ChargingYear) -> list[Closing]:
    """The year ends issued, and the one that would be next; none before every period is issued."""
    if year.starts_in not in standing.years or missing_periods(standing, year):
        return []
    return [Closing(year, number + 1) for number in range(next_closing(standing.runs, year).number)]
