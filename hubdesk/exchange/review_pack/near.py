"""The parts of a floor that are shown once more from near: those in which the agency's desks are."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hubdesk.domain.box import Axis, Box, around

_LARGEST_MM = (14_000, 9_000)
"""What is seen at once, unless there would be too many parts."""
_LEAST_MM = (8_000, 4_600)
"""Wide enough to know where it is."""
_BESIDE_MM = 1_000
_MOST = 4
_LARGER = 1.5
_ALIKE_MM = 500
"""Gaps between desks that differ by less than this count as equally wide."""


def parts_of(floor: Box, desks: Sequence[Box]) -> tuple[Box, ...]:
    """Boxes in `floor` that hold all `desks`, from the top left on: few, and none larger than it has to be.

    None for desks of a size that no desk has.
    """
    if not desks or any(_is_beyond(one, _LARGEST_MM) for one in desks):
        return ()
    return tuple(_unless_seen_before(floor, sorted(_groups(desks), key=_place)))


def _groups(desks: Sequence[Box]) -> list[Sequence[Box]]:
    largest = _LARGEST_MM
    while (found := _parted(desks, largest)) is None:
        largest = round(largest[0] * _LARGER), round(largest[1] * _LARGER)
    return found


def _parted(desks: Sequence[Box], largest: tuple[int, int]) -> list[Sequence[Box]] | None:
    """`desks` in groups of which each is seen at once; None if they are too many."""
    waiting, found = [desks], list[Sequence[Box]]()
    while waiting:
        if len(waiting) + len(found) > _MOST:
            return None
        group = waiting.pop()
        if _is_beyond(around(group), largest):
            waiting.extend(_halves(group, largest))
        else:
            found.append(group)
    return found


def _is_beyond(box: Box, largest: tuple[int, int]) -> bool:
    return box.right - box.left > largest[0] or box.bottom - box.top > largest[1]


def _halves(desks: Sequence[Box], largest: tuple[int, int]) -> tuple[Sequence[Box], Sequence[Box]]:
    """Parted at the widest gap; of gaps alike at the one in the middle."""
    whole = around(desks)
    across = (whole.right - whole.left) / largest[0] >= (whole.bottom - whole.top) / largest[1]
    axis = Axis.ACROSS if across else Axis.DOWN
    in_order = sorted(desks, key=lambda one: one.span(axis))
    gaps = [after.span(axis)[0] - before.span(axis)[1] for before, after in pairwise(in_order)]
    middle = len(desks) / 2
    _, _, cut = max((gap // _ALIKE_MM, -abs(cut - middle), cut) for cut, gap in enumerate(gaps, start=1))
    return in_order[:cut], in_order[cut:]


def _place(group: Sequence[Box]) -> tuple[int, int]:
    left, top, *_ = around(group)
    return top, left


def _unless_seen_before(floor: Box, groups: Sequence[Sequence[Box]]) -> Iterator[Box]:
    shown: list[Box] = []
    for group in groups:
        if any(all(_is_in(desk, part) for desk in group) for part in shown):
            continue
        shown.append(_with_what_is_beside(around(group), floor))
        yield shown[-1]


def _is_in(desk: Box, part: Box) -> bool:
    left, top, right, bottom = part
    return left <= desk.left and top <= desk.top and desk.right <= right and desk.bottom <= bottom


def _with_what_is_beside(desks: Box, floor: Box) -> Box:
    left, right = _stretched(desks.span(Axis.ACROSS), floor.span(Axis.ACROSS), _LEAST_MM[0])
    top, bottom = _stretched(desks.span(Axis.DOWN), floor.span(Axis.DOWN), _LEAST_MM[1])
    return Box(left, top, right, bottom)


def _stretched(span: tuple[int, int], within: tuple[int, int], least: int) -> tuple[int, int]:
    """`span` with what is beside it and at least so long, on the floor as far as that goes."""
    wanted = min(max(span[1] - span[0] + 2 * _BESIDE_MM, least), within[1] - within[0])
    start = (span[0] + span[1] - wanted) // 2
    start = min(max(start, within[0]), within[1] - wanted)
    return start, start + wanted
