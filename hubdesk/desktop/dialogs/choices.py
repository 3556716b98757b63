"""`ChoiceDialog`: a few choices, each with what stands first as the likeliest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from hubdesk.desktop.dialogs.asking import Asking


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its label, and each option with the value that it stands for."""

    label: str
    options: Sequence[tuple[str, object]]


class ChoiceDialog(Asking):
    """Hands the chosen values to `take`, in the order of the choices."""

    def __init__(
        self,
        told: tuple[str, str],
        choices: Sequence[Choice],
        go_on: str,
        take: Callable[..., object],
        parent: QWidget,
    ) -> None:
        self._take = take
        self.boxes = [_box(choice) for choice in choices]
        rows = [(choice.label, box) for choice, box in zip(choices, self.boxes, strict=True)]
        super().__init__(told, rows, go_on, parent)

    def choose(self, label: str, option: str) -> None:
        """Choose the option whose words begin with `option`. Raises LookupError if there is none."""
        box = next(one for one in self.boxes if one.accessibleName() == label)
        found = [index for index in range(box.count()) if box.itemText(index).startswith(option)]
        if not found:
            raise LookupError(option)
        box.setCurrentIndex(found[0])

    def take_in(self) -> None:
        values = [box.currentData() for box in self.boxes]
        self.accept()
        self._take(*values)


def _box(choice: Choice) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(choice.label)
    for words, value in choice.options:
        box.addItem(words, value)
    return box
