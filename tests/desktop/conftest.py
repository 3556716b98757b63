"""A real window on a real document, as every test of the desktop wants it."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from tests.builders.parkside import parkside
from tests.desktop.named_files import NamedFiles

TODAY = date(2026, 11, 23)

OpenWindow = Callable[[Hub], MainWindow]
"""Opens a window on a hub, kept in a file of its own."""


@pytest.fixture(autouse=True)
def _sweeping_as_ever() -> Iterator[None]:
    """A window sweeps for itself; what runs after it has nobody who does."""
    yield
    gc.enable()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Letters that were made larger go with it, lest the next window takes them for the system's."""
    letters = qapp.font()
    qapp.setStyle("Fusion")
    yield Theme(qapp, Scheme.LIGHT)
    qapp.setFont(letters)


@pytest.fixture
def files() -> NamedFiles:
    """The file dialogs: what the user will name next."""
    return NamedFiles()


@pytest.fixture
def machine(tmp_path: Path, files: NamedFiles) -> Machine:
    """A machine of Ada's, on a fixed day, with nothing remembered."""
    documents = tmp_path / "Documents"
    documents.mkdir()
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    return Machine(Memory(tmp_path / "config"), files, lambda: at, "Ada", documents)


@pytest.fixture
def open_window(theme: Theme, machine: Machine, tmp_path: Path) -> Iterator[OpenWindow]:
    windows: list[MainWindow] = []

    def open_on(hub: Hub) -> MainWindow:
        path = tmp_path / f"hub-{len(windows)}.hubdesk"
        store = create_store(path, hub, user="Ada", title="First", when=datetime(2026, 11, 1, tzinfo=UTC))
        window = MainWindow(theme, machine)
        windows.append(window)
        window.show_hub(Session(Document(store, clock=lambda: datetime.now(UTC)), TODAY))
        window.resize(1600, 900)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield open_on
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture(scope="session")
def parkside_hub() -> Hub:
    return parkside()


@pytest.fixture
def parkside_window(open_window: OpenWindow, parkside_hub: Hub) -> MainWindow:
    """The window on the Parkside sample, on its plan."""
    return open_window(parkside_hub)
