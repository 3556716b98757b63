"""The file type `.hubdesk`: a double click opens a hub."""

import configparser
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubdesk.desktop.app import FilesHandedOver
from hubdesk.desktop.file_type import MIME_TYPE, PACK_MIME_TYPE, own_the_file_type
from hubdesk.desktop.window import MainWindow
from hubdesk.exchange.review_pack import hubview
from hubdesk.workflows.resources import program_icon
from tests.exchange.review_pack.packs import a_pack


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other systems keep file types otherwise")
def test_the_desktop_is_told_who_opens_hubs(tmp_path: Path) -> None:
    program = tmp_path / "our 100% programs" / "hubdesk"
    own_the_file_type(program, program_icon(), tmp_path / "share")
    entry = configparser.RawConfigParser()
    entry.read(tmp_path / "share" / "applications" / "hubdesk.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"{MIME_TYPE};{PACK_MIME_TYPE};"
    assert entry["Desktop Entry"]["Exec"] == f'"{tmp_path}/our 100%% programs/hubdesk" %f'
    kinds = ElementTree.parse(tmp_path / "share" / "mime" / "packages" / "hubdesk.xml").getroot()
    globs = kinds.iter("{http://www.freedesktop.org/standards/shared-mime-info}glob")
    assert [one.get("pattern") for one in globs] == ["*.hubdesk", "*.hubview"]
    [magic] = kinds.iter("{http://www.freedesktop.org/standards/shared-mime-info}match")
    assert hubview.written(a_pack()).startswith(str(magic.get("value")).encode())
    icon = tmp_path / "share" / "icons" / "hicolor" / "512x512" / "mimetypes" / "hubdesk.png"
    assert icon.read_bytes() == program_icon().read_bytes()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other systems keep file types otherwise")
def test_it_is_done_from_the_menu_for_this_user_alone(
    parkside_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "mine"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("hubdesk.desktop.window_actions.this_program", lambda: Path("/opt/hubdesk/hubdesk"))
    parkside_window.close_hub()
    parkside_window.actions_["help.file-type"].trigger()
    entry = tmp_path / "mine" / "applications" / "hubdesk.desktop"
    assert parkside_window.jobs.going, "in a worker, for it may take its time"
    qtbot.waitUntil(lambda: "double click" in " ".join(one.text for one in parkside_window.notices.standing))
    assert entry.is_file()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other systems keep file types otherwise")
def test_a_system_that_is_slow_to_take_it_in_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "xdg-mime"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("hubdesk.desktop.file_type._SECONDS", 0.2)
    own_the_file_type(tmp_path / "hubdesk", program_icon(), tmp_path / "share")
    assert (tmp_path / "share" / "applications" / "hubdesk.desktop").is_file()


def test_a_file_that_the_system_hands_over_is_opened(qapp: QApplication) -> None:
    opened: list[str] = []
    handed_over = FilesHandedOver(opened.append, qapp)
    qapp.installEventFilter(handed_over)
    try:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/hubs/parkside.hubdesk")))
    finally:
        qapp.removeEventFilter(handed_over)
    assert opened == ["/hubs/parkside.hubdesk"]
