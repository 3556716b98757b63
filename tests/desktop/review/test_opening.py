"""Opening a review by real keys: what was typed or ticked outlives every change of mind and mishap."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.review.change_round import ChangeReviewDialog
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.editing import reviews
from hubdesk.workflows.review.rounds import default_round, round_opened
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text
from tests.desktop.review.test_review_page import PATIENT, session_of, the_dialog


@pytest.fixture
def page(parkside_window: MainWindow) -> ReviewPage:
    assert parkside_window.workspace is not None
    press(parkside_window, "Alt+5")
    found = parkside_window.workspace.page
    assert isinstance(found, ReviewPage)
    return found


def asked_to_open(window: MainWindow, qtbot: QtBot) -> OpenReviewDialog:
    window.actions_["review.open"].trigger()
    dialog = the_dialog(qtbot, OpenReviewDialog)
    assert isinstance(dialog, OpenReviewDialog)
    return dialog


def dialog_again(first: QDialog) -> OpenReviewDialog | None:
    """The dialog that came after `first`, which is gone."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, OpenReviewDialog)]
    return next((one for one in found if one is not first and one.isVisible()), None)


def test_another_day_with_return_asks_those_of_that_day_and_keeps_what_was_done_by_hand(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    dialog = asked_to_open(parkside_window, qtbot)
    first = dialog.agencies.item(0).text()
    dialog.agencies.setFocus()
    press(dialog.agencies, "Space")
    before = [dialog.agencies.item(row).text() for row in range(dialog.agencies.count())]
    dialog.as_at.setFocus()
    dialog.as_at.selectAll()
    type_text(dialog.as_at, "1 May 2027")
    press(dialog.as_at, "Return")
    assert not session.hub.review_rounds, "whom to ask on that day is not known yet"
    assert dialog.isVisible()
    assert dialog.agencies.item(0).text() == "Being looked up for that day…"
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=PATIENT)
    assert not dialog.wrong.isVisible()
    now = [dialog.agencies.item(row).text() for row in range(dialog.agencies.count())]
    assert now != before, "others have desks"
    assert (dialog.name.text(), dialog.deadline.day) == ("Review as at 1 May 2027", date(2027, 6, 12))
    assert dialog.agencies.item(0).text() == first
    assert dialog.agencies.item(0).checkState() is Qt.CheckState.Unchecked, "taken away by hand"


def test_what_was_typed_comes_back_where_the_review_cannot_be_opened_after_all(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    dialog = asked_to_open(parkside_window, qtbot)
    dialog.name.selectAll()
    type_text(dialog.name, "Autumn")
    dialog.text.setFocus()
    type_text(dialog.text, "Look at your desks first.")
    dialog.agencies.setFocus()
    press(dialog.agencies, "Space")
    asked = dialog.wanted.agencies
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    document = session.document
    wanted = replace(default_round(document.hub, TODAY), name="autumn")
    round_opened(document, wanted, today=TODAY, secret="cd" * 32)  # Somebody else was a moment sooner.
    qtbot.waitUntil(lambda: dialog_again(dialog) is not None, timeout=PATIENT)
    again = dialog_again(dialog)
    assert again is not None
    assert "A review has this name already" in again.wrong.text()
    assert (again.name.text(), again.text.typed) == ("Autumn", "Look at your desks first.")
    assert again.wanted.agencies == asked
    again.name.selectAll()
    type_text(again.name, "Autumn, second")
    press(again.name, "Return")
    qtbot.waitUntil(lambda: len(session.hub.review_rounds) == 2, timeout=PATIENT)


def test_who_changes_the_deadline_leaves_the_text_that_somebody_has_written_meanwhile(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    session = session_of(parkside_window)
    document = session.document
    round_ = round_opened(document, default_round(document.hub, TODAY), today=TODAY, secret="cd" * 32)
    qtbot.waitUntil(lambda: len(page.glance.rows) == 15, timeout=PATIENT)
    parkside_window.actions_["review.change"].trigger()
    dialog = the_dialog(qtbot, ChangeReviewDialog)
    assert isinstance(dialog, ChangeReviewDialog)
    document.apply(reviews.change_round(document.hub, replace(round_, text="Look twice.")))
    dialog.deadline.selectAll()
    type_text(dialog.deadline, "1 February 2027")
    press(dialog.deadline, "Return")
    [after] = session.hub.review_rounds
    assert (after.deadline, after.text) == (date(2027, 2, 1), "Look twice.")


def test_the_first_day_again_offers_what_it_did_before(
    parkside_window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    dialog = asked_to_open(parkside_window, qtbot)
    before = dialog.agencies.count()
    dialog.as_at.setFocus()
    dialog.as_at.selectAll()
    type_text(dialog.as_at, "1 May 2019")
    press(dialog.as_at, "Return")
    assert not dialog.go_on.isEnabled()
    dialog.as_at.selectAll()
    type_text(dialog.as_at, "1 December 2026")
    press(dialog.as_at, "Tab")
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=PATIENT)
    qtbot.waitUntil(lambda: dialog.agencies.count() == before, timeout=PATIENT)
    assert not dialog.wrong.isVisible()
