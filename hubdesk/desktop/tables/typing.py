"""`CellTyping`: draws cells, and takes what is typed in them; what is at fault stays open and is said."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyleOptionViewItem, QToolTip, QWidget

from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.cells import RIGHT, Cells
from hubdesk.desktop.tables.kept_rows import Index
from hubdesk.desktop.tables.painting import CellPainting
from hubdesk.domain.problem import Problem, all_told
from hubdesk.workflows.tables.kinds import Choice
from hubdesk.workflows.tables.putting import why_not

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellTyping(CellPainting):
    """One line to type in. A choice offers its words beneath; Alt+Down shows all of them."""

    settled = Signal(object)
    """A key settled what was typed: the QKeyEvent of it."""
    fill_wanted = Signal(str)
    """Ctrl+Enter: what was typed is for every cell that is selected."""

    def __init__(self, cells: Cells[Any], session: Session | None, parent: QObject) -> None:
        super().__init__(parent)
        self._cells, self._session = cells, session
        self._at = QPersistentModelIndex()

    def createEditor(  # noqa: N802  Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        column = self._cells.column_at(index)
        self._at = QPersistentModelIndex(index)
        editor = QLineEdit(parent)
        editor.setAccessibleName(column.heading)
        editor.setObjectName("cell")
        editor.setAlignment(RIGHT if column.kind.is_figure else Qt.AlignmentFlag.AlignLeft)
        if isinstance(column.kind, Choice) and self._session is not None:
            words = [word for word, _ in column.kind.offered(self._session.hub)]
            completer = QCompleter(words, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(12)
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802  Qt's name
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(  # noqa: N802  Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        box = option.rect
        room = max(box.width(), editor.sizeHint().width() if box.width() < 60 else box.width())
        left = box.right() - room + 1 if option.displayAlignment & Qt.AlignmentFlag.AlignRight else box.left()
        editor.setGeometry(max(left, 0), box.top(), room, box.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() is QEvent.Type.FocusOut and self._is_faulty(watched):
            return False  # It stays open with what was typed; Esc takes that back.
        return super().eventFilter(watched, event)

    def _key(self, editor: QLineEdit, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if editor.completer() is not None:
                editor.completer().setCompletionPrefix("")
                editor.completer().complete()
            return True
        if event.key() not in (*_ENTER, *_TAB):
            return super().eventFilter(editor, event)
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            text = editor.text()
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)
            self.fill_wanted.emit(text)
            return True
        wrong = self._fault(editor) or self._refused(editor)
        if wrong:
            self._tell(editor, wrong)
            return True
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        self.settled.emit(event)
        return True

    def _refused(self, editor: QLineEdit) -> str:
        """Take what stands in `editor`; why it was not taken, nothing if it was."""
        if not self._at.isValid() or editor.text() == self._at.data(Qt.ItemDataRole.EditRole):
            return ""
        told: list[Problem] = []
        if self._session is not None:
            self._session.refused.connect(told.extend)
        taken = self._cells.setData(self._at, editor.text())
        if self._session is not None:
            self._session.refused.disconnect(told.extend)
        return "" if taken else all_told(told)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:  # noqa: N802  Qt's name
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def _fault(self, editor: QLineEdit) -> str:
        """What is the matter with what stands in `editor`; nothing if it can be taken."""
        if not self._at.isValid() or self._session is None:
            return ""
        if editor.text() == self._at.data(Qt.ItemDataRole.EditRole):
            return ""
        row, column = self._cells.row_at(self._at), self._cells.column_at(self._at)
        problem = why_not(self._session.hub, column, row, editor.text(), self._session.today)
        return "" if problem is None else problem.told

    def _is_faulty(self, editor: QLineEdit) -> bool:
        return bool(self._fault(editor))

    @staticmethod
    def _tell(editor: QLineEdit, words: str) -> None:
        editor.setAccessibleDescription(words)
        QToolTip.showText(editor.mapToGlobal(QPoint(0, editor.height())), words, editor)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(editor, words))
