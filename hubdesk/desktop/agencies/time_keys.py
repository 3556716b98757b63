"""What keys do on a line of time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from hubdesk.desktop.agencies.time_line import TimeLine

_K = Qt.Key
OWN_KEYS = (
    _K.Key_Left,
    _K.Key_Right,
    _K.Key_Up,
    _K.Key_Down,
    _K.Key_Home,
    _K.Key_End,
    _K.Key_F2,
    _K.Key_Plus,
)
"""Keys that mean something here, whatever they are short for in the window."""
_SIDEWAYS = {_K.Key_Left: -1, _K.Key_Right: 1}
_ENTER = (_K.Key_Return, _K.Key_Enter)
_ZOOM = {_K.Key_Plus: 1.25, _K.Key_Minus: 0.8}


def pressed(line: "TimeLine", event: QKeyEvent) -> bool:
    """Do what the key means; False if it means nothing here."""
    key, (row, place) = Qt.Key(event.key()), line.at
    held = line.holding.hold is not None
    if key in _SIDEWAYS:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by_month = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            line.nudge(_SIDEWAYS[key], by_month=by_month)
        else:
            line.go(row, place + _SIDEWAYS[key])
    elif key == _K.Key_Escape and held:
        line.let_go()
    elif key in _ENTER and held:
        line.make()
    elif key in (*_ENTER, _K.Key_F2):
        line.ask_typing()
    elif key in _ZOOM:
        line.zoom(_ZOOM[key])
    else:
        return _went(line, key, row)
    return True


def _went(line: "TimeLine", key: Qt.Key, row: int) -> bool:
    """To another licence, if the key goes to one."""
    to = {
        _K.Key_Up: row - 1,
        _K.Key_Down: row + 1,
        _K.Key_Home: 0,
        _K.Key_End: len(line.spans) - 1,
    }.get(key)
    if to is not None:
        line.go(to, 0)
    return to is not None
