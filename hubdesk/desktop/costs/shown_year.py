"""`ShownYear`: the rows of the chosen year as they stand, with the engine's figures as they come."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hubdesk.charging.workings import Working
from hubdesk.desktop.costs.chosen_year import ChosenYear
from hubdesk.desktop.costs.worked_out import WorkedOut
from hubdesk.desktop.workspace import Workspace
from hubdesk.workflows.costs.rate_workings import RateWorkings
from hubdesk.workflows.costs.rows import CostYear, cost_year
from hubdesk.workflows.costs.workings import CostWorkings

Why = Callable[[CostWorkings], Working | None]
WhyRate = Callable[[RateWorkings], Working]


class ShownYear(QObject):
    """What all parts of the page show. What was typed is in the rows at once, the engine's figures follow."""

    changed = Signal()
    """`costs` are others."""
    outdated = Signal()
    """The hub, what was issued, the day or the year is another: what follows from them may be too."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.session = workspace.session
        self.jobs = workspace.jobs
        self.chosen = ChosenYear(self.session, self)
        self.worked_out = WorkedOut(self.session, self.jobs, self.chosen, self)
        self._workings = workspace.workings
        self._looked_at = self._stale = False
        self._costs = self._read()
        session = self.session
        for signal in (session.changed, session.issued, session.as_at_changed, self.chosen.changed):
            signal.connect(self._outdated)
        self.worked_out.came.connect(self._show)
        self._outdated()

    def look(self, *, looked_at: bool) -> None:
        """Whether anybody looks: while nobody does, nothing is read or worked out."""
        self._looked_at = looked_at
        if looked_at and self._stale:
            self._outdated()

    @property
    def costs(self) -> CostYear:
        return self._costs

    def explain(self, title: str, why: Why) -> None:
        """Open the workings of a figure, and keep them up to date."""
        starts_in = self.chosen.starts_in

        def question() -> Callable[[], Working | None]:
            standing = self.session.standing

            def work() -> Working | None:
                try:
                    return why(CostWorkings(standing.hub, starts_in, standing.runs))
                except KeyError:  # The line was removed meanwhile.
                    return None

            return work

        self._workings.follow(title, question)

    def explain_rate(self, title: str, why: WhyRate) -> None:
        """Open the workings of a figure of the rate."""
        starts_in = self.chosen.starts_in

        def question() -> Callable[[], Working | None]:
            standing = self.session.standing
            return lambda: why(RateWorkings(standing.hub, starts_in, standing.runs))

        self._workings.follow(title, question)

    def _outdated(self, *_: object) -> None:
        self._stale = not self._looked_at
        if self._looked_at:
            self._show()
            self.outdated.emit()
            self.worked_out.ask()

    def _show(self) -> None:
        self._costs = self._read()
        self.changed.emit()

    def _read(self) -> CostYear:
        figures = self.worked_out.figures
        return cost_year(self.session.hub, self.chosen.starts_in, figures.charged if figures else None)
