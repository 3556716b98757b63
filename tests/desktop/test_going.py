"""Getting about: the command palette, the find box, problems, the history and back."""

from functools import partial

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.command_palette import rows_for
from hubdesk.desktop.dialogs.pick import PickDialog
from hubdesk.desktop.fuzzy import score
from hubdesk.desktop.pages.history_list import HistoryModel
from hubdesk.desktop.problem_list import alike, counted
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Severity
from hubdesk.editing import desks
from tests.builders import a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.keys import press, type_text


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def _move(desk: RecordId, hub: Hub) -> Change:
    return desks.move(hub, [desk], 100, 0)


def open_dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_words_beat_letters_strewn_about() -> None:
    assert score("und", "Undo") is not None
    assert score("xyz", "Undo") is None
    fits = sorted(["Find…", "Fit floor", "Show a field"], key=lambda one: -(score("fi", one) or 0))
    assert fits[-1] == "Show a field"
    assert (score("ffl", "Fit floor") or -99) > (score("ffl", "Draw a floor outline freely") or -99)


def test_the_palette_does_what_is_picked_and_greys_what_cannot_be_done(parkside_window: MainWindow) -> None:
    workspace = workspace_of(parkside_window)
    press(parkside_window, "Ctrl+K")
    palette = open_dialog(parkside_window, PickDialog)
    assert isinstance(palette, PickDialog)
    type_text(palette.field, "undo")
    first = palette.list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Undo"
    assert first.isDisabled()
    assert first.text(1) == "Edit: Nothing was changed here since the hub was opened"
    assert first.text(2) == "Ctrl+Z"

    palette.field.clear()
    type_text(palette.field, "month on")
    press(palette.field, "Return")

    assert workspace.session.as_at.month == TODAY.month + 1
    assert not palette.isVisible()


def test_the_arrows_pass_over_what_cannot_be_done(parkside_window: MainWindow) -> None:
    press(parkside_window, "Ctrl+K")
    palette = open_dialog(parkside_window, PickDialog)
    assert isinstance(palette, PickDialog)
    type_text(palette.field, "undo")
    for _ in range(10):
        current = palette.list.currentItem()
        assert current is None or not current.isDisabled()
        press(palette.field, "Down")
    press(palette.field, "Esc")
    assert not palette.isVisible()


def test_every_action_can_be_reached_by_its_title(parkside_window: MainWindow) -> None:
    actions = workspace_of(parkside_window).actions_
    for action in actions:
        assert action.id in [row.value for row in rows_for(actions, actions[action.id].text())]


def test_a_desk_is_found_shown_and_selected(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(parkside_window)
    plan = workspace.plan_page.plan
    hub = workspace.session.hub
    desk = next(one for one in hub.desks.values() if plan.floor is not None and one.floor != plan.floor.id)
    press(parkside_window, "Ctrl+F")
    box = open_dialog(parkside_window, PickDialog)
    assert isinstance(box, PickDialog)
    type_text(box.field, desk.code.lower())
    qtbot.waitUntil(lambda: box.list.topLevelItemCount() > 0)

    press(box.field, "Return")

    assert plan.floor is not None
    assert plan.floor.id == desk.floor
    assert workspace.session.selection.ids == {desk.id}


def test_an_agency_is_where_its_desks_are(parkside_window: MainWindow) -> None:
    workspace = workspace_of(parkside_window)
    hub = workspace.session.hub
    held = next(iter(hub.allocations.values()))

    assert workspace.going.reveal([held.agency])

    desks_shown = [hub.get(Desk, id_) for id_ in workspace.session.selection.ids]
    assert desks_shown
    for desk in desks_shown:
        allocation = hub.allocation_on(desk.id, TODAY)
        assert allocation is not None
        assert allocation.agency == held.agency


def test_a_problem_leads_to_its_place(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(parkside_window)
    session, panel = workspace.session, workspace.problems
    qtbot.waitUntil(lambda: panel.problems is not None)
    before = panel.problems
    held = next(iter(session.hub.allocations.values()))
    session.do(lambda hub: desks.move(hub, [held.desk], 500_000, 0))
    qtbot.waitUntil(lambda: panel.problems != before)
    assert "warning" in workspace.badge.text()
    session.selection.clear()

    press(parkside_window, "Ctrl+Shift+P")
    assert workspace.problems.isVisible()
    desk = session.hub.get(Desk, held.desk)
    type_text(panel.search, desk.code)
    row = panel.list.topLevelItem(0)
    assert row is not None
    assert row.text(0) == "Warning"
    press(panel.list, "Return")

    assert session.selection.ids == {held.desk}


def test_guidance_on_the_layout_stands_behind_the_problems_and_leads_to_its_desks(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    builder = a_hub().licence("L01", "HBC", 1).cost_line("C01", 5).floor("G").floor("1", level=1)
    builder = builder.desk("G-1", "G", 3, 3).desk("1-1", "1", 3, 3).desk("1-2", "1", 3, "4.85")
    workspace = workspace_of(window := open_window(builder.build()))
    panel, session = workspace.problems, workspace.session
    press(window, "Ctrl+Shift+P")
    qtbot.waitUntil(lambda: "remark on the layout" in panel.said.text(), timeout=20_000)
    last = panel.list.topLevelItem(panel.list.topLevelItemCount() - 1)
    assert last is not None
    assert [last.text(column) for column in (0, 1)] == ["Guidance", "desks 1-1 and 1-2"]
    assert "remark" not in workspace.badge.text(), "guidance is no problem, and not counted among them"

    panel.list.setCurrentItem(last)
    press(panel.list, "Return")
    assert session.selection.ids == {session.hub.desk_codes[code].id for code in ("1-1", "1-2")}
    assert workspace.plan_page.plan.floor == session.hub.floor_codes["1"]
    assert session.do(lambda hub: desks.move(hub, [hub.desk_codes["1-2"].id], 0, 1_000))
    qtbot.waitUntil(lambda: "remark" not in panel.said.text(), timeout=20_000)


def test_alike_problems_stand_together_and_are_searched() -> None:
    def one(severity: Severity, code: str, where: str) -> Problem:
        return Problem(severity, code, "It overlaps", where, "Move it")

    found = [
        one(Severity.WARNING, "overlap", "desk A1"),
        one(Severity.ERROR, "gone", "desk B7"),
        one(Severity.WARNING, "overlap", "desk A2"),
    ]
    assert [(group.severity, len(group.problems)) for group in alike(found)] == [
        (Severity.ERROR, 1),
        (Severity.WARNING, 2),
    ]
    assert [len(group.problems) for group in alike(found, "warning a2")] == [1]
    assert counted(found) == "1 error, 2 warnings"
    assert counted([]) == "No problems"


def test_history_tells_what_was_done_and_goes_back(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = workspace_of(parkside_window)
    session, page = workspace.session, workspace.history_page
    before = session.hub
    ids = sorted(before.desks)[:3]
    for id_ in ids:
        assert session.do(partial(_move, id_))
    workspace.show_page(page)
    model = page.table.model()
    assert isinstance(model, HistoryModel)
    assert model.rowCount() == 4
    assert [model.data(model.index(0, column)) for column in (0, 2, 4)] == ["4", "Ada", "1"]
    code = before.get(Desk, ids[2]).code
    qtbot.waitUntil(lambda: page.records.count() == 1)
    assert page.records.item(0).text() == f"Desk {code} changed"

    page.table.setCurrentIndex(model.index(3, 0))
    page.back.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(AskDialog)))
    dialog = next(one for one in page.findChildren(AskDialog) if one.isVisible())
    assert "takes back 3 entries, by Ada" in dialog.told.sentence
    assert dialog.go_on is not None
    dialog.go_on.click()

    qtbot.waitUntil(lambda: session.hub == before)
    qtbot.waitUntil(lambda: model.rowCount() == 5)
    session.undo()
    assert session.hub != before
