"""A field for a day: what is no day stays, is marked, and is never taken for another."""

from datetime import date

import pytest
from PySide6.QtTest import QTest

from hubdesk.desktop.allocating.agency_editor import AgencyEditor
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text


@pytest.fixture
def session(parkside_window: MainWindow) -> Session:
    assert parkside_window.workspace is not None
    return parkside_window.workspace.session


@pytest.fixture
def editor(parkside_window: MainWindow, session: Session) -> AgencyEditor:
    agency = next(one for one in session.hub.agencies.values() if session.hub.licences_of.get(one.id))
    dialog = AgencyEditor(session, agency.id, parkside_window)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog, 20_000)
    return dialog


def test_what_is_no_day_stays_where_it_was_typed(editor: AgencyEditor) -> None:
    editor.first.setFocus()
    editor.first.selectAll()
    type_text(editor.first, "31/6/2026")
    editor.fields.name.setFocus()
    assert editor.first.text() == "31/6/2026"
    assert editor.first.typed is None
    assert "“31/6/2026” is not a day" in editor.first.accessibleDescription()
    assert len(editor.first.actions()) == 1, "the sign that it is wrong"

    editor.first.setFocus()
    editor.first.selectAll()
    type_text(editor.first, "30/6/2026")
    assert editor.first.accessibleDescription() == ""
    assert editor.first.actions() == []
    editor.fields.name.setFocus()
    assert editor.first.day == date(2026, 6, 30)


def test_a_dialog_is_not_accepted_with_the_day_that_stood_there_before(
    editor: AgencyEditor, session: Session
) -> None:
    before = session.hub
    editor.desks.setValue(editor.desks.value() + 1)
    editor.first.setFocus()
    editor.first.selectAll()
    type_text(editor.first, "31/6/2026")
    press(editor.first, "Return")
    assert editor.isVisible()

    editor.accept_button.click()
    assert editor.isVisible()
    assert session.hub == before
    assert editor.problems.text() == (
        "First day: “31/6/2026” is not a day from 1900 to 2200. "
        "Type it as 7 November 2026, 7 Nov 26 or 7/11/2026."
    )
    assert editor.first.hasFocus()

    type_text(editor.first, "30/6/2026")
    press(editor.first, "Return")
    assert not editor.isVisible()
    assert session.hub != before


def test_after_midnight_today_is_the_new_day_in_every_field(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    tomorrow = date(2026, 11, 24)
    workspace.session.day_came(tomorrow)
    moves = workspace.time.moves
    for field in (moves.earlier, workspace.plan_page.allocating.palette.first, workspace.as_at_bar.day):
        field.setText("today")
        assert field.typed == tomorrow != TODAY
