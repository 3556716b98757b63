"""Actions are declared once each, and no two have the same keys."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubdesk.desktop.actions import Action, Actions


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.add(Action("edit.redo", "Redo", "Edit", lambda: None, "Ctrl+Y", also="Ctrl+Shift+Z"))
    return actions


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (Action("edit.redo", "Again", "Edit", lambda: None), "two actions are called edit.redo"),
        (Action("x", "X", "Edit", lambda: None, "Ctrl+Y"), "x has the shortcut of edit.redo"),
        (Action("x", "X", "Edit", lambda: None, also="Ctrl+Shift+Z"), "x has the shortcut of edit.redo"),
        (Action("x", "X", "Nowhere", lambda: None), "x is in no menu"),
    ],
)
def test_what_is_declared_wrongly_is_not_taken_in(actions: Actions, action: Action, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        actions.add(action)
    actions.add(Action("x", "X", "Edit", lambda: None, "Ctrl+J"))
    assert [one.id for one in actions] == ["edit.redo", "x"]
