"""`Workspace`: an open hub in the window: the rail, its pages, and the line of figures below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.icons import icon
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme


class Workspace(QWidget):
    """Everything that is seen of one session. Closed with it."""

    def __init__(self, session: Session, theme: Theme, actions: Actions, jobs: Jobs) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._actions = actions
        self.jobs = jobs
        self._stack = QStackedWidget()
        self._rail = QWidget()
        self._rail.setObjectName("rail")
        self._marks = QVBoxLayout(self._rail)
        self._marks.setContentsMargins(6, 8, 6, 8)
        self._marks.addStretch(1)
        self._group = QActionGroup(self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        whole.addWidget(self._stack, 1)
        self._add_editing()
        self.plan_page = PlanPage(session, theme, actions)
        self.add_page(self.plan_page)
        session.changed.connect(actions.refresh_soon)
        session.as_at_changed.connect(actions.refresh_soon)
        session.selection.changed.connect(actions.refresh_soon)
        session.undo_stack.indexChanged.connect(self._name_undo)

    def add_page(self, page: Page) -> None:
        """Another mark on the rail."""
        self._stack.addWidget(page)
        number = self._stack.count()
        go = Action(
            f"page.{page.title.lower()}",
            page.title,
            "View",
            lambda: self.show_page(page),
            f"Alt+{number}",
            page.icon,
            checked=lambda: self._stack.currentWidget() is page,
        )
        self._actions.add(go)
        self._group.addAction(self._actions[go.id])
        mark = QToolButton()
        mark.setDefaultAction(self._actions[go.id])
        mark.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        mark.setIcon(icon(page.icon))
        mark.setIconSize(QSize(24, 24))
        mark.setMinimumWidth(64)
        self._marks.insertWidget(number - 1, mark)

    def show_page(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        page.shown()
        self._actions.refresh_soon()

    @property
    def page(self) -> Page:
        current = self._stack.currentWidget()
        assert isinstance(current, Page)
        return current

    def _add_editing(self) -> None:
        stack = self.session.undo_stack
        self._actions.add(
            Action("edit.undo", "Undo", "Edit", self.session.undo, "Ctrl+Z", "undo-2", stack.canUndo),
            Action("edit.redo", "Redo", "Edit", self.session.redo, "Ctrl+Y", "redo-2", stack.canRedo),
        )

    def _name_undo(self) -> None:
        """Undo and redo say what they would undo and redo."""
        stack = self.session.undo_stack
        for id_, word, what in (
            ("edit.undo", "Undo", stack.undoText()),
            ("edit.redo", "Redo", stack.redoText()),
        ):
            self._actions[id_].setText(f"{word}: {what}" if what else word)
        self._actions.refresh()
