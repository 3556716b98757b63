"""Keys that mean one thing: a key with two meanings does neither."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from hubdesk.desktop.window import MainWindow


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
