"""`YearPanel`: a chart of the charging year of the as-at day, with a field that chooses what of it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.charts.chart import Chart
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.domain.period import ChargingYear

T = TypeVar("T")


class YearPanel(QWidget, Generic[T]):
    """Follows the hub and the year while it is to be seen; what nobody looks at is not worked out."""

    def __init__(self, session: Session, jobs: Jobs, chart: Chart, words: tuple[str, str]) -> None:
        """`words` stand before the field that chooses, and name it."""
        super().__init__()
        self.session = session
        self._listed: tuple[tuple[str, str], ...] = ()
        self._stale = True
        self.year = self._year_on_screen
        """The year that is shown, or worked out to be shown."""
        before, name = words
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(name)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label = QLabel(before)
        label.setBuddy(self.chooser)
        chart.beside_title(label, self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(chart, 1)
        self._latest: Latest[T] = Latest(jobs, self.question, self)
        self._latest.came.connect(self.show_answer)
        self.chooser.activated.connect(lambda _row: self._ask())
        session.changed.connect(self._ask)
        session.issued.connect(self._ask)
        session.as_at_changed.connect(self._another_day)

    @abstractmethod
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What can be chosen, in order: the words, and the key; the first is there at first."""

    @abstractmethod
    def question(self) -> Callable[[], T]:
        """Asked on the main thread: a function of values that a worker runs."""

    @abstractmethod
    def show_answer(self, answer: T) -> None:
        """Show what came of it."""

    def day_moved(self) -> None:
        """The as-at day is another one of the same year."""

    @property
    def chosen(self) -> str:
        """The key of what is chosen."""
        return str(self.chooser.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key, as if by hand."""
        self._list()
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(key)))
        self._ask()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(640, 300)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._stale:
            self._ask()

    @property
    def _year_on_screen(self) -> ChargingYear:
        return ChargingYear.containing(self.session.as_at, self.session.hub.settings.year_start)

    def _ask(self) -> None:
        """Work it out anew, or once it is to be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.year = self._year_on_screen
            self._list()
            self._latest.ask()

    def _another_day(self) -> None:
        if self.year != self._year_on_screen:
            self._ask()
        else:
            self.day_moved()

    def _list(self) -> None:
        listed = self.choices()
        if listed == self._listed:
            return
        chosen, self._listed = self.chosen, listed
        self.chooser.clear()
        for words, key in listed:
            self.chooser.addItem(words, key)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)))
