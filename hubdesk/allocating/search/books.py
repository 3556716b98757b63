"""`Books`: several plans of one problem at once, and what every change of each of them would cost.

One step of one plan is too little for numpy to be quick at; one step of many plans together is nearly as
quick as compiled code. So that no step begins afresh, what changes cost is kept from step to step: a move
adds one product of two vectors to it, and sets the rows and columns of the blocks that moved.
"""

import numpy as np

from hubdesk.allocating.search.zoning import Floats, Places, Zoning

NOTHING = -1
"""In place of a block."""


class Books:
    """So many plans of `problem`. Every array has the plans as its first axis.

    `there` (blocks × zones) is what each block would cost in each zone, `swapped` (blocks × blocks) what
    it would cost in the zone of each other block. `between` (blocks × blocks) is what two blocks that are
    exchanged cost less or more beyond that, to be added in both directions; ∞ where both are in one zone
    or may not be exchanged.
    """

    def __init__(self, problem: Zoning, count: int) -> None:
        self.problem, self.count = problem, count
        n, m = problem.blocks, problem.zones
        self.each, self.blocks = np.arange(count), np.arange(n)
        self._rows = self.each[:, None]
        self._barred = np.where(problem.allowed, 0.0, np.inf)
        self._closer = [  # By how much two zones differ from each to itself, twice over.
            layer.ways - (np.diag(layer.ways)[:, None] + np.diag(layer.ways)[None, :]) / 2
            for layer in problem.layers
        ]
        self.places = np.zeros((count, n), dtype=np.intp)
        self.costs = np.zeros(count)
        self.loads = np.zeros((count, m))
        self.over = np.zeros(count)
        """Desks beyond the room of zones in each plan."""
        self.there = np.zeros((count, n, m))
        self.swapped = np.zeros((count, n, n))
        self.between = np.zeros((count, n, n))
        self._wide, self._square = np.empty((count, n, m)), np.empty((count, n, n))

    def put(self, plan: int, places: Places) -> None:
        """Let `plan` be `places`, none of which is barred."""
        problem = self.problem
        self.places[plan] = places
        self.there[plan] = problem.cost
        for layer in problem.layers:
            self.there[plan] += layer.traffic @ layer.ways[places]
        self.swapped[plan] = self.there[plan][:, places]
        self.between[plan] = np.where(places[:, None] == places[None, :], np.inf, 0.0)
        for layer, closer in zip(problem.layers, self._closer, strict=True):
            self.between[plan] += layer.traffic * closer[np.ix_(places, places)]
        barred = self._barred[:, places]
        self.between[plan] += barred + barred.T
        self.costs[plan] = problem.total(places)
        self.loads[plan] = np.bincount(places, weights=problem.sizes, minlength=problem.zones)
        self.over[plan] = np.maximum(self.loads[plan] - problem.room, 0).sum()

    def own(self) -> Floats:
        """What each block costs where it is."""
        return np.asarray(self.swapped[:, self.blocks, self.blocks])

    def go(self, ones: Places, zones: Places, others: Places) -> None:
        """In each plan one block goes into a zone, and of `others` one where that was, or `NOTHING`."""
        problem, each = self.problem, self.each
        here = self.places[each, ones]
        swapping = np.flatnonzero(others != NOTHING)
        some, one, other = each[swapping], ones[swapping], others[swapping]
        self._count_costs(ones, zones, here, some, other)
        for layer in problem.layers:
            going = layer.traffic[ones]
            going[swapping] -= layer.traffic[other]
            farther = layer.ways[zones] - layer.ways[here]
            np.multiply(going[:, :, None], farther[self._rows, self.places][:, None, :], out=self._square)
            self.swapped += self._square
            if not problem.one_each:
                np.multiply(going[:, :, None], farther[:, None, :], out=self._wide)
                self.there += self._wide
        before = self.swapped[each, :, ones]
        self.places[each, ones] = zones
        self.places[some, other] = here[swapping]
        if not problem.one_each:
            self.swapped[each, :, ones] = self.there[each, :, zones]
        else:
            self.swapped[some, :, one] = self.swapped[some, :, other]
        self.swapped[some, :, other] = before[swapping]
        self._set_between(np.concatenate([each, some]), np.concatenate([ones, other]))

    def _count_costs(self, ones: Places, zones: Places, here: Places, some: Places, others: Places) -> None:
        """The costs and loads of all plans, once the blocks have gone."""
        problem, each = self.problem, self.each
        by, one = problem.sizes[ones], ones[some]
        by[some] -= problem.sizes[others]
        gains = np.zeros(self.count)
        if not problem.one_each:
            gains += self.there[each, ones, zones] - self.there[each, ones, here]
        gains[some] = self.swapped[some, one, others] + self.swapped[some, others, one]
        gains[some] -= self.swapped[some, one, one] + self.swapped[some, others, others]
        gains[some] += 2 * self.between[some, one, others]
        self.costs += gains
        for places, more in ((here, -by), (zones, by)):
            beyond = self.loads[each, places] - problem.room[places]
            self.over += np.maximum(beyond + more, 0) - np.maximum(beyond, 0)
            self.loads[each, places] += more

    def _set_between(self, plans: Places, ones: Places) -> None:
        """The row and the column of one block in each of `plans`, which has just gone."""
        places = self.places[plans]
        here = self.places[plans, ones][:, None]
        row = np.where(places == here, np.inf, 0.0)
        if not self.problem.one_each:
            row += self._barred[ones[:, None], places] + self._barred.T[here[:, 0]]
        for layer, closer in zip(self.problem.layers, self._closer, strict=True):
            row += layer.traffic[ones] * closer[here, places]
        self.between[plans, ones] = row
        self.between[plans, :, ones] = row
