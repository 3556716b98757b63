"""What the mouse does on a line of time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from hubdesk.domain.days import in_words
from hubdesk.domain.names import counted
from hubdesk.workflows.licence_handles import Handle, handles_of, told

if TYPE_CHECKING:
    from hubdesk.desktop.agencies.time_line import TimeLine

_GRAB = 12
"""Pixels from the middle of a handle within which it is grabbed: a target of 24."""


def pressed(line: "TimeLine", at: QPoint) -> None:
    """The keys go to the licence there, and an end or step of it that is there is taken hold of."""
    row = line.picture.row_at(at.y())
    if row is None:
        return
    handle = _handle_at(line, at)
    line.go(row, handle.place if handle else 0)
    if handle is not None:
        line.take(handle)


def moved(line: "TimeLine", event: QMouseEvent) -> None:
    """What is held goes along, to a start of a month unless Alt is held; else what is there is told."""
    at = event.position()
    if line.holding.hold is not None and event.buttons() & Qt.MouseButton.LeftButton:
        x = line.x_in_time(at.x())
        exactly = event.modifiers() & Qt.KeyboardModifier.AltModifier
        line.move_to(line.axis.day_at(x) if exactly else line.axis.drawn_to(x))
        return
    handle = _handle_at(line, at.toPoint())
    line.viewport().setCursor(Qt.CursorShape.SplitHCursor if handle else Qt.CursorShape.ArrowCursor)
    line.viewport().setToolTip(_told_at(line, at.toPoint(), handle))


def double_clicked(line: "TimeLine", at: QPoint) -> None:
    """On a bar, beside its handles: other desks from the start of a month that is nearest."""
    row = line.picture.row_at(at.y())
    if row is not None and _handle_at(line, at) is None:
        line.desks_wanted.emit(line.spans[row].id, line.axis.drawn_to(line.x_in_time(at.x())))


def _handle_at(line: "TimeLine", at: QPoint) -> Handle | None:
    row = line.picture.row_at(at.y())
    if row is None or at.x() < line.picture.left - _GRAB:
        return None
    near = min(handles_of(line.spans[row]), key=lambda one: abs(line.x_of_handle(one) - at.x()))
    return near if abs(line.x_of_handle(near) - at.x()) <= _GRAB else None


def _told_at(line: "TimeLine", at: QPoint, handle: Handle | None) -> str:
    row = line.picture.row_at(at.y())
    if row is None:
        return ""
    span = line.spans[row]
    if handle is not None:
        return told(span, handle, handle.day)
    day = line.axis.day_at(line.x_in_time(at.x()))
    return f"{in_words(day)}: {counted(span.desks_on(day), 'desk')}"
