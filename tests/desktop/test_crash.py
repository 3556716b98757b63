"""A bug in Hubdesk is told once, in plain words, and work goes on."""

import sys
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubdesk import __version__
from hubdesk.desktop.crash_guard import CrashGuard
from hubdesk.desktop.crash_report import crash_report, without_homes
from hubdesk.desktop.dialogs.crash import CrashDialog
from hubdesk.desktop.window import MainWindow
from tests.desktop.named_files import NamedFiles


def a_fault() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        raise ZeroDivisionError("one over none")
    except ZeroDivisionError as fault:
        return type(fault), fault, fault.__traceback__


def shown(window: MainWindow) -> list[CrashDialog]:
    return [one for one in window.findChildren(CrashDialog) if one.isVisible()]


def test_the_report_says_where_and_names_nobody() -> None:
    kind, fault, trace = a_fault()
    fault.add_note("while reading /home/barbara/hubs/town.hubdesk")
    report = crash_report(kind, fault, trace, ("file.open", "tool.select"))
    assert report.startswith(f"Hubdesk {__version__}, Python ")
    assert "What was done last: file.open, tool.select" in report
    assert "ZeroDivisionError: one over none" in report
    assert "barbara" not in report


@pytest.mark.parametrize(
    "words",
    [
        r"cannot open 'C:\\Users\\jane smith\\hubs\\town.hubdesk'",
        r"cannot open C:\Users\jane smith\town.hubdesk",
        "cannot open /Users/jane o'smith/town.hubdesk",
        f"cannot open {Path.home()}/jane-is-not-here",
    ],
)
def test_no_home_is_told(words: str) -> None:
    told = without_homes(words)
    assert "smith" not in told
    assert str(Path.home()) not in told
    assert told.startswith("cannot open")


class LibraryFault(Exception):
    """As a database has them: with the values that it was given."""


def test_what_a_fault_quotes_is_not_told() -> None:
    name = " ".join(("Jane", "Smith"))  # Lines of the program are told, and these are some.
    fault: BaseException
    try:
        try:
            try:
                dict[str, str]()[name]
            except KeyError as missing:
                raise LibraryFault(f"parameters: {name}") from missing
        except LibraryFault:
            Path(f"/nowhere/{name}.hubdesk").read_bytes()
    except OSError as caught:
        fault = caught
    report = crash_report(type(fault), fault, fault.__traceback__, ())
    assert name not in report
    assert "\nKeyError\n" in report
    assert "LibraryFault\n" in report
    assert "\nFileNotFoundError: No such file or directory\n" in report
    assert report.count("Traceback") == 3


def test_faults_are_told_in_one_dialog_and_work_goes_on(
    parkside_window: MainWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    guard = CrashGuard(parkside_window)
    parkside_window.actions_["view.zoom-in"].trigger()

    for _ in range(20):
        guard.caught(*a_fault())

    qtbot.waitUntil(lambda: len(shown(parkside_window)) == 1)
    dialog = shown(parkside_window)[0]
    text = dialog.report.toPlainText()
    assert "view.zoom-in" in text
    assert text.count("ZeroDivisionError: one over none") == 5
    place = tmp_path / "report.txt"
    files.names = [place]
    save = next(one for one in dialog.findChildren(type(dialog.carry_on)) if "Save" in one.text())
    save.click()
    assert "one over none" in place.read_text()
    dialog.carry_on.click()

    assert shown(parkside_window) == []
    guard.caught(*a_fault())
    assert len(shown(parkside_window)) == 1
    shown(parkside_window)[0].close_all.click()
    assert not parkside_window.isVisible()


def test_a_fault_in_a_worker_is_told_in_the_main_thread(parkside_window: MainWindow, qtbot: QtBot) -> None:
    guard = CrashGuard(parkside_window)
    threads: list[object] = []

    def work(_progress: object) -> None:
        guard.caught(*a_fault())
        threads.append(sys._getframe())

    parkside_window.jobs.quietly(work, lambda _: None)

    qtbot.waitUntil(lambda: len(shown(parkside_window)) == 1)
    assert shown(parkside_window)[0].thread() is QApplication.instance().thread()  # type: ignore[union-attr]
