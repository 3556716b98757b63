"""`Menus`: the menus of a window, made from its actions."""

from PySide6.QtWidgets import QMenu, QMenuBar

from hubdesk.desktop.actions import MENUS, Action, Actions

_MNEMONICS = {"Allocate": "A&llocate"}
"""The letter that opens a menu, where it is not the first."""


class Menus:
    """Fills `bar`. A menu is there once it has an action: a hidden one would take its letter all the same."""

    def __init__(self, bar: QMenuBar) -> None:
        self._bar = bar
        bar.clear()
        self._menus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QMenu:
        """The menu that `name` is of MENUS, in its place among the others."""
        if name not in self._menus:
            menu = QMenu(_MNEMONICS.get(name, f"&{name}"), self._bar)
            behind = MENUS[MENUS.index(name) + 1 :]
            after = next((self._menus[one] for one in behind if one in self._menus), None)
            if after is None:
                self._bar.addMenu(menu)
            else:
                self._bar.insertMenu(after.menuAction(), menu)
            self._menus[name] = menu
        return self._menus[name]

    def put(self, actions: Actions, action: Action) -> None:
        """An action into its menu, at the end."""
        menu = self[action.menu]
        if action.under:
            inner = next((one for one in menu.findChildren(QMenu) if one.title() == action.under), None)
            menu = inner or menu.addMenu(action.under)
        menu.addAction(actions[action.id])
