"""The session: the day it is, and what midnight does to it."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from hubdesk.desktop.window import MainWindow
from hubdesk.domain.problem import Problem
from hubdesk.editing import desks
from tests.desktop.conftest import TODAY

TOMORROW = date(2026, 11, 24)


def test_midnight_moves_today_along_and_leaves_another_day_alone(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, bar = workspace.session, workspace.as_at_bar
    assert session.as_at == TODAY

    session.day_came(TOMORROW)
    assert session.as_at == TOMORROW
    assert bar.words.text() == "today"
    assert bar.day.text() == "24 November 2026"

    session.set_as_at(date(2027, 4, 1))
    session.day_came(date(2026, 11, 25))
    assert session.as_at == date(2027, 4, 1)
    assert bar.words.text() == "not today"


def test_trouble_with_the_place_costs_no_step_of_undo(parkside_window: MainWindow, tmp_path: Path) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session = workspace.session
    first, some = session.hub, next(iter(session.hub.desks))
    assert session.do(lambda hub: desks.move(hub, [some], 100, 0))
    moved = session.hub
    told: list[tuple[Problem, ...]] = []
    session.refused.connect(told.append)

    with closing(sqlite3.connect(tmp_path / "hub-0.hubdesk", isolation_level=None)) as another_program:
        another_program.execute("BEGIN IMMEDIATE")
        session.undo()
    assert session.hub == moved
    assert [one.code for problems in told for one in problems] == ["busy"]
    session.undo()
    assert session.hub == first


def test_what_others_changed_since_is_not_offered_to_undo_again(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session = workspace.session
    some = next(iter(session.hub.desks))
    assert session.do(lambda hub: desks.move(hub, [some], 100, 0))
    session.document.apply(desks.move(session.hub, [some], 300, 0))
    stands = session.hub
    session.undo()
    assert session.hub == stands
    assert session.undo_stack.count() == 0
