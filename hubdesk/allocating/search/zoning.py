"""`Zoning`: which block goes into which zone, as a problem in numbers.

A generalised quadratic assignment: Σ cost of each block where it is, and for every pair of blocks what
goes between them times the way between their zones; no zone holds more than it has room for.
There may be more than one measure of what goes between blocks, each with ways of its own.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
"""The zone of each block."""
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Layer:
    """`traffic` (n × n) between blocks and `ways` (m × m) between zones: both symmetric.

    A block's traffic with itself is not in it: it belongs into the cost of a zoning.
    """

    traffic: Floats
    ways: Floats


@dataclass(frozen=True, eq=False)
class Zoning:
    """n blocks and m zones.

    Each pair of blocks counts once in each of `layers`. `cost` (n × m) is what each block costs by
    itself; `sizes` (n) and `room` (m) are in desks. `allowed` (n × m) is false where a block must not be.
    """

    layers: tuple[Layer, ...]
    cost: Floats
    sizes: Floats
    room: Floats
    allowed: Flags

    @property
    def blocks(self) -> int:
        return len(self.sizes)

    @property
    def zones(self) -> int:
        return len(self.room)

    @cached_property
    def one_each(self) -> bool:
        """Whether every zone takes exactly one block, so that only exchanges make sense."""
        full = self.blocks == self.zones > 1
        return bool(full and (self.sizes == 1).all() and (self.room == 1).all())

    def total(self, places: Places) -> float:
        """What a plan costs in all, worked out afresh."""
        alone = self.cost[np.arange(self.blocks), places].sum()
        between = sum((layer.traffic * layer.ways[np.ix_(places, places)]).sum() / 2 for layer in self.layers)
        return float(alone + between)

    def is_kept(self, places: Places) -> bool:
        """Whether a plan puts no block where it must not be, and no more into a zone than goes in."""
        loads = np.bincount(places, weights=self.sizes, minlength=self.zones)
        allowed = self.allowed[np.arange(self.blocks), places].all()
        return bool(allowed and (loads <= self.room + 1e-9).all())


def zoning(traffic: Floats, ways: Floats, cost: Floats, sizes: Floats, room: Floats) -> Zoning:
    """The problem Σ cost + Σᵢⱼ traffic · ways over all ordered pairs, i = j too, in the form above.

    One of `traffic` and `ways` may be lopsided. Raises ValueError if both are.
    """
    lopsided = [not np.array_equal(one, one.T) for one in (traffic, ways)]
    if all(lopsided):
        raise ValueError("traffic and ways both depend on the direction")
    both = traffic + traffic.T
    there_and_back = (ways + ways.T) / 2
    alone = cost + np.outer(np.diag(traffic), np.diag(ways))
    np.fill_diagonal(both, 0.0)
    return Zoning((Layer(both, there_and_back),), alone, sizes, room, np.ones(cost.shape, dtype=bool))
