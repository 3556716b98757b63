"""Queries by real clicks and keys on the real window: raised, written about, passed on, accepted, undone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.queries.accept_dialog import AcceptDialog
from hubdesk.desktop.queries.dialogs import EndDialog, PassOnDialog, SeeToDialog, WriteDialog
from hubdesk.desktop.queries.raise_dialog import RaiseDialog
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.query import Asks, End, Query, Stage
from hubdesk.editing import licences, queries
from hubdesk.workflows.review.rounds import default_round, round_opened
from tests.builders.asking import asking
from tests.builders.parkside import parkside
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.keys import press, type_text

PATIENT = 30_000


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def the_log(window: MainWindow) -> ReviewPage:
    """The Review page, with the queries in front."""
    assert window.workspace is not None
    window.actions_["page.review"].trigger()
    page = window.workspace.page
    assert isinstance(page, ReviewPage)
    QTest.mouseClick(
        page.parts.tabBar(), Qt.MouseButton.LeftButton, pos=page.parts.tabBar().tabRect(1).center()
    )
    assert page.queries.isVisible()
    return page


def opened(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [
            one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(there, timeout=PATIENT)
    return found[0]


def do(window: MainWindow, action: str, qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    trigger(window, action, qtbot)
    return opened(qtbot, kind)


def trigger(window: MainWindow, action: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.actions_[action].isEnabled, timeout=PATIENT)
    window.actions_[action].trigger()


def ok(dialog: QDialog) -> None:
    (box,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def the_query(session: Session) -> Query:
    (query,) = session.hub.queries.values()
    return query


@pytest.fixture
def asked_window(open_window: OpenWindow) -> MainWindow:
    """Parkside with one query: DWP's licence is to be of 17 desks from 1 July."""
    hub = parkside()
    licence = hub.licences_of[hub.agency_codes["DWP"].id][0].code
    hub, _ = asking(hub, "DWP", f"licence {licence}", "17", "2026-07-01", raised=date(2026, 8, 10))
    return open_window(hub)


def test_a_query_is_raised_by_keys_written_about_passed_on_and_ended(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    page = the_log(window)
    assert page.queries.told.text().startswith("No query was raised yet")
    dialog = do(window, "query.raise", qtbot, RaiseDialog)
    assert isinstance(dialog, RaiseDialog)
    dialog.agency.setFocus()
    type_text(dialog.agency, "Citizens")
    dialog.asks.setFocus()
    press(dialog.asks, "Down")
    ok(dialog)
    assert "does not say what it is to be corrected to" in dialog.problems.text()
    dialog.wanted.setFocus()
    type_text(dialog.wanted, "not our desk")
    press(dialog.wanted, "Return")
    qtbot.waitUntil(lambda: len(page.queries.table.rows) == 1, timeout=PATIENT)
    query = the_query(session)
    assert session.hub.agencies[query.agency].code == "CAB"
    assert (query.asks, query.raised, query.due) == (Asks.CORRECTION, TODAY, date(2027, 2, 21))
    write = do(window, "query.write", qtbot, WriteDialog)
    assert isinstance(write, WriteDialog)
    type_text(write.message.field, "Jo rang up")
    ok(write)
    assert "Jo rang up" in page.queries.detail.toPlainText()
    pass_on = do(window, "query.pass-on", qtbot, PassOnDialog)
    ok(pass_on)
    assert the_query(session).stage is Stage.FINANCE
    see_to = do(window, "query.see-to", qtbot, SeeToDialog)
    assert isinstance(see_to, SeeToDialog)
    see_to.owner.setFocus()
    type_text(see_to.owner, "Finance desk")
    press(see_to.owner, "Return")
    assert the_query(session).owner == "Finance desk"
    end = do(window, "query.end", qtbot, EndDialog)
    ok(end)
    assert the_query(session).end is End.EXPLAINED
    assert not page.queries.table.rows, "open ones are listed"
    press(window, "Ctrl+Z")
    assert the_query(session).end is None
    qtbot.waitUntil(lambda: len(page.queries.table.rows) == 1, timeout=PATIENT)


def test_it_is_raised_for_the_desk_or_the_agency_that_one_looks_at(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    seat = next(one for one in session.hub.allocations.values() if one.last is None)
    desk, agency = session.hub.desks[seat.desk], session.hub.agencies[seat.agency]
    session.selection.set({desk.id})
    dialog = do(window, "query.raise", qtbot, RaiseDialog)
    assert isinstance(dialog, RaiseDialog)
    assert dialog.agency.currentData() == agency.id
    assert dialog.line.currentText().startswith(f"Desk {desk.code} on ")
    dialog.reject()
    window.actions_["page.agencies"].trigger()
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, AgenciesPage)
    page.table.go_to(session.hub.agency_codes["POL"].id)
    dialog = do(window, "query.raise", qtbot, RaiseDialog)
    assert isinstance(dialog, RaiseDialog)
    assert dialog.agency.currentData() == session.hub.agency_codes["POL"].id


def test_a_correction_is_shown_in_pounds_accepted_and_undone_as_one(
    asked_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = asked_window, session_of(asked_window)
    page = the_log(window)
    qtbot.waitUntil(lambda: page.queries.table.rows[0].pence == 285_000, timeout=PATIENT)
    assert page.queries.table.rows[0].of.standing == "15 days overdue"
    before = session.hub
    dialog = do(window, "query.accept", qtbot, AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    qtbot.waitUntil(lambda: bool(dialog.table.rows), timeout=PATIENT)
    assert dialog.table.rows[0].code == "DWP"
    assert dialog.table.rows[0].after < dialog.table.rows[0].before
    assert "18 → 17 desks" in dialog.what.text()
    ok(dialog)
    assert the_query(session).end is End.ACCEPTED
    licence = session.hub.licences_of[session.hub.agency_codes["DWP"].id][0]
    assert licence.desks_on(date(2026, 7, 1)) == 17
    press(window, "Ctrl+Z")
    assert session.hub == before


def test_a_correction_is_worked_on_as_a_scenario_and_taken_over_with_the_end(
    asked_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = asked_window, session_of(asked_window)
    page = the_log(window)
    qtbot.waitUntil(lambda: bool(page.queries.table.rows), timeout=PATIENT)
    trigger(window, "query.try", qtbot)
    assert session.trying is not None
    assert the_query(session).end is End.ACCEPTED
    assert session.document.hub.queries[the_query(session).id].end is None, "the hub is as it was"
    trigger(window, "scenario.take-over", qtbot)
    ask = opened(qtbot, AskDialog)
    assert isinstance(ask, AskDialog)
    assert ask.go_on is not None
    QTest.mouseClick(ask.go_on, Qt.MouseButton.LeftButton)
    assert session.hub is session.document.hub
    assert the_query(session).end is End.ACCEPTED


def test_the_workings_and_the_place_are_gone_to_from_the_log(asked_window: MainWindow, qtbot: QtBot) -> None:
    window = asked_window
    assert window.workspace is not None
    page = the_log(window)
    qtbot.waitUntil(lambda: bool(page.queries.table.rows), timeout=PATIENT)
    trigger(window, "query.why", qtbot)
    panel = window.workspace.workings.panel
    qtbot.waitUntil(lambda: panel.tree.model().rowCount() > 0, timeout=PATIENT)
    trigger(window, "query.plan", qtbot)
    assert window.workspace.plan_page.isVisible()
    assert len(session_of(window).selection.ids) >= 18
    window.workspace.going.to_record(the_query(session_of(window)).id)
    assert page.queries.isVisible()


def test_who_agreed_is_on_the_agencies_page_and_what_was_not_is_told_before_issue(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    assert window.workspace is not None
    window.actions_["page.agencies"].trigger()
    agencies = window.workspace.page
    assert isinstance(agencies, AgenciesPage)
    assert not agencies.agreements.known, "no review was held"
    document = session.document
    round_opened(document, default_round(document.hub, TODAY), today=TODAY, secret="cd" * 32)
    qtbot.waitUntil(lambda: bool(agencies.agreements.known), timeout=PATIENT)
    agencies.table.go_to(session.hub.agency_codes["CAB"].id)
    assert agencies.agreement.isVisible()
    assert agencies.agreement.text().startswith("CAB: Not agreed: asked, and no answer yet")
    window.actions_["file.issue"].trigger()
    before = opened(qtbot, QDialog)
    if not isinstance(before, AskDialog):
        ok(before)
        before = opened(qtbot, AskDialog)
    assert isinstance(before, AskDialog)
    assert "rests on occupancy that 15 agencies never agreed" in before.told.sentence
    assert before.go_on is not None, "it stands in nobody's way"


def test_a_desk_not_on_the_list_asks_for_its_code_alone_and_ends_as_corrected_by_hand(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    window, session = parkside_window, session_of(parkside_window)
    the_log(window)
    dialog = do(window, "query.raise", qtbot, RaiseDialog)
    assert isinstance(dialog, RaiseDialog)
    assert dialog.asks.isVisible()
    dialog.line.setCurrentIndex(dialog.line.findText("A desk that is not on its list"))
    assert not dialog.asks.isVisible(), "it is a correction, whatever was chosen before"
    dialog.wanted.setFocus()
    type_text(dialog.wanted, "by the lift")
    press(dialog.wanted, "Return")
    assert the_query(session).asks is Asks.CORRECTION
    end = do(window, "query.end", qtbot, EndDialog)
    assert isinstance(end, EndDialog)
    end.how.setCurrentIndex(end.how.findText("Corrected by hand, as it asked"))
    ok(end)
    assert the_query(session).end is End.ACCEPTED


def test_what_is_accepted_is_what_the_dialog_says_also_after_a_colleagues_change(
    asked_window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(asked_window)
    page = the_log(asked_window)
    qtbot.waitUntil(lambda: bool(page.queries.table.rows), timeout=PATIENT)
    dialog = do(asked_window, "query.accept", qtbot, AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    assert "18 → 17 desks" in dialog.what.text()
    licence = session.hub.licences_of[session.hub.agency_codes["DWP"].id][0].id
    session.document.apply(licences.set_desks(session.hub, licence, date(2026, 7, 1), 16))
    session.document.apply(licences.set_desks(session.hub, licence, date(2026, 9, 1), 20))
    assert "16 → 17 desks" in dialog.what.text()
    assert "From 1 September 2026 on" in dialog.notes.text()
    assert dialog.notes.isVisible()
    session.document.apply(licences.set_desks(session.hub, licence, date(2026, 7, 1), 17))
    assert "cannot be made" in dialog.what.text()
    qtbot.waitUntil(lambda: "has 17 desks on 1 July 2026 already" in dialog.said.text(), timeout=PATIENT)
    assert not dialog.table.rows


def test_who_changes_the_due_day_leaves_the_owner_that_somebody_has_set_meanwhile(
    asked_window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(asked_window)
    page = the_log(asked_window)
    qtbot.waitUntil(lambda: bool(page.queries.table.rows), timeout=PATIENT)
    dialog = do(asked_window, "query.see-to", qtbot, SeeToDialog)
    assert isinstance(dialog, SeeToDialog)
    query = the_query(session)
    session.document.apply(queries.change(session.hub, replace(query, owner="Jo")))
    dialog.due.selectAll()
    type_text(dialog.due, "1 February 2027")
    press(dialog.due, "Return")
    after = the_query(session)
    assert (after.due, after.owner) == (date(2027, 2, 1), "Jo")
