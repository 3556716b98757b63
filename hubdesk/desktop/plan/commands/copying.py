"""Duplicating, the clipboard of the system, and removing."""

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QCursor, QGuiApplication

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.commands.clipboard import Clipboard
from hubdesk.desktop.plan.commands.removal import removed
from hubdesk.desktop.plan.commands.remove_dialog import RemoveDialog
from hubdesk.desktop.plan.coordinates import millimetres
from hubdesk.desktop.plan.gestures.moving import copy_selection, place_of, select_added
from hubdesk.desktop.plan.staying import Movable
from hubdesk.desktop.plan.tools.select import SelectTool
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing.clipping import MIME_TYPE, Clipping, copy, from_text, paste, to_text
from hubdesk.editing.pieces import box_around, pieces

_NOTHING = "Select something on the plan first"


def copying_actions(chosen: Chosen, clipboard: Clipboard) -> tuple[Action, ...]:
    """Duplicate, copy, cut, paste, remove."""
    commands = _Copying(chosen, clipboard)
    some = chosen.some
    return (
        Action(
            "edit.cut",
            "Cut",
            "Edit",
            commands.cut,
            "Ctrl+X",
            "scissors",
            some,
            why_not=_NOTHING,
            changes=True,
        ),
        Action("edit.copy", "Copy", "Edit", commands.copy, "Ctrl+C", "copy", some, why_not=_NOTHING),
        Action(
            "edit.paste",
            "Paste",
            "Edit",
            commands.paste,
            "Ctrl+V",
            "clipboard-paste",
            commands.can_paste,
            why_not="No desks or areas were copied",
            changes=True,
        ),
        Action(
            "edit.duplicate",
            "Duplicate",
            "Edit",
            commands.duplicate,
            "Ctrl+D",
            "copy-plus",
            some,
            why_not=_NOTHING,
            changes=True,
        ),
        Action(
            "edit.remove",
            "Remove",
            "Edit",
            commands.remove,
            "Del",
            "trash-2",
            some,
            why_not=_NOTHING,
            changes=True,
        ),
    )


class _Copying:
    def __init__(self, chosen: Chosen, clipboard: Clipboard) -> None:
        self._chosen = chosen
        self._view = chosen.view
        self._session = chosen.session
        self._clipboard = clipboard

    def duplicate(self) -> None:
        """Beside the first ones; and again as far, wherever the copies were put meanwhile."""
        session, plan = self._session, self._chosen.plan
        desks = tuple(one.id for one in self._chosen.desks)
        areas = tuple(one.id for one in self._chosen.areas if one.outline)
        last = plan.copied
        known = {*session.hub.desks, *session.hub.areas}
        if last is not None and last.copies == session.selection.ids and {last.first, last.copy} <= known:
            was, now = place_of(session.hub, last.first), place_of(session.hub, last.copy)
            by = Point(now.x - was.x, now.y - was.y)
        elif desks or areas:
            box = box_around(pieces(session.hub, desks, areas))
            by = Point(box.right - box.left, 0)
        else:
            return
        copy_selection(self._view, Movable(desks, areas), by)
        self._view.setFocus()

    def copy(self) -> bool:
        """Onto the clipboard of the system, for this hub or another."""
        desks = [one.id for one in self._chosen.desks]
        areas = [one.id for one in self._chosen.areas]
        try:
            text = to_text(copy(self._session.hub, desks, areas))
        except Refused as refused:
            self._session.refused.emit(refused.problems)
            return False
        data = QMimeData()
        data.setData(MIME_TYPE, text.encode())
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def cut(self) -> None:
        """Copy and remove; refused as a whole where somebody was ever allocated to one of the desks."""
        if not self.copy():
            return
        self._chosen.do(lambda hub: removed(self._chosen, hub))

    def can_paste(self) -> bool:
        return self._clipboard.holds and self._chosen.has_floor()

    def paste(self) -> None:
        """On another floor in the same place; on the same floor under the mouse, else in the middle."""
        floor, data = self._chosen.plan.floor, self._clipboard.data()
        if floor is None or data is None:
            return
        own = bytes(data.data(MIME_TYPE).data()).decode(errors="replace") if data.hasFormat(MIME_TYPE) else ""
        text = own or data.text()

        def intent(hub: Hub) -> Change:
            clipping = from_text(text)
            return paste(hub, clipping, floor.id, self._place(clipping), self._session.as_at)

        if select_added(self._view, intent):
            self._view.setFocus()

    def remove(self) -> None:
        """The chosen corner of an area, else what is selected; asks where somebody sits or sat."""
        chosen, tool = self._chosen, self._view.tool
        if isinstance(tool, SelectTool) and tool.remove_corner():
            return
        hub = self._session.hub
        seated = [one for one in chosen.desks if hub.allocations_of.get(one.id)]
        if seated and not chosen.locked:
            RemoveDialog(chosen, seated).open()
        else:
            chosen.do(lambda now: removed(chosen, now))

    def _place(self, clipping: Clipping) -> Point:
        floor = self._chosen.plan.floor
        if floor is not None and clipping.records[0].floor != floor.id:
            return clipping.box.centre
        port = self._view.viewport()
        mouse = port.mapFromGlobal(QCursor.pos())
        at: QPoint = mouse if port.rect().contains(mouse) else port.rect().center()
        place = millimetres(self._view.mapToScene(at))
        grid = self._chosen.plan.snap.grid_mm
        return Point(round(place.x / grid) * grid, round(place.y / grid) * grid)
