"""`ConditionBox`: select desks by saying which: "vacant desks in People floor"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from hubdesk.domain.asking import Asked, understood
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.domain.selection import matching

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_EXAMPLE = "vacant desks in People floor"
_WIDTH = 460
_TOP = 12


class ConditionBox(QFrame):
    """Over the plan. What was understood and how many it is stand below while one types; Enter selects."""

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self._session = view.plan.session
        self._asked: Asked | Problem | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        label = QLabel("Select desks by saying which")
        self.field = QLineEdit()
        self.field.setAccessibleName("Which desks to select")
        self.field.setPlaceholderText(_EXAMPLE)
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._understand)
        self.field.returnPressed.connect(self._select)
        self.field.installEventFilter(self)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        for widget in (label, self.field, self.answer):
            column.addWidget(widget)
        view.viewport().installEventFilter(self)
        self._session.changed.connect(lambda *_: self._understand(self.field.text()))
        self._session.as_at_changed.connect(lambda _: self._understand(self.field.text()))
        self.hide()

    def open(self) -> None:
        """Ask; what was asked last stands there, to be typed over."""
        self._understand(self.field.text())
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is not self.field:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        elif event.type() is QEvent.Type.FocusOut and not self.field.hasFocus():
            self.hide()
        return super().eventFilter(watched, event)

    def _understand(self, text: str) -> None:
        if not text.strip():
            self._asked = None
            self.answer.setText(f"For example: {_EXAMPLE}; all of the police's; accessible desks in G-JCP")
            self._place()
            return
        self._asked = understood(self._session.hub, text)
        if isinstance(self._asked, Problem):
            self.answer.setText(self._asked.told)
        else:
            self.answer.setText(f"{self._asked.words}: {self._counted()}")
        self.answer.setAccessibleName(self.answer.text())
        self.field.setAccessibleDescription(self.answer.text())
        self._place()

    def _counted(self) -> str:
        found = self._found()
        here = len(self._here(found))
        if here == len(found):
            return f"{here:,} desk{'' if here == 1 else 's'}"
        return f"{len(found):,} desks, {here:,} of them on this floor"

    def _found(self) -> tuple[RecordId, ...]:
        if not isinstance(self._asked, Asked):
            return ()
        return matching(self._session.hub, self._asked.condition, self._session.as_at)

    def _here(self, found: tuple[RecordId, ...]) -> tuple[RecordId, ...]:
        floor = self._view.plan.floor
        return tuple(
            one for one in found if floor is not None and self._session.hub.desks[one].floor == floor.id
        )

    def _select(self) -> None:
        """Those on the floor that is shown; where there are none, on the first floor that has some."""
        found = self._found()
        if not found:
            return
        if not self._here(found):
            floors = {self._session.hub.desks[one].floor for one in found}
            in_order = sorted(floors, key=lambda one: self._session.hub.floors[one].level)
            self._view.plan.show_floor(in_order[0])
        self._session.selection.set(self._here(found))
        self._close()

    def _close(self) -> None:
        self._view.setFocus()
        self.hide()

    def _place(self) -> None:
        port = self._view.viewport()
        width = min(_WIDTH, port.width() - 2 * _TOP)
        self.setFixedWidth(max(width, 200))
        self.adjustSize()
        self.move((port.width() - self.width()) // 2, _TOP)
