"""The palette: the agencies to allocate to, with number keys, and the days to allocate for."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.allocating.agency_delegate import AgencyDelegate
from hubdesk.desktop.allocating.agency_rows import AgencyRows
from hubdesk.desktop.allocating.brush import Brush
from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId

_BUTTONS = {
    "tool.allocate": "Allocate",
    "allocate.vacate-brush": "Vacate",
    "allocate.new-agency": "Joins",
    "allocate.edit-agency": "Change",
}
"""The actions at its head, each in a word."""


class AgencyPalette(QWidget):
    """Pick an agency, then paint desks; or drag it onto an area."""

    activated = Signal(str)
    """An agency was opened, with Enter or a double click: its id."""

    def __init__(self, session: Session, brush: Brush, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._brush = brush
        self.rows = AgencyRows(session, self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(AgencyDelegate(theme, self.list, keys=True))
        self.list.setAccessibleName("Agencies to allocate to")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda index: self._picked(index.row()))
        self.list.activated.connect(lambda index: self.activated.emit(self.rows.rows[index.row()].agency.id))
        self.first = DayEdit("First day of the allocation", brush.stay.first, session)
        self.first.chosen.connect(brush.set_first)
        self.last = LastDay(session, lambda: brush.stay.first, "Last day of the allocation")
        self.last.chosen.connect(brush.set_last)
        days = QGridLayout()
        for row, (words, field) in enumerate((("&From", self.first), ("&To", self.last.day))):
            label = QLabel(words)
            label.setBuddy(field)
            days.addWidget(label, row, 0)
        days.addWidget(self.first, 0, 1)
        days.addWidget(self.last, 1, 1)
        days.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        for id_, word in _BUTTONS.items():
            button = QToolButton()
            actions[id_].setIconText(word)
            button.setDefaultAction(actions[id_])
            button.setIconSize(QSize(20, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)
        column.addLayout(days)
        brush.changed.connect(self._show_brush)
        theme.changed.connect(self.list.viewport().update)
        self._show_brush()

    def pick_row(self, number: int) -> None:
        """Pick the agency in that row, counted from 0; nothing if there is none."""
        if 0 <= number < self.rows.rowCount():
            self._brush.pick(self.rows.rows[number].agency.id)

    def agency_in_hand(self) -> RecordId | None:
        return self._brush.agency

    def _picked(self, row: int) -> None:
        if row >= 0:
            self._brush.pick(self.rows.rows[row].agency.id)

    def _show_brush(self) -> None:
        row = self.rows.place_of(self._brush.agency)
        if row is None:
            self.list.clearSelection()
            self.list.selectionModel().clearCurrentIndex()
        else:
            self.list.setCurrentIndex(self.rows.index(row, 0))
        self.first.show_day(self._brush.stay.first)
        self.last.show_day(self._brush.stay.last)
