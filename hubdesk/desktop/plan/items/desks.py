"""The desks of a floor: one item, because thousands of items would be too slow."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.desk_batches import Batches, DeskBatches
from hubdesk.desktop.plan.desk_grid import DeskGrid
from hubdesk.desktop.plan.dressing import Dressing
from hubdesk.desktop.plan.items.desk_painting import DeskPainting
from hubdesk.desktop.plan.items.desk_pins import paint_pins
from hubdesk.desktop.plan.items.snapshot import Snapshot
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.desk import Desk
from hubdesk.domain.ids import RecordId

_CHAIR = 0.5
"""Metres around a desk that its chair takes up at most."""
_OUTLINE = 4.0
"""Pixels around a desk that the mark of being selected takes up."""
_ROOM = 4.0
"""Metres around all desks for both, however far off one looks from."""
_MANY = 200
"""Desks from which it is quicker to paint all."""


class DesksItem(QGraphicsItem):
    """Every desk of one floor. What is lifted is drawn apart, over all that stands."""

    def __init__(self, dressing: Dressing) -> None:
        super().__init__()
        self._desks = DeskBatches(dressing)
        self._selected: frozenset[RecordId] = frozenset()
        self._lifted: frozenset[RecordId] = frozenset()
        self._offset = QPointF()
        self._held: Batches = {}
        self._held_box = QRectF()
        self._colours, self._dark, self._words, self._pins = LIGHT, False, True, True
        self._bounds = QRectF()
        self._edge = _CHAIR
        self._snapshot = Snapshot()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def grid(self) -> DeskGrid:
        """Where the desks are."""
        return self._desks.grid

    def show_desks(self, desks: Iterable[Desk]) -> None:
        """These desks and no others."""
        self._desks.show(desks)
        self.lift((), QPointF())
        self._fit(self.grid.bounds)
        self.update()

    def put(self, desk: Desk) -> None:
        """A desk that is new, or is not as it was."""
        self._repaint((desk.id,))
        self._desks.put(desk)
        self._fit(self._bounds | self.grid.shapes[desk.id].box)
        self._repaint((desk.id,))

    def remove(self, desk: RecordId) -> None:
        self._repaint((desk,))
        self._desks.remove(desk)

    def redress(self, desks: frozenset[RecordId]) -> None:
        """These wear something else now."""
        if desks:
            self._desks.redress(desks)
            self._repaint(desks)

    def set_colours(self, colours: Colours, *, dark: bool) -> None:
        self._colours, self._dark = colours, dark
        self.update()

    def set_words(self, *, shown: bool) -> None:
        """Whether desks bear their codes and whose they are."""
        self._words = shown
        self.update()

    def set_pins(self, *, shown: bool) -> None:
        """Whether desks bear the sign that who sits there stays."""
        self._pins = shown
        self.update()

    def select(self, ids: frozenset[RecordId]) -> None:
        changed, self._selected = self._selected ^ ids, ids
        self._repaint(changed)

    def lift(self, ids: Iterable[RecordId], offset: QPointF) -> None:
        """Show desks away from where they stand."""
        lifted = frozenset(self.grid.shapes.keys() & ids)
        self.update(self._held_box.translated(self._offset))
        if lifted != self._lifted:
            # While something is held the bounds are the scene's, so that a move repaints it alone.
            self.prepareGeometryChange()
            self._lifted = lifted
            self._held = self._desks.of(lifted)
            self._held_box = _roomy(self.box_of(lifted))
        self._offset = QPointF(offset)
        self.update(self._held_box.translated(self._offset))

    def box_of(self, ids: Iterable[RecordId]) -> QRectF:
        """The box around desks; those that are not here are left out."""
        box = QRectF()
        for id_ in self.grid.shapes.keys() & ids:
            box |= self.grid.shapes[id_].box
        return box

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._bounds | self.scene().sceneRect() if self._lifted else self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._edge = max(_CHAIR, _OUTLINE / abs(painter.worldTransform().m11()))
        exposed = QRectF(option.exposedRect)

        def standing(on: QPainter, seen: QRectF) -> None:
            self._paint(on, self._desks.over(seen, self._lifted))

        content = (self._desks.version, self._lifted, self._colours, self._words, self._pins)
        self._snapshot.paint(painter, exposed, widget, content, standing)
        self._mark_selected(painter, self._selected - self._lifted, exposed)
        if self._lifted:
            painter.save()
            painter.translate(self._offset)
            self._paint(painter, self._held)
            self._mark_selected(painter, self._lifted, exposed.translated(-self._offset))
            painter.restore()

    def _paint(self, painter: QPainter, batches: Batches) -> None:
        DeskPainting(painter, self._colours, dark=self._dark, words=self._words).paint(batches)
        if self._pins:
            paint_pins(painter, self._colours, batches)

    def _mark_selected(self, painter: QPainter, ids: frozenset[RecordId], seen: QRectF) -> None:
        """A double outline: a thick line with a thin one of another lightness within."""
        if not ids:
            return
        near = seen.adjusted(-self._edge, -self._edge, self._edge, self._edge)
        shapes = [shape for id_ in ids if (shape := self.grid.shapes.get(id_)) and shape.box.intersects(near)]
        upright = [shape.box for shape in shapes if shape.turned is None]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        ground, line = self._colours.field, self._colours.accent
        for colour, width in ((ground, 6.0), (line, 4.0), (ground, 1.2)):
            pen = QPen(QColor(colour), width)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRects(upright)
            for shape in shapes:
                if shape.turned is not None:
                    painter.drawConvexPolygon(shape.turned)

    def _fit(self, box: QRectF) -> None:
        roomy = _roomy(box)
        if not self._bounds.contains(roomy) or roomy.isEmpty():
            self.prepareGeometryChange()
            self._bounds = roomy

    def _repaint(self, ids: Iterable[RecordId]) -> None:
        """Have desks painted anew, and nothing else."""
        shapes = [shape for id_ in ids if (shape := self.grid.shapes.get(id_))]
        if len(shapes) > _MANY:
            self.update()
            return
        for shape in shapes:
            self.update(shape.box.adjusted(-self._edge, -self._edge, self._edge, self._edge))


def _roomy(box: QRectF) -> QRectF:
    return QRectF() if box.isEmpty() else box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
