"""The panels that stand beside the plan, and what works out things for it in workers."""

from hubdesk.desktop.figures import Figures
from hubdesk.desktop.pages.desk_list import add_desk_list
from hubdesk.desktop.pages.plan_page import PlanPage
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.parts import add_parts
from hubdesk.desktop.plan.floors_panel import FloorsPanel
from hubdesk.desktop.plan.layers_panel import LayersPanel
from hubdesk.desktop.plan.legend import Legend
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.voice import PlanVoice
from hubdesk.desktop.plan.warnings import Warnings
from hubdesk.desktop.workspace import Workspace
from hubdesk.workflows.year_cost import YearCost


def add_plan_panels(workspace: Workspace, page: PlanPage) -> None:
    """Floors, layers, the key to the desks and their list, beside the plan page."""
    plan, theme, actions = page.plan, workspace.theme, workspace.actions_
    scene = page.view.floor_scene
    Warnings(plan, workspace.jobs)
    workspace.status_line.worked_out.connect(lambda figures: _price(plan, figures))
    page.view.tool_changed.connect(lambda: _hint(workspace, page))
    workspace.page_came.connect(lambda: _hint(workspace, page))
    _hint(workspace, page)
    floors = FloorsPanel(plan, theme, actions)
    workspace.docks.add(
        Panel("floors", "Floors", floors, Side.LEFT, "building", page=page, help_topic="plan")
    )
    legend = Legend(plan, scene, theme)
    workspace.docks.add(Panel("key", "Key", legend, Side.LEFT, "palette", page=page, help_topic="plan"))
    layers = LayersPanel(plan, theme, actions)
    workspace.docks.add(
        Panel("layers", "Layers", layers, Side.LEFT, "layers", page=page, help_topic="plan", beside="key")
    )
    add_desk_list(workspace)
    add_parts(workspace)
    PlanVoice(page.view)


def _hint(workspace: Workspace, page: PlanPage) -> None:
    """The status line says what to do with the tool in hand, while one looks at the plan."""
    tool = page.view.tool if workspace.page is page else None
    workspace.status_line.hint.say("" if tool is None else tool.hint)


def _price(plan: Plan, figures: Figures) -> None:
    """The plan tells what a desk costs as soon as the year is worked out, and no longer if it cannot be."""
    plan.set_year(figures.year if isinstance(figures.year, YearCost) else None)
