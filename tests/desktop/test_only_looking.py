"""What is offered where a hub was opened only to look at; and titles as people wrote them."""

from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.editing import desks
from hubdesk.store import create_store
from tests.desktop.conftest import OpenWindow
from tests.desktop.on_plan import OnPlan


def test_what_changes_the_hub_is_not_offered_and_says_why(
    parkside_window: MainWindow, parkside_hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "looked-at.hubdesk"
    create_store(
        path, parkside_hub, user="Ben", title="First", when=datetime(2026, 11, 1, tzinfo=UTC)
    ).close()
    window = parkside_window
    window.hubs.look_at(str(path))
    qtbot.waitUntil(lambda: window.where == str(path), timeout=20_000)
    on = OnPlan(window, "G")
    on.choose("G-021", "G-024")
    actions = window.actions_
    actions.refresh()
    changing = {one.id for one in actions if one.changes}
    assert {
        "edit.remove",
        "edit.paste",
        "arrange.align-left",
        "edit.lock",
        "floor.add",
        "tool.area",
    } <= changing
    assert {one for one in changing if actions[one].isEnabled()} == set()
    assert actions.why_not("edit.remove") == "The hub was opened only to look at"
    assert actions["edit.copy"].isEnabled()
    assert actions["tool.measure"].isEnabled()


def test_a_title_with_an_ampersand_is_shown_as_it_is(open_window: OpenWindow, parkside_hub: Hub) -> None:
    window = open_window(parkside_hub)
    assert window.workspace is not None
    session = window.workspace.session
    desk = next(iter(session.hub.desks))
    assert session.do(lambda hub: desks.rename(hub, desk, "R&D-1"))
    assert "R&&D-1" in window.actions_["edit.undo"].text()
    assert "R&D-1" in window.actions_.title("edit.undo")
