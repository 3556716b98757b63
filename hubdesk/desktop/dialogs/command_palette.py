"""The command palette: everything the window can do, by a few letters of its title."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.dialogs.pick import PickDialog, Row
from hubdesk.desktop.fuzzy import score


def command_palette(actions: Actions, parent: QWidget) -> PickDialog:
    """The palette, ready to be shown; what is picked is done once it has gone."""
    actions.refresh()
    dialog = PickDialog(
        "Commands", "What do you want to do?", lambda typed: (rows_for(actions, typed), ""), parent
    )
    dialog.picked.connect(lambda id_: actions[str(id_)].trigger())
    return dialog


def rows_for(actions: Actions, typed: str) -> Sequence[Row]:
    """The actions that `typed` may mean; of those that fit alike, what can be done now comes first."""
    found = []
    for place, action in enumerate(actions):
        made = actions[action.id]
        points = score(typed, actions.title(action.id))
        if points is None:
            points = _by_menu(typed, action)
        if points is not None:
            found.append((-points, not made.isEnabled(), place, _row(actions, action)))
    return [row for *_, row in sorted(found, key=lambda one: one[:3])]


def _by_menu(typed: str, action: Action) -> int | None:
    points = score(typed, f"{action.menu} {action.under} {action.title}")
    return None if points is None else points - 500


def _row(actions: Actions, action: Action) -> Row:
    made = actions[action.id]
    menu = " › ".join(part for part in (action.menu, action.under) if part)
    keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    enabled = made.isEnabled()
    why_not = actions.why_not(action.id)
    checked = "  ✓" if made.isChecked() else ""
    return Row(
        actions.title(action.id) + checked,
        menu if enabled else f"{menu}: {why_not}",
        keys,
        action.id,
        enabled,
    )
