"""`Settling`: what has to be settled before the run is issued, with what is at stake, and the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.domain.problem import Problem, Severity
from hubdesk.workflows.recharge_columns import MATTERS, matters
from hubdesk.workflows.recharge_seen import Seen


class Settling(QWidget):
    """The gravest first. Enter or a double click on a row goes to the place."""

    wanted = Signal(object)
    """The Problem whose place is to be gone to."""

    def __init__(self) -> None:
        super().__init__()
        self._problems: dict[str, Problem] = {}
        self.said, self.whole = words("quiet"), words("")
        self.whole.setAccessibleName("The matter in full")
        self.table = Table("To settle", MATTERS)
        self.table.activated.connect(self._go)
        self.table.current_changed.connect(self._tell)
        self.go = QPushButton("Go to the place")
        self.go.clicked.connect(lambda: self._go(self.table.current or TOTAL))
        below = QHBoxLayout()
        below.addWidget(self.whole, 1)
        below.addWidget(self.go)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def show_seen(self, seen: Seen) -> None:
        rows = matters(seen.problems)
        self._problems = {row.id: row.problem for row in rows}
        self.said.setText(_said(seen))
        self.table.show_rows(rows)
        self._tell(self.table.current or TOTAL)

    def _tell(self, row: str) -> None:
        problem = self._problems.get(row)
        self.whole.setText(problem.told_there if problem else "")
        self.go.setEnabled(problem is not None)

    def _go(self, row: str, _column: str = "") -> None:
        if row != TOTAL:
            self.wanted.emit(self._problems[row])


def _said(seen: Seen) -> str:
    said = []
    if not seen.problems:
        said.append("Nothing is the matter with this run.")
    else:
        if any(one.severity is not Severity.WARNING for one in seen.problems):
            said.append("What is to be settled first stands in the way of issue.")
            said.append("The rest is to be thought over.")
        said.append("Enter, or a double click, goes to the place.")
    return " ".join((*said, seen.agreement)).strip()


def title_of(seen: Seen) -> str:
    """The words of its tab: with how many things, because they stand in the way."""
    first = len(seen.unsettled)
    return f"To settle ({first:,})" if first else "To settle"
