"""`action_button`: a button on a page that does what a menu's action does."""

from PySide6.QtWidgets import QPushButton

from hubdesk.desktop.actions import Actions


def action_button(actions: Actions, id_: str, words: str = "") -> QPushButton:
    """It can be pressed when the action can be done. `words` stand on it in place of the action's own."""
    made, declared = actions[id_], actions.declared(id_)
    button = QPushButton(made.icon(), words or declared.title)
    button.setToolTip(declared.hint)
    button.setAccessibleDescription(declared.hint)
    button.setEnabled(made.isEnabled())
    made.enabledChanged.connect(button.setEnabled)
    button.clicked.connect(made.trigger)
    return button
