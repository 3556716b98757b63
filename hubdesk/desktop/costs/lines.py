"""`Lines`: the cost lines of the chosen year, to read and to type in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.tables.table import TOTAL, Table
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.csv.tabbed import from_tabbed
from hubdesk.workflows.costs.columns import COLUMNS
from hubdesk.workflows.costs.headings import headings_row
from hubdesk.workflows.costs.new_lines import adding_to

_TITLES = {column.id: column.title for column in COLUMNS}


class Lines(QWidget):
    """The table of the lines."""

    looked_at = Signal(str)
    """What was pasted is a budget, to be looked at before it comes in."""
    chosen = Signal(str)
    """The keys are in the row of that cost line; nothing if in none."""

    def __init__(self, year: ShownYear) -> None:
        super().__init__()
        self._year = year
        self.table = Table("Cost lines", COLUMNS, year.session, adding_to(year.chosen.starts_in))
        self.empty = QLabel()
        self.empty.setObjectName("quiet")
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        self.table.handling.instead = self._pasted
        self.table.activated.connect(self._why)
        self.table.current_changed.connect(self.chosen)
        year.changed.connect(self._show)
        year.chosen.changed.connect(self._other_year)
        self._show()

    def go_to(self, line: RecordId, column: str | None = None) -> bool:
        """The keys go to that line, which a filter may have put out of sight. False if it is not there."""
        table = self.table
        if not table.go_to(line, column):
            table.bar.filter.clear()
            table.cells.filter("")
            if not table.go_to(line, column):
                return False
        table.setFocus()
        return True

    def _pasted(self, text: str, beyond: bool) -> bool:  # noqa: FBT001  the table hands it over
        """Whole rows, new ones or under headings, are a budget: lines are known by code, not by place."""
        is_budget = beyond or headings_row(from_tabbed(text), self._year.chosen.starts_in) is not None
        if is_budget:
            self.looked_at.emit(text)
        return is_budget

    def _other_year(self) -> None:
        self.table.handling.adding = adding_to(self._year.chosen.starts_in)

    def _show(self) -> None:
        costs = self._year.costs
        self.table.show_rows(costs.rows)
        self.empty.setVisible(not costs.rows)
        self.empty.setText(
            f"{self._year.chosen.name} has no cost lines yet. Paste them from a spreadsheet (Ctrl+V), "
            "add one, or roll last year’s forward."
        )

    def _why(self, row: str, column: str) -> None:
        if row == TOTAL:
            lines = [RecordId(one.id) for one in self.table.rows]
            what = f"{_TITLES[column]}, {self._year.chosen.name}"
            self._year.explain(what, lambda workings: workings.of_all(lines, column, what))
        else:
            line = RecordId(row)
            code = self._year.session.hub.cost_lines[line].code
            title = f"{code}, {_TITLES[column]}, {self._year.chosen.name}"
            self._year.explain(title, lambda workings: workings.of(line, column))
