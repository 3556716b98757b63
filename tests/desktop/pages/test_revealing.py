"""Bringing records into view on the plan."""

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.geometry import Point


def test_an_agency_is_shown_where_it_sits(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    page, session = workspace.plan_page, workspace.session
    social_care = session.hub.agency_codes["LCC"]
    assert page.reveal([social_care.id])
    chosen = [session.hub.desks[one] for one in session.selection.ids]
    floor = page.plan.floor
    assert floor is not None
    assert floor.code == "1"
    assert {desk.floor for desk in chosen} == {floor.id}
    for desk in chosen:
        assert (
            page.view.viewport().rect().contains(page.view.mapFromScene(metres(Point(desk.x_mm, desk.y_mm))))
        )


def test_what_has_no_place_changes_nothing(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    assert not workspace.plan_page.reveal([next(iter(workspace.session.hub.cost_lines))])
    assert workspace.session.selection.ids == frozenset()
