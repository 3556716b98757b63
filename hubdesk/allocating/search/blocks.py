"""Blocks: the desks of each member in parts that are placed as one, and the zoning that they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.question import Floats, Plan, Question
from hubdesk.allocating.search.zones import Zones
from hubdesk.allocating.search.zoning import Layer, Places, Zoning

LARGEST = 25
"""Desks of a block."""
_ABOUT = 120
"""Blocks in all, where that many would be small enough."""
_LEAST = 2
_TORN = 50.0
"""Times the dearest way: what it costs when who is to be together is not."""


@dataclass(frozen=True, eq=False)
class Blocks:
    """`member` and `sizes` of each block; pinned desks are in none."""

    zones: Zones
    member: NDArray[np.intp]
    sizes: NDArray[np.intp]

    @property
    def question(self) -> Question:
        return self.zones.question

    def zoning(self) -> Zoning:
        """Which block goes into which zone: ways between linked members, spread, togetherness and moves."""
        return Zoning(
            (Layer(self._traffic(), self.zones.ways), Layer(self._bonds(), self.zones.apart)),
            self._alone(),
            self.sizes.astype(np.float64),
            self.zones.room.astype(np.float64),
            np.asarray(self.zones.may_sit[self.member]),
        )

    def counts(self, places: Places) -> Plan:
        """The desks of each member in each zone (members × zones), with those that are pinned there."""
        question, zones = self.question, self.zones
        counts = np.zeros((len(question.members), zones.count), dtype=np.intp)
        np.add.at(counts, (self.member, places), self.sizes)
        np.add.at(counts, (question.today[question.pinned], zones.of_seat[question.pinned]), 1)
        return counts

    def _traffic(self) -> Floats:
        """Between two blocks: the part of their members' link, or of one member's spread, that is theirs."""
        question = self.question
        wanted = np.maximum(question.wanted, 1).astype(np.float64)
        part = self.sizes / wanted[self.member]
        traffic = question.links[np.ix_(self.member, self.member)] * np.outer(part, part)
        same = self.member[:, None] == self.member[None, :]
        pairs = np.maximum(wanted * (wanted - 1), 1)[self.member]
        spread = 2 * question.weights.spread * np.outer(self.sizes, self.sizes) / pairs[:, None]
        traffic[same] = spread[same]
        np.fill_diagonal(traffic, 0.0)
        return np.asarray(traffic)

    def _bonds(self) -> Floats:
        """Between two blocks of one member: what it costs to be in different places."""
        question = self.question
        blocks_of = np.bincount(self.member, minlength=len(question.members))
        together = np.array([one.together is not None for one in question.members], dtype=bool)
        torn = (
            _TORN * float(self.zones.ways.max(initial=1.0)) * max(float(question.links.max(initial=0)), 1.0)
        )
        each = np.where(together, torn, question.weights.pieces / np.maximum(blocks_of - 1, 1))
        bonds = np.where(self.member[:, None] == self.member[None, :], each[self.member], 0.0)
        np.fill_diagonal(bonds, 0.0)
        return bonds

    def _alone(self) -> Floats:
        """By itself: a block's own spread, its ways to who is pinned, and the desks of today given up."""
        question, zones = self.question, self.zones
        wanted = np.maximum(question.wanted, 1).astype(np.float64)
        within = np.diag(zones.ways)
        pairs = np.maximum(wanted * (wanted - 1), 1)[self.member]
        own = question.weights.spread * self.sizes * (self.sizes - 1) / pairs
        alone = own[:, None] * within[None, :]
        alone += self._to_pinned()
        return np.asarray(alone + question.weights.moves * self._given_up())

    def _to_pinned(self) -> Floats:
        question, zones = self.question, self.zones
        staying = np.zeros((len(question.members), zones.count))
        np.add.at(staying, (question.today[question.pinned], zones.of_seat[question.pinned]), 1.0)
        wanted = np.maximum(question.wanted, 1).astype(np.float64)
        ways = (staying / wanted[:, None]) @ zones.ways
        pull = question.links + np.diag(2 * question.weights.spread * wanted / np.maximum(wanted - 1, 1))
        share = self.sizes / wanted[self.member]
        return np.asarray(share[:, None] * (pull @ ways)[self.member])

    def _given_up(self) -> Floats:
        """Desks of a block, in each zone, beyond its share of those that its member has there today."""
        question, zones = self.question, self.zones
        now = np.zeros((len(question.members), zones.count))
        sitting = question.today >= 0
        np.add.at(now, (question.today[sitting], zones.of_seat[sitting]), 1.0)
        return np.maximum(self.sizes[:, None] - now[self.member], 0.0)


def blocks_of(zones: Zones) -> Blocks:
    """The desks that each member is to have beside those that are pinned, in blocks of nearly one size."""
    question = zones.question
    pinned = np.bincount(question.today[question.pinned], minlength=len(question.members))
    free = np.maximum(question.wanted - pinned, 0)
    most = int(np.clip(-(-free.sum() // _ABOUT), _LEAST, LARGEST))
    member: list[int] = []
    sizes: list[int] = []
    for one, desks in enumerate(free.tolist()):
        parts = -(-desks // most)
        sizes += [desks // parts + (part < desks % parts) for part in range(parts)]
        member += [one] * parts
    return Blocks(zones, np.array(member, dtype=np.intp), np.array(sizes, dtype=np.intp))
