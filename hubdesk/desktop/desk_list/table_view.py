"""The table of the desk list, as it looks and takes keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hubdesk.desktop.desk_list.columns import COLUMNS
from hubdesk.desktop.desk_list.desk_table import DeskTable

_LEAST_ROW = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DeskTableView(QTableView):
    """Whole rows are selected; Tab leaves, arrows go from row to row and from cell to cell."""

    entered_rows = Signal()
    """Enter was pressed."""

    def __init__(self, rows: DeskTable) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName("Desks")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(_LEAST_ROW)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Rows and columns as large as the letters need."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(max(_LEAST_ROW, metrics.height() + 8))
        for number, column in enumerate(COLUMNS):
            self.horizontalHeader().resizeSection(number, metrics.horizontalAdvance(column.sample) + 28)

    def order_by(self, column: int) -> None:
        """In order of that column; a second time, the other way round."""
        header = self.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is up
        self.sortByColumn(column, down if again else up)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered_rows.emit()
        else:
            super().keyPressEvent(event)
