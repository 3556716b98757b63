"""The areas of a floor: tinted and lettered by kind, with their names and whose they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import polygon
from hubdesk.desktop.plan.items.area_words import AreaWords
from hubdesk.desktop.plan.items.drop_in_words import DropInWords
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.geometry import Point, double_area, encloses
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.hatch import Hatch
from hubdesk.exchange.plan.marks import Mark, marks_of_area_kinds

_BAND = 0.35
"""Metres that the hatch along the edge of a restricted area is wide."""
_ROOM = 0.5
_OVER_UNDERLAY = 0.45
"""How much of an area's tint there is over a drawing."""
_KINDS = marks_of_area_kinds()


class AreasItem(QGraphicsItem):
    """Every area of one floor that there is on a day, larger ones beneath smaller ones."""

    def __init__(self, crowd: Callable[[QRectF], int]) -> None:
        """`crowd` counts the desks in a rectangle of the scene, which names keep away from."""
        super().__init__()
        self._crowd = crowd
        self._areas: tuple[Area, ...] = ()
        self._shapes: dict[RecordId, QPolygonF] = {}
        self._marks: Mapping[RecordId, Mark] = {}
        self._visits: Mapping[RecordId, Sequence[str]] = {}
        self._selected: frozenset[RecordId] = frozenset()
        self._lifted: frozenset[RecordId] = frozenset()
        self._offset = QPointF()
        self._colours, self._dark, self._words = LIGHT, False, True
        self._see_through = False
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_areas(
        self,
        areas: Iterable[Area],
        day: date,
        agencies: Mapping[RecordId, Mark],
        visits: Mapping[RecordId, Sequence[str]],
    ) -> None:
        """These areas as at `day`; `agencies` has the mark of each agency that has one to itself.

        `visits` says of the areas at which somebody drops in who that is, the fullest words first.
        """
        self.prepareGeometryChange()
        drawn = [area for area in areas if area.outline and holds(area, day)]
        self._areas = tuple(sorted(drawn, key=lambda area: -double_area(area.outline)))
        self._shapes = {area.id: polygon(area.outline) for area in self._areas}
        self._marks, self._visits = agencies, visits
        self._bounds = QRectF()
        for shape in self._shapes.values():
            self._bounds |= shape.boundingRect()
        self.update()

    def set_colours(self, colours: Colours, *, dark: bool) -> None:
        self._colours, self._dark = colours, dark
        self.update()

    def set_see_through(self, *, seen: bool) -> None:
        """Whether there is something beneath that is to be seen through the tint."""
        if seen != self._see_through:
            self._see_through = seen
            self.update()

    def set_words(self, *, shown: bool) -> None:
        self._words = shown
        self.update()

    def select(self, ids: frozenset[RecordId]) -> None:
        for changed in self._shapes.keys() & (self._selected ^ ids):
            self.update(self._shapes[changed].boundingRect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self._selected = ids

    def lift(self, ids: Iterable[RecordId], offset: QPointF) -> None:
        """Show areas away from where they are."""
        lifted = frozenset(self._shapes.keys() & ids)
        if lifted or self._lifted:
            self._lifted, self._offset = lifted, QPointF(offset)
            self.prepareGeometryChange()

    def at(self, place: Point) -> Area | None:
        """The smallest area around a place."""
        return next((area for area in reversed(self._areas) if encloses(area.outline, place)), None)

    def box_of(self, ids: Iterable[RecordId]) -> QRectF:
        """The box around areas; those that are not here are left out."""
        box = QRectF()
        for id_ in self._shapes.keys() & ids:
            box |= self._shapes[id_].boundingRect()
        return box

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        moved = self._bounds.translated(self._offset) if self._lifted else self._bounds
        return (self._bounds | moved).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        ratio = painter.device().devicePixelRatioF()
        inks = Inks(dark=self._dark, scale=abs(painter.worldTransform().m11()), pixel_ratio=ratio)
        seen = QRectF(option.exposedRect)
        shown = [(area, self._place(area)) for area in self._areas]
        shown = [(area, shape) for area, shape in shown if shape.boundingRect().intersects(seen)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for area, shape in shown:
            self._tint(painter, inks, area, shape)
        if self._words:
            words = AreaWords(painter, self._colours, inks, self._crowd)
            callers = DropInWords(painter, self._colours, self._crowd)
            for area, shape in shown:
                taken = words.write(area, shape, self._marks.get(area.agency) if area.agency else None)
                callers.write(self._visits.get(area.id, ()), shape, taken)
        for area, shape in shown:
            if area.id in self._selected:
                self._mark_selected(painter, shape)

    def _place(self, area: Area) -> QPolygonF:
        shape = self._shapes[area.id]
        return shape.translated(self._offset) if area.id in self._lifted else shape

    def _tint(self, painter: QPainter, inks: Inks, area: Area, shape: QPolygonF) -> None:
        mark = _KINDS[area.kind]
        tint = inks.fill(mark)
        tint.setAlphaF(_OVER_UNDERLAY if self._see_through else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawPolygon(shape)
        if mark.hatch is not Hatch.NONE:
            self._hatch_edge(painter, inks, mark, shape)
        pen = QPen(inks.outline(mark))
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)

    @staticmethod
    def _hatch_edge(painter: QPainter, inks: Inks, mark: Mark, shape: QPolygonF) -> None:
        within = QPainterPath()
        within.addPolygon(shape)
        within.closeSubpath()
        painter.save()
        painter.setClipPath(within, Qt.ClipOperation.IntersectClip)
        pen = QPen(inks.hatched(mark), 2 * _BAND)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPath(within)
        painter.restore()

    def _mark_selected(self, painter: QPainter, shape: QPolygonF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self._colours.accent, 4.0), (self._colours.field, 1.2)):
            pen = QPen(QColor(colour), width)
            pen.setCosmetic(True)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPolygon(shape)
