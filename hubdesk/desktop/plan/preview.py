"""`Preview`: what a change that is not made yet would do to each agency's charges for a year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from hubdesk.charging.run import Run
from hubdesk.desktop.jobs import Job, Jobs
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.workflows.year_cost import AgencyEffect, NoYearCost, YearCost, effects_of, year_cost

_SETTLE_MS = 30
"""A drag moves on within this time: only what it comes to is worked out."""

Effects = tuple[AgencyEffect, ...] | NoYearCost


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A change that was proposed to `hub`, and what it would do: None while that is being worked out.

    `day` is one of the charging year that is looked at.
    """

    change: Change
    hub: Hub
    day: date
    effects: Effects | None = None

    @property
    def year(self) -> ChargingYear:
        """The year whose charges the effects are."""
        return ChargingYear.containing(self.day, self.hub.settings.year_start)


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
        self._was: tuple[Hub, ChargingYear, YearCost | NoYearCost] | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._work_out)
        self._first: date | None = None
        session.changed.connect(self._ask_again)
        session.as_at_changed.connect(self._ask_again)

    @property
    def foreseen(self) -> Foreseen | None:
        """What was proposed last; None if nothing is."""
        return self._foreseen

    def propose(self, change: Change | None, first: date | None = None) -> None:
        """Work out what `change` to the hub would do; None lets go of what was proposed.

        The charging year is that of `first`, the first day of the change, else of the day on screen.
        """
        self._first = first
        if change is None or not change:
            self._soon.stop()
            if self._foreseen is not None:
                self._foreseen = None
                self.changed.emit()
            return
        known = self._foreseen
        asked = Foreseen(change, self._session.hub, first or self._session.as_at)
        if known is not None and known.change == change and known.hub is asked.hub and known.day == asked.day:
            return
        same_year = known is not None and known.year == asked.year
        self._foreseen = replace(asked, effects=known.effects if known and same_year else None)
        if not self._soon.isActive():
            self._soon.start(_SETTLE_MS if known else 0)
        if not same_year:
            self.changed.emit()

    def _ask_again(self) -> None:
        """The hub or the day on screen is another, so what it would do may be."""
        asked = self._foreseen
        if asked is None:
            return
        try:
            self._session.hub.applying(asked.change)
        except Stale:  # It was made meanwhile, or what it was about is gone.
            self.propose(None)
        else:
            self.propose(asked.change, self._first)

    def _work_out(self) -> None:
        if self._job is not None or self._foreseen is None:
            return  # The job that is going on looks again when it is over.
        try:
            issued = self._session.standing.runs
        except Refused as refused:
            self._show(self._foreseen, NoYearCost(refused.problems))
            return
        asked = self._foreseen
        known = self._was
        was = known[2] if known is not None and known[0] is asked.hub and known[1] == asked.year else None
        self._job = self._jobs.quietly(
            lambda _progress: _worked(asked, was, issued),
            self._came,
        )
        self._job.ended.connect(self._look_again)

    def _came(self, worked: _Worked) -> None:
        self._was = (worked.of.hub, worked.of.year, worked.was)
        now, of = self._foreseen, worked.of
        if now is not None and now.hub is of.hub and now.year == of.year:
            self._show(now, worked.effects, settled=now.change == of.change)
        elif now is not None:
            self._soon.start(_SETTLE_MS)

    def _show(self, foreseen: Foreseen, effects: Effects, *, settled: bool = True) -> None:
        self._foreseen = replace(foreseen, effects=effects)
        if not settled:
            self._soon.start(_SETTLE_MS)
        self.changed.emit()

    def _look_again(self) -> None:
        self._job = None
        if self._foreseen is not None and self._foreseen.effects is None:
            self._soon.start(_SETTLE_MS)


def _worked(asked: Foreseen, was: YearCost | NoYearCost | None, issued: Sequence[Run]) -> _Worked:
    stands = year_cost(asked.hub, asked.day, issued) if was is None else was
    if isinstance(stands, NoYearCost):
        return _Worked(asked, stands, stands)
    return _Worked(asked, stands, effects_of(asked.change, stands, asked.hub, issued))
