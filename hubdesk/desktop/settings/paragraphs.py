"""`Paragraphs`: some lines of plain text to type."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class Paragraphs(QPlainTextEdit):
    """Ctrl+Enter, or leaving the field, settles what was typed; Esc takes it back. Tab goes on."""

    settled = Signal(str)
    """Something else was typed than was shown."""
    restored = Signal()
    """What was typed was taken back."""
    text_edited = Signal(str)

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self._shown = ""
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: self.text_edited.emit(self.toPlainText()))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        margins = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return QSize(400, self._lines * self.fontMetrics().lineSpacing() + margins + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, self.sizeHint().height())

    @property
    def typed(self) -> str:
        """What stands there, without empty lines and blanks around it."""
        return "\n".join(line.rstrip() for line in self.toPlainText().strip().splitlines())

    @property
    def is_being_typed(self) -> bool:
        """Whether something else stands there than was shown."""
        return self.typed != self._shown

    def show_text(self, text: str) -> None:
        """Another text to begin from; what one is typing stays, and Esc goes to this one."""
        typing = self.is_being_typed
        self._shown = text
        if not typing:
            self.restore()

    def restore(self) -> None:
        """What was shown."""
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._settle()
        elif event.key() == Qt.Key.Key_Escape and self.is_being_typed:
            self.restore()
            self.restored.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def _settle(self) -> None:
        if self.is_being_typed:
            self.settled.emit(self.typed)
