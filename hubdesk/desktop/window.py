"""`MainWindow`: the one window, and what is in it: a welcome, or the hub that is open."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from hubdesk.desktop.actions import MENUS, Action, Actions
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.notices import Notice, Notices
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.workspace import Workspace
from hubdesk.store import LogEntry


class MainWindow(QMainWindow):
    """Shows one hub at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.jobs = Jobs(self)
        self.actions_: Actions = Actions(self)
        self.workspace: Workspace | None = None
        self.notices = Notices()
        self._menus: dict[str, QMenu] = {}
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.notices)
        self.setCentralWidget(whole)
        self.setWindowTitle("Hubdesk")
        self.resize(1280, 800)

    def show_hub(self, session: Session) -> None:
        """Show this hub in place of what was shown, which is closed."""
        self.close_hub()
        self.actions_ = Actions(self)
        self._menus = {name: self.menuBar().addMenu(name) for name in MENUS}
        self.actions_.added.connect(self._into_menu)
        self.workspace = Workspace(session, self.theme, self.actions_, self.jobs)
        self._column.addWidget(self.workspace, 1)
        session.refused.connect(self.notices.tell_problems)
        session.others.connect(self._tell_of_others)
        self.setWindowTitle(f"{session.hub.settings.name}, every change is saved – Hubdesk")
        for menu in self._menus.values():
            menu.menuAction().setVisible(not menu.isEmpty())

    def close_hub(self) -> None:
        """Let go of the hub that is shown, if one is."""
        if self.workspace is None:
            return
        session = self.workspace.session
        self._column.removeWidget(self.workspace)
        self.workspace.hide()
        self.workspace.deleteLater()
        self.workspace = None
        self.menuBar().clear()
        self.actions_.deleteLater()
        session.close()
        session.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        self.hide()
        self.jobs.wait()
        self.close_hub()
        event.accept()

    def _tell_of_others(self, entry: LogEntry) -> None:
        self.notices.tell(Notice(f"{entry.who}, just now: {entry.title}"))

    def _into_menu(self, action: Action) -> None:
        self._menus[action.menu].addAction(self.actions_[action.id])
