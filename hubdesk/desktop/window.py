"""`MainWindow`: the one window, and what is in it: a welcome, or the hub that is open.

What only an open hub needs is imported when one is opened: the welcome is there at once.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.dialogs.help_dialog import HelpInDialogs
from hubdesk.desktop.files import BOOKS
from hubdesk.desktop.help_place import topic_of
from hubdesk.desktop.hubs import Hubs
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.key_list import key_list
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Recent
from hubdesk.desktop.menus import Menus
from hubdesk.desktop.packs import Packs, is_pack
from hubdesk.desktop.pages.welcome import Welcome
from hubdesk.desktop.panels.help_panel import HelpPanel
from hubdesk.desktop.panels.job_strip import JobStrip
from hubdesk.desktop.panels.notices import Notice, Notices, notice_of
from hubdesk.desktop.panels.panel import Dock, Panel, Side
from hubdesk.desktop.sweeping import Sweeper
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window_actions import window_actions
from hubdesk.domain.problem import Problem

if TYPE_CHECKING:
    from hubdesk.desktop.plan.underlays.room import Underlays
    from hubdesk.desktop.session import Session
    from hubdesk.desktop.workspace import Workspace
    from hubdesk.store import LogEntry
    from hubdesk.workflows.document import Document


class MainWindow(QMainWindow):
    """Shows one hub at a time, and a welcome while there is none."""

    acted = Signal(str)
    """An action is about to be done: its id."""

    def __init__(self, theme: Theme, machine: Machine) -> None:
        super().__init__()
        self.theme = theme
        self.machine = machine
        Sweeper(self)
        self.jobs = Jobs(self)
        self.hubs = Hubs(self, self.jobs, machine)
        self.notices = Notices()
        self.workspace: Workspace | None = None
        self.welcome: Welcome | None = None
        self.underlays: Underlays | None = None
        self._where = ""
        self._menus = Menus(self.menuBar())
        self._bands: list[QWidget] = []
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.notices)
        self._column.addWidget(JobStrip(self.jobs))
        self.setCentralWidget(whole)
        self.setAcceptDrops(True)
        self.help = HelpPanel(lambda: key_list(self.actions_))
        self.help_dock = Dock(Panel("help", "Help", self.help, Side.RIGHT, shown=False), self)
        self.addDockWidget(Side.RIGHT.value, self.help_dock)
        HelpInDialogs(self, self._topic_at, lambda: key_list(self.actions_))
        self.actions_ = self._fresh_actions()
        self.packs = Packs(theme, machine, self)
        self.packs.remembered.connect(self._list_recents)
        self.hubs.came.connect(self.show_document)
        self.hubs.pack_wanted.connect(self.packs.open)
        self.hubs.told.connect(self.notices.tell)
        self.hubs.forgotten.connect(self._list_recents)
        theme.changed.connect(self._retint)
        self.resize(1280, 800)
        self.restoreGeometry(machine.memory.bytes_of("geometry"))
        self._show_welcome()

    @property
    def where(self) -> str:
        """Where the hub that is open lives; empty where that is not known, or none is open."""
        return self._where

    def open(self, where: str) -> None:
        """Open the hub at `where`, unless it is the one that is open; a review pack beside it."""
        if is_pack(where):
            self.packs.open(where)
        elif self.workspace is not None and where in (self._where, Path(self._where).name):
            self.notices.tell(Notice("This hub is open already"))
        else:
            self.hubs.open(where)

    def show_document(self, document: "Document", where: str) -> None:
        """Show a hub that a worker opened, as it was looked at last, and remember it."""
        from hubdesk.desktop.session import Session

        memory = self.machine.memory
        self.notices.clear()
        self.show_hub(Session(document, self.machine.today))
        self._where = where
        assert self.workspace is not None
        self.workspace.look_as(memory.look(where))
        memory.keep_recent(Recent(where, document.hub.settings.name, self.machine.clock()))

    def show_hub(self, session: "Session") -> None:
        """Show this hub in place of what was shown, which is closed."""
        from hubdesk.desktop.shown_hub import put_together

        self._clear()
        self.actions_ = self._fresh_actions()
        self.workspace, self.underlays = put_together(self, session)
        self._column.insertWidget(self._column.count() - 1, self.workspace, 1)
        self.workspace.show()  # A layout would show it one turn later, and until then it can do nothing.
        session.refused.connect(self._tell_refusal)
        session.others.connect(self._tell_of_others)
        self.workspace.going.told.connect(self.notices.tell)
        self.workspace.hub_workbook_came.connect(self.hubs.import_book)
        close = Action("file.close", "Close this hub", "File", self.close_hub, "Ctrl+W", "x")
        self.actions_.add(close)
        self._menus["File"].addSeparator()
        self._menus["File"].addAction(self.actions_["file.quit"])
        memory = self.machine.memory
        self.workspace.docks.arrange(memory.bytes_of("panels"), memory.panels_wanted)
        self.workspace.plan_page.view.setFocus()
        session.scenario_changed.connect(lambda: self._name_after(session))
        session.changed.connect(lambda: self._name_after(session))
        self._name_after(session)

    def put_above(self, band: QWidget) -> None:
        """A band over the whole width, above the hub, to go with it."""
        self._bands.append(band)
        self._column.insertWidget(1, band)

    def close_hub(self) -> None:
        """Let go of the hub that is shown, and go back to the welcome."""
        if self.workspace is not None:
            self._clear()
            self.actions_ = self._fresh_actions()
            self._show_welcome()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        self.machine.memory.keep_bytes("geometry", self.saveGeometry())
        self.packs.close_all()
        self.hide()
        if self.workspace is not None:
            self.workspace.jobs.end()
        self.jobs.wait()
        self._clear()
        self.machine.memory.write()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        if any(map(_is_ours, event.mimeData().urls())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        dropped = next(filter(_is_ours, event.mimeData().urls()), None)
        if dropped is None:
            return
        event.acceptProposedAction()
        path = Path(dropped.toLocalFile())
        if path.suffix.lower() in BOOKS:
            self._take_books(event)
        else:
            self.open(str(path))

    def _take_books(self, event: QDropEvent) -> None:
        """Answers to a review where its packs are out, all that were dropped; else a hub to bring in."""
        ours = (Path(one.toLocalFile()) for one in event.mimeData().urls() if _is_ours(one))
        books = [one for one in ours if one.suffix.lower() in BOOKS]
        if self.workspace is not None and self.workspace.packs_are_out:
            self.workspace.answers_dropped.emit(books)
        else:
            self.hubs.import_book(books[0])

    def _clear(self) -> None:
        """Take away what is shown, and close its hub."""
        self.actions_.let_go()
        self.menuBar().clear()
        if self.welcome is not None:
            self._remove(self.welcome)
            self.welcome = None
        if self.workspace is None:
            return
        memory, session = self.machine.memory, self.workspace.session
        self.workspace.jobs.end()
        for dialog in self.workspace.findChildren(QDialog):
            dialog.reject()
        memory.keep_bytes("panels", self.workspace.arrangement())
        memory.keep_panels_wanted(self.workspace.docks.wanted)
        if self._where:
            memory.keep_look(self._where, self.workspace.look())
        for widget in (*self._bands, self.workspace):
            self._remove(widget)
        self._bands.clear()
        self.workspace = None
        self._where = ""
        session.close()
        session.deleteLater()

    def _name_after(self, session: "Session") -> None:
        """The window's title: the hub, and whether it is that, or a scenario, that one sees."""
        state = "only to look at" if session.only_looks else "every change is saved"
        if session.trying is not None:
            state = f"scenario “{session.trying.scenario.name}”, nothing of it on the hub"
        self.setWindowTitle(f"{session.hub.settings.name}, {state} – Hubdesk")

    def _remove(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _show_welcome(self) -> None:
        self.welcome = Welcome(self.actions_, self.jobs)
        self.welcome.chosen.connect(self.open)
        self.welcome.unwanted.connect(self.hubs.forget)
        self._column.insertWidget(1, self.welcome, 1)
        self._list_recents()
        self.setWindowTitle("Hubdesk")

    def _list_recents(self) -> None:
        if self.welcome is not None:
            self.welcome.show_recents(self.machine.memory.recents)

    def _fresh_actions(self) -> Actions:
        actions = Actions(self)
        self._menus = Menus(self.menuBar())
        actions.added.connect(partial(self._menus.put, actions))
        actions.acted.connect(self.acted)
        actions.add(*window_actions(self))
        return actions

    def show_help(self, topic: str = "") -> None:
        """The help page called `topic`, else the one about the place one is in."""
        self.help.show_topic(topic or self._topic_here())
        self.help_dock.want()
        self.help.text.setFocus()

    def toggle_help(self) -> None:
        """F1: the help of the place one is in; once that is read, away with it."""
        read = self.help_dock.isAncestorOf(self.focusWidget()) or self.help.topic == self._topic_here()
        if self.help_dock.wanted and read:
            self.help_dock.put_away()
        else:
            self.show_help()

    def _topic_here(self) -> str:
        return self._topic_at(self.focusWidget())

    def _topic_at(self, place: QWidget | None) -> str:
        return topic_of(place, self.workspace.page if self.workspace else None)

    def _retint(self) -> None:
        self.actions_.retint()
        self.help.refresh()
        if self.welcome is not None:
            self._remove(self.welcome)
            self._show_welcome()

    def _tell_refusal(self, problems: tuple[Problem, ...]) -> None:
        notice = notice_of(problems)
        if any(one.code == "only-looking" for one in problems) and self._where:
            where = self._where
            notice = replace(notice, offers=(("Open it to change", lambda: self.hubs.open(where)),))
        self.notices.tell(notice)

    def _tell_of_others(self, entry: "LogEntry") -> None:
        self.notices.tell(Notice(f"{entry.who}, just now: {entry.title}"))


def _is_ours(url: QUrl) -> bool:
    return url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in {".hubdesk", ".hubview", *BOOKS}
