"""`PickDialog`: type a few letters, go up and down a list, press Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to pick: its title, more about it, what stands at the far end, and what it stands for."""

    title: str
    about: str
    end: str
    value: object
    enabled: bool = True


class PickDialog(QDialog):
    """Asks `rows` for what fits what is typed, the best first. Esc goes back to where one was."""

    help_topic = "window"

    picked = Signal(object)
    """The value of a row."""

    def __init__(
        self, title: str, hint: str, rows: Callable[[str], tuple[Sequence[Row], str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self.refresh)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(f"{title}: what fits")
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemClicked.connect(self._pick)
        self.said = QLabel()
        self.said.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        unit = self.fontMetrics().height()
        self.resize(max(640, 40 * unit), max(400, 24 * unit))
        self.refresh()

    def refresh(self) -> None:
        """List anew what fits."""
        rows, said = self._rows(self.field.text())
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.list.clear()
        for row in rows:
            item = QTreeWidgetItem([row.title, row.about, row.end])
            item.setData(0, Qt.ItemDataRole.UserRole, row)
            item.setToolTip(0, row.title)
            item.setToolTip(1, row.about)
            if not row.enabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(item)
        usable = self._usable()
        if usable:
            self.list.setCurrentItem(usable[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_THE_LIST:
                self._step(Qt.Key(event.key()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _step(self, key: Qt.Key) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}[key]
        usable = self._usable()
        current = self.list.currentItem()
        if not usable:
            return
        place = usable.index(current) + by if current in usable else 0
        self.list.setCurrentItem(usable[max(0, min(len(usable) - 1, place))])

    def _usable(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(index) for index in range(self.list.topLevelItemCount()))
        return [one for one in items if one is not None and not one.isDisabled()]

    def _pick(self, item: QTreeWidgetItem | None) -> None:
        row = None if item is None else item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(row, Row) and row.enabled:
            self.accept()
            self.picked.emit(row.value)
