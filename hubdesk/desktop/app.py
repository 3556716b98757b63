"""The program with a window: where everything is built and handed in."""

from collections.abc import Sequence
from datetime import UTC, datetime
from getpass import getuser

from PySide6.QtWidgets import QApplication

from hubdesk.desktop.selftest import selftest
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document


def run(arguments: Sequence[str]) -> int:
    """Open the window, on the hub named in `arguments` if there is one; the exit status."""
    application = QApplication(["hubdesk", *arguments])
    application.setApplicationName("Hubdesk")
    application.setStyle("Fusion")
    theme = Theme(application)
    if list(arguments[:1]) == ["--selftest"]:
        return selftest(application, theme, now, print)
    window = MainWindow(theme)
    if arguments:
        store = open_store(arguments[0], user=getuser(), mode=Mode.WRITE)
        window.show_hub(Session(Document(store, clock=now), datetime.now().astimezone().date()))
    window.show()
    return application.exec()


def now() -> datetime:
    """The present moment, which no room below asks for."""
    return datetime.now(UTC)
