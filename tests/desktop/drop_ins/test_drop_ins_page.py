"""A manager plans who drops in when: typed, pasted, walked, put right, undone and published."""

from datetime import date, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.choices import ChoiceDialog
from hubdesk.desktop.drop_ins.dialog import DropInDialog
from hubdesk.desktop.pages.drop_ins_page import DropInsPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.editing import drop_ins
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.test_year_work import told, wait_for

LONG_MS = 20_000


@pytest.fixture
def page(parkside_window: MainWindow, qtbot: QtBot) -> DropInsPage:
    assert parkside_window.workspace is not None
    found = parkside_window.workspace.page_called("Drop-ins")
    assert isinstance(found, DropInsPage)
    parkside_window.actions_["page.drop-ins"].trigger()
    qtbot.waitUntil(lambda: found.found is not None, timeout=LONG_MS)
    return found


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def drop_ins_of(window: MainWindow, agency: str) -> list[DropIn]:
    hub = session_of(window).hub
    return [one for one in hub.drop_ins.values() if hub.agencies[one.agency].code == agency]


def button(page: DropInsPage, words: str) -> QPushButton:
    [found] = [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found.isEnabled()
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(page: DropInsPage, row: str, column: str, text: str) -> None:
    page.table.go_to(row, column)
    page.table.grid.setFocus()
    type_text(page.table.grid, text[0])
    (editor,) = (one for one in page.table.grid.findChildren(QLineEdit, "cell") if one.isVisible())
    type_text(editor, text[1:])
    press(editor, "Return")


def was_told(window: MainWindow, words: str) -> bool:
    return words in told(window)


def troubles(page: DropInsPage) -> list[str]:
    items = [page.problems.item(place) for place in range(page.problems.count())]
    return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]


def test_a_new_one_that_finds_no_desk_is_told_moved_and_taken_back(
    parkside_window: MainWindow, page: DropInsPage, qtbot: QtBot
) -> None:
    hub = session_of(parkside_window).hub
    click(button(page, "New drop-in…"))
    dialog = wait_for(parkside_window, DropInDialog, qtbot)
    assert isinstance(dialog, DropInDialog)
    dialog.agency.setCurrentIndex(dialog.agency.findData(hub.agency_codes["CAB"].id))
    dialog.area.setCurrentIndex(dialog.area.findData(hub.area_codes["G-HALL"].id))
    dialog.comes.setCurrentIndex(dialog.comes.findText("Every Tuesday"))
    dialog.starts.setTime(dialog.starts.time().addSecs(5 * 3600))
    dialog.desks.setValue(3)
    assert not dialog.on.isEnabled()
    click(dialog.accept_button)
    assert dialog.isVisible(), "it ends before it starts"
    assert "Put the end after the start" in dialog.problems.text()
    dialog.ends.setTime(dialog.starts.time().addSecs(3600))
    click(dialog.accept_button)
    [made] = drop_ins_of(parkside_window, "CAB")
    assert (made.weekday, made.starts, made.ends, made.desks) == (Weekday.TUESDAY, time(15), time(16), 3)
    qtbot.waitUntil(
        lambda: any("need 5 desks together and 4 are free" in one for one in troubles(page)), timeout=LONG_MS
    )
    assert page.tabs.tabText(1) == "To look at (1)"
    row = next(one for one in page.table.rows if one.id == made.id)
    assert "Too few desks" in row.trouble

    type_in(page, made.id, "starts", "9")
    type_in(page, made.id, "ends", "11:30")
    [made] = drop_ins_of(parkside_window, "CAB")
    assert (made.starts, made.ends) == (time(9), time(11, 30))
    qtbot.waitUntil(lambda: not troubles(page), timeout=LONG_MS)

    page.table.go_to(made.id)
    parkside_window.actions_.refresh()
    click(button(page, "Remove"))
    assert drop_ins_of(parkside_window, "CAB") == []
    press(page.table.grid, "Ctrl+Z")
    assert drop_ins_of(parkside_window, "CAB") == [made]


def test_rows_pasted_from_a_spreadsheet_come_in_as_one_step(
    parkside_window: MainWindow, page: DropInsPage
) -> None:
    before = len(page.table.rows)
    QGuiApplication.clipboard().setText(
        "Agency\tArea\tDay\tStart\tEnd\tPurpose\n"
        "VAM\tG-POD2\tWed\t9.30\t11:00\tVolunteers\n"
        "EMH\tG-HALL\t9 December 2026\t1pm\t3pm\tTenants\n"
    )
    page.table.grid.setFocus()
    [below] = [one for one in page.table.menu().actions() if "drop-ins" in one.text()]
    below.trigger()
    assert len(page.table.rows) == before + 2
    [volunteers] = drop_ins_of(parkside_window, "VAM")
    assert (volunteers.weekday, volunteers.starts, volunteers.ends) == (
        Weekday.WEDNESDAY,
        time(9, 30),
        time(11),
    )
    [tenants] = drop_ins_of(parkside_window, "EMH")
    assert (tenants.on, tenants.starts) == (date(2026, 12, 9), time(13))
    press(page.table.grid, "Ctrl+Z")
    assert len(page.table.rows) == before


def test_the_week_is_walked_by_keys_and_leads_to_the_table(
    parkside_window: MainWindow, page: DropInsPage, qtbot: QtBot
) -> None:
    canvas = page.timetable.canvas
    canvas.setFocus()
    press(canvas, "Home")
    assert canvas.accessibleDescription().startswith(
        "Leicestershire Fire and Rescue Service, Monday 23 November"
    )
    press(canvas, "Right")
    press(canvas, "Right")
    assert (
        "Credit Union, Thursday 26 November 2026 10:00 to 13:00, Meeting pod 1" in page.timetable.said.text()
    )
    press(canvas, "Return")
    [credit_union] = drop_ins_of(parkside_window, "CUN")
    assert page.table.current == credit_union.id
    press(page.table.grid, "Alt+PgDown")
    assert session_of(parkside_window).as_at == date(2026, 11, 30)
    qtbot.waitUntil(lambda: page.week.text() == "Week of 30 November 2026", timeout=LONG_MS)


def test_one_agency_is_shown_and_published(
    parkside_window: MainWindow, page: DropInsPage, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    page.who.setFocus()
    type_text(page.who, "Credit")
    qtbot.waitUntil(lambda: page.found is not None and len(page.found.week.visits) == 1, timeout=LONG_MS)
    assert {row.agency.code for row in page.companions.rows} == {"CUN"}
    for form, name, begins in (
        ("Poster to print", "week.pdf", b"%PDF"),
        ("Poster as a web page", "week.html", b"<!DOCTYPE html>"),
        ("Calendar file", "week.ics", b"BEGIN:VCALENDAR"),
    ):
        files.names.append(tmp_path / name)
        click(button(page, "Publish…"))
        dialog = wait_for(parkside_window, ChoiceDialog, qtbot)
        assert isinstance(dialog, ChoiceDialog)
        dialog.choose("Form", form)
        assert dialog.boxes[1].currentText() == "Credit Union (CUN)"
        press(dialog, "Return")
        wrote = partial(was_told, parkside_window, f"Wrote {tmp_path / name}")
        qtbot.waitUntil(wrote, timeout=LONG_MS)
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_plan_and_the_inspector_say_who_drops_in(parkside_window: MainWindow, page: DropInsPage) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, plan_page = workspace.session, workspace.plan_page
    [partnership] = drop_ins_of(parkside_window, "BID")
    workspace.going.to_record(partnership.id)
    assert workspace.page is page
    hall = session.hub.area_codes["G-HALL"]
    assert workspace.reveal([hall.id])

    def picture_of_the_hall() -> QImage:
        QApplication.processEvents()
        view = plan_page.view
        box = view.mapFromScene(view.floor_scene.box_of([hall.id])).boundingRect()
        return view.viewport().grab(box).toImage()

    session.selection.set([hall.id])
    session.set_as_at(date(2026, 11, 25))
    assert workspace.inspector.areas.visits.isHidden()
    wednesday = picture_of_the_hall()
    session.set_as_at(date(2026, 11, 24))
    assert "13:00 to 16:00 Town Centre Partnership (BID), 2 desks" in workspace.inspector.areas.visits.text()
    assert picture_of_the_hall() != wednesday
    session.do(lambda hub: drop_ins.remove(hub, partnership.id))
    assert workspace.inspector.areas.visits.isHidden()
    assert picture_of_the_hall() == wednesday
    session.undo()
    assert picture_of_the_hall() != wednesday


def test_a_button_can_be_pressed_only_when_it_does_something(
    parkside_window: MainWindow, page: DropInsPage, qtbot: QtBot
) -> None:
    remove = button(page, "Remove")
    page.table.go_to(page.table.rows[0].id)
    qtbot.waitUntil(remove.isEnabled, timeout=LONG_MS)
    page.table.bar.filter.setText("nobody has this")
    qtbot.waitUntil(lambda: not remove.isEnabled(), timeout=LONG_MS)
