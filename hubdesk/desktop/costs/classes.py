"""`Classes`: the sums of a year's costs by class."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.tables.table import Table
from hubdesk.workflows.costs.class_columns import CLASS_COLUMNS, UNNAMED

_TITLES = {column.id: column.title for column in CLASS_COLUMNS}


class Classes(QWidget):
    """The sums by class."""

    def __init__(self, year: ShownYear) -> None:
        super().__init__()
        self._year = year
        self.table = Table("Costs by class", CLASS_COLUMNS).without_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.table, 1)
        self.table.activated.connect(self._why)
        year.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.table.show_rows(self._year.costs.classes)

    def _why(self, row: str, column: str) -> None:
        costs = self._year.costs
        sums = next((one for one in costs.classes if one.id == row), None)
        rows = costs.rows if sums is None else costs.of_class(sums)
        lines = [one.id for one in rows]
        name = "All classes" if sums is None else sums.name or UNNAMED
        what = f"{name}, {_TITLES[column]}, {self._year.chosen.name}"
        self._year.explain(what, lambda workings: workings.of_all(lines, column, what))
