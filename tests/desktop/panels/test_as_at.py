"""The as-at day: typed, stepped, and plainly not today."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.window import MainWindow
from hubdesk.domain.typed_day import EARLIEST, LATEST, typed_day
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7 November 2026", date(2026, 11, 7)),
        ("7 nov 26", date(2026, 11, 7)),
        ("7/11/26", date(2026, 11, 7)),
        ("07.11.2026", date(2026, 11, 7)),
        ("2026-11-07", date(2026, 11, 7)),
        ("7th November 2026", date(2026, 11, 7)),
        (" 1 April", date(2026, 4, 1)),
        ("Today", TODAY),
        ("31/2/26", None),
        ("11/13/2026", None),
        ("", None),
        ("soon", None),
        ("1 January 1900", date(1900, 1, 1)),
        ("31 December 2200", date(2200, 12, 31)),
        ("31 December 1899", None),
        ("31 December 9999", None),
        ("0001-01-01", None),
    ],
)
def test_days_are_typed_as_people_write_them(typed: str, day: date | None) -> None:
    assert typed_day(typed, TODAY) == day


def test_another_day_is_typed_and_said_to_be_not_today(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    bar, session = workspace.as_at_bar, workspace.session
    assert bar.words.text() == "today"

    press(parkside_window, "F8")
    assert bar.day.hasFocus()
    type_text(bar.day, "1/4/27")
    press(bar.day, "Return")

    assert session.as_at == date(2027, 4, 1)
    assert bar.words.text() == "not today"
    qtbot.waitUntil(workspace.actions_["time.today"].isEnabled)
    press(parkside_window, "Shift+F8")
    assert session.as_at == TODAY
    assert bar.day.text() == "23 November 2026"


def test_what_is_no_day_is_said_and_changes_nothing(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    bar = workspace.as_at_bar

    press(parkside_window, "F8")
    type_text(bar.day, "31/2/27")
    press(bar.day, "Return")

    assert workspace.session.as_at == TODAY
    assert "“31/2/27” is not a day" in bar.day.accessibleDescription()
    assert bar.day.text() == "31/2/27"


def test_the_status_line_follows_the_day(parkside_window: MainWindow, qtbot: QtBot) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    line = workspace.status_line
    qtbot.waitUntil(lambda: line.figures is not None)
    assert line.figures is not None
    assert line.figures.day == TODAY
    on = line.figures.occupancy
    assert on is not None
    assert line.in_service.text() == f"In service {on.in_service:,}"
    assert line.year.text().startswith("2026-27 £")

    workspace.session.set_as_at(date(2027, 4, 1))

    assert line.year.accessibleDescription() == "being worked out"
    qtbot.waitUntil(lambda: line.figures is not None and line.figures.day == date(2027, 4, 1))
    assert line.year.text().startswith("2027-28")


def test_a_day_in_another_millennium_is_told_from_a_day(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    bar = workspace.as_at_bar
    press(parkside_window, "F8")
    type_text(bar.day, "31 December 9999")
    press(bar.day, "Return")
    assert workspace.session.as_at == TODAY
    assert "is not a day from 1900 to 2200" in bar.day.accessibleDescription()


def test_the_day_is_stepped_to_the_last_that_can_be_typed_and_no_further(
    parkside_window: MainWindow,
) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session, actions = workspace.session, workspace.actions_
    session.set_as_at(LATEST)
    for step in ("time.day-on", "time.month-on"):
        actions[step].trigger()
        assert session.as_at == LATEST
    press(workspace.as_at_bar.day, "PgUp")
    assert workspace.as_at_bar.day.day == LATEST
    session.set_as_at(EARLIEST)
    for step in ("time.day-back", "time.month-back"):
        actions[step].trigger()
        assert session.as_at == EARLIEST
    session.set_as_at(date.max)
    assert session.as_at == LATEST
