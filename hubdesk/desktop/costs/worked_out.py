"""`WorkedOut`: the engine's figures of the chosen year, off the main thread, the newest first."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.costs.chosen_year import ChosenYear
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.costs.charged import CostsCharged, NotCharged, costs_charged
from hubdesk.workflows.costs.desk_rate import RatePlan, rate_plan


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What a year's costs come to, and its rate; `problems` say why not, where they are None."""

    starts_in: int
    charged: CostsCharged | None
    plan: RatePlan | None
    problems: tuple[Problem, ...] = ()


class WorkedOut(QObject):
    """Worked out when it is asked for."""

    working = Signal()
    """`figures` no longer hold: others are on their way."""
    came = Signal()
    """`figures` are others."""

    def __init__(self, session: Session, jobs: Jobs, year: ChosenYear, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._year = session, year
        self._figures: YearFigures | None = None
        self._latest: Latest[YearFigures] = Latest(jobs, self._question, self)
        self._hold = False
        self._latest.working.connect(self._no_longer)
        self._latest.came.connect(self._came)

    @property
    def figures(self) -> YearFigures | None:
        """Of the chosen year, as they were worked out last; None if they never were."""
        found = self._figures
        return found if found is not None and found.starts_in == self._year.starts_in else None

    @property
    def hold(self) -> bool:
        """Whether `figures` are those of the hub as it stands."""
        return self._hold and self.figures is not None

    def ask(self) -> None:
        """Work them out anew, soon."""
        self._latest.ask()

    def _question(self) -> Callable[[], YearFigures]:
        standing, starts_in, day = self._session.standing, self._year.starts_in, self._session.as_at

        def work() -> YearFigures:
            try:
                charged = costs_charged(standing.hub, starts_in, standing.runs)
                plan = rate_plan(standing.hub, starts_in, day, standing.runs)
            except Refused as refused:
                return YearFigures(starts_in, None, None, refused.problems)
            if isinstance(charged, NotCharged) or isinstance(plan, NotCharged):
                problems = charged.problems if isinstance(charged, NotCharged) else ()
                return YearFigures(starts_in, None, None, problems)
            return YearFigures(starts_in, charged, plan)

        return work

    def _came(self, figures: YearFigures) -> None:
        self._figures, self._hold = figures, True
        self.came.emit()

    def _no_longer(self) -> None:
        self._hold = False
        self.working.emit()
