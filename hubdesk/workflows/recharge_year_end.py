"""The way to a year's end: periods issued, actuals typed, balancing charges looked at and issued."""

from dataclasses import dataclass

from hubdesk.charging.run import Run, in_year
from hubdesk.charging.run_name import Closing
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.money import pounds
from hubdesk.domain.period import ChargingYear, Period
from hubdesk.workflows.recharge_run import missing_periods, next_closing
from hubdesk.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way: whether it is done, and how it stands in words."""

    title: str
    told: str
    done: bool = False


@dataclass(frozen=True)
class YearEnd:
    """How far `year` is on its way. `blank` are shared costs whose actual is not known yet.

    `closings` are the year ends that were issued; a further one is for a fact found wrong later.
    """

    year: ChargingYear
    missing: tuple[Period, ...]
    blank: tuple[CostLine, ...]
    closings: tuple[Run, ...]

    @property
    def draft(self) -> str | None:
        """The name of the year end that can be drafted, once every period is issued."""
        return None if self.missing else next_closing(self.closings, self.year).name

    @property
    def stages(self) -> tuple[Stage, ...]:
        return (self._periods(), self._actuals(), self._balancing(), self._statements())

    def _periods(self) -> Stage:
        names = ", ".join(one.name for one in self.missing)
        told = f"still to be issued: {names}" if names else "every one is issued"
        return Stage("Periods", told, done=not self.missing)

    def _actuals(self) -> Stage:
        if not self.blank:
            return Stage("Actuals", "every shared cost has its actual", done=True)
        stand = sum(line.budget for line in self.blank)
        many = "1 shared cost has" if len(self.blank) == 1 else f"{len(self.blank)} shared costs have"
        return Stage("Actuals", f"{many} none yet, so that budgets of {pounds(stand)} would stand")

    def _balancing(self) -> Stage:
        title = "Balancing charges"
        if self.closings:
            last = self.closings[-1]
            net = sum(line.pence for line in last.lines)
            return Stage(title, f"{last.name} is issued: {pounds(net)} over all agencies", done=True)
        told = f"{self.draft} is there as a draft" if self.draft else "follow once every period is issued"
        return Stage(title, told)

    def _statements(self) -> Stage:
        if not self.closings:
            return Stage("Statements", "follow once the year end is issued")
        told = f"those of {self.closings[-1].name} are ready for “Everything into a folder”"
        return Stage("Statements", told, done=True)


def year_end_of(standing: Standing, year: ChargingYear) -> YearEnd:
    """How far `year` is. Raises Refused if an issued run is not as it was issued."""
    lines = standing.hub.cost_lines_of.get(year.starts_in, ())
    blank = (line for line in lines if line.recovery is Recovery.SHARED and line.actual is None)
    closings = (run for run in in_year(standing.runs, year) if isinstance(run.of, Closing))
    return YearEnd(year, missing_periods(standing, year), tuple(blank), tuple(closings))
