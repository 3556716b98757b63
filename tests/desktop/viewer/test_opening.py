"""How one comes to the window for packs: by Open, by a drop, by what was open last, by a double click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.app import pack_asked_for
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.exchange.review_pack import hubview
from tests.desktop import mouse
from tests.desktop.named_files import NamedFiles
from tests.exchange.review_pack.packs import a_pack


@pytest.fixture
def welcome(theme: Theme, machine: Machine) -> Iterator[MainWindow]:
    window = MainWindow(theme, machine)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "CAB.hubview"
    hubview.write(a_pack(), path)
    return path


def test_open_and_what_was_open_last_show_it_beside_the_window(
    welcome: MainWindow, files: NamedFiles, pack: Path, qtbot: QtBot
) -> None:
    files.names = [pack]
    welcome.actions_["file.open"].trigger()
    [window] = welcome.packs.windows
    qtbot.waitUntil(lambda: window.pack == a_pack(), timeout=20_000)
    assert window.isVisible()
    assert welcome.welcome is not None
    assert "Citizens Advice" in welcome.welcome.buttons[0].accessibleName()
    welcome.welcome.buttons[0].click()
    assert list(welcome.packs.windows) == [window], "it is shown already"
    window.actions_["file.close"].trigger()
    assert not welcome.packs.windows
    assert welcome.isVisible()


def test_it_is_dropped_on_the_window_and_goes_with_it(welcome: MainWindow, pack: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pack))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPoint(50, 50), copy, mime, left, mouse.NO_KEY)
    welcome.dragEnterEvent(over)
    assert over.isAccepted()
    welcome.dropEvent(QDropEvent(QPointF(50, 50), copy, mime, left, mouse.NO_KEY))
    [window] = welcome.packs.windows
    qtbot.waitUntil(lambda: window.pack == a_pack(), timeout=20_000)
    welcome.close()
    assert not welcome.packs.windows


@pytest.mark.parametrize(
    ("arguments", "pack"),
    [
        ([], None),
        (["my.hubdesk"], None),
        (["postgresql://server/hub.hubview"], None),
        (["CAB.HubView"], "CAB.HubView"),
        (["--view", "CAB by mail"], "CAB by mail"),
        (["--view"], None),
    ],
)
def test_a_pack_is_known_by_its_ending_or_by_the_verb(arguments: list[str], pack: str | None) -> None:
    assert pack_asked_for(arguments) == pack
