"""The tool that allocates: desks are painted with the agency that is picked in the palette."""

from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.ink import Ink
from hubdesk.desktop.plan.tools.tool import Pointer, Tool
from hubdesk.domain.change import Change
from hubdesk.domain.days import common_days
from hubdesk.domain.footprint import Spot, footprint
from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused, sentence
from hubdesk.editing import allocations
from hubdesk.workflows.fit import Fit

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_LETTERS = 52
"""To a line of a warning at the mouse, so that it hides little of the plan."""
_STEP = 0.2
"""Metres along a fast stroke at which desks are looked for: less than a desk is deep."""


class AllocateTool(Tool):
    """Click a desk, or drag over several; they are allocated when the button comes up, as one change."""

    id = "allocate"
    changes = True
    title = "Allocate"
    help_topic = "allocating"
    icon = "paintbrush"
    shortcut = "B"
    menu = "Allocate"
    hint = "Pick an agency (keys 1 to 0), then click desks or drag over them; Esc while dragging lets go"
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._brush = view.plan.brush
        self._stroke: dict[RecordId, None] = {}
        self._last: QPointF | None = None
        self._over: RecordId | None = None
        self._fit: Fit | None = None
        self._against: tuple[Problem, ...] = ()
        self._at: QPointF | None = None
        self._brush.changed.connect(self._forget)
        self.session.changed.connect(self._forget)

    @property
    def busy(self) -> bool:
        return self._last is not None

    @property
    def against(self) -> tuple[Problem, ...]:
        """What speaks against what is being painted, or against the desk under the mouse."""
        return self._against

    def press(self, pointer: Pointer) -> None:
        self._stroke, self._last = {}, pointer.scene
        self._along(pointer.scene)

    def move(self, pointer: Pointer) -> None:
        if self._last is not None:
            self._along(pointer.scene)

    def release(self, pointer: Pointer) -> None:
        if self._last is None:
            return
        self._along(pointer.scene)
        desks = tuple(self._stroke)
        self.cancel()
        if desks:
            self.session.do(lambda hub: self.painted(hub, desks))

    def hover(self, pointer: Pointer) -> None:
        self._at = pointer.scene
        found = self.view.floor_scene.desks_at(pointer.scene)[:1]
        over = found[0] if found else None
        if over != self._over:
            self._over = over
            self._judge(() if over is None else (over,))
        self.view.viewport().update()

    def cancel(self) -> None:
        self._stroke, self._last, self._over = {}, None, None
        self._against = ()
        self.plan.preview.propose(None)
        self.view.viewport().update()

    def end(self) -> None:
        self.cancel()

    def painted(self, hub: Hub, desks: tuple[RecordId, ...]) -> Change:
        """What painting the desks comes to."""
        stay = self._brush.stay
        if self._brush.agency is None:
            return allocations.vacate(hub, desks, stay.first, stay.last)
        return allocations.allocate(hub, desks, self._brush.agency, stay.first, stay.last)

    def paint(self, painter: QPainter) -> None:
        ink = Ink(painter, self.view)
        desks = self._stroke or ([self._over] if self._over else [])
        for desk in desks:
            record = self.session.hub.desks.get(desk)
            if record is not None:
                ink.ghost(_outline(footprint(record).corners))
        if self._at is not None and desks:
            at = Point(round(self._at.x() / MM), round(self._at.y() / MM))
            ink.label(at, self._words(len(desks)))

    def _words(self, count: int) -> str:
        chosen = self._brush.agency
        agency = None if chosen is None else self.session.hub.agencies.get(chosen)
        desks = "1 desk" if count == 1 else f"{count} desks"
        said = f"{desks} to {agency.code}" if agency else f"{desks} vacant"
        if self._against:
            first, rest = self._against[0], len(self._against) - 1
            warning = wrap(f"⚠ {first.happened}", _LETTERS) + wrap(sentence(first.remedy), _LETTERS)
            said = "\n".join([said, *warning, *([f"… and {rest} more"] if rest else [])])
        return said

    def _along(self, to: QPointF) -> None:
        """Take up the desks from the last place to this one."""
        start = self._last or to
        way = QLineF(start, to)
        steps = max(1, int(way.length() / _STEP))
        before = len(self._stroke)
        for step in range(steps + 1):
            for desk in self.view.floor_scene.desks_at(way.pointAt(step / steps))[:1]:
                if self._is_news(desk):
                    self._stroke[desk] = None
        self._last = self._at = to
        if len(self._stroke) != before:
            self._judge(tuple(self._stroke))
            self._foresee()
        self.view.viewport().update()

    def _is_news(self, desk: RecordId) -> bool:
        """Whether painting the desk would change anything on any of the days."""
        stay, agency = self._brush.stay, self._brush.agency
        stays = [one for one in self.session.hub.allocations_of.get(desk, ()) if common_days(one, stay)]
        if agency is None:
            return bool(stays)
        return not any(
            one.agency == agency
            and one.first <= stay.first
            and (one.last is None or (stay.last is not None and stay.last <= one.last))
            for one in stays
        )

    def _judge(self, desks: tuple[RecordId, ...]) -> None:
        agency = self._brush.agency
        if agency is None or not desks:
            self._against = ()
            return
        stay = self._brush.stay
        if self._fit is None:
            self._fit = Fit(self.session.hub, agency, stay.first, stay.last)
        self._against = self._fit.against(desks)

    def _foresee(self) -> None:
        try:
            change = self.painted(self.session.hub, tuple(self._stroke))
        except Refused:
            return  # Said when the stroke is finished; there is no sum to foresee.
        self.plan.preview.propose(change, self._brush.stay.first)

    def _forget(self) -> None:
        """The hub or the brush is another. Desks of the stroke that are gone are in it no more."""
        self._fit, self._over, self._against = None, None, ()
        desks = self.session.hub.desks
        self._stroke = {desk: None for desk in self._stroke if desk in desks}
        self.view.viewport().update()


def _outline(corners: Iterable[Spot]) -> Outline:
    return tuple(Point(round(x), round(y)) for x, y in corners)
