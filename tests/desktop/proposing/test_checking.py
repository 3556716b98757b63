"""Checking who sits where: what is broken is listed, the nearest repair found, shown, saved and accepted."""

from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.panels.job_strip import JobLine
from hubdesk.desktop.proposing.check_dialog import CheckDialog
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.editing import allocations
from hubdesk.workflows.placing.repair import broken_on
from tests.builders.hub import HubBuilder, a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.everything import opened
from tests.desktop.named_files import NamedFiles

LONG_MS = 120_000


def building() -> HubBuilder:
    """Police on the upper floor of two, although they are to be on the ground floor; advice below."""
    hub = a_hub().agency("POL").agency("CAB").floor("G").floor("1", level=1).desks(6).desks(6, "1")
    hub = hub.licence("L1", "POL", 2).licence("L2", "CAB", 2).rule("POL", "ground floor")
    for desk, agency in (("1-001", "POL"), ("1-002", "POL"), ("G-001", "CAB"), ("G-002", "CAB")):
        hub = hub.allocation(desk, agency)
    return hub.cost_line("C1", 1_000, "allocated desks", name="Tea")


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(building().build())


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> CheckDialog:
    window.actions_["allocate.check"].trigger()
    found = opened("CheckDialog")
    assert isinstance(found, CheckDialog)
    qtbot.waitUntil(lambda: bool(found.table.rows), timeout=LONG_MS)
    return found


def click(button: QPushButton) -> None:
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def find(qtbot: QtBot, dialog: CheckDialog) -> None:
    click(dialog.find_repair)
    qtbot.waitUntil(lambda: dialog.mending is not None and dialog.find_repair.isEnabled(), timeout=LONG_MS)


def hub_of(window: MainWindow) -> Hub:
    assert window.workspace is not None
    return window.workspace.session.hub


def test_what_is_broken_is_listed_and_shown_on_the_plan(
    qtbot: QtBot, window: MainWindow, dialog: CheckDialog
) -> None:
    assert dialog.said.text() == "On 23 November 2026, 1 thing that 1 agency needs is not kept."
    assert [row.which for row in dialog.table.rows] == ["1-001, 1-002"]
    assert "Choose a desk on the ground floor." in dialog.in_full.text()
    assert not dialog.accept_repair.isEnabled()
    click(dialog.show_on_plan)
    hub = hub_of(window)
    assert window.workspace is not None
    chosen = {hub.desks[one].code for one in window.workspace.session.selection.ids if one in hub.desks}
    assert chosen == {"1-001", "1-002"}


def test_the_nearest_repair_is_found_accepted_and_undone(
    qtbot: QtBot, window: MainWindow, dialog: CheckDialog
) -> None:
    before = hub_of(window)
    find(qtbot, dialog)
    assert "2 desks move, of 1 agency" in dialog.repair_said.text()
    assert "Nobody pays more or less." in dialog.repair_said.text()
    assert [row.code for row in dialog.moves.rows] == ["POL", "POL"]
    click(dialog.accept_repair)
    assert "Undo takes it back" in dialog.repair_said.text()
    qtbot.waitUntil(lambda: "everybody sits as" in dialog.said.text(), timeout=LONG_MS)
    assert broken_on(hub_of(window), TODAY) == ()
    assert not dialog.find_repair.isEnabled()
    dialog.close()
    window.actions_["edit.undo"].trigger()
    assert hub_of(window).allocations == before.allocations


def test_a_repair_of_what_was_is_let_go_of(qtbot: QtBot, window: MainWindow, dialog: CheckDialog) -> None:
    find(qtbot, dialog)
    assert window.workspace is not None
    session = window.workspace.session
    desk = session.hub.desk_codes["1-001"].id
    assert session.do(lambda hub: allocations.vacate(hub, [desk], TODAY))
    assert dialog.mending is None
    assert not dialog.accept_repair.isEnabled()
    qtbot.waitUntil(lambda: any("by the licences" in row.what for row in dialog.table.rows), timeout=LONG_MS)


def test_a_clash_of_rules_is_told_in_words(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(building().licence("L3", "POL", 5).build())
    window.actions_["allocate.check"].trigger()
    dialog = opened("CheckDialog")
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: bool(dialog.table.rows), timeout=LONG_MS)
    find(qtbot, dialog)
    assert "There is no plan that keeps everything." in dialog.repair_said.text()
    assert "POL is to have 7 desks, and there are 6 where it may sit" in dialog.conflict.toPlainText()
    assert not dialog.accept_repair.isEnabled()


def test_looking_for_it_can_be_cancelled(qtbot: QtBot, dialog: CheckDialog) -> None:
    click(dialog.find_repair)
    (line,) = dialog.findChildren(JobLine)
    click(line.cancel)
    qtbot.waitUntil(lambda: "Cancelled" in dialog.repair_said.text(), timeout=LONG_MS)
    qtbot.waitUntil(dialog.find_repair.isEnabled, timeout=LONG_MS)
    assert dialog.mending is None
    assert not dialog.accept_repair.isEnabled()


def test_another_day_is_looked_at_by_itself(qtbot: QtBot, dialog: CheckDialog) -> None:
    dialog.day.setFocus()
    dialog.day.selectAll()
    QTest.keyClicks(dialog.day, "1 March 2020")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "On 1 March 2020 everybody sits" in dialog.said.text(), timeout=LONG_MS)


def test_its_moves_are_listed_and_saved(
    qtbot: QtBot, dialog: CheckDialog, files: NamedFiles, tmp_path: Path
) -> None:
    find(qtbot, dialog)
    click(dialog.show_moves)
    moves = opened("MovesDialog")
    assert isinstance(moves, MovesDialog)
    qtbot.waitUntil(moves.pdf.isEnabled, timeout=LONG_MS)
    assert len(moves.table.rows) == 2
    assert [row.code for row in moves.charges.rows] == ["CAB", "HBC", "POL"]
    pdf, book = tmp_path / "moves.pdf", tmp_path / "moves.xlsx"
    files.names = [pdf, book]
    click(moves.pdf)
    click(moves.workbook)
    qtbot.waitUntil(lambda: pdf.exists() and book.exists(), timeout=LONG_MS)
    assert [one.name for one in files.suggested] == ["Parkside moves.pdf", "Parkside moves.xlsx"]
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert f"moves on {date(2026, 11, 23).day} November 2026" in page
    assert openpyxl.load_workbook(book)["Moves"].max_row == 7
    QApplication.processEvents()


def test_the_moves_of_one_agency_alone(qtbot: QtBot, open_window: OpenWindow) -> None:
    hub = building().licence("L3", "CAB", 1).build()
    window = open_window(hub)
    window.actions_["allocate.check"].trigger()
    dialog = opened("CheckDialog")
    assert isinstance(dialog, CheckDialog)
    qtbot.waitUntil(lambda: bool(dialog.table.rows), timeout=LONG_MS)
    find(qtbot, dialog)
    click(dialog.show_moves)
    moves = opened("MovesDialog")
    assert isinstance(moves, MovesDialog)
    qtbot.waitUntil(moves.pdf.isEnabled, timeout=LONG_MS)
    assert len(moves.table.rows) == 3
    assert [moves.agency.itemText(row) for row in range(moves.agency.count())] == [
        "All agencies",
        "CAB",
        "POL",
    ]
    moves.agency.setFocus()
    QTest.keyClick(moves.agency, Qt.Key.Key_Down)
    assert moves.agency.currentText() == "CAB"
    assert [row.code for row in moves.table.rows] == ["CAB"]
    assert "1 desk more, of 1 agency" in moves.said.text()
