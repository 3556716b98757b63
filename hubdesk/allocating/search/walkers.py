"""`Walkers`: plans that are each changed step by step, all at once (Taillard's robust tabu search).

Every walker takes the best change that is not barred: a block into another zone, or two blocks exchanged.
What it has just left is barred for a while. Zones may hold more than their room on the way, at a price
that rises as long as they do.
"""

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.search.books import NOTHING, Books
from hubdesk.allocating.search.zoning import Floats, Places, Zoning

_KEPT = 1e-9
"""Desks over too few to be more than rounding; and of a cost, the part that is."""
_PATIENCE = 10
"""Steps within or beyond the room after which going beyond it becomes cheaper or dearer."""
_DEARER = 1.3


class Walkers:
    """So many walkers on one problem; the same seed of `random` walks the same way."""

    def __init__(self, problem: Zoning, count: int, random: np.random.Generator) -> None:
        self.problem, self.random = problem, random
        n, m = problem.blocks, problem.zones
        self.books = Books(problem, count)
        self.steps = 0
        self.best = np.zeros((count, n), dtype=np.intp)
        self.best_costs = np.full(count, np.inf)
        self.improved = np.zeros(count, dtype=np.int64)
        """The step at which each walker last found a better plan than it had."""
        self._until = np.zeros((count, n, m), dtype=np.int64)
        self._late = np.zeros((count, n, n), dtype=np.int64)
        """Until when an exchange is barred: both going where they must not yet, or either beside moves."""
        self._price = np.full(count, self._first_price())
        self._run = np.zeros(count, dtype=np.int64)
        self._bigger = problem.sizes[None, :] - problem.sizes[:, None]
        self._barred = np.where(problem.allowed, 0.0, np.inf)
        self._judged, self._both = np.empty((count, n, n)), np.empty((count, n, n))
        for walker in range(count):
            self.put(walker, self._somehow())

    def put(self, walker: int, places: Places) -> None:
        """Let `walker` begin anew from `places`."""
        self.books.put(walker, places)
        self._until[walker] = 0
        self._late[walker] = 0
        self._run[walker] = 0
        self.best[walker] = places
        kept = self.books.over[walker] <= _KEPT
        self.best_costs[walker] = self.books.costs[walker] if kept else np.inf
        self.improved[walker] = self.steps

    def step(self) -> None:
        """The best change of every walker that is not barred, or that beats all that it had."""
        self.steps += 1
        books, n = self.books, self.problem.blocks
        own = books.own()
        exchanged, change = self._exchanges(own)
        ones, others = np.divmod(exchanged, n)
        zones = books.places[books.each, others]
        if not self.problem.one_each:
            moved, changed = self._moves(own)
            moving = changed < change
            block, zone = np.divmod(moved, self.problem.zones)
            ones, zones = np.where(moving, block, ones), np.where(moving, zone, zones)
            others, change = np.where(moving, NOTHING, others), np.minimum(change, changed)
        idle = ~np.isfinite(change)
        ones[idle], others[idle] = 0, NOTHING
        zones[idle] = books.places[idle, 0]
        some = np.flatnonzero(others != NOTHING)
        plans, blocks = np.concatenate([books.each, some]), np.concatenate([ones, others[some]])
        self._bar(plans, blocks)
        books.go(ones, zones, others)
        self._follow(plans, blocks)
        self._remember()

    def _exchanges(self, own: Floats) -> tuple[Places, Floats]:
        """The best exchange of two blocks for each walker, and by how much it changes what is judged by."""
        books, judged, both = self.books, self._judged, self._both
        np.add(books.swapped, books.between, out=judged)
        if self.problem.one_each:
            judged -= own[:, :, None]
        else:
            beyond = self._beyond()[books.each[:, None], books.places]
            np.add(self._bigger, beyond[:, :, None], out=both)
            np.maximum(both, 0.0, out=both)
            both *= self._price[:, None, None]
            judged += both
            judged -= (own + self._price[:, None] * np.maximum(beyond, 0.0))[:, :, None]
        np.add(judged, judged.swapaxes(1, 2), out=both)
        return self._chosen(both, self._late > self.steps)

    def _moves(self, own: Floats) -> tuple[Places, Floats]:
        """The best move of a block into another zone, and by how much it changes what is judged by."""
        books, sizes = self.books, self.problem.sizes
        beyond = self._beyond()
        here = beyond[books.each[:, None], books.places]
        relief = np.maximum(here, 0.0) - np.maximum(here - sizes, 0.0)
        judged = np.maximum(beyond[:, None, :] + sizes[:, None], 0.0)
        judged -= np.maximum(beyond, 0.0)[:, None, :]
        judged -= relief[:, :, None]
        judged *= self._price[:, None, None]
        judged += books.there
        judged -= own[:, :, None]
        judged += self._barred
        judged[books.each[:, None], books.blocks, books.places] = np.inf
        return self._chosen(judged, self._until > self.steps)

    def _chosen(self, judged: Floats, late: NDArray[np.bool_]) -> tuple[Places, Floats]:
        """The least of `judged` that is not late, or all the same if it leads to a plan better than any."""
        count = self.books.count
        flat = judged.reshape(count, -1)
        least = flat.argmin(axis=1)
        change = flat[self.books.each, least]
        after = self.books.costs + self._price * self.books.over + change
        aspired = np.isfinite(self.best_costs) & (after < self.best_costs * (1 - _KEPT))
        early = np.where(late, np.inf, judged).reshape(count, -1)
        chosen = np.where(aspired, least, early.argmin(axis=1))
        return chosen, np.where(aspired, change, early[self.books.each, chosen])

    def _beyond(self) -> Floats:
        """How many desks each zone holds beyond its room, negative where it has room."""
        return self.books.loads - self.problem.room

    def _bar(self, plans: Places, blocks: Places) -> None:
        """Bar the blocks that are to go from coming back to where they are."""
        n = self.problem.blocks
        shortest, longest = (int(0.9 * n), int(1.1 * n) + 4) if self.problem.one_each else (4, n // 2 + 8)
        until = self.steps + self.random.integers(shortest, longest, len(plans))
        self._until[plans, blocks, self.books.places[plans, blocks]] = until

    def _follow(self, plans: Places, blocks: Places) -> None:
        """Keep in step until when blocks are barred from being exchanged with those that have just gone."""
        places = self.books.places[plans]
        here = self.books.places[plans, blocks]
        to_them = self._until[plans, :, here]
        to_others = self._until[plans[:, None], blocks[:, None], places]
        late = np.minimum(to_them, to_others) if self.problem.one_each else np.maximum(to_them, to_others)
        self._late[plans, blocks] = late
        self._late[plans, :, blocks] = late

    def _remember(self) -> None:
        books = self.books
        kept = books.over <= _KEPT
        self._run = np.where(kept, np.maximum(self._run, 0) + 1, np.minimum(self._run, 0) - 1)
        if self.steps % _PATIENCE == 0:
            self._price[self._run >= _PATIENCE] /= _DEARER
            self._price[self._run <= -_PATIENCE] *= _DEARER
        better = kept & (books.costs < self.best_costs * (1 - _KEPT))
        self.best_costs[better] = books.costs[better]
        self.best[better] = books.places[better]
        self.improved[better] = self.steps

    def _first_price(self) -> float:
        """What a desk too many costs at first: about what moving a desk changes."""
        problem = self.problem
        between = sum(layer.traffic.mean() * layer.ways.mean() for layer in problem.layers)
        moved = np.abs(problem.cost).mean() * 0.1 + between * problem.blocks
        return float(max(moved, 1.0) / max(problem.sizes.mean(), 1.0))

    def _somehow(self) -> Places:
        """A plan at random, the large blocks first, within the room where that is easy."""
        problem, random = self.problem, self.random
        if problem.one_each:
            return random.permutation(problem.blocks)
        room = problem.room.copy()
        places = np.zeros(problem.blocks, dtype=np.intp)
        for block in np.argsort(-problem.sizes * random.uniform(0.7, 1.0, problem.blocks), kind="stable"):
            fits = np.flatnonzero(problem.allowed[block] & (room >= problem.sizes[block]))
            emptiest = np.where(problem.allowed[block], room, -np.inf).argmax()
            places[block] = random.choice(fits) if len(fits) else emptiest
            room[places[block]] -= problem.sizes[block]
        return places
