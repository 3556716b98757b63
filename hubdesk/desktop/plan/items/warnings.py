"""Warnings on the plan: where it is narrow, and by how much; where desks overlap or reach out."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.items.desk_words import font, width_at_one
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.theme import LIGHT, Colours
from hubdesk.domain.clearances import Concern, Finding
from hubdesk.domain.ids import RecordId

SIGNS_FROM, LINES_FROM, WORDS_FROM = 5.0, 14.0, 34.0
"""Pixels to the metre from which these are drawn."""
_SIGN, _LETTERS = 8.0, 11
_GRAVE = frozenset({Concern.OVERLAP, Concern.OUTSIDE_AREA, Concern.OUTSIDE_FLOOR})
_ROOM = 3.0
"""Metres around everything for signs and words, however far off."""


class WarningsItem(QGraphicsItem):
    """A dimension line and a sign for each finding. A desk that is being moved has none meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[tuple[Finding, QLineF]] = ()
        self._left_out: frozenset[RecordId] = frozenset()
        self._colours = LIGHT
        self._bounds = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def shown(self) -> tuple[Finding, ...]:
        return tuple(one for one, _ in self._found if self._left_out.isdisjoint(one.desks))

    def show_findings(self, findings: Sequence[Finding], colours: Colours) -> None:
        self.prepareGeometryChange()
        self._colours = colours
        self._found = [(one, QLineF(metres(one.gap.start), metres(one.gap.end))) for one in findings]
        self._bounds = QRectF()
        for _, line in self._found:
            self._bounds |= QRectF(line.p1(), line.p2()).normalized().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        self.update()

    def at(self, point: QPointF, reach: float) -> Finding | None:
        """What has its sign nearest to `point`, within `reach` metres."""
        near = [
            (QLineF(point, line.center()).length(), place)
            for place, (one, line) in enumerate(self._found)
            if self._left_out.isdisjoint(one.desks)
        ]
        way, place = min(near, default=(reach + 1, 0))
        return self._found[place][0] if way <= reach else None

    def leave_out(self, desks: frozenset[RecordId]) -> None:
        """Desks that are on their way: what was found of them no longer holds."""
        if desks != self._left_out:
            self._left_out = desks
            self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802  Qt's name
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        view = painter.worldTransform()
        scale = abs(view.m11())
        if scale < SIGNS_FROM:
            return
        seen = QRectF(option.exposedRect).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for finding, line in self._found:
            if self._left_out.isdisjoint(finding.desks) and seen.contains(line.center()):
                self._draw(painter, finding, view.map(line), scale)
        painter.restore()

    def _draw(self, painter: QPainter, finding: Finding, line: QLineF, scale: float) -> None:
        colour = QColor(self._colours.error if finding.concern in _GRAVE else self._colours.warning)
        if scale >= LINES_FROM:
            painter.setPen(QPen(colour, 1.6))
            painter.drawLine(line)
            across = line.normalVector().unitVector()
            tick = QPointF(across.dx(), across.dy()) * 4
            for end in (line.p1(), line.p2()):
                painter.drawLine(end - tick, end + tick)
        middle = line.center()
        if scale >= WORDS_FROM:
            words = in_metres(finding.gap.mm)
            wide = width_at_one(words, True) * _LETTERS  # noqa: FBT003
            plate = QRectF(middle.x() + _SIGN + 2, middle.y() - 9, wide + 8, 18)
            painter.setPen(QPen(colour, 1))
            painter.setBrush(QColor(self._colours.field))
            painter.drawRoundedRect(plate, 3, 3)
            painter.setPen(QColor(self._colours.text))
            painter.setFont(font(_LETTERS, bold=True))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        _sign(painter, middle, colour, QColor(self._colours.field))


def _sign(painter: QPainter, middle: QPointF, colour: QColor, ground: QColor) -> None:
    """A triangle with an exclamation mark."""
    painter.setPen(QPen(colour, 1.6, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(ground)
    top, foot = middle.y() - _SIGN, middle.y() + _SIGN * 0.8
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x(), top),
                QPointF(middle.x() + _SIGN, foot),
                QPointF(middle.x() - _SIGN, foot),
            ]
        )
    )
    painter.drawLine(QPointF(middle.x(), middle.y() - 3), QPointF(middle.x(), middle.y() + 1.5))
    painter.drawPoint(QPointF(middle.x(), middle.y() + 4))
