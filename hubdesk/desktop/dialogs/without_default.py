"""Dialogs in which Enter is for the field or table where the keys are, and for no button."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def without_default(box: QDialogButtonBox) -> None:
    """No button of `box` is pressed by Enter, unless the keys are on it: Qt would choose one."""
    for button in box.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
