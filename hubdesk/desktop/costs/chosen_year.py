"""`ChosenYear`: the charging year that the costs are of, and the field that says so."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from hubdesk.desktop.session import Session
from hubdesk.domain.period import ChargingYear, year_name


class ChosenYear(QObject):
    """The year of the day on screen, until another is chosen; another day of another year is back at that."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._of_day = self._year_of_day()
        self._chosen: int | None = None
        session.as_at_changed.connect(self._day_came)
        session.changed.connect(self._day_came)

    @property
    def starts_in(self) -> int:
        """The calendar year in which it starts."""
        return self._of_day if self._chosen is None else self._chosen

    @property
    def name(self) -> str:
        return year_name(self.starts_in)

    @property
    def year(self) -> ChargingYear:
        return self._session.hub.charging_year(self.starts_in)

    def offered(self) -> list[int]:
        """The years that have costs, the one after them, and those around the day on screen."""
        there = set(self._session.hub.cost_lines_of) | {self._of_day, self._of_day + 1}
        return sorted(there | {max(there) + 1} | {self.starts_in})

    def choose(self, starts_in: int) -> None:
        """Look at the costs of that year."""
        before = self.starts_in
        self._chosen = None if starts_in == self._of_day else starts_in
        if self.starts_in != before:
            self.changed.emit()

    def _day_came(self, *_: object) -> None:
        of_day = self._year_of_day()
        if of_day != self._of_day:
            before = self.starts_in
            self._of_day, self._chosen = of_day, None
            if self.starts_in != before:
                self.changed.emit()

    def _year_of_day(self) -> int:
        start = self._session.hub.settings.year_start
        return ChargingYear.containing(self._session.as_at, start).starts_in


class YearField(QComboBox):
    """Chooses the year."""

    def __init__(self, year: ChosenYear, session: Session) -> None:
        super().__init__()
        self._year = year
        self.setAccessibleName("Charging year")
        self.setToolTip("The charging year whose costs are shown. Another day on screen brings its own")
        self.fill()
        self.activated.connect(lambda place: year.choose(self.itemData(place)))
        year.changed.connect(self.fill)
        session.changed.connect(self.fill)
        session.as_at_changed.connect(self.fill)

    def fill(self) -> None:
        """The years there are to choose from, and the chosen one."""
        offered = self._year.offered()
        if [self.itemData(place) for place in range(self.count())] != offered:
            self.clear()
            for starts_in in offered:
                self.addItem(year_name(starts_in), starts_in)
        self.setCurrentIndex(offered.index(self._year.starts_in))
