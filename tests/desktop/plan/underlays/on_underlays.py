"""The underlays of a real window, as somebody who draws over them meets them."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.plan.underlays.panel import UnderlaysPanel
from hubdesk.desktop.plan.underlays.room import Underlays
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.underlay import Underlay
from tests.desktop.named_files import NamedFiles
from tests.desktop.on_plan import OnPlan

WITHIN_MS = 15_000
"""What reading a drawing may take on a busy machine."""


class OnUnderlays(OnPlan):
    """The floor G of a window, and what lies under it."""

    def __init__(self, window: MainWindow, files: NamedFiles, qtbot: QtBot, folder: Path) -> None:
        super().__init__(window, "G")
        self._files, self._qtbot, self._folder = files, qtbot, folder
        self.plan.set_snap(objects=False)

    @property
    def room(self) -> Underlays:
        assert self.window.underlays is not None
        return self.window.underlays

    @property
    def jobs(self) -> Jobs:
        """What is going on in the hub."""
        assert self.window.workspace is not None
        return self.window.workspace.jobs

    @property
    def panel(self) -> UnderlaysPanel:
        """The panel, brought into view."""
        assert self.window.workspace is not None
        self.window.workspace.docks["underlays"].want()
        return self.room.panel

    @property
    def underlay(self) -> Underlay:
        """The one that there is."""
        (one,) = self.hub.underlays.values()
        return one

    def file(self, name: str, body: bytes) -> Path:
        path = self._folder / name
        path.write_bytes(body)
        return path

    def do(self, action: str) -> None:
        """As the menu does it."""
        made = self.window.actions_[action]
        self.window.actions_.refresh()
        assert made.isEnabled(), action
        made.trigger()

    def add(self, name: str, body: bytes) -> None:
        """Choose a file that has `body`, and wait for what comes of it."""
        self._files.names.append(self.file(name, body))
        self.do("underlay.add")
        self.settle()

    def replace(self, name: str, body: bytes) -> None:
        self._files.names.append(self.file(name, body))
        self.do("underlay.replace")
        self.settle()

    def settle(self) -> None:
        """Wait until no job is going on."""
        self._qtbot.waitUntil(lambda: not self.jobs.going, timeout=WITHIN_MS)

    def asked(self) -> QDialog:
        """The dialog that asks something."""
        dialog = self.room.bringing.dialog
        assert dialog is not None
        return dialog

    def agree(self) -> None:
        """Go on in the dialog that asks something, and wait for what comes of it."""
        self.asked().accept()
        self.settle()

    @property
    def told(self) -> tuple[Notice, ...]:
        return self.window.notices.standing
