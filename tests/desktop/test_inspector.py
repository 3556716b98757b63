"""The inspector: exact figures of one or of many, keep or set, in words what is wrong, one change a field."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hubdesk.desktop.inspector.areas import AreaForm
from hubdesk.desktop.inspector.desks import DeskForm
from hubdesk.desktop.inspector.floor import FloorForm
from hubdesk.desktop.inspector.inspector import Inspector
from hubdesk.desktop.plan.lengths import exact_metres
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.area import AreaKind
from hubdesk.domain.desk import DeskKind
from hubdesk.editing import desks
from hubdesk.editing.desks import DeskDetails
from tests.desktop.keys import press, type_text
from tests.desktop.on_plan import OnPlan


@pytest.fixture
def ground(parkside_window: MainWindow) -> OnPlan:
    return OnPlan(parkside_window, "G")


def inspector(on: OnPlan) -> Inspector:
    assert on.window.workspace is not None
    return on.window.workspace.inspector


def desk_form(on: OnPlan) -> DeskForm:
    form = inspector(on).form
    assert isinstance(form, DeskForm)
    return form


def area_form(on: OnPlan) -> AreaForm:
    form = inspector(on).form
    assert isinstance(form, AreaForm)
    return form


def set_to(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.setText(text)
    press(field, "Return")


def test_a_desk_stands_where_it_is_typed(ground: OnPlan) -> None:
    ground.choose("G-021")
    form = desk_form(ground)
    set_to(form.lengths["x_mm"], "15.005")
    set_to(form.lengths["y_mm"], "12500 mm")
    set_to(form.lengths["width_mm"], "1.4")
    set_to(form.rotation, "22.5")
    desk = ground.desk("G-021")
    assert (desk.x_mm, desk.y_mm, desk.width_mm, desk.rotation) == (15_005, 12_500, 1_400, Decimal("22.5"))
    assert ground.session.undo_stack.count() == 4
    ground.undo_all()
    assert ground.hub == ground.first


def test_many_keep_what_is_not_typed(ground: OnPlan) -> None:
    ground.choose("G-021", "G-001")
    form = desk_form(ground)
    assert form.lengths["x_mm"].text() == ""
    assert form.lengths["x_mm"].placeholderText() == "keep"
    assert not form.code.isEnabled()
    set_to(form.lengths["depth_mm"], "0.7")
    for code in ("G-021", "G-001"):
        before = ground.first.desk_codes[code]
        assert (ground.desk(code).depth_mm, ground.desk(code).x_mm) == (700, before.x_mm)
    assert ground.session.undo_stack.count() == 1
    form.kind.setCurrentIndex(form.kind.findData(DeskKind.ACCESSIBLE))
    form.kind.activated.emit(form.kind.currentIndex())
    assert {ground.desk(code).kind for code in ("G-021", "G-001")} == {DeskKind.ACCESSIBLE}


def test_what_is_wrong_is_said_and_what_was_typed_is_kept_until_esc(ground: OnPlan) -> None:
    ground.choose("G-021")
    form = desk_form(ground)
    field = form.lengths["x_mm"]
    shown = field.text()
    set_to(field, "over there")
    assert form.wrong.text().startswith("“over there” is not a length")
    assert field.text() == "over there"
    press(field, "Esc")
    assert field.text() == shown
    set_to(form.first, "32 May 2026")
    assert "is not a day" in form.wrong.text()
    press(form.first, "Esc")
    set_to(form.lengths["width_mm"], "0")
    assert "Type a size above zero" in form.wrong.text()
    assert ground.hub == ground.first


def test_a_rotation_beyond_all_turning_is_said(ground: OnPlan) -> None:
    ground.choose("G-021")
    form = desk_form(ground)
    before = ground.session.hub
    for typed in ("9" * 40, "NaN", "Infinity", "askew"):
        set_to(form.rotation, typed)
        assert "is no rotation" in form.wrong.text()
        assert ground.session.hub == before


def test_days_in_service_and_a_code(ground: OnPlan) -> None:
    ground.choose("G-021")
    form = desk_form(ground)
    set_to(form.first, "7 November 2026")
    set_to(form.code, "G-900")
    desk = ground.desk("G-900")
    assert desk.first is not None
    assert form.first.text() == "7 November 2026"
    set_to(form.first, "")
    assert ground.desk("G-900").first is None
    set_to(form.code, "G-001")
    assert form.wrong.text() == "Desk G-001: There are 2 of this code. Give each a code of its own."


def test_a_locked_desk_keeps_its_place_here_too(ground: OnPlan) -> None:
    ground.choose("G-021")
    form = desk_form(ground)
    form.locked.click()
    assert ground.desk("G-021").locked
    assert not form.lengths["x_mm"].isEnabled()
    form.locked.click()
    assert ground.hub == ground.first


def test_one_desk_tells_its_story(ground: OnPlan, qtbot: QtBot) -> None:
    ground.choose("G-001")
    form = desk_form(ground)
    assert "DWP" in form.story.text()
    qtbot.waitUntil(lambda: "£" in form.story.text(), timeout=5000)
    ground.choose("G-001", "G-002")
    assert form.story.text() == ""


def test_an_area_in_every_detail(ground: OnPlan) -> None:
    ground.choose("G-POD1")
    form = area_form(ground)
    assert form.square.placeholderText() == "as drawn: 6.5 m²"
    set_to(form.name, "Quiet pod")
    set_to(form.clearance, "none")
    set_to(form.square, "7.25")
    form.kind.setCurrentIndex(form.kind.findData(AreaKind.MEETING))
    form.kind.activated.emit(form.kind.currentIndex())
    police = ground.hub.agency_codes["POL"]
    form.agency.setCurrentIndex(form.agency.findData(police.id))
    form.agency.activated.emit(form.agency.currentIndex())
    area = ground.area("G-POD1")
    assert (area.name, area.clearance, area.area_m2) == ("Quiet pod", "none", Decimal("7.25"))
    assert (area.kind, area.agency) == (AreaKind.MEETING, police.id)
    set_to(form.square, "large")
    assert "“large” is not a size" in form.wrong.text()
    ground.undo_all()
    assert ground.hub == ground.first


def test_corners_are_moved_put_in_and_taken_away_by_keys(ground: OnPlan) -> None:
    ground.choose("G-POD1")
    corners = area_form(ground).corners
    item = corners.table.item(1, 0)
    assert item is not None
    item.setText("27.000")
    assert ground.area("G-POD1").outline[1].x == 27_000
    corners.table.setCurrentCell(1, 0)
    corners.insert.click()
    assert len(ground.area("G-POD1").outline) == 5
    corners.table.setCurrentCell(2, 0)
    corners.remove.click()
    assert len(ground.area("G-POD1").outline) == 4
    ground.undo_all()
    assert ground.hub == ground.first


def test_who_would_pay_more_is_shown_while_a_size_is_typed(ground: OnPlan, qtbot: QtBot) -> None:
    ground.choose("G-PRO")
    form = area_form(ground)
    form.square.setText("30")
    form.square.textEdited.emit("30")
    qtbot.waitUntil(
        lambda: ground.plan.preview.foreseen is not None and bool(ground.plan.preview.foreseen.effects),
        timeout=5000,
    )
    assert ground.hub == ground.first
    press(form.square, "Return")
    assert ground.plan.preview.foreseen is None
    assert ground.area("G-PRO").area_m2 == 30


def test_nothing_selected_shows_the_floor(ground: OnPlan) -> None:
    form = inspector(ground).form
    assert isinstance(form, FloorForm)
    assert form.heading.text() == "Floor G, Ground"
    set_to(form.name, "Street level")
    set_to(form.level, "one")
    assert "is not a level" in form.wrong.text()
    assert ground.hub.floor_codes["G"].name == "Street level"
    assert not form.across.isEnabled(), "its outline is drawn"


def test_sole_use_is_chosen_from_the_list_with_its_price_and_not_by_going_past(
    ground: OnPlan, qtbot: QtBot
) -> None:
    ground.choose("G-COR")
    choice, before, preview = area_form(ground).agency, ground.hub, ground.plan.preview
    choice.setFocus()
    press(choice, "Down")
    assert choice.view().isVisible()
    assert ground.hub is before
    press(choice.view(), "Down")
    qtbot.waitUntil(lambda: preview.foreseen is not None and bool(preview.foreseen.effects), timeout=10_000)
    press(choice.view(), "Esc")
    assert preview.foreseen is None
    assert ground.hub is before

    press(choice, "Down")
    press(choice.view(), "Down")
    press(choice.view(), "Return")
    assert ground.area("G-COR").agency is not None
    assert preview.foreseen is None


def test_nothing_is_foreseen_of_a_size_that_is_taken_back(ground: OnPlan) -> None:
    ground.choose("G-POL")
    size = area_form(ground).square
    size.setFocus()
    type_text(size, "99")
    assert ground.plan.preview.foreseen is not None
    press(size, "Esc")
    assert ground.plan.preview.foreseen is None


def test_what_one_is_typing_outlasts_what_a_colleague_does(ground: OnPlan) -> None:
    ground.choose("G-021")
    field = desk_form(ground).lengths["x_mm"]
    desk = ground.desk("G-021")
    field.setFocus()
    field.setText("15.0")
    ground.session.document.apply(desks.move(ground.hub, [desk.id], 250, 0))
    assert field.text() == "15.0"
    press(field, "Escape")
    assert field.text() == exact_metres(desk.x_mm + 250)

    field.setText("15.0")
    ground.session.document.apply(desks.move(ground.hub, [desk.id], 250, 0))
    press(field, "Return")
    assert ground.desk("G-021").x_mm == 15_000
    assert field.text() == exact_metres(15_000)


def test_what_one_is_typing_for_one_desk_is_not_for_another(ground: OnPlan) -> None:
    ground.choose("G-021")
    field = desk_form(ground).lengths["x_mm"]
    field.setFocus()
    field.setText("15.0")
    ground.choose("G-001")
    assert field.text() == exact_metres(ground.desk("G-001").x_mm)


def test_a_list_that_is_open_stays_as_it_is(ground: OnPlan, qtbot: QtBot) -> None:
    ground.choose("G-021")
    choice, desk = desk_form(ground).kind, ground.desk("G-021")
    other = next(kind for kind in DeskKind if kind is not desk.kind)
    choice.showPopup()
    pointed_at = choice.model().index(choice.count() - 1, 0)
    choice.view().setCurrentIndex(pointed_at)
    ground.session.document.apply(desks.set_details(ground.hub, [desk.id], DeskDetails(kind=other)))
    assert choice.view().isVisible()
    assert choice.view().currentIndex().row() == choice.count() - 1
    choice.hidePopup()
    qtbot.waitUntil(lambda: choice.currentData() == other)
