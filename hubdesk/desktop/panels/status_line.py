"""The status line: how full the hub is as at the day, what the year comes to; each says why."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.dialogs.why import WhyDialog
from hubdesk.desktop.figures import Figures, Why, figures_on, in_short, why_desks, why_pounds
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.hint import Hint
from hubdesk.desktop.session import Session
from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.workflows.year_cost import NoYearCost

_BEING_WORKED_OUT, _NOT_YET = "being worked out", "…"


class StatusLine(QStatusBar):
    """Follows the session's hub and day. Others may add what they have to say with addPermanentWidget."""

    worked_out = Signal(object)
    """The Figures of the hub as it stands and of the day on screen."""

    def __init__(self, session: Session, actions: Actions, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self.figures: Figures | None = None
        self.setAccessibleName("Status line")
        self.setSizeGripEnabled(False)
        actions.add(
            Action(
                "view.why-desks",
                "Why: desks and licences…",
                "View",
                self.show_desks,
                enabled=lambda: self.figures is not None and self.figures.occupancy is not None,
                why_not="The figures are not worked out yet, or errors stand in the way",
            ),
            Action(
                "view.why-year",
                "Why: the year's £…",
                "View",
                self.show_pounds,
                enabled=lambda: self.figures is not None and not isinstance(self.figures.year, NoYearCost),
                why_not="The year has no figure yet",
            ),
        )
        self._actions = actions
        self.hint = Hint()
        self.addWidget(self.hint, 1)
        self.in_service, self.licensed, self.allocated, self.vacant = (
            self._figure(word, self.show_desks) for word in ("In service", "Licensed", "Allocated", "Vacant")
        )
        self.year = self._figure("The year's £", self.show_pounds)
        if session.only_looks:
            looking = QLabel("Only to look at")
            looking.setToolTip("The hub was opened to look at. Nothing can be changed here.")
            looking.setObjectName("only-looking")
            self.addWidget(looking)
        self._latest: Latest[Figures] = Latest(jobs, self._question, self)
        self._latest.working.connect(self._stale)
        self._latest.came.connect(self._show)
        session.changed.connect(self._latest.ask)
        session.as_at_changed.connect(self._latest.ask)
        session.issued.connect(self._latest.ask)
        self._latest.ask()

    def show_desks(self) -> None:
        """What the counts are made of."""
        self._answer(None if self.figures is None else why_desks(self.figures))

    def show_pounds(self) -> None:
        """What the year's £ are made of."""
        self._answer(None if self.figures is None else why_pounds(self.figures))

    def _answer(self, why: Why | None) -> None:
        if why is not None:
            WhyDialog(why, self).show()

    def _question(self) -> Callable[[], Figures]:
        standing, day = self._session.standing, self._session.as_at
        return lambda: figures_on(standing, day)

    def _figure(self, word: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.clicked.connect(act)
        self.addPermanentWidget(button)
        _say(button, word, _NOT_YET, _BEING_WORKED_OUT)
        return button

    def _stale(self) -> None:
        for button in self._buttons():
            _dim(button, stale=True)
            button.setAccessibleDescription(_BEING_WORKED_OUT)

    def _show(self, figures: Figures) -> None:
        self.figures = figures
        self.worked_out.emit(figures)
        on, day = figures.occupancy, in_words(figures.day)
        if on is None:
            assert isinstance(figures.year, NoYearCost)
            why = in_short(figures.year.problems)
            for button, word in zip(
                self._buttons(), ("In service", "Licensed", "Allocated", "Vacant", "Year"), strict=True
            ):
                _say(button, word, "–", why)
            self._actions.refresh_soon()
            return
        _say(self.in_service, "In service", f"{on.in_service:,}", f"Desks in service on {day}")
        _say(self.licensed, "Licensed", f"{on.licensed:,}", f"Desks that agencies are licensed for on {day}")
        _say(self.allocated, "Allocated", f"{on.allocated:,}", f"Desks in service and allocated on {day}")
        _say(self.vacant, "Vacant", f"{on.vacant:,}", f"Desks in service and not allocated on {day}")
        cost = figures.year
        if isinstance(cost, NoYearCost):
            _say(self.year, "Year", "–", in_short(cost.problems))
        else:
            tip = f"What all agencies are charged for {cost.year.name} as things stand, without VAT"
            _say(self.year, cost.year.name, pounds(cost.pence), tip)
        self._actions.refresh_soon()

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (self.in_service, self.licensed, self.allocated, self.vacant, self.year)


def _dim(button: QWidget, *, stale: bool) -> None:
    """A figure that may no longer hold stands back; nothing moves."""
    if button.property("stale") != stale:
        button.setProperty("stale", stale)
        button.style().unpolish(button)
        button.style().polish(button)


def _say(button: QWidget, word: str, figure: str, tip: str) -> None:
    assert isinstance(button, QToolButton)
    _dim(button, stale=figure == _NOT_YET)
    button.setText(f"{word} {figure}")
    button.setToolTip(f"{tip}. Press for why.")
    button.setAccessibleName(f"{word}: {figure}")
    button.setAccessibleDescription(tip)
