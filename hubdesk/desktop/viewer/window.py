"""`PackWindow`: one review pack, to look at and nothing else: no hub, no store, nothing to undo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.dialogs.help_dialog import HelpInDialogs
from hubdesk.desktop.files import PACKS
from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.desktop.key_list import key_list
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Recent
from hubdesk.desktop.menus import Menus
from hubdesk.desktop.packs import is_pack
from hubdesk.desktop.panels.help_panel import HelpPanel
from hubdesk.desktop.panels.job_strip import JobStrip
from hubdesk.desktop.panels.notices import Notices
from hubdesk.desktop.panels.panel import Dock, Panel, Side
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.viewer.actions import pack_actions
from hubdesk.desktop.viewer.empty import Empty
from hubdesk.desktop.viewer.floor_part import FloorPart
from hubdesk.desktop.viewer.head import Head
from hubdesk.desktop.viewer.on_paper import PackOnPaper
from hubdesk.desktop.viewer.sides import Sides
from hubdesk.desktop.viewer.why import why_total
from hubdesk.desktop.viewer.why_part import WhyPart
from hubdesk.exchange.review_pack import hubview
from hubdesk.exchange.review_pack.pack import Pack

_TOPIC = "review-pack"
"""The help page about this window."""
_LONGEST = 80
"""Letters of a name in the window's title and among what was open last."""


class PackWindow(QMainWindow):
    """Empty until a file is opened; another file takes the place of the one that is shown."""

    acted = Signal(str)
    """An action is about to be done: its id."""
    gone = Signal(object)
    """It was closed: the window itself."""
    remembered = Signal()
    """A pack is among what was open last."""

    def __init__(self, theme: Theme, machine: Machine) -> None:
        super().__init__()
        self.theme, self.machine = theme, machine
        self.path: Path | None = None
        self.pack: Pack | None = None
        self.jobs = Jobs(self)
        self._reading: Job[Pack] | None = None
        self.notices = Notices()
        self._paper = PackOnPaper(self, self.jobs, machine, self.notices)
        self._menus = Menus(self.menuBar())
        self.help = HelpPanel(lambda: key_list(self.actions_))
        self.help_dock = Dock(Panel("help", "Help", self.help, Side.RIGHT, shown=False), self)
        self.addDockWidget(Side.RIGHT.value, self.help_dock)
        self.actions_ = Actions(self)
        self.actions_.added.connect(partial(self._menus.put, self.actions_))
        self.actions_.acted.connect(self.acted)
        self.actions_.add(*pack_actions(self))
        HelpInDialogs(self, lambda _place: _TOPIC, lambda: key_list(self.actions_))
        self.empty = Empty(self.actions_)
        self.head = Head()
        self.floors = FloorPart(theme, self.actions_)
        self.sides = Sides(machine.memory)
        self.why = WhyPart()
        self._whole = self._put_together()
        self._whole.hide()
        self._connect()
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.restoreGeometry(machine.memory.bytes_of("pack-geometry"))
        self.setWindowTitle("Review pack – Hubdesk")

    def shows_a_pack(self) -> bool:
        return self.pack is not None

    def open(self, where: str) -> None:
        """Read the file `where` in a worker and show it; what is wrong with it is told."""
        path = Path(where).absolute()
        if self._reading is not None:
            self._reading.cancel()
        self.notices.clear()
        self.path = path
        self.empty.wait_for(path.name)

        def work(_progress: Progress) -> Pack:
            return hubview.read(path)

        job = self.jobs.start(f"Opening {path.name}", work, partial(self._came, path))
        job.refused.connect(self.notices.tell_problems)
        job.refused.connect(lambda _problems: self._not_shown(path))
        job.cancelled.connect(lambda: self._not_shown(path))
        job.ended.connect(lambda: self._over(job))
        self._reading = job

    def ask_open(self) -> None:
        """Ask for another pack."""
        memory, files = self.machine.memory, self.machine.files
        folder = memory.folder_for("packs", self.machine.documents)
        path = files.to_open(self, "Open a review pack", PACKS, folder)
        if path is not None:
            memory.keep_folder("packs", path.parent)
            self.open(str(path))

    def save_as_pdf(self) -> None:
        """Ask for a file, and have a worker set the pack that is shown on pages, to print or to keep."""
        if self.pack is not None:
            self._paper.save(self.pack)

    def fit_floor(self) -> None:
        """The whole floor in view."""
        self.floors.view.fit_floor()

    def toggle_help(self) -> None:
        """F1: the help about this window; once that is read, away with it."""
        read = self.help_dock.isAncestorOf(self.focusWidget()) or self.help.topic == _TOPIC
        if self.help_dock.wanted and read:
            self.help_dock.put_away()
        else:
            self.help.show_topic(_TOPIC)
            self.help_dock.want()
            self.help.text.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.jobs.end()
        memory = self.machine.memory
        memory.keep_bytes("pack-geometry", self.saveGeometry())
        memory.keep_bytes("pack-split", self._across.saveState())
        memory.write()
        event.accept()
        self.gone.emit(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        if any(is_pack(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        names = (url.toLocalFile() for url in event.mimeData().urls())
        dropped = next(filter(is_pack, names), None)
        if dropped is not None:
            event.acceptProposedAction()
            self.open(dropped)

    def _put_together(self) -> QWidget:
        right = QSplitter(Qt.Orientation.Vertical)
        right.setChildrenCollapsible(False)
        right.addWidget(self.sides)
        right.addWidget(self.why)
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 2)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.setChildrenCollapsible(False)
        self._across.addWidget(self.floors)
        self._across.addWidget(right)
        self._across.setSizes([640, 640])
        self._across.restoreState(self.machine.memory.bytes_of("pack-split"))
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.head)
        inside.addWidget(self._across, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(JobStrip(self.jobs))
        column.addWidget(self.empty, 1)
        column.addWidget(shown, 1)
        self.setCentralWidget(whole)
        return shown

    def _connect(self) -> None:
        self.sides.desk_chosen.connect(self._show_desk)
        self.floors.picked.connect(self.sides.go_to_desk)
        self.sides.asked.connect(self.why.tell)
        self.why.left.connect(lambda: self.sides.currentWidget().setFocus())
        self.head.why.clicked.connect(self._ask_total)
        self.theme.changed.connect(self._retint)

    def _came(self, path: Path, pack: Pack) -> None:
        self.pack = pack
        self.why.forget()
        self.head.show_pack(pack)
        self.empty.hide()
        self._whole.show()
        self.floors.show_pack(pack)
        self.sides.show_pack(pack)
        self.sides.setFocus()
        name = f"{pack.agency[:_LONGEST]}: review {pack.review[:_LONGEST]}"
        self.setWindowTitle(f"{name}, only to look at – Hubdesk")
        self.actions_.refresh_soon()
        self.machine.memory.keep_recent(Recent(str(path), name, self.machine.clock()))
        self.remembered.emit()

    def _not_shown(self, path: Path) -> None:
        """What was shown is put away: nobody is to take it for what was asked for."""
        if path != self.path:
            return  # Another has been asked for since.
        self.pack = None
        self._whole.hide()
        self.empty.say_that(f"{path.name} was not opened.")
        self.empty.show()
        self.empty.setFocus()
        self.setWindowTitle("Review pack – Hubdesk")
        self.actions_.refresh_soon()

    def _over(self, job: Job[Pack]) -> None:
        if self._reading is job:
            self._reading = None

    def _show_desk(self, code: str) -> None:
        self.floors.choose(code)

    def _ask_total(self) -> None:
        if self.pack is not None:
            self.why.tell(why_total(self.pack))

    def _retint(self) -> None:
        self.actions_.retint()
        self.help.refresh()
        if self.pack is not None:
            self.sides.reading.show_pack(self.pack)
