"""How one begins: the welcome, samples, files that open and files that do not."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.form import FormDialog
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory, Recent
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.resources import Sample, sample_workbook
from tests.builders.parkside import parkside
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.exchange.xlsx.hub_workbook.books import refusals, saved, small

Start = Callable[[], MainWindow]


@pytest.fixture
def start(theme: Theme, machine: Machine) -> Iterator[Start]:
    """Starts the program, without a hub."""
    windows: list[MainWindow] = []

    def started() -> MainWindow:
        window = MainWindow(theme, machine)
        windows.append(window)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield started
    for window in windows:
        window.close()
        window.deleteLater()


def a_hub(path: Path) -> Path:
    when = datetime(2026, 11, 1, tzinfo=UTC)
    create_store(path, parkside(), user="Ada", title="First", when=when).close()
    return path


def dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_the_first_start_shows_a_welcome_and_opens_a_copy_of_a_sample(
    start: Start, machine: Machine, qtbot: QtBot
) -> None:
    window = start()
    assert window.welcome is not None
    assert window.welcome.buttons == []
    (machine.documents / "Parkside sample.hubdesk").write_text("mine")

    window.actions_["file.sample-parkside"].trigger()

    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    assert window.where == str(machine.documents / "Parkside sample 2.hubdesk")
    assert (machine.documents / "Parkside sample.hubdesk").read_text() == "mine"
    assert "every change is saved" in window.windowTitle()


def test_what_was_open_is_listed_and_what_is_gone_is_marked(
    start: Start, machine: Machine, tmp_path: Path, qtbot: QtBot
) -> None:
    here, gone = a_hub(tmp_path / "here.hubdesk"), tmp_path / "gone.hubdesk"
    for path, name in ((gone, "Gone Hub"), (here, "Here Hub")):
        machine.memory.keep_recent(Recent(str(path), name, datetime(2026, 11, 7, 9, tzinfo=UTC)))
    window = start()
    welcome = window.welcome
    assert welcome is not None

    qtbot.waitUntil(lambda: "Not there any more" in welcome.buttons[1].words)
    assert welcome.buttons[0].title == "Here Hub"
    assert "7 November 2026" in welcome.buttons[0].words

    welcome.buttons[1].click()
    assert [one.name for one in machine.memory.recents] == ["Here Hub"]
    welcome.buttons[0].click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)


def test_a_file_that_is_no_hub_is_said_on_the_welcome(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "letter.hubdesk"
    path.write_text("Dear Sir")
    window = start()

    window.open(str(path))

    qtbot.waitUntil(lambda: bool(window.notices.standing))
    assert window.notices.standing[0].what == (
        "letter.hubdesk is not a Hubdesk document. It was left as it is."
    )
    assert window.welcome is not None
    assert path.read_text() == "Dear Sir"


def test_a_hub_that_somebody_has_open_can_be_looked_at(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    path = a_hub(tmp_path / "shared.hubdesk")
    window = start()
    with open_store(path, user="Ben", mode=Mode.WRITE):
        window.open(str(path))
        qtbot.waitUntil(lambda: bool(window.notices.standing))
        notice = window.notices.standing[0]
        assert "is open by Ben" in notice.what
        (label, act) = notice.offers[0]
        assert label == "Look only"
        act()
        qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
        assert window.workspace is not None
        assert window.workspace.session.only_looks
        assert "only to look at" in window.windowTitle()


def test_a_new_hub_is_named_and_kept(start: Start, files: NamedFiles, machine: Machine, qtbot: QtBot) -> None:
    window = start()
    files.names = [machine.documents / "Town Hall.hubdesk"]
    press(window, "Ctrl+N")
    form = dialog(window, FormDialog)
    assert isinstance(form, FormDialog)
    type_text(form.fields[0], "Town Hall")
    press(form.fields[0], "Return")
    assert (
        form.wrong.text() == "A hub needs the code of its host and the name of its host. Fill in every field."
    )

    type_text(form.fields[1], "Borough Council")
    type_text(form.fields[2], "BC")
    press(form.fields[2], "Return")

    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    assert window.workspace is not None
    hub = window.workspace.session.hub
    assert (hub.settings.name, hub.host.code) == ("Town Hall", "BC")
    assert files.suggested == [machine.documents / "Town Hall.hubdesk"]


def test_a_faulty_workbook_lists_every_fault_and_brings_nothing_in(
    start: Start, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    sheets = small()
    sheets["Licences"][1] = ("L01", "XYZ", None, None, "E")
    sheets["Floors"][1] = ("G", "Ground", 0, "wide", 25)
    book = saved(sheets, tmp_path / "no.xlsx")
    faults = refusals(book)
    window = start()
    files.names = [book, tmp_path / "no.hubdesk"]

    window.actions_["file.import"].trigger()

    qtbot.waitUntil(lambda: bool(window.findChildren(AskDialog)), timeout=20_000)
    told = dialog(window, AskDialog)
    assert isinstance(told, AskDialog)
    assert len(faults) == 3
    assert f"no.xlsx has {len(faults)} faults" in told.told.sentence
    listed = told.listed.toPlainText()
    for fault in faults:
        assert fault.told_there in listed
    for cell in ("Sheet Licences, cell B2", "Sheet Licences, cell C2", "Sheet Floors, cell D2"):
        assert cell in listed
    assert not (tmp_path / "no.hubdesk").exists()
    assert window.welcome is not None


def test_a_file_that_is_no_workbook_is_said_in_a_notice(
    start: Start, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    book = tmp_path / "no.xlsx"
    book.write_bytes(b"no workbook")
    window = start()
    files.names = [book, tmp_path / "no.hubdesk"]

    window.actions_["file.import"].trigger()

    qtbot.waitUntil(lambda: bool(window.notices.standing), timeout=20_000)
    (notice,) = window.notices.standing
    assert notice.what == "The workbook: This is a text file, such as a CSV, whatever its name says."
    assert notice.remedy
    assert not (tmp_path / "no.hubdesk").exists()
    assert window.welcome is not None


def test_cancelling_an_import_leaves_nothing(
    start: Start, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    window = start()
    files.names = [sample_workbook(Sample.PARKSIDE), tmp_path / "made.hubdesk"]

    window.actions_["file.import"].trigger()
    (job,) = (one for one in window.jobs.going if one.title.startswith("Importing"))
    with qtbot.waitSignal(job.ended, timeout=20_000):
        job.cancel()

    assert window.workspace is None
    assert [one.name for one in tmp_path.iterdir() if "made" in one.name] == []


def test_the_window_looks_as_it_did_last_time(
    start: Start, machine: Machine, tmp_path: Path, qtbot: QtBot, theme: Theme
) -> None:
    path = a_hub(tmp_path / "seen.hubdesk")
    window = start()
    window.open(str(path))
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    assert window.workspace is not None
    plan = window.workspace.plan_page.plan
    other = next(one for one in plan.session.hub.floors if plan.floor is None or one != plan.floor.id)
    plan.show_floor(other)
    window.actions_["view.scheme-dark"].trigger()
    window.close()

    again = Memory(machine.memory.folder)
    assert again.scheme is Scheme.DARK
    assert again.recents[0].name == "Parkside"
    assert again.look(str(path)).floor == other
    theme.set_scheme(Scheme.LIGHT)
    second = start()
    second.open(str(path))
    qtbot.waitUntil(lambda: second.workspace is not None, timeout=20_000)
    assert second.workspace is not None
    shown = second.workspace.plan_page.plan.floor
    assert shown is not None
    assert shown.id == other
