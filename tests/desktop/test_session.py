"""The session: the day it is, and what midnight does to it."""

from datetime import date

from hubdesk.desktop.window import MainWindow
from tests.desktop.conftest import TODAY

TOMORROW = date(2026, 11, 24)


def test_midnight_moves_today_along_and_leaves_another_day_alone(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, bar = workspace.session, workspace.as_at_bar
    assert session.as_at == TODAY

    session.day_came(TOMORROW)
    assert session.as_at == TOMORROW
    assert bar.words.text() == "As at today,"
    assert bar.day.text() == "24 November 2026"

    session.set_as_at(date(2027, 4, 1))
    session.day_came(date(2026, 11, 25))
    assert session.as_at == date(2027, 4, 1)
    assert bar.words.text() == "As at 1 April 2027, not today"
