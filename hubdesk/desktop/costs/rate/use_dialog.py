"""`UseRate`: a rate from a day on, with what each agency would pay more or less before it is accepted."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.table import Table
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.editing import rates
from hubdesk.workflows.costs.before_after import before_after_columns
from hubdesk.workflows.costs.rate_effects import RateEffects, rate_effects
from hubdesk.workflows.costs.rate_words import effects_told
from hubdesk.workflows.year_cost import NoYearCost

Answer = tuple[date, RateEffects | str]


class UseRate(ChangeDialog):
    """One change. The effects are those on the charging year of the day."""

    help_topic = "costs"

    def __init__(self, session: Session, jobs: Jobs, rate: Pence, first: date, parent: QWidget) -> None:
        super().__init__(session, f"Use {pounds(rate)} a desk and year", "Use this rate", parent)
        self._rate = rate
        self.day = DayEdit("From", first, session)
        self.add("&From", self.day, "The first day of the new rate")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.table = Table("Effects", before_after_columns("As it stands", "With this rate")).without_bar()
        self.instead = QCheckBox()
        self.instead.setChecked(True)
        self.column.insertWidget(1, self.instead)
        self.column.insertWidget(2, self.told)
        self.column.insertWidget(3, self.table, 1)
        self._latest: Latest[Answer] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._came)
        self.day.chosen.connect(self._ask)
        self.instead.toggled.connect(self._ask)
        session.changed.connect(self._ask)
        self.resize(760, 620)
        self._ask()

    def change(self, hub: Hub) -> Change:
        day = self.day.day
        if self.instead.isVisibleTo(self) and self.instead.isChecked():
            return rates.use_from(hub, day, self._rate, _year(hub, day).last)
        return rates.set_step(hub, day, self._rate)

    def _ask(self, *_: object) -> None:
        later = _later(self.session.hub, self.day.day)
        self.instead.setVisible(bool(later))
        self.instead.setText(f"&In place of {later}")
        self.told.setText("Working out what each agency would pay…")
        self._latest.ask()

    def _question(self) -> Callable[[], Answer]:
        standing, day = self.session.standing, self.day.day
        change = self.change(standing.hub)

        def work() -> Answer:
            try:
                found = rate_effects(standing.hub, change, day, standing.runs)
            except Refused as refused:
                return day, refused.problems[0].happened_there
            if isinstance(found, NoYearCost):
                return day, found.problems[0].happened_there
            return day, found

        return work

    def _came(self, answer: Answer) -> None:
        day, found = answer
        if day != self.day.day:
            return
        if isinstance(found, str):
            self.table.show_rows(())
            self.told.setText(f"No figures: {found}")
            return
        self.table.show_rows(found.rows)
        self.told.setText(effects_told(found))


def _later(hub: Hub, day: date) -> str:
    """The rates that are set for later days of the charging year of `day`, in words."""
    last = _year(hub, day).last
    steps = [step for step in hub.rate.pence.steps if day < step.first <= last]
    return " and ".join(f"{pounds(step.value)} from {in_words(step.first)}" for step in steps)


def _year(hub: Hub, day: date) -> ChargingYear:
    return ChargingYear.containing(day, hub.settings.year_start)
