"""Breeding: new plans of two good ones, and of one that is shaken, for walkers to begin from."""

from dataclasses import dataclass, field

import numpy as np

from hubdesk.allocating.search.zoning import Places, Zoning

_SIZE = 15
"""Plans that are kept to breed of."""
_ALIKE = 0.1
"""Two plans of which no more than this part differs breed nothing new: the child is shaken."""


@dataclass(eq=False)
class Pool:
    """The best plans of `problem` that were brought in, no two the same, the best first."""

    problem: Zoning
    plans: list[Places] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def add(self, places: Places, cost: float) -> None:
        """Keep `places` if it is not here yet, and one of the best."""
        if any(np.array_equal(places, one) for one in self.plans):
            return
        at = int(np.searchsorted(self.costs, cost, side="right"))
        self.plans.insert(at, places.copy())
        self.costs.insert(at, cost)
        del self.plans[_SIZE:], self.costs[_SIZE:]

    def thin(self) -> None:
        """Forget all but the best."""
        del self.plans[1:], self.costs[1:]

    def child(self, random: np.random.Generator) -> Places:
        """Of the better of two plans drawn at random, and another. There are two at least."""
        first, other = (int(one) for one in np.sort(random.choice(len(self.plans), 2, replace=False)))
        if random.random() < 0.5 and len(self.plans) > 2:
            other = int(random.choice([one for one in range(len(self.plans)) if one != first]))
        return child(self.problem, self.plans[first], self.plans[other], random)


def child(problem: Zoning, one: Places, other: Places, random: np.random.Generator) -> Places:
    """What two plans agree on, and the rest from either; shaken where they agree on nearly all."""
    if problem.one_each:
        born = _crossed(one, other, random)
    else:
        born = np.where(random.random(problem.blocks) < 0.5, one, other)
    return shaken(problem, born, 0.3, random) if (one != other).mean() <= _ALIKE else born


def shaken(problem: Zoning, places: Places, part: float, random: np.random.Generator) -> Places:
    """`places`, where so great a `part` of the blocks is somewhere else."""
    after = places.copy()
    some = random.choice(
        problem.blocks, min(problem.blocks, max(3, int(part * problem.blocks))), replace=False
    )
    if problem.one_each:
        after[some] = after[random.permutation(some)]
        return after
    for block in some:
        after[block] = random.choice(np.flatnonzero(problem.allowed[block]))
    return after


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
