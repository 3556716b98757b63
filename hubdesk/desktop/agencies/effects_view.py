"""`EffectsView`: what a change that is not made yet would do to everybody, month by month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.charging.by_month import YearCharged
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused, all_told
from hubdesk.workflows.effect_columns import EffectRow, effect_columns, effect_rows
from hubdesk.workflows.effects_by_month import EffectsByMonth, effects_by_month
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost

_YEARS = 2
"""The year in which it happens, and the one after."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What to work out: a change to a hub in a year, under what was issued."""

    change: Change
    hub: Hub
    year: ChargingYear
    standing: Standing
    """What was issued; read by the worker, for it takes long."""
    was: YearCharged | None
    """What the hub charges as it stands, if that is known since the question before."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a worker came to, for `hub` and `year`; rows too, since the marks of many agencies take long."""

    effects: EffectsByMonth | NoYearCost
    rows: tuple[EffectRow, ...] = ()
    hub: Hub | None = None
    was: YearCharged | None = None


class EffectsView(QWidget):
    """Asked anew whenever what is typed changes; the newest question wins, in a worker."""

    came = Signal()
    """What is shown holds for what was asked last."""

    def __init__(self, session: Session, intent: Intent) -> None:
        super().__init__()
        self._session, self._intent = session, intent
        self._first = session.as_at
        self.effects: EffectsByMonth | None = None
        self._found = _Found(NoYearCost(()))
        self.heading = QLabel()
        self.heading.setObjectName("preview-heading")
        self.year = QComboBox()
        self.year.setAccessibleName("Charging year of the effects")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setAccessibleName("What it does to everybody")
        self.table = Table("What everybody would pay more or less", (), session).without_bar()
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.year)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        self.heading.setText("What everybody would pay more or less, month by month, without VAT")
        self._offer_years()
        self._latest: Latest[_Found] = Latest(Jobs(self), self._question, self)
        self._latest.working.connect(lambda: self.said.setText("Working it out…"))
        self._latest.came.connect(self._show)
        self.year.currentIndexChanged.connect(lambda _index: self._latest.ask())
        session.changed.connect(self._latest.ask)
        session.issued.connect(self._start_afresh)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(1080, 280)

    def ask(self, first: date) -> None:
        """Something else is typed: work out what `intent` does now, in the year of `first`."""
        if ChargingYear.containing(first, self._session.hub.settings.year_start) != self._years[0]:
            self._first = first
            self._offer_years()
        self._latest.ask()

    @property
    def _years(self) -> list[ChargingYear]:
        years = [ChargingYear.containing(self._first, self._session.hub.settings.year_start)]
        while len(years) < _YEARS:
            years.append(years[-1].following())
        return years

    def _offer_years(self) -> None:
        place = max(0, self.year.currentIndex())
        self.year.blockSignals(True)  # noqa: FBT003  Qt has it so
        self.year.clear()
        for one in self._years:
            self.year.addItem(one.name)
        self.year.setCurrentIndex(place)
        self.year.blockSignals(False)  # noqa: FBT003  Qt has it so

    def _question(self) -> Callable[[], _Found]:
        hub, year = self._session.hub, self._years[max(0, self.year.currentIndex())]
        known = self._found
        was = known.was if known.hub is hub and known.was and known.was.year == year else None
        try:
            asked = _Asked(self._intent(hub), hub, year, self._session.standing, was)
        except Refused as refused:
            none = _Found(NoYearCost(refused.problems), (), known.hub, known.was)
            return lambda: none
        return lambda: _worked_out(asked)

    def _start_afresh(self) -> None:
        """A run was issued: the year may have gone over to actuals."""
        self._found = _Found(NoYearCost(()))
        self._latest.ask()

    def _show(self, found: _Found) -> None:
        self._found, effects = found, found.effects
        if isinstance(effects, NoYearCost):
            self.effects = None
            self.table.show_rows(())
            self.said.setText(all_told(effects.problems))
        else:
            self.effects = effects
            self.table.show_columns(effect_columns(effects.year))
            self.table.show_rows(found.rows)
            self.table.grid.fit_columns()
            self.said.setText(in_words(effects))
        self.came.emit()


def _worked_out(asked: _Asked) -> _Found:
    try:
        effects = effects_by_month(asked.change, asked.hub, asked.year, asked.standing.runs, asked.was)
    except Refused as refused:
        return _Found(NoYearCost(refused.problems))
    if isinstance(effects, NoYearCost):
        return _Found(effects)
    return _Found(effects, effect_rows(effects), asked.hub, effects.was)


def in_words(effects: EffectsByMonth) -> str:
    """The effects in a sentence or two."""
    if not effects.changed:
        words = f"Nobody pays more or less in {effects.year.name}."
    else:
        more = sum(one.pence for one in effects.of if one.pence > 0)
        less = -sum(one.pence for one in effects.of if one.pence < 0)
        parts = [f"some pay {pounds(more)} more"] if more else []
        parts += [f"{'others' if more else 'some'} pay {pounds(less)} less"] if less else []
        what = " and ".join(parts) or "months differ, and nobody’s year does"
        words = f"In {effects.year.name} {what}. What is issued already comes as adjustments in the next run."
    if effects.without_costs:
        words += f" No costs of {effects.year.name} are known yet: these are licence charges alone."
    return words
