"""Warnings on the plan: where it is narrow, and by how much; where desks overlap or reach out."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTransform
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
_SIDE = 22
"""Pixels along the side of a picture of a sign."""
_CROWD = 300
"""Findings in view from which signs that lie over one another are drawn as one."""
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
        found = [
            (finding, line)
            for finding, line in self._found
            if seen.contains(line.center()) and self._left_out.isdisjoint(finding.desks)
        ]
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if scale < LINES_FROM and len(found) > _CROWD:
            self._mark(painter, [(finding, view.map(line.center())) for finding, line in found])
        else:
            for finding, line in found:
                self._draw(painter, finding, view.map(line), scale)
        painter.restore()

    def _mark(self, painter: QPainter, found: Sequence[tuple[Finding, QPointF]]) -> None:
        """A sign for each spot of the view, as a picture: where thousands are found they lie close."""
        spots: dict[tuple[int, int], tuple[bool, QPointF]] = {}
        for finding, middle in found:
            spot = (round(middle.x() / _SIGN), round(middle.y() / _SIGN))
            grave = finding.concern in _GRAVE
            if spot not in spots or grave > spots[spot][0]:
                spots[spot] = (grave, middle)
        ratio = painter.device().devicePixelRatioF()
        colours = self._colours
        signs = [_picture(colour, colours.field, ratio) for colour in (colours.warning, colours.error)]
        corner = QPointF(_SIDE / 2, _SIDE / 2)
        for grave, middle in sorted(spots.values(), key=lambda one: one[0]):
            painter.drawPixmap((middle - corner).toPoint(), signs[grave])

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


@lru_cache(maxsize=16)
def _picture(colour: str, ground: str, pixel_ratio: float) -> QPixmap:
    picture = QPixmap(round(_SIDE * pixel_ratio), round(_SIDE * pixel_ratio))
    picture.setDevicePixelRatio(pixel_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _sign(painter, QPointF(_SIDE / 2, _SIDE / 2), QColor(colour), QColor(ground))
    painter.end()
    return picture


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
