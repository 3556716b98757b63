"""Painting working links in pixels of a view: lines by strength, and plates where there is room for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from hubdesk.desktop.plan.coordinates import metres
from hubdesk.desktop.plan.items.desk_words import font, width_at_one
from hubdesk.desktop.theme import Colours
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import floor_name
from hubdesk.domain.plain import decimal_text
from hubdesk.workflows.placing.links_on_floor import Line, LinksOnFloor, Stub
from hubdesk.workflows.placing.pairs import Pair

_LETTERS, _PAD, _HIGH = 12, 5.0, 20.0
"""Pixels of the letters on plates, and of the plates."""
_THINNEST, _THICKEST, _THICKER = 1.6, 9.0, 0.7
"""Pixels of a line; and how much thicker it is for 1 of strength."""
_STUB = 34.0
_FAR = (1.0, 1.8, 2.8)
"""How many times as long an arrow is where there is no room nearer."""
_ALONG = (0.5, 0.38, 0.62, 0.26, 0.74)
"""Where along a line its strength may stand: the first place that is free."""
_ANGLES = (55, 125, 35, 145, 15, 165, 75, 105)
"""The ways that an arrow to another floor may go, from the right, upwards or downwards."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """What of the links lies where on the view, for whoever points at it."""

    pairs: tuple[Pair, ...]
    line: QLineF
    plate: QRectF

    def way_to(self, point: QPointF) -> float:
        """Pixels from a point of the view; none on the plate."""
        return 0.0 if self.plate.contains(point) else _way_to(self.line, point)


class LinksPainting:
    """Paints once, in pixels of the view. What is drawn first has the room; the strongest comes first."""

    def __init__(
        self,
        painter: QPainter,
        view: QTransform,
        links: LinksOnFloor,
        emphasised: frozenset[RecordId],
        colours: Colours,
        within: QRectF,
    ) -> None:
        self._painter, self._view, self._links = painter, view, links
        self._within = within
        drawn: tuple[Line | Stub, ...] = (*links.lines, *links.stubs)
        ends = {id_ for one in drawn for id_ in one.agencies}
        self._emphasised = emphasised & ends
        self._colours = colours
        self._taken: defaultdict[int, list[QRectF]] = defaultdict(list)
        """The plates by the rows of the view that they reach into: there may be hundreds."""

    def paint(self) -> Iterator[Drawn]:
        lines = sorted(self._links.lines, key=self._stands_out)
        for line in lines:  # The strongest last: over the others.
            self._line(line)
        plates = [(self._node(one.agency.code, metres(one.at)), one) for one in self._links.middles]
        for box, middle in plates:
            self._plate(box, middle.agency.code, bold=True)
        for stub in sorted(self._links.stubs, key=self._stands_out, reverse=True):
            yield self._stub(stub)
        for line in reversed(lines):
            yield self._strength(line)

    def _stands_out(self, one: Line | Stub) -> tuple[bool, float]:
        pairs = (one.pair,) if isinstance(one, Line) else one.pairs
        return self._is_emphasised(one), float(max(pair.strength for pair in pairs))

    def _is_emphasised(self, one: Line | Stub) -> bool:
        """Whether it is to be seen well: all are where nothing is chosen."""
        return not self._emphasised or not self._emphasised.isdisjoint(one.agencies)

    def _ends(self, line: Line) -> QLineF:
        return QLineF(self._view.map(metres(line.one.at)), self._view.map(metres(line.other.at)))

    def _line(self, line: Line) -> None:
        width = min(_THICKEST, _THINNEST + _THICKER * float(line.pair.strength))
        self._stroke(self._ends(line), width, plain=self._is_emphasised(line))

    def _stroke(self, line: QLineF, width: float, *, plain: bool) -> None:
        """With an edge of the paper's colour, so that it is seen on any desk; what stands back is dashed."""
        style = Qt.PenStyle.SolidLine if plain else Qt.PenStyle.DashLine
        colour = QColor(self._colours.guide if plain else self._colours.edge)
        width = width if plain else min(width, 2.0)
        cap = Qt.PenCapStyle.RoundCap if plain else Qt.PenCapStyle.FlatCap
        if plain:
            self._painter.setPen(QPen(QColor(self._colours.paper), width + 2.5, c=cap))
            self._painter.drawLine(line)
        self._painter.setPen(QPen(colour, width, style, cap))
        self._painter.drawLine(line)

    def _node(self, code: str, at: QPointF) -> QRectF:
        """Where the code of an agency stands: at the middle of its desks."""
        box = _around(self._view.map(at), code, bold=True)
        self._take(box)
        return box

    def _strength(self, line: Line) -> Drawn:
        """In the middle of the line, or where else on it there is room; none where there is none."""
        ends, text = self._ends(line), decimal_text(line.pair.strength)
        for place in _ALONG:
            box = _around(ends.pointAt(place), text, bold=False)
            if self._is_free(box):
                self._take(box)
                self._plate(box, text, bold=False, strong=self._is_emphasised(line))
                return Drawn((line.pair,), ends, box)
        return Drawn((line.pair,), ends, QRectF())

    def _stub(self, stub: Stub) -> Drawn:
        """An arrow up or down to the floor where they are, and who they are."""
        start, text = self._view.map(metres(stub.middle.at)), _stub_words(stub)
        line, box = self._room(start, text, stub)
        self._take(box)
        strength = float(stub.pairs[0].strength)
        width = min(_THICKEST, _THINNEST + _THICKER * strength)
        strong = self._is_emphasised(stub)
        self._stroke(line, width, plain=strong)
        self._head(line, width, QColor(self._colours.guide if strong else self._colours.edge))
        self._plate(_around(start, stub.middle.agency.code, bold=True), stub.middle.agency.code, bold=True)
        self._plate(box, text, bold=False, strong=strong)
        return Drawn(stub.pairs, line, box)

    def _room(self, start: QPointF, text: str, stub: Stub) -> tuple[QLineF, QRectF]:
        """The first way, going round, and there the nearest place, that neither meets another plate."""
        ways = [self._way(start, text, angle, far, stub) for far in _FAR for angle in _ANGLES]
        free = ((line, box) for line, box in ways if self._is_free(box) and not self._meets_plate(line))
        return next(free, ways[0])

    def _way(self, start: QPointF, text: str, angle: int, far: float, stub: Stub) -> tuple[QLineF, QRectF]:
        """An arrow, and the plate beyond its end, as far as can be inside the view."""
        turned, seen = radians(angle), self._within
        end = start + QPointF(cos(turned), -sin(turned) if stub.above else sin(turned)) * _STUB * far
        box = _around(end, text, bold=False)
        left = end.x() - 4 if cos(turned) >= 0 else end.x() + 4 - box.width()
        if seen.contains(start):
            left = max(seen.left() + 2, min(seen.right() - 2 - box.width(), left))
        box.moveLeft(left)
        box.moveTop(end.y() - box.height() - 5 if stub.above else end.y() + 5)
        return QLineF(start, end), box

    def _meets_plate(self, line: QLineF) -> bool:
        """Whether the far half of an arrow lies on a plate."""
        ends = QRectF(line.center(), line.p2()).normalized()
        points = [line.pointAt(place) for place in (0.6, 0.7, 0.8, 0.9, 1.0)]
        near = (one for row in _rows(ends) for one in self._taken[row])
        return any(one.contains(point) for one in near for point in points)

    def _head(self, line: QLineF, width: float, colour: QColor) -> None:
        size = width + 5
        along = QPointF(line.unitVector().dx(), line.unitVector().dy())
        across = QPointF(-along.y(), along.x())
        tip = line.p2() + along * 3
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        back = tip - along * size
        self._painter.drawPolygon(QPolygonF([tip, back + across * size * 0.6, back - across * size * 0.6]))

    def _plate(self, box: QRectF, text: str, *, bold: bool, strong: bool = True) -> None:
        painter, colours = self._painter, self._colours
        painter.setPen(QPen(QColor(colours.guide if strong else colours.edge), 1))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.text if strong else colours.quiet))
        painter.setFont(font(_LETTERS, bold=bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _is_free(self, box: QRectF) -> bool:
        return not any(box.intersects(one) for row in _rows(box) for one in self._taken[row])

    def _take(self, box: QRectF) -> None:
        for row in _rows(box):
            self._taken[row].append(box)


def _stub_words(stub: Stub) -> str:
    """ "People floor: DWP 8, CAB 7"."""
    named = _each(stub, stub.pairs[:_MOST_NAMED])
    more = len(stub.pairs) - _MOST_NAMED
    return f"{floor_name(stub.floor)}: {', '.join(named)}{f' and {more} more' if more > 0 else ''}"


def _each(stub: Stub, pairs: Sequence[Pair]) -> Iterable[str]:
    own = stub.middle.agency.id
    return (f"{one.partner_of(own).code} {decimal_text(one.strength)}" for one in pairs)


def _around(middle: QPointF, text: str, *, bold: bool) -> QRectF:
    wide = max(_HIGH, width_at_one(text, bold) * _LETTERS + 2 * _PAD)
    return QRectF(round(middle.x() - wide / 2) + 0.5, round(middle.y() - _HIGH / 2) + 0.5, round(wide), _HIGH)


def _rows(box: QRectF) -> range:
    return range(int(box.top() // _HIGH), int(box.bottom() // _HIGH) + 1)


def _way_to(line: QLineF, point: QPointF) -> float:
    """Pixels from a point to the nearest of a line."""
    length = line.length()
    if not length:
        return QLineF(line.p1(), point).length()
    along = QPointF.dotProduct(point - line.p1(), line.p2() - line.p1()) / length**2
    return QLineF(line.pointAt(min(1.0, max(0.0, along))), point).length()
