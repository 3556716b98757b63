"""Allocating on the real plan: by painting, by dropping, and by keys alone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.allocating.agency_editor import AgencyEditor
from hubdesk.desktop.allocating.agency_rows import AGENCY_MIME
from hubdesk.desktop.allocating.chooser import AgencyChooser
from hubdesk.desktop.allocating.place_together import PlaceTogether
from hubdesk.desktop.allocating.vacate_dialog import VacateDialog
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.tools.allocate import AllocateTool
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.editing import agencies, allocations, desks, licences
from tests.builders import a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import click, drag
from tests.desktop.walk.faults import watching

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def a_row_of_desks() -> Hub:
    """Six desks in a row in an open area, and a restricted room; AAA is licensed for 4, BBB for 2."""
    hub = a_hub().agency("AAA").agency("BBB", "voluntary").floor("G", width_m=20, depth_m=10)
    hub = hub.area("G-OPEN", outline=[(0, 0), (14, 0), (14, 10), (0, 10)])
    hub = hub.licence("L01", "AAA", 4).licence("L02", "BBB", 2)
    for number in range(6):
        hub = hub.desk(f"G-00{number + 1}", "G", 2 + 2 * number, 3)
    return hub.build()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(a_row_of_desks())


@pytest.fixture
def page(window: MainWindow) -> PlanPage:
    assert window.workspace is not None
    return window.workspace.plan_page


@pytest.fixture
def session(page: PlanPage) -> Session:
    return page.plan.session


def spot(page: PlanPage, code: str) -> QPoint:
    """Where a desk is on the view."""
    desk = page.plan.session.hub.desk_codes[code]
    return page.view.mapFromScene(metres(Point(desk.x_mm, desk.y_mm)))


def seats(session: Session, day: date = TODAY) -> dict[str, str]:
    """Who sits at each desk that is taken."""
    hub = session.hub
    taken = {desk.code: hub.allocation_on(desk.id, day) for desk in hub.desks.values()}
    return {code: hub.agencies[one.agency].code for code, one in sorted(taken.items()) if one}


def dialog(kind: type[QDialog]) -> QDialog:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def accept(form: QDialog) -> None:
    box = form.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), LEFT)


def foresees(page: PlanPage) -> bool:
    """Whether the £ of a change that is not made yet are shown over the plan."""
    return page.plan.preview.foreseen is not None


def test_desks_are_painted_by_dragging_over_them(
    window: MainWindow, page: PlanPage, session: Session
) -> None:
    before = session.hub
    press(window, "1")
    assert isinstance(page.view.tool, AllocateTool)
    drag(page.view.viewport(), spot(page, "G-001"), spot(page, "G-003"))
    assert seats(session) == {"G-001": "AAA", "G-002": "AAA", "G-003": "AAA"}
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Allocate 3 desks to AAA from 23 November 2026"
    press(window, "2")
    click(page.view.viewport(), spot(page, "G-003"))
    assert seats(session)["G-003"] == "BBB"
    press(window, "Ctrl+Z")
    press(window, "Ctrl+Z")
    assert session.hub == before


def test_going_over_the_licence_is_said_while_painting(
    window: MainWindow, page: PlanPage, session: Session
) -> None:
    press(window, "2")
    view, tool = page.view.viewport(), page.view.tool
    assert isinstance(tool, AllocateTool)
    QTest.mousePress(view, LEFT, NO_KEY, spot(page, "G-001"))
    QTest.mouseMove(view, spot(page, "G-002"))
    assert [one.code for one in tool.against] == []
    QTest.mouseMove(view, spot(page, "G-003"))
    [problem] = tool.against
    assert problem.what.startswith("BBB is licensed for 2 desks, and 3 would be allocated")
    press(page.view, "Esc")
    QTest.mouseRelease(view, LEFT, NO_KEY, spot(page, "G-003"))
    assert seats(session) == {}


def test_a_desk_that_goes_while_it_is_painted_is_in_the_stroke_no_more(
    window: MainWindow, page: PlanPage, session: Session
) -> None:
    press(window, "2")
    view, tool = page.view.viewport(), page.view.tool
    assert isinstance(tool, AllocateTool)
    gone, last = spot(page, "G-001"), spot(page, "G-003")
    QTest.mousePress(view, LEFT, NO_KEY, gone)
    session.do(lambda hub: desks.remove_with_allocations(hub, hub.desk_codes["G-001"].id))
    QTest.mouseMove(view, spot(page, "G-002"))
    QTest.mouseMove(view, last)
    assert [one.code for one in tool.against] == []
    QTest.mouseRelease(view, LEFT, NO_KEY, last)
    assert set(seats(session)) == {"G-002", "G-003"}


def test_the_palette_counts_along(window: MainWindow, page: PlanPage) -> None:
    rows = page.allocating.palette.rows
    assert [(row.agency.code, row.state) for row in rows.rows][:2] == [
        ("AAA", "4 to place"),
        ("BBB", "2 to place"),
    ]
    resets: list[int] = []
    rows.modelReset.connect(lambda: resets.append(1))
    press(window, "2")
    drag(page.view.viewport(), spot(page, "G-001"), spot(page, "G-003"))
    assert rows.rows[1].state == "1 over"
    assert resets == []


def test_an_agency_is_dropped_on_an_area(page: PlanPage, session: Session) -> None:
    data = QMimeData()
    agency = session.hub.agency_codes["AAA"]
    data.setData(AGENCY_MIME, agency.id.encode())
    view = page.view.viewport()
    at = QPointF(page.view.mapFromScene(metres(Point(7000, 8000))))
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at.toPoint(), action, data, LEFT, NO_KEY)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    drop = QDropEvent(at, action, data, LEFT, NO_KEY, QEvent.Type.Drop)
    QApplication.sendEvent(view, drop)
    form = dialog(PlaceTogether)
    assert isinstance(form, PlaceTogether)
    assert (form.agency.currentData(), form.count.value()) == (agency.id, 4)
    chosen = session.selection.ids
    assert len(chosen) == 4
    accept(form)
    assert set(seats(session).values()) == {"AAA"}
    codes = sorted(seats(session))
    first = int(codes[0][-1])
    assert codes == [f"G-00{number}" for number in range(first, first + 4)]


def test_an_agency_of_another_hub_is_not_dropped(page: PlanPage) -> None:
    """It was, and the first agency of this hub was offered in its place."""
    data = QMimeData()
    data.setData(AGENCY_MIME, b"0123456789abcdef")
    at = QPointF(page.view.mapFromScene(metres(Point(7000, 8000))))
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at.toPoint(), action, data, LEFT, NO_KEY)
    QApplication.sendEvent(page.view.viewport(), enter)
    assert not enter.isAccepted()


def test_an_agency_that_is_dragged_off_again_leaves_no_complaint(page: PlanPage, session: Session) -> None:
    data = QMimeData()
    data.setData(AGENCY_MIME, session.hub.agency_codes["AAA"].id.encode())
    at = QPointF(page.view.mapFromScene(metres(Point(7000, 8000)))).toPoint()
    with watching() as faults:
        for _ in range(2):
            enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
            QApplication.sendEvent(page.view.viewport(), enter)
            QApplication.sendEvent(page.view.viewport(), QDragLeaveEvent())
    assert not faults.texts, "\n".join(faults.texts)
    assert not seats(session)


def test_a_chooser_that_is_over_leaves_nothing_behind(
    page: PlanPage, session: Session, theme: Theme, qtbot: QtBot
) -> None:
    session.selection.set([session.hub.desk_codes["G-005"].id])
    kept = len(theme.children())
    for _ in range(3):
        press(page.view, "Return")
        chooser = dialog(AgencyChooser)
        with qtbot.waitSignal(chooser.destroyed):
            chooser.reject()
    assert len(theme.children()) == kept


def test_desks_are_allocated_by_keys_alone(window: MainWindow, page: PlanPage, session: Session) -> None:
    page.view.setFocus()
    desks = session.hub.desk_codes
    session.selection.set([desks["G-005"].id, desks["G-006"].id])
    press(page.view, "Return")
    chooser = dialog(AgencyChooser)
    assert isinstance(chooser, AgencyChooser)
    type_text(chooser.typed, "bb")
    press(chooser.typed, "Return")
    assert seats(session) == {"G-005": "BBB", "G-006": "BBB"}
    press(window, "X")
    vacating = dialog(VacateDialog)
    assert isinstance(vacating, VacateDialog)
    assert vacating.told.text() == "BBB leaves G-005, G-006 from 23 November 2026 on."
    assert foresees(page), "the £ are shown beforehand, as with painting"
    press(vacating.accept_button, "Return")
    assert seats(session) == {}
    assert not foresees(page)
    press(window, "X")
    assert "Nobody is allocated there" in " ".join(one.text for one in window.notices.standing)


def test_the_first_day_is_the_day_on_screen(window: MainWindow, page: PlanPage, session: Session) -> None:
    session.set_as_at(date(2027, 2, 1))
    press(window, "1")
    click(page.view.viewport(), spot(page, "G-001"))
    assert seats(session, date(2027, 1, 31)) == {}
    assert seats(session, date(2027, 2, 1)) == {"G-001": "AAA"}


def test_a_stay_ends_on_its_last_day(window: MainWindow, page: PlanPage, session: Session) -> None:
    last = page.allocating.palette.last
    last.open.click()
    last.day.selectAll()
    type_text(last.day, "31 March 2027")
    press(last.day, "Return")
    page.view.setFocus()
    press(window, "1")
    click(page.view.viewport(), spot(page, "G-002"))
    assert seats(session, date(2027, 3, 31)) == {"G-002": "AAA"}
    assert seats(session, date(2027, 4, 1)) == {}


def test_a_stay_that_is_to_end_begins_with_its_first_day_or_the_one_on_screen(
    page: PlanPage, session: Session
) -> None:
    palette = page.allocating.palette
    session.set_as_at(date(2027, 2, 1))
    palette.last.open.click()
    assert palette.last.value == date(2027, 2, 1)
    palette.last.open.click()
    page.plan.brush.set_first(date(2027, 5, 1))
    palette.last.open.click()
    assert palette.last.value == date(2027, 5, 1)


def test_a_last_day_that_is_still_to_come_is_kept_while_it_is_open_ended(page: PlanPage) -> None:
    last = page.allocating.palette.last
    page.plan.brush.set_last(date(2027, 3, 31))
    last.open.click()
    last.open.click()
    assert last.value == date(2027, 3, 31)


def test_an_agency_joins_from_the_palette(window: MainWindow, page: PlanPage, session: Session) -> None:
    press(window, "Ctrl+Shift+N")
    form = dialog(JoinerDialog)
    assert isinstance(form, JoinerDialog)
    type_text(form.agency.code, "AAA")
    type_text(form.agency.name, "Credit Union")
    form.desks.setValue(3)
    accept(form)
    assert "AAA" in form.problems.text(), "a code that is taken is said, and what was typed is kept"
    assert form.agency.name.text() == "Credit Union"
    form.agency.code.selectAll()
    type_text(form.agency.code, "CUN")
    accept(form)
    joined = session.hub.agency_codes["CUN"]
    assert session.hub.licensed_desks(joined.id, TODAY) == 3
    assert session.undo_stack.undoText() == "CUN joins with 3 desks from 23 November 2026"


def test_an_agency_grows_in_the_quick_editor(window: MainWindow, page: PlanPage, session: Session) -> None:
    press(window, "1")
    QTest.qWait(10)  # A hand is slower than the window, which now has an agency to change.
    press(window, "Shift+F4")
    form = dialog(AgencyEditor)
    assert isinstance(form, AgencyEditor)
    assert form.desks.value() == 4
    form.fields.name.selectAll()
    type_text(form.fields.name, "Alpha")
    form.desks.setValue(6)
    accept(form)
    agency = session.hub.agency_codes["AAA"]
    assert agency.name == "Alpha"
    assert session.hub.licensed_desks(agency.id, TODAY) == 6
    assert session.undo_stack.count() == 1
    assert isinstance(session.hub.get(Desk, session.hub.desk_codes["G-001"].id), Desk)


def test_the_quick_editor_takes_back_nothing_of_a_colleague(
    window: MainWindow, page: PlanPage, session: Session
) -> None:
    press(window, "1")
    QTest.qWait(10)
    window.actions_["allocate.edit-agency"].trigger()
    form = dialog(AgencyEditor)
    assert isinstance(form, AgencyEditor)
    agency = session.hub.agency_codes["AAA"]
    [licence] = session.hub.licences_of[agency.id]
    session.do(lambda hub: agencies.change(hub, replace(agency, contact="Ben")))
    session.do(lambda hub: licences.set_desks(hub, licence.id, TODAY, 9))
    form.fields.name.selectAll()
    type_text(form.fields.name, "Alpha")
    accept(form)
    now = session.hub.agency_codes["AAA"]
    assert (now.name, now.contact) == ("Alpha", "Ben")
    assert session.hub.licensed_desks(now.id, TODAY) == 9


def test_painting_makes_an_ending_stay_go_on(window: MainWindow, page: PlanPage, session: Session) -> None:
    desk, agency = session.hub.desk_codes["G-001"], session.hub.agency_codes["AAA"]
    session.do(lambda hub: allocations.allocate(hub, [desk.id], agency.id, TODAY, date(2026, 12, 31)))
    assert seats(session, date(2027, 1, 1)) == {}
    press(window, "1")
    click(page.view.viewport(), spot(page, "G-001"))
    assert seats(session, date(2027, 1, 1)) == {"G-001": "AAA"}
    count = session.undo_stack.count()
    click(page.view.viewport(), spot(page, "G-001"))
    assert session.undo_stack.count() == count, "there is nothing left to change"
