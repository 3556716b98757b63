"""`Menus`: the menus of a window, made from its actions."""

from PySide6.QtWidgets import QMenu, QMenuBar

from hubdesk.desktop.actions import MENUS, Action, Actions

_MNEMONICS = {"Allocate": "A&llocate"}
"""The letter that opens a menu, where it is not the first."""


class Menus:
    """Fills `bar`. A menu is there once it has an action."""

    def __init__(self, bar: QMenuBar) -> None:
        bar.clear()
        self._menus = {name: bar.addMenu(_MNEMONICS.get(name, f"&{name}")) for name in MENUS}
        for menu in self._menus.values():
            menu.menuAction().setVisible(False)

    def __getitem__(self, name: str) -> QMenu:
        """The menu that `name` is of MENUS."""
        return self._menus[name]

    def put(self, actions: Actions, action: Action) -> None:
        """An action into its menu, at the end."""
        menu = self._menus[action.menu]
        menu.menuAction().setVisible(True)
        if action.under:
            inner = next((one for one in menu.findChildren(QMenu) if one.title() == action.under), None)
            menu = inner or menu.addMenu(action.under)
        menu.addAction(actions[action.id])
