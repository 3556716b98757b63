"""What has to hold at every moment, whatever anybody did."""

from hubdesk.desktop.plan.desk_shape import shape_of
from hubdesk.desktop.plan.dressing import Dressing
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.checks import errors
from hubdesk.domain.days import holds
from hubdesk.workflows.scenario_upon import scenario_upon


def at_any_time(window: MainWindow) -> None:
    """Quick enough to be asked after every few events."""
    workspace = _workspace(window)
    session, plan = workspace.session, workspace.plan_page.plan
    hub = session.hub
    gone = [one for one in session.selection.ids if one not in hub.desks and one not in hub.areas]
    assert not gone, f"{len(gone)} of the selection are gone"
    assert (plan.floor is None) == (not hub.floors), "no floor is shown, though there are some"
    brush = plan.brush.agency
    assert brush is None or brush in hub.agencies, "the agency in hand is gone"
    _scene_has_the_floor(workspace)


def when_quiet(window: MainWindow) -> None:
    """What takes longer, and what is only true once everything has been taken in."""
    workspace = _workspace(window)
    session = workspace.session
    found = errors(session.hub)
    assert not found, f"errors in the hub: {found[:3]}"
    store, trying = session.document.store, session.trying
    assert store.read_hub() == session.document.hub, "the file has another hub than the window"
    if trying is None:
        assert session.hub == session.document.hub, "the hub is not what is on screen"
    else:
        assert trying.scenario in store.scenarios(), "the scenario is kept otherwise than it is on screen"
        assert scenario_upon(session.document.hub, trying.scenario).hub == session.hub
    actions, stack = window.actions_, session.undo_stack
    assert actions["edit.undo"].isEnabled() == stack.canUndo(), "Undo is not offered as it should be"
    assert actions["edit.redo"].isEnabled() == stack.canRedo(), "Redo is not offered as it should be"
    assert actions.title("edit.undo") == _named("Undo", stack.undoText()), "Undo names another change"
    palette = workspace.plan_page.allocating.palette
    assert list(palette.rows.rows) == list(type(palette.rows)(session).rows), "the palette counts otherwise"
    assert palette.first.day == workspace.plan_page.plan.brush.stay.first
    assert workspace.as_at_bar.day.day == session.as_at


def _scene_has_the_floor(workspace: Workspace) -> None:
    session, plan, scene = workspace.session, workspace.plan_page.plan, workspace.plan_page.view.floor_scene
    hub, floor = session.hub, plan.floor
    here = () if floor is None else hub.desks_on_floor.get(floor.id, ())
    assert scene.desks.keys() == {desk.id for desk in here}, "the plan has other desks than the floor"
    for desk in here:
        drawn = scene.desks[desk.id]
        assert drawn.desk == desk, f"{desk.code} is drawn as it was"
        assert drawn.box == shape_of(desk).box, f"{desk.code} is drawn elsewhere"
    fresh = Dressing(plan)
    fresh.renew()
    for desk in here:
        worn, wanted = scene.dressing[desk.id], fresh[desk.id]
        assert (worn.mark, worn.serving) == (wanted.mark, wanted.serving), f"{desk.code} wears what it wore"
        assert worn.serving == holds(desk, session.as_at), f"{desk.code} is drawn as in service or not"
    assert scene.dressing.legend == fresh.legend, "the key counts otherwise than the floor"


def _workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None, "the hub was left"
    return window.workspace


def _named(word: str, what: str) -> str:
    return f"{word}: {what}" if what else word
