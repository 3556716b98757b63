"""The tool that draws desks: one by a click, rows and benches and arrays by a drag."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.options.desks import DeskOptions
from hubdesk.desktop.plan.tools.draw_tool import DrawTool
from hubdesk.desktop.plan.tools.tool import Pointer
from hubdesk.domain.footprint import footprint
from hubdesk.domain.geometry import Point
from hubdesk.editing.desk_arrays import DeskPlace, Layout, dragged, lay_out, places
from hubdesk.editing.numbering import next_codes

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_SHOWN_AT_MOST = 500
"""Ghosts drawn while dragging; more could not be told apart."""


class DesksTool(DrawTool):
    """A click sets one desk; a drag, or Enter twice, fills what is between with rows or benches."""

    id = "desks"
    changes = True
    title = "Desks"
    help_topic = "drawing"
    icon = "table-rows-split"
    shortcut = "D"
    hint = "Click for one desk; drag out a row, a bench or an array; sizes and pitch are above"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._options = DeskOptions()
        self._options.place.connect(self._place_as_typed)
        self._from: Point | None = None
        self._pressed: Pointer | None = None
        self._drags = False

    def options(self) -> QWidget:
        return self._options

    @property
    def busy(self) -> bool:
        return self._from is not None

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._pressed = pointer
        if self._from is None:
            self._from = self.at

    def move(self, pointer: Pointer) -> None:
        if self._pressed is not None:
            way = (pointer.view - self._pressed.view).manhattanLength()
            self._drags = self._drags or way >= QApplication.startDragDistance()
        super().move(pointer)

    def release(self, pointer: Pointer) -> None:
        self.hover(pointer)
        if self._from is not None and self.at is not None:
            self._finish(self.at if self._drags else self._from)

    def clicked(self, place: Point) -> None:
        """Enter: the first time where it begins, the second where it ends."""
        if self._from is None:
            self._from, self._drags = place, True
        else:
            self._finish(place)

    def cancel(self) -> None:
        self._from = self._pressed = None
        self._drags = False
        self.view.viewport().update()

    def end(self) -> None:
        self.cancel()
        super().end()

    def show(self, ink: Ink) -> None:
        if self.at is None:
            return
        if self._from is not None and self._drags:
            first, layout = dragged(self._from, self.at, self._options.desk, self._options.layout_)
        else:
            first, layout = self._one_at(self.at)
        for place in places(first, layout)[:_SHOWN_AT_MOST]:
            ink.ghost(_corners(place))
        if self._from is not None:
            ink.label(self.at, self._in_words(layout))

    def _finish(self, end: Point) -> None:
        start, drags = self._from, self._drags
        self.cancel()
        if start is None:
            return
        if drags and start != end:
            first, layout = dragged(start, end, self._options.desk, self._options.layout_)
        else:
            first, layout = self._one_at(start)
        self._lay_out(first, layout)

    def _place_as_typed(self) -> None:
        self._lay_out(self._options.desk, self._options.layout_)

    def _lay_out(self, first: DeskPlace, layout: Layout) -> None:
        floor = self.plan.floor
        if floor is None:
            return
        before = self.session.hub.desks.keys()
        done = self.session.do(
            lambda hub: lay_out(
                hub,
                floor.id,
                first,
                layout,
                after=self._options.after,
                in_service_from=self.session.as_at if self._options.from_the_day_shown else None,
            )
        )
        if done:
            self.session.selection.set(self.session.hub.desks.keys() - before)
            self.changed()

    def _one_at(self, place: Point) -> tuple[DeskPlace, Layout]:
        desk = self._options.desk
        return (
            DeskPlace(place.x, place.y, desk.rotation, desk.width_mm, desk.depth_mm, desk.kind),
            Layout(),
        )

    def _in_words(self, layout: Layout) -> str:
        floor = self.plan.floor
        if floor is None:
            return ""
        count = layout.desks
        codes = next_codes(self.session.hub, self._options.after, count, floor.id)
        return f"1 desk, {codes[0]}" if count == 1 else f"{count} desks, {codes[0]} to {codes[-1]}"


def _corners(place: DeskPlace) -> tuple[Point, ...]:
    return tuple(Point(round(x), round(y)) for x, y in footprint(place).corners)
