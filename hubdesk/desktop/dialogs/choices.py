"""`ChoiceDialog`: a few choices, each with what stands first as the likeliest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its label, and each option with the value that it stands for."""

    label: str
    options: Sequence[tuple[str, object]]


class ChoiceDialog(QDialog):
    """Hands the chosen values to `take`, in the order of the choices."""

    def __init__(
        self,
        told: tuple[str, str],
        choices: Sequence[Choice],
        go_on: str,
        take: Callable[..., object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        title, sentence = told
        self._take = take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(sentence)
        words.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.boxes = [_box(choice) for choice in choices]
        for choice, box in zip(choices, self.boxes, strict=True):
            form.addRow(f"{choice.label}:", box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self._go_on)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
        self.boxes[0].setFocus()

    def choose(self, label: str, option: str) -> None:
        """Choose the option whose words begin with `option`. Raises LookupError if there is none."""
        box = next(one for one in self.boxes if one.accessibleName() == label)
        found = [index for index in range(box.count()) if box.itemText(index).startswith(option)]
        if not found:
            raise LookupError(option)
        box.setCurrentIndex(found[0])

    def _go_on(self) -> None:
        values = [box.currentData() for box in self.boxes]
        self.accept()
        self._take(*values)


def _box(choice: Choice) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(choice.label)
    for words, value in choice.options:
        box.addItem(words, value)
    return box
