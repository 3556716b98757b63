"""Every command of what is there already, in the order of the menus."""

from dataclasses import replace

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.plan.commands.arranging import arranging_actions
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.commands.clipboard import Clipboard
from hubdesk.desktop.plan.commands.copying import copying_actions
from hubdesk.desktop.plan.commands.going_to_warnings import warning_actions
from hubdesk.desktop.plan.commands.pinning import pinning_actions
from hubdesk.desktop.plan.commands.placing import placing_actions
from hubdesk.desktop.plan.commands.selecting import selecting_actions
from hubdesk.desktop.plan.commands.snapping import snapping_actions
from hubdesk.desktop.plan.view import PlanView


def add_commands(view: PlanView, actions: Actions) -> None:
    """Put them into the menus and the palette."""
    chosen, clipboard = Chosen(view), Clipboard(view)
    actions.add(
        *copying_actions(chosen, clipboard),
        *(replace(one, changes=True) for one in placing_actions(chosen)),
        *(replace(one, changes=True) for one in pinning_actions(chosen)),
        *selecting_actions(chosen),
        *(replace(one, changes=True) for one in arranging_actions(chosen)),
        *snapping_actions(view.plan),
        *warning_actions(chosen),
    )
    clipboard.changed.connect(actions.refresh_soon)
    view.plan.findings_changed.connect(actions.refresh_soon)
