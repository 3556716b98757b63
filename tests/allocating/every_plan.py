"""Every plan that there is of a tiny hub: which keep what, and what each costs by the rules of the score."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hubdesk.domain.ids import RecordId
from hubdesk.domain.placing import PlacementSettings
from tests.allocating.asked import Asked, Flags, Plans, Wish

MOST = 300_000
"""Plans that are looked at, at most."""
_NEAR_MM = 4_000

Costs = NDArray[np.float64]


@dataclass(frozen=True)
class EveryPlan:
    """All plans of what is `asked`, whether or not they keep anything."""

    asked: Asked

    @property
    def are_few(self) -> bool:
        return bool((len(self.asked.agencies) + 1) ** len(self.asked.desks) <= MOST)

    @cached_property
    def plans(self) -> Plans:
        choices = len(self.asked.agencies) + 1
        desks = len(self.asked.desks)
        return np.indices([choices] * desks).reshape(desks, choices**desks).T - 1

    @cached_property
    def kept(self) -> Mapping[Wish, Flags]:
        return self.asked.kept(self.plans)

    def can_be_kept(self, wishes: Collection[Wish]) -> bool:
        together = np.ones(len(self.plans), dtype=bool)
        for wish in wishes:
            together &= self.kept[wish]
        return bool(together.any())

    @cached_property
    def least_cost(self) -> float:
        """Of the plans that keep everything; infinite if none does."""
        all_kept = np.ones(len(self.plans), dtype=bool)
        for kept in self.kept.values():
            all_kept &= kept
        return float(costs(self.asked, self.plans[all_kept]).min(initial=np.inf))


def costs(asked: Asked, plans: Plans) -> Costs:
    """What each plan costs, desk by desk, from the hub's own records."""
    hub = asked.hub
    weights = hub.placement_settings or PlacementSettings(RecordId(""))
    ways = _ways(asked, float(weights.floor_m))
    here = [(plans == place).astype(np.float64) for place in range(len(asked.agencies))]
    order = {agency.id: place for place, agency in enumerate(asked.agencies)}
    total = np.zeros(len(plans))
    for link in hub.working_links.values():
        if link.agency in order and link.other in order:
            one, other = here[order[link.agency]], here[order[link.other]]
            total += float(link.strength) * _mean(ways, one, other, one.sum(1) * other.sum(1))
    joined = _pieces(asked)
    for agency, at in zip(asked.agencies, here, strict=True):
        size = at.sum(axis=1)
        total += float(weights.spread) * _mean(ways, at, at, size * (size - 1))
        pieces = joined[(at @ (2 ** np.arange(len(asked.desks)))).astype(np.intp)]
        total += float(weights.pieces) * np.maximum(pieces - 1, 0)
        had = [desk.id in asked.sits and asked.sits[desk.id].agency == agency.id for desk in asked.desks]
        total += float(weights.moves) * (asked.may_move[agency.id] - at[:, had].sum(axis=1))
    return total


def _mean(ways: Costs, one: Costs, other: Costs, pairs: Costs) -> Costs:
    return np.asarray(((one @ ways) * other).sum(axis=1) / np.maximum(pairs, 1))


def _ways(asked: Asked, floor_m: float) -> Costs:
    ways = np.zeros((len(asked.desks), len(asked.desks)))
    for (row, one), (column, other) in combinations(enumerate(asked.desks), 2):
        flat = (abs(one.x_mm - other.x_mm) + abs(one.y_mm - other.y_mm)) / 1000
        floors = abs(asked.hub.floors[one.floor].level - asked.hub.floors[other.floor].level)
        ways[row, column] = ways[column, row] = flat + floor_m * floors
    return ways


def _pieces(asked: Asked) -> NDArray[np.intp]:
    """Into how many pieces each set of desks falls, a set being the sum of its desks' powers of two."""
    beside = [
        sum(
            1 << at
            for at, other in enumerate(asked.desks)
            if asked.hub.floors[one.floor].level == asked.hub.floors[other.floor].level
            and abs(one.x_mm - other.x_mm) + abs(one.y_mm - other.y_mm) <= _NEAR_MM
        )
        for one in asked.desks
    ]
    pieces = np.zeros(1 << len(asked.desks), dtype=np.intp)
    for desks in range(1, len(pieces)):
        pieces[desks] = 1 + pieces[desks & ~_reached(desks, beside)]
    return pieces


def _reached(desks: int, beside: Sequence[int]) -> int:
    """Of `desks`, the first, and whatever is beside one that is reached."""
    reached, grown = 0, desks & -desks
    while grown != reached:
        reached = grown
        for at, near in enumerate(beside):
            if reached >> at & 1:
                grown |= near & desks
    return reached
