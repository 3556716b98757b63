"""The agencies page as people use it: licences dragged and typed, a joiner, a leaver, links to records."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hubdesk.desktop.agencies.concession_dialog import ConcessionDialog
from hubdesk.desktop.agencies.effects_view import EffectsView
from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.agencies.leaver import LeaverDialog
from hubdesk.desktop.agencies.licence_dialogs import DesksDialog
from hubdesk.desktop.agencies.time_line import TimeLine
from hubdesk.desktop.dialogs.pick import PickDialog
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.concession import Funder
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import licences
from hubdesk.workflows.year_cost import agency_effects
from tests.builders import a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import LEFT, drag

SLOW_MS = 20_000
"""How long a busy machine may take."""


def a_shared_floor() -> Hub:
    """CAB has 4 desks, 6 from 1 October 2026, until 31 March 2027; POL has 10; reception is shared."""
    return (
        a_hub()
        .floor("G")
        .desks(24)
        .licence("L00", "HBC", 4)
        .agency("CAB", "voluntary")
        .licence("L01", "CAB", {"2026-04-01": 4, "2026-10-01": 6}, last="2027-03-31")
        .award("L01", 40, reason="Advice for everybody", review="2026-12-31")
        .allocation("G-001", "CAB")
        .agency("POL")
        .licence("L02", "POL", 10)
        .cost_line("C01", 36_500)
        .build()
    )


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    window = open_window(a_shared_floor())
    window.actions_["page.agencies"].trigger()
    return window


@pytest.fixture
def page(window: MainWindow) -> AgenciesPage:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, AgenciesPage)
    return page


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def licence(session: Session, code: str = "L01") -> Licence:
    return session.hub.licence_codes[code]


def held_at(line: TimeLine, code: str, place: int) -> QPoint:
    """Where the `place`-th handle of a licence is, which the keys go to."""
    row = next(row for row, one in enumerate(line.spans) if one.licence.code == code)
    line.go(row, place)
    assert line.handle is not None
    top = line.picture.top_of(row)
    return QPoint(round(line.x_of_handle(line.handle)), top + line.picture.row_height // 2)


def dialog(kind: type[QDialog]) -> QDialog:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def worked_out(effects: EffectsView, qtbot: QtBot) -> None:
    """Wait for the effects of what is typed now."""
    with qtbot.waitSignal(effects.came, timeout=SLOW_MS):
        pass


def test_licences_are_dragged_by_mouse_and_each_drag_is_one_change(
    page: AgenciesPage, session: Session
) -> None:
    line = page.licences.line
    end = held_at(line, "L01", 2)
    to = QPoint(round(line.picture.x_of(date(2027, 6, 30))), end.y())
    drag(line.viewport(), end, to)
    assert licence(session).last == date(2027, 6, 30), "drawn to the start of July"
    assert session.undo_stack.undoText() == "Licence L01 ends on 30 June 2027"
    step = held_at(line, "L01", 1)
    drag(line.viewport(), step, QPoint(round(line.picture.x_of(date(2026, 12, 1))), step.y()))
    assert [one.first for one in licence(session).desks.steps] == [date(2026, 4, 1), date(2026, 12, 1)]
    start = held_at(line, "L01", 0)
    drag(line.viewport(), start, QPoint(round(line.picture.x_of(date(2026, 6, 1))), start.y()))
    assert licence(session).first == date(2026, 6, 1)
    [award] = session.hub.concessions.values()
    assert award.first == date(2026, 6, 1), "its award cannot begin before it"
    for _ in range(3):
        session.undo()
    assert session.hub == a_shared_floor()


def test_a_drag_shows_its_day_and_is_taken_back_by_esc(page: AgenciesPage, session: Session) -> None:
    line = page.licences.line
    end = held_at(line, "L01", 2)
    line.setFocus()
    QTest.mousePress(line.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    QTest.mouseMove(line.viewport(), end + QPoint(25, 0))
    QTest.mouseMove(line.viewport(), end + QPoint(30, 0))
    assert line.accessibleDescription().startswith("Ends on ")
    press(line, "Esc")
    QTest.mouseRelease(line.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end + QPoint(30, 0))
    assert session.hub == a_shared_floor()


def test_licences_are_dragged_by_keys(page: AgenciesPage, session: Session) -> None:
    line = page.licences.line
    page.licences.choose(licence(session).id)
    line.setFocus()
    press(line, "Right")
    press(line, "Right")
    assert line.accessibleDescription().endswith("Ends on 31 March 2027")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyPress(line, key, Qt.KeyboardModifier.ControlModifier)
    assert session.undo_stack.count() == 0, "nothing is made while it is held"
    QTest.keyRelease(line, Qt.Key.Key_Control)
    assert licence(session).last == date(2027, 4, 1)
    press(line, "Ctrl+Shift+Right")
    assert licence(session).last == date(2027, 4, 30)
    QTest.keyPress(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    press(line, "Esc")
    QTest.keyRelease(line, Qt.Key.Key_Control)
    assert session.undo_stack.count() == 2
    press(line, "Left")
    press(line, "Ctrl+Left")
    assert licence(session).desks_on(date(2026, 10, 1) - ONE_DAY) == 6


def test_an_open_end_is_dragged_to_a_day_and_typed_open_again(page: AgenciesPage, session: Session) -> None:
    line = page.licences.line
    end = held_at(line, "L02", 1)
    drag(line.viewport(), end, QPoint(round(line.picture.x_of(date(2027, 10, 1))), end.y()))
    assert licence(session, "L02").last == date(2027, 9, 30)
    table = page.licences.table
    assert table.go_to(f"{licence(session, 'L02').id}/0", "last")
    table.setFocus()
    press(table.grid, "Del")
    assert licence(session, "L02").last is None


def test_a_colleague_who_changes_what_is_held_wins(page: AgenciesPage, session: Session) -> None:
    line = page.licences.line
    end = held_at(line, "L01", 2)
    QTest.mousePress(line.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    session.do(lambda hub: licences.set_last(hub, licence(session).id, date(2028, 3, 31)))
    QTest.mouseMove(line.viewport(), end + QPoint(30, 0))
    QTest.mouseRelease(line.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end + QPoint(30, 0))
    assert licence(session).last == date(2028, 3, 31)


def test_spans_are_typed_exactly_and_other_desks_come_from_a_day(
    page: AgenciesPage, session: Session
) -> None:
    page.show_record(licence(session).id)
    table = page.licences.table
    assert table.go_to(f"{licence(session).id}/1", "first")
    table.setFocus()
    type_text(table.grid, "1")
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    type_text(cell, "6 May 2026")
    press(cell, "Return")
    assert [step.first for step in licence(session).desks.steps] == [date(2026, 4, 1), date(2026, 5, 16)]
    page.licences.step.click()
    form = dialog(DesksDialog)
    assert isinstance(form, DesksDialog)
    form.desks.setValue(2)
    press(form.desks, "Return")
    assert licence(session).desks_on(TODAY) == 2
    assert table.go_to(f"{licence(session).id}/2")
    page.licences.drop_step.click()
    assert licence(session).desks_on(TODAY) == 6


def test_an_agency_joins_by_keys_and_everybodys_effect_is_shown_before(
    window: MainWindow, page: AgenciesPage, session: Session, qtbot: QtBot
) -> None:
    before = session.hub
    press(window, "Ctrl+Shift+N")
    form = dialog(JoinerDialog)
    assert isinstance(form, JoinerDialog)
    type_text(form.agency.code, "NHS")
    type_text(form.agency.name, "Health visitors")
    form.desks.selectAll()
    type_text(form.desks, "5")
    form.first.selectAll()
    type_text(form.first, "1 January 2027")
    assert form.first.settle()
    worked_out(form.effects, qtbot)
    effects = form.effects.effects
    assert effects is not None
    rows = {row.code: row for row in form.effects.table.rows}
    assert set(rows) == {"HBC", "CAB", "POL", "NHS"}, "everybody is shown"
    assert rows["NHS"].effects[:9] == (0,) * 9, "nothing before January"
    assert all(pence > 0 for pence in rows["NHS"].effects[9:])
    assert rows["POL"].pence < rows["CAB"].pence < 0, "reception is shared by more desks"
    assert session.hub is before
    assert session.undo_stack.count() == 0
    press(form.agency.name, "Return")
    assert session.undo_stack.undoText() == "NHS joins with 5 desks from 1 January 2027"
    told = agency_effects(before, session.hub, date(2027, 1, 1))
    assert isinstance(told, tuple)
    by_code = {session.hub.agencies[one.agency].code: one.pence for one in told}
    assert by_code == {code: row.pence for code, row in rows.items() if row.pence}
    assert [row.code for row in page.turns.rows] == ["NHS", "CAB"]
    session.undo()
    assert session.hub == before


def test_a_joiner_with_an_award_is_one_change(page: AgenciesPage, session: Session, qtbot: QtBot) -> None:
    page.table.window().activateWindow()
    joins = next(
        button for button in page.table.bar.findChildren(QPushButton) if button.text() == "An agency joins…"
    )
    QTest.mouseClick(joins, LEFT)
    form = dialog(JoinerDialog)
    assert isinstance(form, JoinerDialog)
    form.agency.code.setText("CUN")
    form.agency.sector.setCurrentIndex(1)
    form.award.setCurrentIndex(1)
    form.percent.setValue(50)
    form.funder.setCurrentIndex(form.funder.findData(Funder.PARTNERS))
    worked_out(form.effects, qtbot)
    rows = {row.code: row for row in form.effects.table.rows}
    assert rows["POL"].pence > 0, "the partners bear the award"
    QTest.mouseClick(form.accept_button, LEFT)
    assert session.undo_stack.count() == 1
    joined = session.hub.agency_codes["CUN"]
    [its] = session.hub.licences_of[joined.id]
    [award] = session.hub.awards_of[its.id]
    assert (award.percent, award.funder) == (Decimal(50), Funder.PARTNERS)


def test_an_agency_leaves_and_what_ends_is_told_before(
    page: AgenciesPage, session: Session, qtbot: QtBot
) -> None:
    page.show_record(session.hub.agency_codes["CAB"].id)
    leaves = next(
        button for button in page.table.bar.findChildren(QPushButton) if button.text() == "An agency leaves…"
    )
    QTest.mouseClick(leaves, LEFT)
    form = dialog(LeaverDialog)
    assert isinstance(form, LeaverDialog)
    assert form.who.currentText().endswith("CAB") or "CAB" in form.who.currentText()
    form.last.selectAll()
    type_text(form.last, "31 December 2026")
    assert form.last.settle()
    worked_out(form.effects, qtbot)
    assert form.ends.text() == "• Licence L01 ends\n• 1 award ends with that\n• 1 desk becomes vacant"
    rows = {row.code: row for row in form.effects.table.rows}
    assert rows["CAB"].pence < 0
    assert not any(any(row.effects[:9]) for row in rows.values())
    press(form.who, "Return")
    assert licence(session).last == date(2026, 12, 31)
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.hub == a_shared_floor()


def test_what_stands_in_the_way_of_a_joiner_is_said_in_the_dialog(
    window: MainWindow, page: AgenciesPage, session: Session, qtbot: QtBot
) -> None:
    window.actions_["allocate.new-agency"].trigger()
    form = dialog(JoinerDialog)
    assert isinstance(form, JoinerDialog)
    form.agency.code.setText("CAB")
    form.agency.code.editingFinished.emit()
    worked_out(form.effects, qtbot)
    assert "CAB" in form.effects.said.text()
    QTest.mouseClick(form.accept_button, LEFT)
    assert "CAB" in form.problems.text()
    assert form.isVisible()
    assert session.hub == a_shared_floor()


def test_an_agency_that_comes_back_needs_a_desk(window: MainWindow, session: Session) -> None:
    old = session.hub.agency_codes["CAB"]
    assert session.do(lambda hub: licences.remove(hub, licence(session).id))
    before = session.hub
    window.actions_["allocate.new-agency"].trigger()
    form = dialog(JoinerDialog)
    assert isinstance(form, JoinerDialog)
    form.who.setCurrentIndex(form.who.findData(old.id))
    form.desks.setValue(0)
    QTest.mouseClick(form.accept_button, LEFT)
    assert "License at least 1 desk to it" in form.problems.text()
    assert session.hub is before
    form.desks.setValue(3)
    QTest.mouseClick(form.accept_button, LEFT)
    [its] = session.hub.licences_of[old.id]
    assert its.desks_on(TODAY) == 3


def test_records_are_shown_on_the_page_and_a_concession_is_added(
    window: MainWindow, page: AgenciesPage, session: Session
) -> None:
    assert window.workspace is not None
    [award] = session.hub.concessions.values()
    window.actions_["page.plan"].trigger()
    window.workspace.going.to_record(award.id)
    assert window.workspace.page is page
    assert page.concessions.table.current == award.id
    assert page.tabs.tabText(1) == "Concessions (1 due for review)"
    window.workspace.going.to_record(licence(session, "L02").id)
    assert page.licences.line.current is not None
    assert page.licences.line.current.licence.code == "L02"
    assert page.agency == session.hub.agency_codes["POL"].id
    page.concessions.new.click()
    form = dialog(ConcessionDialog)
    assert isinstance(form, ConcessionDialog)
    assert form.scope.currentText() == "Licence L02 of POL"
    QTest.mouseClick(form.accept_button, LEFT)
    assert len(session.hub.concessions) == 2


def test_a_concession_need_not_be_reviewed(page: AgenciesPage, session: Session) -> None:
    there = set(session.hub.concessions)
    for code, reviewed in (("L02 of POL", True), ("L00 of HBC", False)):
        page.concessions.new.click()
        form = dialog(ConcessionDialog)
        assert isinstance(form, ConcessionDialog)
        form.scope.setCurrentText(f"Licence {code}")
        form.review.open.setChecked(not reviewed)
        QTest.mouseClick(form.accept_button, LEFT)
        [new] = set(session.hub.concessions) - there
        assert session.hub.concessions[new].review == (date(2027, 11, 23) if reviewed else None)
        there.add(new)


def test_a_licence_that_is_found_is_shown_in_time(
    window: MainWindow, page: AgenciesPage, session: Session, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.actions_["page.plan"].trigger()
    press(window, "Ctrl+F")
    box = dialog(PickDialog)
    assert isinstance(box, PickDialog)
    type_text(box.field, "licence L02")
    qtbot.waitUntil(lambda: box.list.topLevelItemCount() > 0, timeout=SLOW_MS)
    press(box.field, "Return")
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.page is page, timeout=SLOW_MS)
    assert page.licences.line.current is not None
    assert page.licences.line.current.id == licence(session, "L02").id


def test_no_year_is_shown_under_the_day_of_another(
    page: AgenciesPage, session: Session, qtbot: QtBot
) -> None:
    def pence() -> set[int | None]:
        return {row.of.pence for row in page.table.rows}

    qtbot.waitUntil(lambda: None not in pence(), timeout=SLOW_MS)
    this_year = pence()
    session.set_as_at(date(2026, 12, 1))
    assert pence() == this_year
    session.set_as_at(date(2027, 6, 1))
    assert pence() == {None}, "not until the figures of that year come"
    qtbot.waitUntil(lambda: None not in pence(), timeout=SLOW_MS)
    assert pence() != this_year
