"""`Stage`: a window on a hub, and the camera before it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, QSize, QThreadPool
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.desktop import mouse
from tests.desktop.named_files import NamedFiles
from tests.desktop.on_plan import OnPlan

TODAY = date(2026, 11, 23)
_NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
_QUIET_MS = 350
"""Longer than anything waits before it begins."""


class Stage:
    """One scene at a time. A window is put up by `welcome`, `hub` or `looking`, and away after its scene."""

    def __init__(self, theme: Theme, size: QSize, folder: Path) -> None:
        self._theme, self._size, self._folder = theme, size, folder
        self._place = Path()
        self._window: MainWindow | None = None
        self.files = NamedFiles()

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    @contextmanager
    def set(self) -> Iterator[None]:
        """For one scene: with a folder of its own, and nothing remembered."""
        with TemporaryDirectory(prefix="hubdesk-scene-") as place:
            self._place = Path(place)
            try:
                yield
            finally:
                self.clear()
                self.window.close()
                self.window.deleteLater()
                self._window = None
                QApplication.processEvents()

    def file(self, name: str, body: bytes) -> Path:
        path = self._place / name
        path.write_bytes(body)
        return path

    def welcome(self) -> None:
        """The window with no hub in it."""
        (self._place / "Documents").mkdir()
        machine = Machine(Memory(self._place), self.files, lambda: _NOW, "Ada", self._place / "Documents")
        self._window = MainWindow(self._theme, machine)
        self._put_up()

    def hub(self, hub: Hub, floor: str) -> OnPlan:
        """A window on `hub`, with the plan of `floor`."""
        return self._on(hub, floor, Mode.WRITE)

    def looking(self, hub: Hub, floor: str) -> OnPlan:
        """The same, only to look at."""
        return self._on(hub, floor, Mode.READ)

    def _on(self, hub: Hub, floor: str, mode: Mode) -> OnPlan:
        self.welcome()
        path = self._place / "Parkside.hubdesk"
        create_store(path, hub, user="Ada", title="Import Parkside.xlsx", when=_NOW).close()
        document = Document(open_store(path, user="Ada", mode=mode), clock=lambda: _NOW)
        self.window.show_hub(Session(document, TODAY))
        self._put_up()
        self.settle()
        return OnPlan(self.window, floor)

    def _put_up(self) -> None:
        self.window.resize(self._size)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def do(self, action: str) -> None:
        """As the menu does it."""
        self.window.actions_.refresh()
        made = self.window.actions_[action]
        assert made.isEnabled(), f"{action} cannot be done here"
        made.trigger()
        QApplication.processEvents()

    def clear(self) -> None:
        """Put away what lies over the window."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu):
                widget.close()
        QApplication.processEvents()

    def hold(self, widget: QWidget, *way: QPoint) -> None:
        """Press at the first place and go to the others, and keep the button down."""
        QTest.mouseMove(widget, way[0])
        QTest.mousePress(widget, mouse.LEFT, mouse.NO_KEY, way[0])
        for start, end in pairwise(way):
            for step in range(1, 5):
                QTest.mouseMove(widget, start + (end - start) * step / 4)

    def settle(self) -> None:
        """Wait until nothing is being worked out."""
        QTest.qWait(_QUIET_MS)
        while QThreadPool.globalInstance().activeThreadCount() or self.window.jobs.going:
            QTest.qWait(_QUIET_MS)
        QTest.qWait(50)

    def shoot(self, name: str) -> None:
        """The window and what lies over it, as `name`.png."""
        self.shoot_of(self.window, name)

    def shoot_of(self, window: QWidget, name: str) -> None:
        """The same of another window."""
        self.settle()
        self._take(window, name)

    def shoot_at_work(self, name: str) -> None:
        """The window as it is, with something still being worked out."""
        self._take(self.window, name)

    def _take(self, window: QWidget, name: str) -> None:
        shot = window.grab()
        painter = QPainter(shot)
        for over in QApplication.topLevelWidgets():
            if over is not window and over.isVisible() and isinstance(over, QDialog | QMenu):
                at = over.frameGeometry().topLeft() - window.geometry().topLeft()
                painter.drawPixmap(at, over.grab())
                painter.drawRect(at.x() - 1, at.y() - 1, over.width() + 1, over.height() + 1)
        painter.end()
        self._folder.mkdir(parents=True, exist_ok=True)
        assert shot.save(str(self._folder / f"{name}.png")), name
