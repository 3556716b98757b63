"""Desks and areas set in order on the plan: moved, aligned, spread out. Each is one change."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import accumulate

from hubdesk.domain.area import Area
from hubdesk.domain.box import Axis, Box
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.pieces import Piece, arranged, box_around, pieces
from hubdesk.editing.records import refusal

ONE_LINE_MM = 100
"""Centres this near to each other are of one column, or one row, and stay in it when these are spread."""


class Edge(Enum):
    """What to align by; the value is what people see."""

    LEFT = "left edges"
    CENTRE = "centres, across"
    RIGHT = "right edges"
    TOP = "top edges"
    MIDDLE = "middles, down"
    BOTTOM = "bottom edges"


_IN_ONE_LINE = {Axis.ACROSS: ("above one another", "down"), Axis.DOWN: ("side by side", "across")}


def move(
    hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId], right_mm: int, down_mm: int
) -> Change:
    """Desks and areas together by the same way. Desks that are not among them stay where they are."""
    chosen = pieces(hub, desks, areas)
    return arranged(hub, "Move", (piece.moved(right_mm, down_mm) for piece in chosen))


def align(hub: Hub, desks: Iterable[RecordId], edge: Edge, areas: Iterable[RecordId] = ()) -> Change:
    """All by that edge of the box around them; what is turned, by the box around it."""
    chosen = _several(pieces(hub, desks, areas), 2)
    whole = box_around(chosen)
    return arranged(hub, "Align", (piece.moved(*_to_edge(piece.box, whole, edge)) for piece in chosen))


def distribute(hub: Hub, desks: Iterable[RecordId], axis: Axis, areas: Iterable[RecordId] = ()) -> Change:
    """Equal gaps, to the millimetre, between the first and the last, which stay.

    Across, those above one another are a column and move together; down, those beside one another.
    """
    lines = _lines(_several(pieces(hub, desks, areas), 3), axis, 3)
    spans = [box_around(line).span(axis) for line in lines]
    free = spans[-1][1] - spans[0][0] - sum(end - start for start, end in spans)
    before = accumulate((end - start for start, end in spans[:-1]), initial=spans[0][0])
    starts = [place + round(free * index / (len(lines) - 1)) for index, place in enumerate(before)]
    ways = (start - span[0] for start, span in zip(starts, spans, strict=True))
    return arranged(hub, "Distribute", _along(axis, lines, ways))


def space(
    hub: Hub, desks: Iterable[RecordId], axis: Axis, pitch_mm: int, areas: Iterable[RecordId] = ()
) -> Change:
    """Each column (across) or row (down) at exactly `pitch_mm` from the one before, centre to centre.

    The first stays. Raises Refused if the pitch is not above zero.
    """
    lines = _lines(_several(pieces(hub, desks, areas), 2), axis, 2)
    if pitch_mm <= 0:
        raise refusal(
            "pitch-not-above-zero",
            f"A pitch of {pitch_mm / 1000:g} m leaves them where the first one is",
            "spacing",
            "Type a distance above zero",
        )
    start = lines[0][0].centre(axis)
    ways = (start + index * pitch_mm - line[0].centre(axis) for index, line in enumerate(lines))
    return arranged(hub, "Space", _along(axis, lines, ways))


def _to_edge(box: Box, whole: Box, edge: Edge) -> tuple[int, int]:
    """How far right and down `box` goes to lie at that edge of `whole`."""
    ways = {
        Edge.LEFT: (whole.left - box.left, 0),
        Edge.CENTRE: (whole.centre.x - box.centre.x, 0),
        Edge.RIGHT: (whole.right - box.right, 0),
        Edge.TOP: (0, whole.top - box.top),
        Edge.MIDDLE: (0, whole.centre.y - box.centre.y),
        Edge.BOTTOM: (0, whole.bottom - box.bottom),
    }
    return ways[edge]


def _lines(chosen: Sequence[Piece], axis: Axis, least: int) -> list[list[Piece]]:
    """The columns (across) or rows (down), in order. Raises Refused if there are fewer than `least`."""
    lines: list[list[Piece]] = []
    for piece in sorted(chosen, key=lambda one: (one.centre(axis), one.record.code)):
        if lines and piece.centre(axis) - lines[-1][0].centre(axis) <= ONE_LINE_MM:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    if len(lines) < least:
        stand, other = _IN_ONE_LINE[axis]
        raise refusal(
            "all-in-one-line",
            f"They stand {stand}, so there are not {least} of them to spread {axis.value} the plan",
            "selection",
            f"Spread them {other}, or move one of them first",
            *(piece.record for piece in chosen),
        )
    return lines


def _along(axis: Axis, lines: Iterable[list[Piece]], ways: Iterable[int]) -> Iterator[Desk | Area]:
    for line, way in zip(lines, ways, strict=True):
        for piece in line:
            yield piece.moved(way, 0) if axis is Axis.ACROSS else piece.moved(0, way)


def _several(chosen: tuple[Piece, ...], least: int) -> tuple[Piece, ...]:
    if len(chosen) < least:
        raise refusal(
            "too-few-chosen",
            f"This takes {least} or more, and {len(chosen)} is selected",
            "selection",
            "Select more desks or areas",
            *(piece.record for piece in chosen),
        )
    return chosen
