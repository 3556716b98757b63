"""A window on a review pack."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.viewer.window import PackWindow
from hubdesk.exchange.review_pack import hubview
from hubdesk.exchange.review_pack.pack import Pack

OpenPack = Callable[[Pack], PackWindow]
_LAID_OUT = 100
"""Pixels: lower than that the plan is only while the window is not laid out yet."""


@pytest.fixture
def empty_window(theme: Theme, machine: Machine) -> Iterator[PackWindow]:
    """The window before any file is opened in it."""
    window = PackWindow(theme, machine)
    window.resize(1400, 850)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def open_pack(empty_window: PackWindow, tmp_path: Path, qtbot: QtBot) -> OpenPack:
    """Opens a pack from a file, and waits until it is shown and everything has its place."""

    def opened(pack: Pack) -> PackWindow:
        path = tmp_path / f"{pack.agency_code}.hubview"
        hubview.write(pack, path)
        empty_window.open(str(path))
        qtbot.waitUntil(lambda: empty_window.pack == pack, timeout=20_000)
        view = empty_window.floors.view
        qtbot.waitUntil(lambda: view.isHidden() or view.viewport().height() > _LAID_OUT, timeout=20_000)
        return empty_window

    return opened
