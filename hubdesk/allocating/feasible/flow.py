"""Counts by flow: as long as it is settled where those sit who are to be together, counts are a network.

Desks flow from their members through places into cells. A flow of least cost takes milliseconds where
a general solver takes seconds, and is the same each time on any machine.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from hubdesk.allocating.problem.question import Flags, Plan, Question

_FROM_AFAR = 10
"""What a desk in another place than wished costs in itself; each metre of the way there costs 1."""


@dataclass(frozen=True, eq=False)
class Network:
    """Which counts are nearest to `wished` (members × places), where members sit in `allowed` cells only.

    `far` (members × places) is the way from each place to the nearest where the member is wished.
    """

    question: Question
    wished: Plan
    allowed: Flags
    far: Plan

    def counts(self, staying: int = 0) -> Plan | None:
        """Desks of each member in each cell (members × cells), pinned ones and all; None if there are none.

        A desk that stays in its cell counts for `staying` metres less.
        """
        question = self.question
        free = question.wanted - question.staying.sum(axis=1)
        accessible = self._accessible()
        if (free < accessible).any() or (question.room < question.staying.sum(axis=0)).any():
            return None
        nodes, arcs = _Nodes.of(question), _Arcs()
        self._into_places(arcs, nodes, free)
        member, cell = np.nonzero(self.allowed)
        self._into_cells(arcs, nodes, free[member], accessible[member])
        stay = (question.sitting - question.staying)[member, cell] if staying else np.zeros_like(member)
        first = arcs.add(nodes.in_cell[member, cell], nodes.out[cell], stay, -staying)
        arcs.add(nodes.in_cell[member, cell], nodes.out[cell], free[member], 0)
        room = question.room - question.staying.sum(axis=0)
        arcs.add(nodes.out, np.full(len(room), nodes.end), room, 0)
        flows = arcs.flows(np.concatenate([free - accessible, accessible]), nodes.end)
        if flows is None:
            return None
        counts = question.staying.copy()
        both = flows[first : first + 2 * len(member)].reshape(2, -1)
        np.add.at(counts, (member, cell), both.sum(axis=0))
        return counts

    def _into_places(self, arcs: "_Arcs", nodes: "_Nodes", free: Plan) -> None:
        """Desks that need not be accessible: at no cost as many as are wished in each place."""
        places = self.wished.shape[1]
        pinned = np.zeros_like(self.wished)
        np.add.at(pinned.T, self.question.place_of_cell, self.question.staying.T)
        who, into = np.repeat(nodes.plain, places), nodes.in_place.ravel()
        arcs.add(who, into, np.maximum(self.wished - pinned, 0).ravel(), 0)
        arcs.add(who, into, np.repeat(free, places), _FROM_AFAR + self.far.ravel())

    def _into_cells(self, arcs: "_Arcs", nodes: "_Nodes", free: Plan, accessible: Plan) -> None:
        """From places into their cells, and accessible desks from their members straight into cells."""
        member, cell = np.nonzero(self.allowed)
        place = self.question.place_of_cell[cell]
        arcs.add(nodes.in_place[member, place], nodes.in_cell[member, cell], free, 0)
        some = np.flatnonzero([self.question.cells[one].accessible for one in cell])
        who, into = member[some], nodes.in_cell[member[some], cell[some]]
        arcs.add(nodes.special[who], into, accessible[some], self.far[who, place[some]])

    def _accessible(self) -> Plan:
        """The accessible desks that each member is to have beside those that are pinned."""
        question = self.question
        kind = np.array([cell.accessible for cell in question.cells], dtype=bool)
        asked = np.array([member.accessible for member in question.members], dtype=np.intp)
        return np.asarray(np.maximum(asked - question.staying[:, kind].sum(axis=1), 0))


@dataclass(frozen=True, eq=False)
class _Nodes:
    """Numbers of the nodes.

    Desks of each member, `plain` and to be accessible; its desks in each place and in each cell; each
    cell's desks on their way `out`, and the end of all.
    """

    plain: Plan
    special: Plan
    in_place: Plan
    in_cell: Plan
    out: Plan
    end: int

    @classmethod
    def of(cls, question: Question) -> "_Nodes":
        members, places, cells = len(question.members), len(question.places), len(question.cells)
        sizes = (members, members, members * places, members * cells, cells)
        ends = np.cumsum(sizes)
        plain, special, in_place, in_cell, out = np.split(np.arange(ends[-1]), ends[:-1])
        return cls(
            plain,
            special,
            in_place.reshape(members, places),
            in_cell.reshape(members, cells),
            out,
            int(ends[-1]),
        )


@dataclass
class _Arcs:
    _tails: list[Plan] = field(default_factory=list)
    _heads: list[Plan] = field(default_factory=list)
    _most: list[Plan] = field(default_factory=list)
    _costs: list[Plan] = field(default_factory=list)

    def add(self, tails: Plan, heads: Plan, most: Plan, cost: int | Plan) -> int:
        """Arcs from `tails` to `heads`, and the number of the first of them."""
        first = sum(len(one) for one in self._tails)
        self._tails.append(tails)
        self._heads.append(heads)
        self._most.append(most)
        self._costs.append(np.broadcast_to(np.asarray(cost, dtype=np.intp), tails.shape))
        return first

    def flows(self, supplies: Plan, end: int) -> NDArray[np.intp] | None:
        """What flows through each arc if all `supplies` of the first nodes come to the `end`; else None."""
        network = SimpleMinCostFlow()
        tails, heads, most, costs = (
            np.concatenate(each) for each in (self._tails, self._heads, self._most, self._costs)
        )
        arcs = network.add_arcs_with_capacity_and_unit_cost(tails, heads, most, costs)
        network.set_nodes_supplies(np.arange(len(supplies)), supplies)
        network.set_node_supply(end, -int(supplies.sum()))
        if network.solve() != network.OPTIMAL:
            return None
        return np.asarray(network.flows(arcs), dtype=np.intp)
