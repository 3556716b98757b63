"""Zones: the desks of each place in groups of neighbours, so small that one way stands for all."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import Flags, Floats, Plan, Question

_DESKS = 24
"""Of a zone at most: about what a person would call a bank of desks."""
_ABOUT = 60
"""Zones in all, where those would be more."""


@dataclass(frozen=True, eq=False)
class Zones:
    """`of_seat` is the zone of each seat, `place` (zones) the place that each zone is a part of."""

    question: Question
    of_seat: NDArray[np.intp]
    place: NDArray[np.intp]

    @property
    def count(self) -> int:
        return len(self.place)

    @cached_property
    def free(self) -> Flags:
        """The seats that nobody is pinned to."""
        return ~self.question.pinned

    @cached_property
    def room(self) -> Plan:
        """The free seats in each zone."""
        return np.bincount(self.of_seat[self.free], minlength=self.count)

    @cached_property
    def may_sit(self) -> Flags:
        """Whether each member may sit in each zone (members × zones)."""
        first = np.unique(self.of_seat, return_index=True)[1]
        return np.asarray(self.question.may_sit[:, self.question.cell_of[first]])

    @cached_property
    def ways(self) -> Floats:
        """The mean way from a seat of one zone to one of another, or of its own, in metres."""
        sizes = np.bincount(self.of_seat, minlength=self.count).astype(np.float64)
        ways = np.zeros((self.count, self.count))
        for axis in self.question.at.T:
            to_zone = self._summed(axis)
            between = np.zeros((self.count, self.count))
            np.add.at(between.T, self.of_seat, to_zone.T)
            ways += between
        pairs = np.outer(sizes, sizes)
        np.fill_diagonal(pairs, np.maximum(sizes * (sizes - 1), 1))
        return np.asarray(ways / pairs)

    @cached_property
    def apart(self) -> Floats:
        """1 for two zones of different places, else 0."""
        return np.asarray(self.place[:, None] != self.place[None, :], dtype=np.float64)

    def _summed(self, axis: Floats) -> Floats:
        """Along one axis, from each seat to all seats of each zone (zones × seats)."""
        order = np.argsort(axis, kind="stable")
        here = axis[order]
        inside = self.of_seat[order] == np.arange(self.count)[:, None]
        count, total = inside.cumsum(axis=1), (inside * here).cumsum(axis=1)
        summed: Floats = np.zeros((self.count, len(axis)), dtype=np.float64)
        summed[:, order] = here * (2 * count - count[:, -1:]) - (2 * total - total[:, -1:])
        return summed


def zones_of(question: Question) -> Zones:
    """The zones of `question`: each place halved across its longer side until no part is too large."""
    place_of_seat = question.place_of_cell[question.cell_of]
    of_seat = np.zeros(len(question.seats), dtype=np.intp)
    place: list[int] = []
    most = max(_DESKS, -(-len(question.seats) // _ABOUT))
    for one in range(len(question.places)):
        for part in _parts(question.at, np.flatnonzero(place_of_seat == one), most):
            of_seat[part] = len(place)
            place.append(one)
    return Zones(question, of_seat, np.array(place, dtype=np.intp))


def _parts(at: Floats, seats: NDArray[np.intp], most: int) -> list[NDArray[np.intp]]:
    if len(seats) <= most:
        return [seats]
    spans = np.ptp(at[seats], axis=0)
    order = seats[np.argsort(at[seats, int(spans.argmax())], kind="stable")]
    half = len(order) // 2
    return [*_parts(at, order[:half], most), *_parts(at, order[half:], most)]
