"""Reviews by real clicks and keys on the real window: opened, looked at, reminded of, taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.choices import ChoiceDialog
from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.review.change_round import ChangeReviewDialog
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.desktop.review.reminder_dialog import ReminderDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.area import AreaKind
from hubdesk.domain.change import Change
from hubdesk.domain.money import pounds
from hubdesk.domain.review import State
from hubdesk.editing import reviews
from hubdesk.editing.records import changed
from hubdesk.exchange.review_pack import pack_file
from hubdesk.workflows import scenarios
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.review.answer_rows import Said
from hubdesk.workflows.review.rounds import default_round, round_opened
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles

PATIENT = 30_000


@pytest.fixture
def page(parkside_window: MainWindow) -> ReviewPage:
    assert parkside_window.workspace is not None
    press(parkside_window, "Alt+5")
    found = parkside_window.workspace.page
    assert isinstance(found, ReviewPage)
    return found


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def the_dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    found: list[QDialog] = []

    def there() -> bool:
        tops = QApplication.topLevelWidgets()
        found[:] = [one for one in tops if isinstance(one, kind) and one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there, timeout=PATIENT)
    return found[0]


def opened_by_return(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    """Open a review with everything as it usually is."""
    window.actions_["review.open"].trigger()
    dialog = the_dialog(qtbot, OpenReviewDialog)
    press(dialog, "Return")
    qtbot.waitUntil(lambda: bool(page.glance.rows), timeout=PATIENT)


def send_all(window: MainWindow) -> None:
    session = session_of(window)
    [round_] = session.hub.review_rounds
    ids = [(one.id, "ef" * 32) for one in session.hub.reviews_of[round_.id].values()]
    assert session.do(lambda hub: reviews.sent(hub, ids, TODAY))


def test_a_review_is_opened_with_return_alone_and_undone(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    assert page.beginning.isVisible()
    QTest.mouseClick(page.beginning.open, Qt.MouseButton.LeftButton)
    dialog = the_dialog(qtbot, OpenReviewDialog)
    assert isinstance(dialog, OpenReviewDialog)
    words = [dialog.agencies.item(row).text() for row in range(dialog.agencies.count())]
    assert "DWP  Jobcentre Plus: 18 desks, 18 licensed" in words
    assert any(one.endswith("the host, which opens the review") for one in words)
    assert not dialog.names.isVisible()
    press(dialog, "Return")
    qtbot.waitUntil(lambda: len(page.glance.rows) == 15, timeout=PATIENT)
    assert page.head.told.text().startswith(
        "0 of 15 have answered; 0 of 84 desks agreed; £0.00 of £309,800.39"
    )
    assert {row.state for row in page.glance.rows} == {"○ to send"}
    assert page.answer.table.rows
    press(parkside_window, "Ctrl+Z")
    assert not session.hub.review_rounds
    qtbot.waitUntil(page.beginning.isVisible, timeout=PATIENT)
    press(parkside_window, "Ctrl+Y")
    qtbot.waitUntil(lambda: len(page.glance.rows) == 15, timeout=PATIENT)


def test_the_lines_of_an_answer_come_to_the_pounds_of_its_year(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    dwp = next(row for row in page.glance.rows if row.of.agency.code == "DWP")
    page.glance.go_to(dwp.id)
    answer = page.answer.table
    assert page.answer.told.text().startswith("DWP")
    assert answer.totals.row.texts[-1] == "97,424.85" == pounds(dwp.of.pence).removeprefix("£")
    pool = next(row for row in answer.rows if row.said is Said.NOT_ASKED)
    for column in ("kind", "line", "said", "words"):
        answer.activated.emit(pool.id, column)  # It leads nowhere.
    assert parkside_window.workspace is not None
    assert parkside_window.workspace.page is page


def test_a_room_that_is_called_after_an_agency_is_told_before_it_is_opened(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    free = next(one for one in session.hub.areas.values() if one.kind is AreaKind.CIRCULATION)
    assert session.do(lambda hub: changed(hub, replace(free, name="DWP lobby")))
    parkside_window.actions_["review.open"].trigger()
    dialog = the_dialog(qtbot, OpenReviewDialog)
    assert isinstance(dialog, OpenReviewDialog)
    assert dialog.names.isVisible()
    assert "“DWP lobby” names Jobcentre Plus (DWP)" in dialog.names.text()
    assert dialog.names.text().endswith("unless everybody may know.")
    press(dialog, "Return")
    qtbot.waitUntil(lambda: bool(session.hub.review_rounds), timeout=PATIENT)


def test_what_cannot_be_is_said_and_what_was_typed_is_kept(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    parkside_window.actions_["review.open"].trigger()
    dialog = the_dialog(qtbot, OpenReviewDialog)
    assert isinstance(dialog, OpenReviewDialog)
    dialog.deadline.setFocus()
    dialog.deadline.selectAll()
    type_text(dialog.deadline, "1 October 2026")
    press(dialog.deadline, "Return")
    assert "The deadline has passed already" in dialog.wrong.text()
    assert dialog.isVisible()
    dialog.deadline.selectAll()
    type_text(dialog.deadline, "15 January 2027")
    dialog.name.selectAll()
    type_text(dialog.name, "Autumn")
    for row in range(dialog.agencies.count()):
        dialog.agencies.item(row).setCheckState(Qt.CheckState.Unchecked)
    press(dialog.name, "Return")
    assert "It asks no agency" in dialog.wrong.text()
    dialog.agencies.setFocus()
    press(dialog.agencies, "Space")
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.glance.rows) == 1, timeout=PATIENT)
    assert page.head.chooser.currentText() == "Autumn"


def test_opened_by_hand_reminded_and_shown_on_the_plan(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    send_all(parkside_window)
    qtbot.waitUntil(lambda: page.glance.rows[0].state == "→ sent", timeout=PATIENT)
    page.glance.go_to(page.glance.rows[1].id)
    parkside_window.actions_.refresh()
    parkside_window.actions_["review.opened"].trigger()
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.OPENED, timeout=PATIENT)
    parkside_window.actions_.refresh()
    assert not parkside_window.actions_["review.opened"].isEnabled()
    page.glance.states.setCurrentIndex(page.glance.states.findText("◔ opened"))
    assert [row.of.agency.code for row in page.glance.rows] == ["CAB"]

    parkside_window.actions_["review.remind"].trigger()
    dialog = the_dialog(qtbot, ReminderDialog)
    assert isinstance(dialog, ReminderDialog)
    assert dialog.whom.currentText().startswith("CAB")
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "Subject: Reminder: Review as at 1 December 2026" in QGuiApplication.clipboard().text()
    press(dialog, "Escape")

    parkside_window.actions_["review.plan"].trigger()
    assert parkside_window.workspace is not None
    assert parkside_window.workspace.page is parkside_window.workspace.plan_page
    assert parkside_window.workspace.plan_page.plan.colour_by is ColourBy.REVIEW


def test_packs_of_some_are_written_and_marked_as_one_change(
    parkside_window: MainWindow, page: ReviewPage, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    session = session_of(parkside_window)
    out = tmp_path / "packs"
    files.names += [out]
    parkside_window.actions_.refresh()
    parkside_window.actions_["review.packs"].trigger()
    dialog = the_dialog(qtbot, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    assert dialog.boxes[0].currentText() == "all 15 agencies"
    dialog.choose("For", "CAB")
    dialog.choose("What", "Workbook and PDF")
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.SENT, timeout=PATIENT)
    assert sorted(one.suffix for one in out.iterdir()) == [".pdf", ".xlsx"]
    review = page.glance.rows[1].of.review
    kept = pack_file.read(session.document.store.file(review.pack))
    assert (kept.agency_code, kept.copy) == ("CAB", 1)
    press(parkside_window, "Ctrl+Z")
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.TO_SEND, timeout=PATIENT)


def test_packs_to_look_at_are_not_marked_until_one_says_so(
    parkside_window: MainWindow, page: ReviewPage, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    files.names += [tmp_path / "packs"]
    parkside_window.actions_.refresh()
    parkside_window.actions_["review.packs"].trigger()
    dialog = the_dialog(qtbot, ChoiceDialog)
    assert isinstance(dialog, ChoiceDialog)
    dialog.choose("For", "CAB")
    dialog.choose("What", "Page")
    dialog.choose("Then", "leave")
    press(dialog, "Return")

    def offers() -> list[QPushButton]:
        buttons = parkside_window.notices.findChildren(QPushButton)
        return [one for one in buttons if one.text() == "Mark them as sent"]

    qtbot.waitUntil(lambda: bool(offers()), timeout=PATIENT)
    assert page.glance.rows[1].of.state is State.TO_SEND
    session = session_of(parkside_window)
    session.work_in(scenarios.start(session.document.store, "Tried out", Change("Nothing", ())))
    QTest.mouseClick(offers()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.SENT, timeout=PATIENT)
    session.leave_scenario()
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.SENT, timeout=PATIENT)
    press(parkside_window, "Ctrl+Z")
    qtbot.waitUntil(lambda: page.glance.rows[1].of.state is State.TO_SEND, timeout=PATIENT)


def test_the_deadline_is_changed_and_a_round_that_was_sent_stays(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    session = session_of(parkside_window)
    parkside_window.actions_["review.change"].trigger()
    dialog = the_dialog(qtbot, ChangeReviewDialog)
    assert isinstance(dialog, ChangeReviewDialog)
    dialog.deadline.selectAll()
    type_text(dialog.deadline, "1 February 2027")
    press(dialog.deadline, "Return")
    qtbot.waitUntil(lambda: "1 February 2027" in page.head.told.text(), timeout=PATIENT)
    send_all(parkside_window)
    parkside_window.actions_["review.remove"].trigger()
    assert session.hub.review_rounds
    press(parkside_window, "Ctrl+Z")
    parkside_window.actions_["review.remove"].trigger()
    assert not session.hub.review_rounds


def test_a_line_of_the_answer_leads_to_its_desk(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    opened_by_return(page, parkside_window, qtbot)
    row = page.answer.table.rows[0]
    page.answer.table.go_to(row.id)
    press(page.answer.table.grid, "Return")
    assert parkside_window.workspace is not None
    assert parkside_window.workspace.page is parkside_window.workspace.plan_page
    assert session_of(parkside_window).selection.ids == frozenset({row.record})


def test_an_agencys_review_in_an_earlier_round_is_gone_to_whatever_is_listed(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    document, dwp = session.document, session.hub.agency_codes["DWP"].id
    for name, asked in (("Autumn", None), ("Spring", ["CAB"])):
        wanted = replace(default_round(document.hub, TODAY), name=name)
        if asked:
            wanted = replace(wanted, agencies=tuple(document.hub.agency_codes[one].id for one in asked))
        round_opened(document, wanted, today=TODAY, secret="cd" * 32)
    autumn, spring = sorted(document.hub.review_rounds, key=lambda one: one.name)
    page.looking.choose(spring.id)
    qtbot.waitUntil(lambda: len(page.glance.rows) == 1, timeout=PATIENT)
    page.glance.states.setCurrentIndex(page.glance.states.findText("✓ agreed"))
    assert not page.glance.rows
    assert parkside_window.workspace is not None
    parkside_window.workspace.going.to_record(document.hub.reviews_of[autumn.id][dwp].id)
    qtbot.waitUntil(lambda: page.glance.agency == dwp, timeout=PATIENT)
    assert page.answer.told.text().startswith("DWP")
    assert page.head.chooser.currentText() == "Autumn"
