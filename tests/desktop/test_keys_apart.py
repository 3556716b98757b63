"""Keys that mean one thing: a key with two meanings does neither."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from hubdesk.desktop.window import MainWindow
from hubdesk.editing import desks
from tests.desktop.keys import press


def test_no_letter_of_a_label_is_the_key_of_an_action(parkside_window: MainWindow) -> None:
    """Alt+R turned desks back, and went to the rotation in the inspector: so it did nothing at all."""
    window = parkside_window
    keys = {QKeySequence(one.shortcut).toString(): one.id for one in window.actions_ if one.shortcut}
    words = [label.text() for label in window.findChildren(QLabel) if label.buddy() is not None]
    words += [button.text() for button in window.findChildren(QAbstractButton) if button.text()]
    words += [menu.title() for menu in window.findChildren(QMenu)]
    marked = {word: QKeySequence.mnemonic(word).toString() for word in words if "&" in word}
    assert marked
    assert {word: keys[letter] for word, letter in marked.items() if letter in keys} == {}


def test_redo_has_the_keys_of_either_habit(parkside_window: MainWindow) -> None:
    assert parkside_window.workspace is not None
    session = parkside_window.workspace.session
    before, desk = session.hub, next(iter(session.hub.desks))
    assert session.do(lambda hub: desks.move(hub, [desk], 100, 0))
    after = session.hub
    for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
        press(parkside_window, "Ctrl+Z")
        assert session.hub == before
        parkside_window.actions_.refresh()
        press(parkside_window, keys)
        assert session.hub == after
        parkside_window.actions_.refresh()
