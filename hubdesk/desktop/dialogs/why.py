"""The answer to "why?": a sentence, and a table of what a figure is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.figures import Why


class WhyDialog(QDialog):
    """Stands beside the work; it shows the figures of the moment it was opened."""

    help_topic = "window"

    def __init__(self, why: Why, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(why.title)
        sentence = QLabel(why.sentence)
        sentence.setWordWrap(True)
        self.table = _table(why)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(sentence)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        width = self.table.horizontalHeader().length() + 60
        self.resize(min(max(width, 480), 1100), min(140 + 32 * len(why.rows), 640))
        self.table.setFocus()


def _table(why: Why) -> QTableWidget:
    table = QTableWidget(len(why.rows), len(why.headings))
    table.setAccessibleName(why.title)
    table.setHorizontalHeaderLabels(why.headings)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    for row, cells in enumerate(why.rows):
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(text)
            if column:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if row == len(why.rows) - 1:
                font = cell.font()
                font.setBold(True)
                cell.setFont(font)
            table.setItem(row, column, cell)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.resizeColumnsToContents()
    return table
