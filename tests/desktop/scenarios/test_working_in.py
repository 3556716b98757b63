"""Working in a scenario: everything on screen is as it has it, every edit goes into it, the hub stays."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import desks, licences, rates
from hubdesk.store import create_store
from hubdesk.workflows import scenarios

APRIL = date(2026, 4, 1)


@pytest.fixture
def session(parkside_window: MainWindow) -> Session:
    assert parkside_window.workspace is not None
    return parkside_window.workspace.session


def dearer(session: Session) -> Scenario:
    return scenarios.start(session.document.store, "Rate £3,200", rates.set_step(session.hub, APRIL, 3200_00))


def kept(session: Session) -> Scenario:
    (one,) = session.document.store.scenarios()
    return one


def test_edits_go_into_the_scenario_and_are_undone_in_it(session: Session) -> None:
    hub = session.hub
    some = next(iter(hub.desks))
    assert session.do(lambda hub: desks.move(hub, [some], 100, 0))
    moved = session.hub
    told: list[Change] = []
    session.changed.connect(lambda change, _: told.append(change))

    session.work_in(dearer(session))
    assert session.hub.rate.pence.at(APRIL) == 3200_00
    assert not session.undo_stack.canUndo()
    licence = next(iter(hub.licences.values()))
    first = max(licence.first, APRIL)
    assert session.do(lambda hub: licences.set_desks(hub, licence.id, first, 99))
    assert session.hub.licences[licence.id].desks_on(first) == 99
    assert session.standing.hub is session.hub
    assert session.standing_of_hub.hub == moved
    assert session.document.hub == moved == session.document.store.read_hub()
    assert licence.id in {edit.id for edit in kept(session).change.edits}
    session.undo()
    assert session.hub == moved.applying(rates.set_step(moved, APRIL, 3200_00))
    session.redo()
    inside = session.hub

    session.leave_scenario()
    assert session.hub == moved
    assert session.undo_stack.count() == 1
    assert as_told(moved, told) == moved
    session.undo()
    assert session.hub == hub
    session.work_in(kept(session))
    assert session.hub.licences == inside.licences


def as_told(hub: Hub, changes: list[Change]) -> Hub:
    for change in changes:
        hub = hub.applying(change)
    return hub


def test_it_is_taken_over_as_one_change_that_can_be_undone(session: Session) -> None:
    hub = session.hub
    scenario = dearer(session)
    session.work_in(scenario)
    licence = next(iter(hub.licences.values()))
    assert session.do(lambda hub: licences.set_desks(hub, licence.id, max(licence.first, APRIL), 99))
    wanted = session.hub
    assert session.take_over(kept(session))
    assert session.trying is None
    assert session.hub == wanted == session.document.hub
    assert session.undo_stack.undoText() == "Take over scenario “Rate £3,200”"
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.hub == hub
    assert [entry.title for entry in session.document.store.log()][1:] == [
        "Take over scenario “Rate £3,200”",
        "Take over scenario “Rate £3,200”",
    ]


def test_what_others_do_to_the_hub_comes_in_underneath(session: Session) -> None:
    session.work_in(dearer(session))
    some = next(iter(session.hub.desks))
    told: list[tuple[Change, Hub]] = []
    session.changed.connect(lambda change, hub: told.append((change, hub)))
    session.document.apply(desks.move(session.document.hub, [some], 300, 0))
    assert [one.id for change, _ in told for one in change.edits] == [some]
    assert session.hub.desks[some] == session.document.hub.desks[some]
    assert told[0][1] is session.hub


def test_a_scenario_that_somebody_threw_away_is_left(session: Session) -> None:
    hub = session.hub
    session.work_in(dearer(session))
    some = RecordId(next(iter(hub.desks)))
    assert session.do(lambda hub: desks.move(hub, [some], 100, 0))
    session.document.store.drop_scenario(kept(session).id)
    told: list[tuple[Problem, ...]] = []
    session.refused.connect(told.append)
    session.undo()
    assert session.trying is None
    assert session.hub == hub
    assert [one.code for problems in told for one in problems] == ["scenario-changed"]
    assert session.do(lambda hub: desks.move(hub, [some], 100, 0))


def test_what_is_about_the_hub_as_it_stands_waits(parkside_window: MainWindow, session: Session) -> None:
    actions = parkside_window.actions_
    session.work_in(dearer(session))
    actions.refresh()
    for id_ in ("file.issue", "file.export-recharge", "file.export-hub", "edit.undo-back-to"):
        assert not actions[id_].isEnabled()
    assert "leave the scenario first" in actions.why_not("file.issue")
    session.leave_scenario()
    actions.refresh()
    assert actions["file.issue"].isEnabled()


def test_a_hub_closed_inside_a_scenario_opens_again_on_the_hub(
    parkside_window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    hub = session.hub
    session.work_in(dearer(session))
    assert session.do(lambda hub: desks.rename(hub, next(iter(hub.desks)), "ZZ-1"))
    inside = kept(session)
    parkside_window.close_hub()
    path = parkside_window.machine.documents.parent / "hub-0.hubdesk"
    parkside_window.hubs.open(str(path))
    qtbot.waitUntil(lambda: parkside_window.workspace is not None, timeout=20_000)
    assert parkside_window.workspace is not None
    again = parkside_window.workspace.session
    assert again.trying is None
    assert again.hub == hub
    assert kept(again) == inside


def test_who_only_looks_sees_what_a_colleague_tries_and_changes_nothing_of_it(
    parkside_window: MainWindow, parkside_hub: Hub, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "looked-at.hubdesk"
    when = datetime(2026, 11, 1, tzinfo=UTC)
    with create_store(path, parkside_hub, user="Ben", title="First", when=when) as store:
        scenario = scenarios.start(store, "Rate £3,200", rates.set_step(parkside_hub, APRIL, 3200_00))
    window = parkside_window
    window.hubs.look_at(str(path))
    qtbot.waitUntil(lambda: window.where == str(path), timeout=20_000)
    assert window.workspace is not None
    session = window.workspace.session
    session.work_in(scenario)
    assert session.hub.rate.pence.at(APRIL) == 3200_00
    inside = session.hub
    some = next(iter(session.hub.desks))
    assert not session.do(lambda hub: desks.move(hub, [some], 100, 0))
    assert session.hub == inside
    assert not session.take_over(scenario)
    assert session.document.store.scenarios() == (scenario,)
    window.actions_.refresh()
    assert not window.actions_["scenario.take-over"].isEnabled()
    assert window.actions_["scenario.leave"].isEnabled()


def test_what_a_worker_comes_with_goes_to_the_hub_and_is_undone_once_the_scenario_is_left(
    session: Session,
) -> None:
    one, other = list(session.hub.desks)[:2]
    assert session.do(lambda hub: desks.move(hub, [one], 100, 0))
    assert session.do(lambda hub: desks.move(hub, [one], 100, 0))
    session.undo()
    moved = session.hub
    session.work_in(dearer(session))
    assert not session.tried_on_hub(lambda hub: desks.move(hub, [other], 100, 0))
    assert session.document.hub == moved.applying(desks.move(moved, [other], 100, 0))
    assert session.hub.desks[other] == session.document.hub.desks[other], "the scenario is laid upon it"
    assert other not in {edit.id for edit in kept(session).change.edits}
    assert not session.undo_stack.canUndo()
    session.leave_scenario()
    assert not session.undo_stack.canRedo(), "what was taken back before it is not offered again"
    session.undo()
    assert session.hub == moved
