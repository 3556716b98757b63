"""Desks on a page: fill, hatch, edge, and whose they are."""

from collections.abc import Sequence
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from hubdesk.exchange.plan.drawing import Drawing, number
from hubdesk.exchange.plan.hatch import Corner, Hatch, strokes_over
from hubdesk.exchange.plan.lettering import CAPITAL, Lettering, Weight
from hubdesk.exchange.plan.marks import Edge, Mark
from hubdesk.exchange.plan.placing import Placing
from hubdesk.exchange.plan.plan import ShownDesk

HATCH_WIDTH, DOT_WIDTH = 0.18, 0.5
_EDGE_WIDTH, _BOLD_WIDTH = 0.22, 0.55
_BETWEEN = 0.5
"""Left blank between desks that touch, in millimetres on paper, so that each is seen to be one."""
_CHAIR_MM, _CHAIR_DEPTH_MM, _SMALLEST_CHAIR, _CHAIR_INK = 450.0, 560.0, 1.5, "#9a9a9a"
"""A chair's width, how far it reaches out, when it is too small to draw (on paper), and its line."""
_SECOND_EDGE_MM = 70.0
"""How far inside its edge an accessible desk has the other, in millimetres on the floor."""
_GAP = 0.7
"""Between the two, in millimetres on paper."""
_LABEL, _CODE = (1.5, 3.2), (1.4, 2.2)
"""The smallest and largest type of an agency's label and of a desk's own code."""


class _Line(NamedTuple):
    text: str
    size: float
    weight: Weight
    width: float


def hatched(drawing: Drawing, corners: Sequence[Corner], mark: Mark) -> None:
    """A convex shape with the fill and hatch of `mark`, without its edge."""
    drawing.polygon(corners, mark.fill)
    if mark.hatch is not Hatch.NONE:
        width = DOT_WIDTH if mark.hatch.dotted else HATCH_WIDTH
        drawing.strokes(strokes_over(mark.hatch, mark.spacing.value, corners), mark.strokes, width)


def edged(drawing: Drawing, corners: Sequence[Corner], mark: Mark, width: float = _EDGE_WIDTH) -> None:
    """The edge of `mark` around a shape."""
    if mark.edge is Edge.BOLD:
        width = max(width, _BOLD_WIDTH)
    drawing.polygon(corners, "none", mark.outline, width, (0.9, 0.6) if mark.edge is Edge.DASHED else ())


def draw_desk(drawing: Drawing, desk: ShownDesk, placing: Placing, lettering: Lettering) -> None:
    """`desk` with as much writing as there is room for: its label first, then its code."""
    corners = placing.all(desk.corners(_BETWEEN / 2 * placing.scale))
    hatched(drawing, corners, desk.mark)
    edged(drawing, corners, desk.mark)
    if lines := _lines(desk, placing, lettering):
        _write(drawing, desk, placing, lines)
    if desk.doubled and min(desk.sides) > 3 * _SECOND_EDGE_MM:
        inner = placing.all(desk.corners(_SECOND_EDGE_MM))
        drawing.polygon(inner, "none", desk.mark.ink, _EDGE_WIDTH)


def chair_room(desk: ShownDesk) -> Sequence[Corner]:
    """The corners of what is kept free for whoever sits at `desk`, in millimetres on the floor."""
    stands = desk.footprint
    *_, right, left = stands.corners
    away = stands.front.x * _CHAIR_DEPTH_MM, stands.front.y * _CHAIR_DEPTH_MM
    return [left, right, (right.x + away[0], right.y + away[1]), (left.x + away[0], left.y + away[1])]


def draw_chair(drawing: Drawing, desk: ShownDesk, placing: Placing) -> None:
    """A chair at the sitter's edge, where a plan is large enough to show which side that is."""
    if _CHAIR_MM / placing.scale < _SMALLEST_CHAIR or desk.sides[0] < 1.5 * _CHAIR_MM:
        return
    stands = desk.footprint
    half = _CHAIR_MM / 2
    near, far = stands.half_depth + _CHAIR_MM / 6, stands.half_depth + _CHAIR_DEPTH_MM - half

    def at(along: float, front: float) -> str:
        x = stands.centre.x + along * stands.along.x + front * stands.front.x
        y = stands.centre.y + along * stands.along.y + front * stands.front.y
        return " ".join(number(part) for part in placing.at(x, y))

    radius = number(half / placing.scale)
    back = f"A{radius} {radius} 0 0 0 {at(half, far)}"
    drawing.curve(f"M{at(-half, near)}L{at(-half, far)}{back}L{at(half, near)}Z", _CHAIR_INK, 0.18)


def _lines(desk: ShownDesk, placing: Placing, lettering: Lettering) -> list[_Line]:
    """What is written on `desk` along its longer side: label and code where both are legible, else one."""
    long, short = max(desk.sides) / placing.scale * 0.86, min(desk.sides) / placing.scale
    label, code = desk.mark.label, desk.code
    if label and code:
        both = [
            _line(label, long, short * 0.42, _LABEL, Weight.SEMIBOLD, lettering),
            _line(code, long, short * 0.32, _CODE, Weight.REGULAR, lettering),
        ]
        if all(both):
            return [line for line in both if line]
    one = (
        _line(label, long, short * 0.55, _LABEL, Weight.SEMIBOLD, lettering)
        if label
        else _line(code, long, short * 0.5, _CODE, Weight.REGULAR, lettering)
    )
    return [one] if one else []


def _line(
    text: str, room: float, height: float, sizes: tuple[float, float], weight: Weight, lettering: Lettering
) -> _Line | None:
    """`text` no longer than `room` and no larger than `height`, unless that is too small to read."""
    smallest, largest = sizes
    size = lettering.fitting(text, room, min(largest, height), 0.0, weight) if text else 0.0
    return _Line(text, size, weight, lettering.width(text, size, weight)) if size >= smallest else None


def _write(drawing: Drawing, desk: ShownDesk, placing: Placing, lines: list[_Line]) -> None:
    """Write `lines` in the middle of `desk`, on a plate that stops the hatch."""
    width, depth = desk.sides
    along = desk.footprint.along if width >= depth else desk.footprint.front
    turned = reading_angle(degrees(atan2(along.y, along.x)))
    cosine, sine = cos(radians(turned)), sin(radians(turned))
    middle_x, middle_y = placing.at(*desk.footprint.centre)
    height = sum(line.size * CAPITAL for line in lines) + _GAP * (len(lines) - 1)
    if desk.mark.hatch is not Hatch.NONE:
        across, down = max(line.width for line in lines) / 2 + 0.5, height / 2 + 0.45
        plate = [
            (middle_x + x * cosine - y * sine, middle_y + x * sine + y * cosine)
            for x, y in ((-across, -down), (across, -down), (across, down), (-across, down))
        ]
        drawing.polygon(plate, desk.mark.fill)
    down = -height / 2
    for line in lines:
        at = down + line.size * CAPITAL / 2
        x, y = middle_x - at * sine, middle_y + at * cosine
        drawing.text(x, y, line.text, line.size, line.weight, desk.mark.ink, "middle", turned)
        down += line.size * CAPITAL + _GAP


def reading_angle(angle: float) -> float:
    """The angle of text along a line at `angle`: read from below or from the right, never upside down."""
    turned = round(angle, 6) % 180
    return turned - 180 if turned >= 90 else turned
