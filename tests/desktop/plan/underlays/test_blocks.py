"""The desks of a DXF: chosen by block, seen on the plan before, added as one change."""

from PySide6.QtWidgets import QTreeWidgetItem

from hubdesk.desktop.plan.underlays.blocks_dialog import BlocksDialog
from hubdesk.domain.desk import DeskKind
from tests.desktop.keys import press, type_text
from tests.desktop.plan.underlays.on_underlays import OnUnderlays
from tests.exchange.underlays.dotted import picture, quartered
from tests.exchange.underlays.drawings import desk_block, drawing, file_of, room


def office(desks: int = 6, *, doubled: int = 0) -> bytes:
    """Walls of 12 m by 8 m, a row of desks and a plant; the first desks drawn once more."""
    document = drawing()
    room(document)
    desk_block(document)
    document.blocks.new("PLANT").add_circle((0, 0), 200)
    space = document.modelspace()
    for at in [*range(desks), *range(doubled)]:
        space.add_blockref("DESK", (500 + at * 1_800, 2_000), dxfattribs={"layer": "DESKS"})
    space.add_blockref("PLANT", (500, 500), dxfattribs={"layer": "TEXT"})
    return file_of(document)


def ask(floor: OnUnderlays, body: bytes) -> BlocksDialog:
    """Lay a drawing, and ask for the desks of its blocks."""
    floor.add("office.dxf", body)
    floor.agree()
    floor.do("underlay.blocks")
    floor.settle()
    dialog = floor.room.blocks.dialog
    assert dialog is not None
    return dialog


def ghosts(floor: OnUnderlays) -> bool:
    """Whether the plan shows desks that are not there."""
    return floor.room.blocks.ghosts.boundingRect().width() > 1


def test_blocks_of_the_size_of_a_desk_are_ticked_and_seen_on_the_plan(floor: OnUnderlays) -> None:
    dialog = ask(floor, office(6))
    rows = [[item.text(column) for column in range(4)] for item in _rows(dialog)]
    assert rows == [["DESK", "DESKS", "6", "1.60 m × 0.80 m"], ["PLANT", "TEXT", "1", "0.40 m × 0.40 m"]]
    assert dialog.chosen == {("DESK", "DESKS")}
    assert dialog.go_on.text() == "Add 6 desks"
    assert ghosts(floor)
    dialog.tick("DESK", on=False)
    assert not ghosts(floor)
    assert not dialog.go_on.isEnabled()
    dialog.reject()
    assert not floor.hub.desks


def _rows(dialog: BlocksDialog) -> list[QTreeWidgetItem]:
    rows = (dialog.table.topLevelItem(row) for row in range(dialog.table.topLevelItemCount()))
    return [row for row in rows if row is not None]


def test_they_become_desks_in_one_change_numbered_from_the_left(floor: OnUnderlays) -> None:
    dialog = ask(floor, office(6, doubled=2))
    assert "6 desks would come to be; 2 are left out" in dialog.count.text()
    before = floor.hub
    dialog.go_on.click()
    assert floor.session.undo_stack.undoText() == "Add 6 desks from blocks"
    desks = sorted(floor.hub.desks.values(), key=lambda one: one.code)
    assert [one.code for one in desks] == [f"G-00{number}" for number in range(1, 7)]
    assert [one.x_mm for one in desks] == [1_300 + 1_800 * at for at in range(6)]
    assert {(one.y_mm, one.width_mm, one.depth_mm) for one in desks} == {(5_600, 1_600, 800)}
    assert not ghosts(floor)
    floor.session.undo()
    assert floor.hub == before


def test_a_second_time_none_is_left_to_add(floor: OnUnderlays) -> None:
    ask(floor, office(3)).go_on.click()
    floor.do("underlay.blocks")
    floor.settle()
    dialog = floor.room.blocks.dialog
    assert dialog is not None
    assert not dialog.go_on.isEnabled()
    assert "3 are left out" in dialog.count.text()
    floor.undo_all()
    assert floor.room.blocks.dialog is None


def test_kind_size_numbers_and_the_sitters_side_are_chosen(floor: OnUnderlays) -> None:
    dialog = ask(floor, office(2))
    options = dialog.options
    options.kind.setCurrentIndex(options.kind.findData(DeskKind.TOUCHDOWN))
    options.way.setCurrentIndex(2)
    options.own_size.setChecked(False)
    options.desk_width.setValue(1.4)
    options.desk_depth.setValue(0.7)
    options.after.setText("TD-09")
    options.today.setChecked(True)
    dialog.go_on.click()
    desk = floor.desk("TD-10")
    assert (desk.kind, desk.width_mm, desk.depth_mm) == (DeskKind.TOUCHDOWN, 1_400, 700)
    assert (int(desk.rotation), desk.first) == (180, floor.session.as_at)


def test_all_of_it_goes_by_keys(floor: OnUnderlays) -> None:
    dialog = ask(floor, office(2))
    press(dialog.table, "Space")
    assert dialog.chosen == frozenset()
    press(dialog.table, "Space")
    type_text(dialog.options.after, "X-1")
    press(dialog.options.after, "Return")
    assert {one.code for one in floor.hub.desks.values()} == {"X-2", "X-3"}


def test_a_drawing_without_blocks_says_what_to_do_instead(floor: OnUnderlays) -> None:
    document = drawing()
    room(document)
    floor.add("walls.dxf", file_of(document))
    floor.agree()
    floor.do("underlay.blocks")
    floor.settle()
    assert floor.room.blocks.dialog is None
    assert "uses no blocks" in floor.told[-1].what


def test_only_a_dxf_has_blocks(floor: OnUnderlays) -> None:
    floor.add("scan.png", picture(quartered()))
    floor.window.actions_.refresh()
    assert not floor.window.actions_["underlay.blocks"].isEnabled()
