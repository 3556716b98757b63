"""`Action`: everything the window can do, declared as data: menus, palette and shortcuts come from it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.icons import icon

MENUS = ("File", "Edit", "View", "Draw", "Arrange", "Allocate", "Time", "Help")
"""The menus, in order; every action belongs to one."""


def always() -> bool:
    """For an action that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the window can do.

    `id` is a stable word ("plan.duplicate"); `title` what people see, with an ellipsis where it asks
    something first. `enabled` and `checked` are asked whenever something may have changed; an action
    with `checked` is a switch. `why_not` says in a line why it cannot be done when it cannot;
    `under` names a menu within the menu.
    """

    id: str
    title: str
    menu: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    hint: str = ""
    why_not: str = ""
    under: str = ""
    changes: bool = False
    """Whether it changes the hub: not to be done where that was opened only to look at."""
    of_the_hub: bool = False
    """Whether it is about the hub as it stands: not to be done while a scenario is on screen in its place."""
    also: str = ""
    """Another shortcut that some know it by; menus show the first."""


class Actions(QObject):
    """The actions of one window, each with its QAction."""

    added = Signal(object)
    """An Action came in."""
    acted = Signal(str)
    """The action of that id is about to be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, tuple[Action, QAction]] = {}
        self._taken: dict[str, str] = {}
        """The ids of actions by the shortcuts that they have."""
        self._only_looks: Callable[[], bool] = lambda: False
        self._in_scenario: Callable[[], bool] = lambda: False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.refresh)

    def add(self, *actions: Action) -> None:
        """Take in actions. Raises ValueError for an id that is there, a shortcut that is taken, no menu."""
        for action in actions:
            self._check(action)
            made = QAction(_shown(action.title), self)
            made.setObjectName(action.id)
            if action.shortcut:
                made.setShortcuts([QKeySequence(one) for one in _keys(action)])
                made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if action.icon:
                made.setIcon(icon(action.icon))
            made.setToolTip(_tip(action))
            made.setStatusTip(action.hint)
            made.setCheckable(action.checked is not None)
            made.triggered.connect(lambda _checked=False, action=action: self._run(action))
            self._actions[action.id] = (action, made)
            self._taken |= dict.fromkeys(_keys(action), action.id)
            self._window.addAction(made)
            self.added.emit(action)
        self.refresh_soon()

    def ask_before(self, *, only_looks: Callable[[], bool], in_scenario: Callable[[], bool]) -> None:
        """What changes the hub cannot be done while `only_looks` says so, nor what is of it `in_scenario`."""
        self._only_looks, self._in_scenario = only_looks, in_scenario
        self.refresh_soon()

    def why_not(self, id_: str) -> str:
        """Why it cannot be done when it cannot, in a line. Raises KeyError."""
        action = self.declared(id_)
        if action.changes and self._only_looks():
            return "The hub was opened only to look at"
        if action.of_the_hub and self._in_scenario():
            return "A scenario is on screen, and this is about the hub as it stands: leave the scenario first"
        return action.why_not or "Not possible at the moment"

    def title(self, id_: str) -> str:
        """What people see of it just now. Raises KeyError."""
        return self[id_].text().replace("&&", "&")

    def retitle(self, id_: str, title: str) -> None:
        """Call it something else from now on: what it would undo. Raises KeyError."""
        self[id_].setText(_shown(title))

    def __getitem__(self, id_: str) -> QAction:
        """The QAction of the action `id_`. Raises KeyError."""
        return self._actions[id_][1]

    def declared(self, id_: str) -> Action:
        """The action as it was declared. Raises KeyError."""
        return self._actions[id_][0]

    def let_go(self) -> None:
        """Take the actions from the window: their shortcuts are free again at once."""
        self._soon.stop()
        for _, made in self._actions.values():
            self._window.removeAction(made)
        self.deleteLater()

    def __iter__(self) -> Iterator[Action]:
        return (action for action, _ in self._actions.values())

    def retint(self) -> None:
        """Draw the icons anew: the window has other colours."""
        for action, made in self._actions.values():
            if action.icon:
                made.setIcon(icon(action.icon))

    def refresh_soon(self) -> None:
        """Ask each action again whether it can be done, once what is going on is over."""
        self._soon.start()

    def refresh(self) -> None:
        for action, made in self._actions.values():
            held = (action.changes and self._only_looks()) or (action.of_the_hub and self._in_scenario())
            made.setEnabled(action.enabled() and not held)
            if action.checked is not None:
                made.setChecked(action.checked())

    def _run(self, action: Action) -> None:
        self.acted.emit(action.id)
        action.run()
        self.refresh_soon()

    def _check(self, action: Action) -> None:
        if action.id in self._actions:
            raise ValueError(f"two actions are called {action.id}")
        if action.menu not in MENUS:
            raise ValueError(f"{action.id} is in no menu")
        for keys in _keys(action):
            if keys in self._taken:
                raise ValueError(f"{action.id} has the shortcut of {self._taken[keys]}")


def _keys(action: Action) -> list[str]:
    return [one for one in (action.shortcut, action.also) if one]


def _shown(title: str) -> str:
    """As Qt takes it: a single & would be swallowed, and underline the letter behind it."""
    return title.replace("&", "&&")


def _tip(action: Action) -> str:
    keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    words = action.title.removesuffix("…")
    return f"{words} ({keys})" if keys else words
