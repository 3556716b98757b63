"""The desk list, put beside the plan page, with the key that goes to it."""

from hubdesk.desktop.actions import Action
from hubdesk.desktop.desk_list.panel import DeskListPanel
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.workspace import Workspace


def add_desk_list(workspace: Workspace) -> DeskListPanel:
    """All desks as a table under the plan."""
    page = workspace.plan_page
    panel = DeskListPanel(page.plan, workspace.actions_, page.reveal)
    dock = workspace.docks.add(
        Panel("desks", "Desks", panel, Side.BOTTOM, "table", shown=False, page=page, help_topic="plan")
    )

    def go() -> None:
        workspace.show_page(page)
        dock.want()
        panel.focus_list()

    workspace.actions_.add(Action("view.desks", "Go to the desk list", "View", go, "F7", "table"))
    return panel
