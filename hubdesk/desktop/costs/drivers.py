"""`Drivers`: what costs are shared by, agency by agency, from day to day."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.costs.driver_dialogs import NewDay, NewDriver, OtherName
from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.tables.table import Table
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.editing import drivers
from hubdesk.workflows.costs.driver_columns import day_id, driver_columns
from hubdesk.workflows.costs.driver_grid import DriverGrid, driver_grid


class Drivers(QWidget):
    """One driver at a time. Days and drivers that have no figures yet are kept here until they have."""

    def __init__(self, year: ShownYear) -> None:
        super().__init__()
        self._year, self._session = year, year.session
        self._days: dict[str, set[date]] = {}
        self._new: list[str] = []
        self._shown: DriverGrid | None = None
        self.box = QComboBox()
        self.box.setAccessibleName("Driver")
        self.box.setMinimumContentsLength(14)
        self.used = QLabel()
        self.used.setObjectName("quiet")
        self.used.setWordWrap(True)
        self.table = Table("Driver figures", driver_columns(self._grid()), self._session)
        self.add_day = _button("Add a day…", self.ask_day)
        self.add = _button("New driver…", self.ask_new)
        self.rename = _button("Rename…", self.ask_name)
        self.remove = _button("Remove", self._remove)
        self._build()
        self.box.activated.connect(lambda _place: self._show())
        year.outdated.connect(self._renew)
        self._renew()

    @property
    def driver(self) -> str:
        """The one that is shown; empty where there is none."""
        return self.box.currentText()

    def show_driver(self, name: str) -> None:
        """Show that driver, which may have no figures yet."""
        if name not in self._session.hub.driver_names and name not in self._new:
            self._new.append(name)
        self._fill()
        self.box.setCurrentText(name)
        self._show()

    def show_figure(self, record: RecordId) -> bool:
        """Show the agency's figures in that record; False if it is gone."""
        figure = self._session.hub.driver_figures.get(record)
        if figure is None:
            return False
        self.show_driver(figure.driver)
        return self.table.go_to(figure.agency)

    def show_day(self, day: date) -> None:
        """A column for that day, to type figures into."""
        self._days.setdefault(self.driver, set()).add(day)
        self._show()
        if self.table.rows:
            self.table.go_to(self.table.rows[0].id, day_id(day))
        self.table.setFocus()

    def ask_new(self) -> None:
        NewDriver(self._session, self.show_driver, self).open()

    def ask_day(self) -> None:
        NewDay(self._session, self.driver, self.show_day, self).open()

    def ask_name(self) -> None:
        OtherName(self._session, self.driver, self.show_driver, self).open()

    def _remove(self) -> None:
        name = self.driver
        if name in self._session.hub.driver_names:
            self._session.do(lambda hub: drivers.remove(hub, name))
        else:
            self._new.remove(name)
            self._renew()

    def _build(self) -> None:
        row = QHBoxLayout()
        label = QLabel("Driver:")
        label.setBuddy(self.box)
        for widget in (label, self.box, self.add_day, self.add, self.rename, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(row)
        column.addWidget(self.used)
        column.addWidget(self.table, 1)

    def _renew(self, *_: object) -> None:
        self._new = [name for name in self._new if name not in self._session.hub.driver_names]
        self._fill()
        self._show()

    def _fill(self) -> None:
        names = sorted(self._session.hub.driver_names | set(self._new))
        if [self.box.itemText(place) for place in range(self.box.count())] != names:
            before = self.driver
            self.box.clear()
            self.box.addItems(names)
            self.box.setCurrentText(before)

    def _grid(self) -> DriverGrid:
        first = self._year.chosen.year.first
        return driver_grid(self._session.hub, self.driver, {first} | self._days.get(self.driver, set()))

    def _show(self) -> None:
        grid = self._grid()
        if grid != self._shown:  # Most edits are of something else, and a large grid takes its time.
            self._shown = grid
            self.table.show_columns(driver_columns(grid))
            self.table.show_rows(grid.rows if self.driver else ())
        there = bool(self.driver)
        may = not self._session.only_looks
        self.add.setEnabled(may)
        self.rename.setEnabled(may and self.driver in self._session.hub.driver_names)
        for button in (self.add_day, self.remove):
            button.setEnabled(may and there)
        self.used.setText(self._used())

    def _used(self) -> str:
        if not self.driver:
            return "There is no driver yet: a figure per agency, such as visits, staff or kilowatt-hours."
        lines = [
            row.line.code
            for row in self._year.costs.rows
            if row.line.basis is Basis.DRIVER and row.line.driver == self.driver
        ]
        by = f"{counted(len(lines), 'cost line')} of {self._year.chosen.name}"
        said = (
            f"Shares {by}: {', '.join(lines)}."
            if lines
            else f"Shares no cost line of {self._year.chosen.name}."
        )
        return f"{said} A blank cell means that the figure before holds on."


def _button(words: str, run: object) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(run)
    return button
