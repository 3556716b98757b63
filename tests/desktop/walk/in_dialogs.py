"""`InDialogs`: what somebody does in whatever dialog is open."""

from collections.abc import Callable
from random import Random

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QDialog, QLineEdit, QRadioButton, QWidget

from hubdesk.desktop.dialogs.pick import PickDialog, Row
from tests.desktop.walk.hand import Hand
from tests.desktop.walk.in_fields import fill
from tests.desktop.walk.places import somewhere

_PATIENCE = 8
"""Steps in one dialog, after which it is left."""


class InDialogs:
    """Fills in, ticks, chooses, goes on or goes back."""

    def __init__(self, hand: Hand, random: Random, left_out: Callable[[str], bool]) -> None:
        self._hand, self._random, self._left_out = hand, random, left_out
        self._in: QWidget | None = None
        self._steps = 0

    def step(self, dialog: QWidget) -> None:
        """One thing in the dialog that is in front."""
        self._steps = self._steps + 1 if dialog is self._in else 0
        self._in = dialog
        if self._steps > _PATIENCE:
            self._hand.note(f"close {dialog.windowTitle()}")
            dialog.close()
        elif isinstance(dialog, PickDialog):
            self._pick(dialog)
        else:
            self._random.choice((self._fill, self._fill, self._press, self._press, self._key))(dialog)

    def _pick(self, dialog: PickDialog) -> None:
        if self._random.random() < 0.6:
            dialog.field.setFocus()
            self._hand.type_text(
                "".join(self._random.choices("abcdelnoprst 1", k=self._random.randint(1, 4)))
            )
            return
        item = dialog.list.currentItem()
        row = None if item is None else item.data(0, 256)
        grave = isinstance(row, Row) and self._left_out(str(row.value))
        self._hand.key("Esc" if grave else self._random.choice(("Return", "Return", "Down", "PgDown", "Esc")))

    def _fill(self, dialog: QWidget) -> None:
        fields = [one for one in dialog.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
        if fields:
            field = self._random.choice(fields)
            fill(field, self._hand, self._random)
        else:
            self._press(dialog)

    def _press(self, dialog: QWidget) -> None:
        kinds = (QAbstractButton, QCheckBox, QRadioButton, QComboBox)
        found = [
            one
            for kind in kinds
            for one in dialog.findChildren(kind)
            if one.isVisible() and one.isEnabled() and one.width() > 4
        ]
        if found:
            chosen = self._random.choice(found)
            self._hand.click(chosen, somewhere(chosen, self._random))
        else:
            self._key(dialog)

    def _key(self, dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog | QWidget)
        self._hand.key(self._random.choice(("Return", "Tab", "Down", "Esc", "Space")))
