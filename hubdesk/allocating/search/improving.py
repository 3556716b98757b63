"""Zones for blocks: two ways to better and better plans, by tabu search alone and by breeding as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from hubdesk.allocating.search.breeding import Pool, shaken
from hubdesk.allocating.search.walkers import Walkers
from hubdesk.allocating.search.zoning import Places, Zoning

_NUMBERS_AT_ONCE = 30_000
"""About as many exchanges as are looked at in one step: what a core keeps at hand."""
_STEPS_AT_ONCE = 50
_PATIENCE = 2_000
"""Steps of tabu search without anything better after which a walker is shaken."""
_GENERATION = 500
"""Steps of tabu search between breeding and breeding."""
_BARREN = 4
"""Generations without a better plan after which all plans but the best are forgotten."""


class Kind(Enum):
    """How plans are improved: each walker for itself, or as a population."""

    TABU = "tabu"
    MEMETIC = "memetic"


@dataclass(frozen=True, eq=False)
class Zoned:
    """The best plan after so many steps; None while none keeps within the room."""

    steps: int
    places: Places | None
    cost: float


def improving(problem: Zoning, seed: int, kind: Kind, walkers: int | None = None) -> Iterator[Zoned]:
    """Better and better plans, without end: one after every few steps, the same again if nothing was found.

    The same seed gives the same plans after the same steps, on any machine of the same numpy.
    """
    random = np.random.default_rng(seed)
    count = walkers or int(np.clip(_NUMBERS_AT_ONCE // max(problem.blocks, 1) ** 2, 2, 16))
    group = Walkers(problem, count, random)
    follow = _Breeding(group, random) if kind is Kind.MEMETIC else _Shaking(group, random)
    best = Zoned(0, None, np.inf)
    while True:
        for _ in range(_STEPS_AT_ONCE):
            group.step()
        leader = int(group.best_costs.argmin())
        if group.best_costs[leader] < best.cost:
            places = group.best[leader].copy()
            best = Zoned(group.steps, places, problem.total(places))
        yield Zoned(group.steps, best.places, best.cost)
        follow.rearrange()


class _Shaking:
    """Walkers that get no further begin anew not far from the best that they had, or that any had."""

    def __init__(self, group: Walkers, random: np.random.Generator) -> None:
        self.group, self.random = group, random

    def rearrange(self) -> None:
        group, random = self.group, self.random
        for walker in np.flatnonzero(group.steps - group.improved >= _PATIENCE).tolist():
            source = walker if random.random() < 0.7 else int(group.best_costs.argmin())
            part = float(random.uniform(0.1, 0.5))
            group.put(walker, shaken(group.problem, group.best[source], part, random))


class _Breeding:
    """After each generation the walkers begin anew from children of the best plans that there were."""

    def __init__(self, group: Walkers, random: np.random.Generator) -> None:
        self.group, self.random = group, random
        self.pool = Pool(group.problem)
        self._least, self._barren = np.inf, 0

    def rearrange(self) -> None:
        group, pool = self.group, self.pool
        if group.steps % _GENERATION:
            return
        for walker in np.flatnonzero(np.isfinite(group.best_costs)).tolist():
            pool.add(group.best[walker], float(group.best_costs[walker]))
        if len(pool.plans) < 2:
            return
        self._barren = 0 if pool.costs[0] < self._least else self._barren + 1
        self._least = pool.costs[0]
        if self._barren >= _BARREN:
            self._barren = 0
            self._begin_anew()
            return
        for walker in range(group.books.count):
            group.put(walker, pool.child(self.random))

    def _begin_anew(self) -> None:
        """Nothing new comes of this population: keep its best, and walk from plans far from it."""
        best = self.pool.plans[0]
        self.pool.thin()
        for walker in range(self.group.books.count):
            self.group.put(walker, shaken(self.group.problem, best, 0.8, self.random))
