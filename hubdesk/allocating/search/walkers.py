"""`Walkers`: plans that are each changed step by step, all at once.

One step of one plan is too little for numpy to be quick at; one step of many plans together is as quick
as compiled code. Every walker holds a plan, what each block would cost in each zone, how full the zones
are, and the moves that it may not take back for a while (Taillard's robust tabu search).
"""

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.search.zoning import Flags, Floats, Places, Zoning

_NOT_AT_ALL = np.inf
_KEPT = 1e-9
"""Desks over, or cost, too small to be more than rounding."""
_PATIENCE = 10
"""Steps within or beyond the room after which going beyond it becomes cheaper or dearer."""
_DEARER = 1.3


class Walkers:
    """So many walkers on one problem; the same seed of `random` walks the same way."""

    def __init__(self, problem: Zoning, count: int, random: np.random.Generator) -> None:
        self.problem, self.random = problem, random
        n, m = problem.blocks, problem.zones
        self._first, self._second = np.triu_indices(n, 1)
        self._each, self._blocks = np.arange(count), np.arange(n)
        self._rows = self._each[:, None]
        self._own_ways = [np.diag(layer.ways) for layer in problem.layers]
        self._pairs = [layer.traffic[self._first, self._second] for layer in problem.layers]
        self.steps = 0
        self.places = np.zeros((count, n), dtype=np.intp)
        self.costs = np.zeros(count)
        self.over = np.zeros(count)
        """Desks beyond the room of zones, or where they must not be, in each plan."""
        self._there = np.zeros((count, n, m))
        self._loads = np.zeros((count, m))
        self._until = np.zeros((count, n, m), dtype=np.int64)
        self._price = np.full(count, self._first_price())
        self._run = np.zeros(count, dtype=np.int64)
        self.best = np.zeros((count, n), dtype=np.intp)
        self.best_costs = np.full(count, np.inf)
        self.improved = np.zeros(count, dtype=np.int64)
        """The step at which each walker last found a better plan than it had."""
        for walker in range(count):
            self.put(walker, self._somehow())

    def put(self, walker: int, places: Places) -> None:
        """Let `walker` begin anew from `places`."""
        problem = self.problem
        self.places[walker] = places
        self._there[walker] = problem.cost
        for layer in problem.layers:
            self._there[walker] += layer.traffic @ layer.ways[places]
        self.costs[walker] = problem.total(places)
        self._loads[walker] = np.bincount(places, weights=problem.sizes, minlength=problem.zones)
        self.over[walker] = self._over(places)
        self._until[walker] = 0
        self._run[walker] = 0
        self.best[walker] = places
        kept = self.over[walker] <= _KEPT
        self.best_costs[walker] = self.costs[walker] if kept else np.inf
        self.improved[walker] = self.steps

    def step(self) -> None:
        """The best move of every walker that is not barred, or that beats all that it had."""
        self.steps += 1
        own = self._there[self._rows, self._blocks, self.places]
        gains, overs, barred = self._exchanges(own)
        if not self.problem.one_each:
            moved = self._moves(own)
            gains, overs, barred = (
                np.concatenate(pair, axis=1) for pair in zip((gains, overs, barred), moved, strict=True)
            )
        judged = gains + self._price[:, None] * overs
        better = self.costs[:, None] + gains < self.best_costs[:, None] - _KEPT
        better &= self.over[:, None] + overs <= _KEPT
        judged = np.where(barred & ~better, _NOT_AT_ALL, judged)
        chosen = judged.argmin(axis=1)
        moving = np.flatnonzero(np.isfinite(judged[self._each, chosen]))
        self._take(moving, chosen[moving], gains, overs)
        self._remember()

    def _exchanges(self, own: Floats) -> tuple[Floats, Floats, Flags]:
        """Exchanging each pair of blocks: what it costs, desks more that are over, and what is barred."""
        rows, first, second = self._rows, self._first, self._second
        here, there = self.places[:, first], self.places[:, second]
        gains = self._there[rows, first, there] + self._there[rows, second, here]
        gains -= own[:, first] + own[:, second]
        for layer, own_way, traffic in zip(self.problem.layers, self._own_ways, self._pairs, strict=True):
            gains += traffic * (2 * layer.ways[here, there] - own_way[here] - own_way[there])
        late = self._until[rows, first, there] > self.steps, self._until[rows, second, here] > self.steps
        if self.problem.one_each:
            return gains, np.zeros_like(gains), late[0] & late[1]
        gains[here == there] = _NOT_AT_ALL
        by = self.problem.sizes[first] - self.problem.sizes[second]
        overs = self._more(here, -by) + self._more(there, by)
        overs += self._misplaced(first, there) - self._misplaced(first, here)
        overs += self._misplaced(second, here) - self._misplaced(second, there)
        return gains, overs, late[0] | late[1]

    def _moves(self, own: Floats) -> tuple[Floats, Floats, Flags]:
        """The same for each block into each zone, block by block."""
        count, problem = len(self.places), self.problem
        gains = self._there - own[:, :, None]
        gains[self._rows, self._blocks, self.places] = _NOT_AT_ALL
        leaving = self._more(self.places, -problem.sizes) - self._misplaced(self._blocks, self.places)
        beyond = self._loads - problem.room
        entering = (
            np.maximum(beyond[:, None, :] + problem.sizes[:, None], 0) - np.maximum(beyond, 0)[:, None, :]
        )
        overs = entering + leaving[:, :, None] + problem.sizes[:, None] * ~problem.allowed
        barred = self._until > self.steps
        return gains.reshape(count, -1), overs.reshape(count, -1), barred.reshape(count, -1)

    def _more(self, zones: Places, by: Floats) -> Floats:
        """How many desks more are over in `zones` if they hold `by` more."""
        beyond = self._loads[self._rows, zones] - self.problem.room[zones]
        return np.asarray(np.maximum(beyond + by, 0) - np.maximum(beyond, 0))

    def _misplaced(self, blocks: NDArray[np.intp], zones: Places) -> Floats:
        """The desks of `blocks` where they must not be."""
        return np.asarray(self.problem.sizes[blocks] * ~self.problem.allowed[blocks, zones])

    def _take(self, moving: Places, moves: Places, gains: Floats, overs: Floats) -> None:
        """Let each of the `moving` walkers make its move."""
        self.costs[moving] += gains[moving, moves]
        self.over[moving] += overs[moving, moves]
        pairs, zones = len(self._first), self.problem.zones
        exchanging = moves < pairs
        one, there = np.divmod(np.where(exchanging, 0, moves - pairs), zones)
        other = self._second[moves[exchanging]]
        one[exchanging] = self._first[moves[exchanging]]
        there[exchanging] = self.places[moving[exchanging], other]
        here = self.places[moving, one]
        self._go(moving, one, here, there)
        self._go(moving[exchanging], other, there[exchanging], here[exchanging])

    def _go(self, walkers: Places, blocks: Places, here: Places, there: Places) -> None:
        """Each of `walkers` takes one block from a zone into another."""
        problem = self.problem
        self.places[walkers, blocks] = there
        self._loads[walkers, here] -= problem.sizes[blocks]
        self._loads[walkers, there] += problem.sizes[blocks]
        for layer in problem.layers:
            farther = layer.ways[there] - layer.ways[here]
            self._there[walkers] += layer.traffic[blocks][:, :, None] * farther[:, None, :]
        self._until[walkers, blocks, here] = self.steps + self._barred_for(len(walkers))

    def _barred_for(self, count: int) -> NDArray[np.int64]:
        n = self.problem.blocks
        shortest, longest = (int(0.9 * n), int(1.1 * n) + 4) if self.problem.one_each else (4, n // 2 + 8)
        return self.random.integers(shortest, longest, count)

    def _remember(self) -> None:
        kept = self.over <= _KEPT
        self._run = np.where(kept, np.maximum(self._run, 0) + 1, np.minimum(self._run, 0) - 1)
        if self.steps % _PATIENCE == 0:
            self._price[self._run >= _PATIENCE] /= _DEARER
            self._price[self._run <= -_PATIENCE] *= _DEARER
        better = kept & (self.costs < self.best_costs - _KEPT)
        self.best_costs[better] = self.costs[better]
        self.best[better] = self.places[better]
        self.improved[better] = self.steps

    def _first_price(self) -> float:
        """What a desk too many costs at first: about what moving a desk changes."""
        problem = self.problem
        between = sum(layer.traffic.mean() * layer.ways.mean() for layer in problem.layers)
        moved = np.abs(problem.cost).mean() * 0.1 + between * problem.blocks
        return float(max(moved, 1.0) / max(problem.sizes.mean(), 1.0))

    def _over(self, places: Places) -> float:
        loads = np.bincount(places, weights=self.problem.sizes, minlength=self.problem.zones)
        misplaced = self._misplaced(self._blocks, places).sum()
        return float(np.maximum(loads - self.problem.room, 0).sum() + misplaced)

    def _somehow(self) -> Places:
        """A plan at random, the large blocks first, within the room where that is easy."""
        problem, random = self.problem, self.random
        if problem.one_each:
            return random.permutation(problem.blocks)
        room = problem.room.copy()
        places = np.zeros(problem.blocks, dtype=np.intp)
        for block in np.argsort(-problem.sizes * random.uniform(0.7, 1.0, problem.blocks), kind="stable"):
            fits = np.flatnonzero(problem.allowed[block] & (room >= problem.sizes[block]))
            places[block] = random.choice(fits) if len(fits) else int(np.argmax(room))
            room[places[block]] -= problem.sizes[block]
        return places
