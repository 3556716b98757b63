"""The program with a window: where everything is built and handed in."""

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from getpass import getuser
from importlib import import_module
from pathlib import Path

from platformdirs import user_config_path, user_documents_path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.crash_guard import CrashGuard
from hubdesk.desktop.files import AskedFiles
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.once_painted import OncePainted
from hubdesk.desktop.packs import is_pack
from hubdesk.desktop.sweeping import Sweeper
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow

_NO_SCREEN = (
    "There is no screen here to open a window on. Everything but drawing can be done without one: "
    "hubdesk --help\n"
)


def run(arguments: Sequence[str]) -> int:
    """Open the window, on the hub or review pack named in `arguments` if there is one; the exit status.

    With --selftest it tries itself out, with --painted it ends once it is painted: to see how long that
    takes.
    """
    tests_itself = list(arguments[:1]) == ["--selftest"]
    if not has_screen(os.environ, sys.platform):
        if not tests_itself:
            sys.stderr.write(_NO_SCREEN)
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["hubdesk", *arguments])
    application.setApplicationName("Hubdesk")
    application.setStyle("Fusion")
    if tests_itself:
        from hubdesk.desktop.selftest import selftest

        return selftest(application, Theme(application), now, print)
    machine = this_machine()
    theme = Theme(application, machine.memory.scheme)
    theme.set_text_size(machine.memory.text_size)
    pack = pack_asked_for(arguments)
    if pack is not None:
        return _look_at(pack, application, theme, machine)
    window = MainWindow(theme, machine)
    CrashGuard(window).install()
    window.show()
    application.installEventFilter(FilesHandedOver(window.open, application))
    if list(arguments[:1]) == ["--painted"]:
        OncePainted(window, application.quit)
    elif arguments:
        window.open(arguments[0])
    else:
        threading.Thread(target=_warm_up, daemon=True).start()
    return application.exec()


def pack_asked_for(arguments: Sequence[str]) -> str | None:
    """The review pack's file that `arguments` name: by its ending, or behind --view whatever its name."""
    if list(arguments[:1]) == ["--view"]:
        return arguments[1] if len(arguments) > 1 else None
    return arguments[0] if arguments and is_pack(arguments[0]) else None


def _look_at(pack: str, application: QApplication, theme: Theme, machine: Machine) -> int:
    """Show a review pack in a window of its own, and no hub."""
    from hubdesk.desktop.viewer.window import PackWindow

    window = PackWindow(theme, machine)
    Sweeper(window)
    CrashGuard(window).install()
    window.show()
    application.installEventFilter(FilesHandedOver(window.open, application))
    window.open(pack)
    return application.exec()


def _warm_up() -> None:
    """Load what an open hub needs while the user looks at the welcome."""
    import_module("hubdesk.desktop.shown_hub")


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there is anything to open a window on; without, Qt would end the process with a core dump."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class FilesHandedOver(QObject):
    """macOS hands a file that was double-clicked to the program that runs already, as an event."""

    def __init__(self, open_file: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QFileOpenEvent):
            self._open(event.file())
            return True
        return super().eventFilter(watched, event)


def this_machine() -> Machine:
    """The machine that the program runs on; HUBDESK_CONFIG_DIR says where else it remembers things."""
    folder = os.environ.get("HUBDESK_CONFIG_DIR")
    config = Path(folder) if folder else user_config_path("Hubdesk", appauthor=False)
    return Machine(Memory(config), AskedFiles(), now, _user(), user_documents_path())


def now() -> datetime:
    """The present moment, which no room below asks for."""
    return datetime.now(UTC)


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody without a name on this machine"
