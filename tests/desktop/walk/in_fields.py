"""`InFields`: the fields and buttons around the plan."""

from random import Random
from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QToolButton,
    QWidget,
)

from hubdesk.desktop.workspace import Workspace
from tests.desktop.walk.hand import LEFT, NO_KEY, RIGHT, Hand
from tests.desktop.walk.places import somewhere
from tests.desktop.walk.vocabulary import KEYS, TEXTS

_W = TypeVar("_W", bound=QWidget)


class InFields:
    """Types into what can be typed into, and clicks on what can be clicked on."""

    def __init__(self, workspace: Workspace, hand: Hand, random: Random) -> None:
        self._workspace = workspace
        self._hand, self._random = hand, random

    def type_somewhere(self) -> None:
        """Into a field, and then Enter, Tab, Esc, or the focus just goes elsewhere."""
        fields = _seen(self._workspace, QLineEdit)
        if fields:
            fill(self._random.choice(fields), self._hand, self._random)

    def click_somewhere(self) -> None:
        """On a button, a row of a list, a box to choose from."""
        kinds = (QAbstractButton, QAbstractItemView, QComboBox)
        found = [one for kind in kinds for one in _seen(self._workspace, kind) if not _is_plan(one)]
        if not found:
            return
        chosen = self._random.choice(found)
        if isinstance(chosen, QAbstractItemView):
            port = chosen.viewport()
            button = RIGHT if self._random.random() < 0.1 else LEFT
            self._hand.click(port, somewhere(port, self._random), NO_KEY, button)
            for _ in range(self._random.randint(0, 2)):
                if QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None:
                    self._hand.key(self._random.choice(KEYS))
            return
        if isinstance(chosen, QToolButton) and (action := chosen.defaultAction()) is not None:
            self._hand.trail.append(f"(the button of {action.objectName()})")
        self._hand.click(chosen, somewhere(chosen, self._random))


def fill(field: QLineEdit, hand: Hand, random: Random) -> None:
    """Type something into a field, and settle it in one of the ways there are."""
    field.setFocus()
    if random.random() < 0.7:
        field.selectAll()
    hand.type_text(random.choice(TEXTS))
    if random.random() < 0.8:
        hand.key(random.choice(("Return", "Return", "Tab", "Shift+Tab", "Esc", "Up", "Down", "PgUp")))


def _seen(root: QWidget, kind: type[_W]) -> list[_W]:
    found = [one for one in root.findChildren(kind) if one.isVisible() and one.isEnabled()]
    return [one for one in found if not isinstance(one, QAbstractSpinBox)]


def _is_plan(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_")
