"""`Matrix`: who pays what, agency by stream; every figure is opened from here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.tables import TOTAL, Table
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.recharge_columns import matrix_columns
from hubdesk.workflows.recharge_figures import Figure, Heading
from hubdesk.workflows.recharge_view import RechargeView


class Matrix(QWidget):
    """Shows one view at a time."""

    opened = Signal(object)
    """A tuple of the Figures that make up the figure whose workings are wanted: one, or more in a total."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: dict[str, Heading] = {}
        self._titles: list[str] = []
        self.table = Table("Recharge", ())
        self.table.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_view(self, view: RechargeView | None) -> None:
        """Show `view`; None where it cannot be worked out."""
        if view is None:
            self.table.show_rows(())
            return
        self._headings = {heading.id: heading for heading in view.headings}
        columns = matrix_columns(view)
        titles = [f"{column.id} {column.title}" for column in columns]
        if titles != self._titles:
            self._titles = titles
            self.table.show_columns(columns)
        self.table.show_rows(view.rows)

    def _open(self, row: str, column: str) -> None:
        heading = self._headings.get(column)
        if heading is None:
            return
        if row != TOTAL:
            self.opened.emit((Figure(heading, RecordId(row)),))
        elif len(self.table.rows) == len(self.table.cells.fed):
            self.opened.emit((Figure(heading),))
        else:
            self.opened.emit(tuple(Figure(heading, one.id) for one in self.table.rows))
