"""What can be done with what is selected on the plan, as a menu: right click, or the menu key."""

from PySide6.QtWidgets import QMenu

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.plan.view import PlanView

_GROUPS = (
    ("allocate.choose", "allocate.vacate", "edit.pin", "edit.unpin"),
    ("edit.lock", "edit.unlock"),
    ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.remove"),
    ("select.same-agency", "select.same-area", "view.fit-selection"),
)


def plan_menu(view: PlanView, actions: Actions) -> QMenu:
    """The actions, as the menus have them and as they stand now."""
    actions.refresh()
    menu = QMenu("Plan", view)
    menu.aboutToHide.connect(menu.deleteLater)
    for place, group in enumerate(_GROUPS):
        if place:
            menu.addSeparator()
        menu.addActions([actions[id_] for id_ in group])
    return menu
