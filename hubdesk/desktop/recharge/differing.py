"""`Differing`: what the run charges otherwise than the last one that was issued, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.domain.names import counted
from hubdesk.workflows.recharge_columns import DIFFERENCES, difference_in_full
from hubdesk.workflows.recharge_differences import Difference, Differences


class Differing(QWidget):
    """The largest difference first."""

    opened = Signal(object)
    """A tuple of one Figure, whose workings are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, Difference] = {}
        self.said, self.whole = words("quiet"), words("")
        self.whole.setAccessibleName("The difference in full")
        self.table = Table("Differences", DIFFERENCES)
        self.table.activated.connect(self._open)
        self.table.current_changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addStretch(0)

    def show_differences(self, differences: Differences | None) -> None:
        """Show them; None where they are not known."""
        found = differences.found if differences else ()
        self._found = {one.id: one for one in found}
        self.said.setText(_said(differences))
        self.table.show_rows(found)
        self.table.setVisible(bool(found))
        self._tell(self.table.current or "")

    def _tell(self, row: str) -> None:
        one = self._found.get(row)
        self.whole.setText(difference_in_full(one) if one else "")
        self.whole.setVisible(one is not None)

    def _open(self, row: str, _column: str) -> None:
        if row != TOTAL:
            self.opened.emit((self._found[row].figure,))


def _said(differences: Differences | None) -> str:
    if differences is None:
        return ""
    if differences.last is None:
        return "No period was issued before this one, so that there is nothing to compare it with."
    more = f" {counted(differences.more, 'smaller difference')} not listed." if differences.more else ""
    return f"Against {differences.last.name}, as it was issued; without VAT.{more}"
