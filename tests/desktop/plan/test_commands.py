"""What the Edit and Arrange menus do to what is selected, each by its keys, each taken back by undo."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.form import FormDialog
from hubdesk.desktop.plan.commands.remove_dialog import RemoveDialog
from hubdesk.editing.clipping import MIME_TYPE, from_text
from tests.desktop.keys import press, type_text
from tests.desktop.on_plan import OnPlan

VACANT = ("G-021", "G-022")
"""In the customer hall; nobody was ever allocated to them."""


def act(on: OnPlan, action: str) -> None:
    made = on.window.actions_[action]
    on.window.actions_.refresh()
    assert made.isEnabled(), action
    made.trigger()


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ("R", "Rotate 2 desks"),
        ("Shift+R", "Rotate 2 desks"),
        ("Shift+H", "Mirror 2 desks"),
        ("Shift+V", "Mirror 2 desks"),
        ("Ctrl+L", "Lock 2 desks"),
        ("Ctrl+D", "Duplicate 2 desks as G-055 to G-056"),
        ("Del", "Remove 2 desks"),
        ("Ctrl+X", "Remove 2 desks"),
    ],
)
def test_keys_do_one_thing_that_undo_takes_back(ground: OnPlan, keys: str, title: str) -> None:
    ground.choose("G-021", "G-024")
    ground.press(keys)
    assert ground.session.undo_stack.undoText() == title
    assert ground.hub != ground.first
    ground.undo_all()
    assert ground.hub == ground.first


def test_aligned_desks_have_one_edge(people: OnPlan) -> None:
    people.choose("1-001", "1-050", "1-060")
    left = min(people.desk(code).x_mm - people.desk(code).depth_mm // 2 for code in people.selected())
    people.press("Alt+Shift+A")
    lefts = {people.desk(code).x_mm - people.desk(code).depth_mm // 2 for code in people.selected()}
    assert lefts == {left}


def test_paste_is_offered_as_soon_as_there_is_something(ground: OnPlan, qtbot: QtBot) -> None:
    paste = ground.window.actions_["edit.paste"]
    QGuiApplication.clipboard().clear()
    qtbot.waitUntil(lambda: not paste.isEnabled())
    QGuiApplication.clipboard().setText("code\tx\ty")
    qtbot.waitUntil(paste.isEnabled)


def test_distribution_wants_three(people: OnPlan) -> None:
    people.choose("1-001", "1-002")
    people.window.actions_.refresh()
    assert not people.window.actions_["arrange.distribute-down"].isEnabled()
    people.choose("1-001", "1-002", "1-004")
    act(people, "arrange.distribute-down")
    places = sorted(people.desk(code).y_mm for code in people.selected())
    assert places[1] - places[0] == places[2] - places[1]


def test_an_exact_pitch_is_typed_and_a_word_is_told_apart_from_a_length(people: OnPlan) -> None:
    people.choose("1-001", "1-002", "1-003")
    act(people, "arrange.space-down")
    dialog = people.window.findChild(FormDialog)
    assert dialog is not None
    (field,) = dialog.fields
    assert field.text() == "1.600"
    field.setText("far")
    press(field, "Return")
    assert "“far” is not a length" in dialog.wrong.text()
    field.setText("1.725")
    press(field, "Return")
    places = sorted(people.desk(code).y_mm for code in people.selected())
    assert [b - a for a, b in pairwise(places)] == [1725, 1725]


def test_duplicating_again_goes_as_far_as_the_copy_was_put(ground: OnPlan) -> None:
    ground.choose("G-021")
    ground.press("Ctrl+D")
    (first,) = ground.selected()
    ground.plan.set_snap(on=False)
    ground.press("Shift+Down")
    ground.press("Ctrl+D")
    (second,) = ground.selected()
    start, one, two = (ground.desk(code) for code in ("G-021", first, second))
    assert (two.x_mm - one.x_mm, two.y_mm - one.y_mm) == (one.x_mm - start.x_mm, one.y_mm - start.y_mm)
    assert one.y_mm - start.y_mm == 100


def test_desks_are_pasted_on_another_floor_in_the_same_place(ground: OnPlan) -> None:
    ground.choose(*VACANT, "G-POD1")
    ground.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME_TYPE)
    assert len(from_text(data.text()).records) == 3
    people = ground.hub.floor_codes["1"]
    ground.plan.show_floor(people.id)
    ground.press("Ctrl+V")
    pasted = [ground.hub.desks[one] for one in ground.session.selection.ids if one in ground.hub.desks]
    assert {one.floor for one in pasted} == {people.id}
    assert {(one.x_mm, one.y_mm) for one in pasted} == {
        (ground.desk(code).x_mm, ground.desk(code).y_mm) for code in VACANT
    }
    assert all(one.code.startswith("1-") for one in pasted)
    assert len(ground.session.selection.ids) == 3


def test_what_is_no_clipping_is_refused_in_words(ground: OnPlan) -> None:
    data = QMimeData()
    data.setText("hello")
    QGuiApplication.clipboard().setMimeData(data)
    ground.press("Ctrl+V")
    assert [one.code for one in ground.refusals] == ["no-clipping"]
    assert ground.hub == ground.first


def test_desks_with_allocations_are_taken_out_of_service_or_removed_with_them(
    ground: OnPlan, qtbot: QtBot
) -> None:
    ground.choose("G-001")
    ground.press("Del")
    dialog = the_dialog(ground)
    assert ground.hub == ground.first
    qtbot.waitUntil(lambda: "£" in dialog.erase.accessibleDescription(), timeout=5000)
    assert dialog.withdraw.isChecked()
    press(dialog.go_on, "Space")
    assert ground.desk("G-001").last == date(2026, 11, 22)
    ground.undo_all()
    ground.choose("G-001")
    act(ground, "edit.remove")
    dialog = the_dialog(ground)
    dialog.erase.click()
    press(dialog.go_on, "Space")
    assert "G-001" not in ground.hub.desk_codes
    ground.undo_all()
    assert ground.hub == ground.first


def the_dialog(on: OnPlan) -> RemoveDialog:
    return next(one for one in on.window.findChildren(RemoveDialog) if one.isVisible())


def test_what_is_locked_is_not_removed(ground: OnPlan) -> None:
    ground.choose("G-001", "G-021")
    ground.press("Ctrl+L")
    ground.press("Del")
    assert [one.code for one in ground.refusals] == ["locked"]
    assert {"G-001", "G-021"} <= ground.hub.desk_codes.keys()
    ground.press("Ctrl+Shift+L")
    assert ground.hub == ground.first


def test_selecting_what_is_alike(ground: OnPlan) -> None:
    ground.press("Ctrl+A")
    everything = ground.selected()
    assert len(everything) == 54
    ground.choose("G-021")
    ground.press("Ctrl+I")
    assert ground.selected() == everything - {"G-021"}
    hub, day = ground.hub, ground.session.as_at
    ground.choose("G-001")
    act(ground, "select.same-agency")
    held = {one.desk for one in hub.allocations.values() if hub.agencies[one.agency].code == "DWP"}
    assert ground.selected() == {hub.desks[one].code for one in held if hub.allocation_on(one, day)}
    ground.choose("G-021")
    act(ground, "select.same-kind")
    assert {ground.desk(code).kind for code in ground.selected()} == {ground.desk("G-021").kind}
    ground.choose("G-HALL")
    act(ground, "select.same-area")
    assert ground.selected() == {"G-021", "G-022", "G-023", "G-024"}


def test_a_pod_is_split_by_keys_and_desks_are_put_in_an_area(ground: OnPlan) -> None:
    ground.choose("G-POD1")
    act(ground, "arrange.split-across")
    halves = [one for code, one in ground.hub.area_codes.items() if code.startswith("G-POD")]
    assert len(halves) == 3
    ground.choose("G-021", "G-HALL")
    act(ground, "arrange.into-area")
    assert ground.desk("G-021").area == ground.area("G-HALL").id
    ground.undo_all()
    assert ground.hub == ground.first


def test_typing_in_a_field_is_not_a_command(ground: OnPlan) -> None:
    ground.choose("G-021")
    field = QLineEdit(ground.window)
    field.show()
    field.setFocus()
    type_text(field, "rR")
    press(field, "Del")
    assert field.text() == "rR"
    assert ground.hub == ground.first


def test_the_snap_chip_says_and_sets_what_snaps(ground: OnPlan) -> None:
    chip = ground.page.snap_chip
    assert chip.text() == "Snap: grid 0.10 m, objects, angles"
    ground.press("F9")
    assert chip.text() == "Snap: off"
    act(ground, "snap.pitch-250")
    act(ground, "snap.objects")
    assert chip.text() == "Snap: grid 0.25 m, angles"
