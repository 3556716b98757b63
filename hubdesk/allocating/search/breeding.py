"""Zones for blocks: walkers, and where one gets no further, a plan bred of two good ones in its place."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.search.walkers import Walkers
from hubdesk.allocating.search.zoning import Places, Zoning

WALKERS = 16
_STEPS_AT_ONCE = 50
_PATIENCE = 1_000
"""Steps without anything better after which a walker is given another plan."""
_ALIKE = 0.1
"""Two plans of which no more than this part differs breed nothing new: the child is shaken."""
_SHAKEN = 0.3


@dataclass(frozen=True, eq=False)
class Zoned:
    """The best plan after so many steps; None while none keeps within the room."""

    steps: int
    places: Places | None
    cost: float


def improving(problem: Zoning, seed: int, walkers: int = WALKERS) -> Iterator[Zoned]:
    """Better and better plans, without end: one after every few steps, the same again if nothing was found.

    The same seed gives the same plans after the same steps, on any machine of the same numpy.
    """
    random = np.random.default_rng(seed)
    group = Walkers(problem, walkers, random)
    best = Zoned(0, None, np.inf)
    while True:
        for _ in range(_STEPS_AT_ONCE):
            group.step()
        leader = int(group.best_costs.argmin())
        if group.best_costs[leader] < best.cost:
            places = group.best[leader].copy()
            best = Zoned(group.steps, places, problem.total(places))
        yield Zoned(group.steps, best.places, best.cost)
        _replace_one(group, random)


def _replace_one(group: Walkers, random: np.random.Generator) -> None:
    """Give the worst of the walkers that got no further a child of two good plans."""
    stuck = np.flatnonzero(group.steps - group.improved > _PATIENCE)
    kept = np.flatnonzero(np.isfinite(group.best_costs))
    if not len(stuck) or len(kept) < 2:
        return
    worst = int(stuck[group.best_costs[stuck].argmax()])
    one, other = _parents(group, kept, random)
    group.put(worst, _child(group.problem, group.best[one], group.best[other], random))


def _parents(group: Walkers, kept: Places, random: np.random.Generator) -> tuple[int, int]:
    """The better of two drawn at random, or now and then the best of all; and another."""
    drawn = random.choice(kept, 2, replace=False)
    first = int(drawn[group.best_costs[drawn].argmin()])
    if random.random() < _SHAKEN:
        first = int(kept[group.best_costs[kept].argmin()])
    return first, int(random.choice(kept[kept != first]))


def _child(problem: Zoning, one: Places, other: Places, random: np.random.Generator) -> Places:
    """What two plans agree on, and the rest from either; shaken where they agree on nearly all."""
    alike = (one != other).mean() <= _ALIKE
    if problem.one_each:
        child = _crossed(one, other, random)
        if alike:
            some = random.choice(problem.blocks, max(4, int(_SHAKEN * problem.blocks)), replace=False)
            child[some] = child[random.permutation(some)]
        return child
    child = np.where(random.random(problem.blocks) < 0.5, one, other)
    if alike:
        for block in random.choice(problem.blocks, max(3, problem.blocks // 4), replace=False):
            child[block] = random.choice(np.flatnonzero(problem.allowed[block]))
    return child


def _crossed(one: Places, other: Places, random: np.random.Generator) -> Places:
    """A permutation that has from either what fits, and the rest at random."""
    child = np.where(one == other, one, -1)
    taken = set(child[child >= 0].tolist())
    for block in random.permutation(len(one)):
        if child[block] >= 0:
            continue
        choice = (one[block], other[block]) if random.random() < 0.5 else (other[block], one[block])
        for zone in choice:
            if int(zone) not in taken:
                child[block] = zone
                taken.add(int(zone))
                break
    free = random.permutation(np.setdiff1d(np.arange(len(one)), child))
    child[child < 0] = free
    return child
