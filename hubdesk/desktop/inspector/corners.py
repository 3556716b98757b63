"""The corners of an outline as a table: reshaping by keys, to the millimetre."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.plan.lengths import exact_metres, typed_length
from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.outlines import with_corner_inserted, with_corner_moved, without_corner


class CornersTable(QWidget):
    """One row to a corner, in metres from the floor's top-left corner."""

    reshaped = Signal(object)
    """Another Outline is wanted."""
    refused = Signal(str)
    """What was typed is no length."""

    def __init__(self) -> None:
        super().__init__()
        self._outline: Outline = ()
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName("Corners, in metres")
        self.table.setHorizontalHeaderLabels(["X, m", "Y, m"])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(150)
        self.table.itemChanged.connect(self._typed)
        self.insert = QPushButton("&Insert after")
        self.insert.clicked.connect(self._insert)
        self.remove = QPushButton("Re&move corner")
        self.remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.insert)
        buttons.addWidget(self.remove)
        label = QLabel("Cor&ners")
        label.setBuddy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def show_outline(self, outline: Outline) -> None:
        """Show these corners; the row one is in stays where it is."""
        row, column = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        self._outline = outline
        self.table.blockSignals(True)  # noqa: FBT003  Qt's own call
        self.table.setRowCount(len(outline))
        for place, corner in enumerate(outline):
            for side, way in enumerate(corner):
                self.table.setItem(place, side, QTableWidgetItem(exact_metres(way)))
        self.table.blockSignals(False)  # noqa: FBT003  Qt's own call
        if outline:
            self.table.setCurrentCell(min(row, len(outline) - 1), column)
        self.remove.setEnabled(len(outline) > 3)
        self.insert.setEnabled(bool(outline))

    def _typed(self, item: QTableWidgetItem) -> None:
        length = typed_length(item.text())
        if length is None:
            self.refused.emit(f"“{item.text()}” is not a length. Type metres, such as 12.4.")
        else:
            corner = self._outline[item.row()]
            moved = Point(length, corner.y) if item.column() == 0 else Point(corner.x, length)
            self.reshaped.emit(with_corner_moved(self._outline, item.row(), moved))
        self.show_outline(self._outline)

    def _insert(self) -> None:
        """In the middle of the edge to the next corner."""
        place = max(0, self.table.currentRow())
        a, b = self._outline[place], self._outline[(place + 1) % len(self._outline)]
        at = Point((a.x + b.x) // 2, (a.y + b.y) // 2)
        self.reshaped.emit(with_corner_inserted(self._outline, place, at))

    def _remove(self) -> None:
        self.reshaped.emit(without_corner(self._outline, max(0, self.table.currentRow())))
