"""`Preview`: what a change that is not made yet would do to each agency's charges for the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from hubdesk.charging.run import Run
from hubdesk.desktop.jobs import Job, Jobs
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.workflows.year_cost import AgencyEffect, NoYearCost, YearCost, effects_of, year_cost

_SETTLE_MS = 30
"""A drag moves on within this time: only what it comes to is worked out."""

Effects = tuple[AgencyEffect, ...] | NoYearCost


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A change that was proposed to `hub`, and what it would do: None while that is being worked out."""

    change: Change
    hub: Hub
    effects: Effects | None = None


@dataclass(frozen=True, slots=True)
class _Worked:
    """What a worker came to; the cost as the hub stands is kept for the next proposal."""

    of: Foreseen
    was: YearCost | NoYearCost
    effects: Effects


class Preview(QObject):
    """The newest proposal wins; an older one that is still being worked out is forgotten.

    Tools call `propose` while a drag lasts, with None when it is over or cancelled. `PreviewBar` shows it.
    """

    changed = Signal()
    """`foreseen` is another: proposed, worked out, or gone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = Jobs(self)
        self._job: Job[_Worked] | None = None
        self._foreseen: Foreseen | None = None
        self._was: tuple[Hub, date, YearCost | NoYearCost] | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._work_out)

    @property
    def foreseen(self) -> Foreseen | None:
        """What was proposed last; None if nothing is."""
        return self._foreseen

    def propose(self, change: Change | None) -> None:
        """Work out what `change` to the hub would do; None lets go of what was proposed."""
        if change is None or not change:
            self._soon.stop()
            if self._foreseen is not None:
                self._foreseen = None
                self.changed.emit()
            return
        if self._foreseen is not None and self._foreseen.change == change:
            return
        known = self._foreseen
        self._foreseen = Foreseen(change, self._session.hub, known.effects if known else None)
        if not self._soon.isActive():
            self._soon.start(_SETTLE_MS if known else 0)
        if known is None:
            self.changed.emit()

    def _work_out(self) -> None:
        if self._job is not None or self._foreseen is None:
            return  # The job that is going on looks again when it is over.
        try:
            issued = self._session.standing.runs
        except Refused as refused:
            self._show(self._foreseen, NoYearCost(refused.problems))
            return
        asked, day = self._foreseen, self._session.as_at
        known = self._was
        was = known[2] if known is not None and known[0] is asked.hub and known[1] == day else None
        self._job = self._jobs.quietly(
            lambda _progress: _worked(asked, was, day, issued),
            lambda worked: self._came(worked, day),
        )
        self._job.ended.connect(self._look_again)

    def _came(self, worked: _Worked, day: date) -> None:
        self._was = (worked.of.hub, day, worked.was)
        if self._foreseen is not None and self._foreseen.hub is worked.of.hub:
            self._show(self._foreseen, worked.effects, settled=self._foreseen.change == worked.of.change)

    def _show(self, foreseen: Foreseen, effects: Effects, *, settled: bool = True) -> None:
        self._foreseen = Foreseen(foreseen.change, foreseen.hub, effects)
        if not settled:
            self._soon.start(_SETTLE_MS)
        self.changed.emit()

    def _look_again(self) -> None:
        self._job = None
        if self._foreseen is not None and self._foreseen.effects is None:
            self._soon.start(_SETTLE_MS)


def _worked(asked: Foreseen, was: YearCost | NoYearCost | None, day: date, issued: Sequence[Run]) -> _Worked:
    stands = year_cost(asked.hub, day, issued) if was is None else was
    if isinstance(stands, NoYearCost):
        return _Worked(asked, stands, stands)
    return _Worked(asked, stands, effects_of(asked.change, stands, asked.hub, issued))
