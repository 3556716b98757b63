"""The panels that stand beside the plan."""

from hubdesk.desktop.pages.desk_list import add_desk_list
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.plan.floors_panel import FloorsPanel
from hubdesk.desktop.plan.layers_panel import LayersPanel
from hubdesk.desktop.plan.legend import Legend
from hubdesk.desktop.workspace import Workspace


def add_plan_panels(workspace: Workspace, page: PlanPage) -> None:
    """Floors, layers, the key to the desks and their list, beside the plan page."""
    plan, theme, actions = page.plan, workspace.theme, workspace.actions_
    floors = FloorsPanel(plan, theme, actions)
    workspace.add_panel(Panel("floors", "Floors", floors, Side.LEFT, "building", page=page))
    legend = Legend(plan, page.view.floor_scene, theme)
    workspace.add_panel(Panel("key", "Key", legend, Side.LEFT, "palette", page=page))
    layers = LayersPanel(plan, theme, actions)
    workspace.add_panel(Panel("layers", "Layers", layers, Side.LEFT, "layers", page=page))
    add_desk_list(workspace)
