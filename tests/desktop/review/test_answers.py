"""Workbooks that come back, dropped on the window: shown, taken in as one change, and undone."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.review.answers_dialog import AnswersDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.review import State
from hubdesk.editing import reviews
from hubdesk.exchange.review_pack.layout import YOUR_CHARGES, YOUR_DESKS, Verdict
from hubdesk.exchange.review_pack.workbook import write
from hubdesk.workflows.review.packs import RoundPacks, kept
from hubdesk.workflows.review.rounds import SeenRounds, default_round, round_opened
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press
from tests.desktop.named_files import NamedFiles
from tests.desktop.review.test_review_page import PATIENT, session_of, the_dialog
from tests.exchange.review_pack.filling import fill

ASKED = ("CAB", "DWP", "LFR")


@pytest.fixture
def packs(parkside_window: MainWindow) -> RoundPacks:
    """A review that asks three, whose packs were sent."""
    document = session_of(parkside_window).document
    wanted = default_round(document.hub, TODAY)
    round_ = round_opened(document, wanted, today=TODAY, secret="cd" * 32)
    made = RoundPacks(document.hub, SeenRounds(document.store), round_, TODAY)
    document.apply(reviews.sent(document.hub, kept(made, made.asked(ASKED)), TODAY))
    return made


@pytest.fixture
def page(parkside_window: MainWindow, packs: RoundPacks, qtbot: QtBot) -> ReviewPage:
    assert parkside_window.workspace is not None
    press(parkside_window, "Alt+5")
    found = parkside_window.workspace.page
    assert isinstance(found, ReviewPage)
    qtbot.waitUntil(lambda: len(found.glance.rows) == 15, timeout=PATIENT)
    return found


def answered(packs: RoundPacks, code: str, folder: Path, name: str = "", *, asks: bool = False) -> Path:
    """The workbook of that agency filled in: all agreed, or a question about its first desk."""
    [agency] = packs.asked([code])
    pack = packs.pack(agency.id)
    path = folder / f"{name or code}.xlsx"
    write(pack, path)
    lines = {pack.desks[0].asked.key: (Verdict.QUERY, None, None, None, "Is it ours?")} if asks else {}
    fill(
        path,
        lines,
        signed_by="Area manager",
        signed_on=date(2026, 12, 3),
        agree_to_all=(YOUR_DESKS, YOUR_CHARGES),
    )
    return path


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, mime, left, no_key))


def no_pack(folder: Path) -> Path:
    path = folder / "holidays.xlsx"
    Workbook().save(path)
    return path


def test_answers_are_dropped_seen_taken_in_and_undone(
    parkside_window: MainWindow, page: ReviewPage, packs: RoundPacks, tmp_path: Path, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    files = (answered(packs, "CAB", tmp_path), answered(packs, "DWP", tmp_path, asks=True), no_pack(tmp_path))
    drop(parkside_window, *files)
    dialog = the_dialog(qtbot, AnswersDialog)
    assert isinstance(dialog, AnswersDialog)
    assert dialog.told.text() == "3 files: 2 ready to take in, 1 refused."
    assert "DWP: agrees" in dialog.list.item(1).text()
    assert "asks 1" in dialog.list.item(1).text()
    dialog.list.setCurrentRow(1)
    assert "Is it ours?" in dialog.text.toPlainText()
    dialog.list.setCurrentRow(2)
    assert "not a review pack" in dialog.text.toPlainText()
    assert not session.hub.queries
    assert dialog.go_on.text() == "Take in 2 answers"
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)

    def states() -> dict[str, State]:
        return {row.of.agency.code: row.of.state for row in page.glance.rows if row.of.agency.code in ASKED}

    came = {"CAB": State.AGREED, "DWP": State.QUERIED, "LFR": State.SENT}
    qtbot.waitUntil(lambda: states() == came, timeout=PATIENT)
    assert page.head.told.text().startswith("2 of 15 have answered;")
    page.glance.go_to(session.hub.agency_codes["DWP"].id)
    assert "signed by Area manager" in page.answer.told.text()
    assert page.answer.table.rows[0].said.value == "? asks"
    press(parkside_window, "Ctrl+Z")
    qtbot.waitUntil(lambda: set(states().values()) == {State.SENT}, timeout=PATIENT)
    assert not session.hub.queries


def test_whatever_is_dropped_for_a_workbook_is_told_and_never_passed_over(
    parkside_window: MainWindow, page: ReviewPage, packs: RoundPacks, tmp_path: Path, qtbot: QtBot
) -> None:
    others = [tmp_path / f"answer{ending}" for ending in (".ods", ".XLSM", ".csv", ".pdf", ".msg")]
    for other in others:
        other.write_bytes(b"no workbook")
    drop(parkside_window, others[0], answered(packs, "CAB", tmp_path), *others[1:])
    dialog = the_dialog(qtbot, AnswersDialog)
    assert isinstance(dialog, AnswersDialog)
    assert dialog.told.text() == "6 files: 1 ready to take in, 5 refused."
    dialog.reject()


def test_of_two_answers_of_one_agency_one_is_chosen(
    parkside_window: MainWindow, page: ReviewPage, packs: RoundPacks, tmp_path: Path, qtbot: QtBot
) -> None:
    one = answered(packs, "LFR", tmp_path, "first")
    other = answered(packs, "LFR", tmp_path, "second", asks=True)
    drop(parkside_window, one, other)
    dialog = the_dialog(qtbot, AnswersDialog)
    assert isinstance(dialog, AnswersDialog)
    assert not dialog.go_on.isEnabled()
    assert "Choose the one that counts" in dialog.text.toPlainText()
    dialog.list.setFocus()
    press(dialog.list, "Space")
    assert dialog.go_on.text() == "Take in 1 answer"
    press(dialog.list, "Down")
    press(dialog.list, "Space")
    assert [came.name for came in dialog.chosen] == ["second.xlsx"]
    press(dialog.list, "Up")
    press(dialog.list, "Space")
    press(dialog, "Return")
    agency = session_of(parkside_window).hub.agency_codes["LFR"].id

    def agreed() -> bool:
        return next(row for row in page.glance.rows if row.id == agency).of.state is State.AGREED

    qtbot.waitUntil(agreed, timeout=PATIENT)


def test_a_single_workbook_that_is_no_pack_can_still_be_imported(
    parkside_window: MainWindow, page: ReviewPage, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(parkside_window, no_pack(tmp_path))

    def offers() -> list[QPushButton]:
        found = parkside_window.notices.findChildren(QPushButton)
        return [one for one in found if one.text() == "Import it as a new hub…"]

    qtbot.waitUntil(lambda: bool(offers()), timeout=PATIENT)
    files.names += [None]
    QTest.mouseClick(offers()[0], Qt.MouseButton.LeftButton)
    assert files.suggested[-1].name == "holidays.hubdesk"
