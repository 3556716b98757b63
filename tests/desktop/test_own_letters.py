"""Keys mean what they mean where one is: on the plan, in a list, on another page."""

import pytest
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.floors_panel import FloorsPanel
from hubdesk.desktop.plan.view_bar import ViewBar
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from tests.desktop.keys import press
from tests.desktop.on_plan import OnPlan


@pytest.fixture
def people(parkside_window: MainWindow) -> OnPlan:
    """Three desks of the People floor are selected."""
    on = OnPlan(parkside_window, "1")
    on.choose("1-001", "1-002", "1-003")
    parkside_window.actions_.refresh()
    return on


def workspace(on: OnPlan) -> Workspace:
    assert on.window.workspace is not None
    return on.window.workspace


def lists(on: OnPlan) -> list[QWidget]:
    floors = workspace(on).docks["floors"].widget()
    bar = on.page.findChild(ViewBar)
    assert isinstance(floors, FloorsPanel)
    assert isinstance(bar, ViewBar)
    return [floors.stack, bar.colour_by, on.page.allocating.palette.list]


def test_letters_in_a_list_look_for_a_row_and_change_no_desk(people: OnPlan) -> None:
    workspace(people).docks["agencies"].want()
    before = people.hub
    for one in lists(people):
        one.setFocus()
        assert one.hasFocus()
        for key in ("R", "X", "Shift+V", "A"):
            press(one, key)
        assert people.hub is before
        assert people.view.tool is not None
        assert people.view.tool.id == "select"
    people.press("R")
    assert people.hub is not before


def test_digits_and_delete_in_a_list_are_its_own(people: OnPlan) -> None:
    stack, before = lists(people)[0], people.hub
    agency = people.plan.brush.agency
    stack.setFocus()
    for key in ("2", "Del"):
        press(stack, key)
    assert people.plan.brush.agency == agency
    assert people.hub is before
    assert stack.hasFocus()


def test_a_number_picks_an_agency_from_the_palette_itself(people: OnPlan) -> None:
    palette = people.page.allocating.palette
    workspace(people).docks["agencies"].want()
    palette.list.setFocus()
    press(palette.list, "2")
    assert people.plan.brush.agency == palette.rows.rows[1].agency.id


def test_on_another_page_no_key_changes_the_plan_that_is_not_seen(people: OnPlan) -> None:
    page, before = workspace(people).history_page, people.hub
    workspace(people).show_page(page)
    selected = people.selected()
    people.window.actions_.refresh()
    for key in ("R", "X", "Del", "Ctrl+D", "Ctrl+X", "Shift+H", "Ctrl+L", "Ctrl+I", "Alt+Shift+A"):
        press(page.table, key)
    assert people.hub is before
    assert people.selected() == selected
    workspace(people).show_page(people.page)
    people.window.actions_.refresh()
    people.view.setFocus()
    people.press("Ctrl+L")
    assert people.desk("1-001").locked
