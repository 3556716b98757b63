"""Whether some of what a hub asks can be kept: by a program over desks, where the engine's is over cells."""

from collections.abc import Collection

import numpy as np
from ortools.math_opt.python import mathopt

from hubdesk.allocating.feasible.program import AskKind
from tests.allocating.asked import Asked, Wish

_FOUND = (mathopt.TerminationReason.OPTIMAL, mathopt.TerminationReason.FEASIBLE)
_NONE = (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED)


def can_be_kept(asked: Asked, wishes: Collection[Wish]) -> bool:
    """By HiGHS. Raises ValueError where it cannot tell."""
    result = mathopt.solve(_Program(asked).keeping(wishes), mathopt.SolverType.HIGHS)
    if result.termination.reason in _FOUND:
        return True
    if result.termination.reason in _NONE:
        return False
    raise ValueError(result.termination)


class _Program:
    """One variable for each agency at each desk: 1 if it sits there."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.model = asked, mathopt.Model()
        self.at = [[self.model.add_binary_variable() for _ in asked.desks] for _ in asked.agencies]
        self.order = {agency.id: place for place, agency in enumerate(asked.agencies)}
        for desk in range(len(asked.desks)):
            self._at_most(1, [row[desk] for row in self.at])

    def keeping(self, wishes: Collection[Wish]) -> mathopt.Model:
        for wish in wishes:
            if wish.agency is None:
                self._few_moves()
            else:
                self._keep(wish, self.at[self.order[wish.agency]])
        return self.model

    def _keep(self, wish: Wish, row: list[mathopt.Variable]) -> None:
        asked, agency = self.asked, wish.agency
        assert agency is not None
        match wish.kind:
            case AskKind.DESKS:
                self._at_most(asked.wanted[agency], row)
                self._at_least(asked.wanted[agency], row)
            case AskKind.PINS:
                stays = [one for one, had in zip(row, self._had(agency, asked.stays), strict=True) if had]
                self._at_least(len(stays), stays)
            case AskKind.ACCESSIBLE:
                wanted = asked.accessible_wanted(agency)
                self._at_least(wanted, [row[one] for one in np.flatnonzero(asked.accessible)])
            case AskKind.RULE:
                self._at_most(0, [row[one] for one in np.flatnonzero(asked.barred[wish])])
            case AskKind.TOGETHER:
                chosen = {place: self.model.add_binary_variable() for place in asked.places}
                self._at_most(1, list(chosen.values()))
                for one, place in zip(row, asked.places, strict=True):
                    self.model.add_linear_constraint(one <= chosen[place])
            case AskKind.MOVES:
                raise AssertionError("a limit on moves is of no agency")

    def _few_moves(self) -> None:
        """What stays counts for no more than what an agency has and keeps."""
        asked, stays = self.asked, []
        assert asked.most_moves is not None
        for agency, row in zip(asked.agencies, self.at, strict=True):
            here = [one for one, had in zip(row, self._had(agency.id, set(asked.sits)), strict=True) if had]
            stays.append(self.model.add_variable(lb=0, ub=asked.may_move[agency.id]))
            self.model.add_linear_constraint(stays[-1] <= mathopt.LinearSum(here))
        self._at_least(sum(asked.may_move.values()) - asked.most_moves, stays)

    def _had(self, agency: str, among: Collection[str]) -> list[bool]:
        sits = self.asked.sits
        return [desk.id in among and sits[desk.id].agency == agency for desk in self.asked.desks]

    def _at_most(self, most: int, variables: list[mathopt.Variable]) -> None:
        self.model.add_linear_constraint(ub=most, expr=mathopt.LinearSum(variables))

    def _at_least(self, least: int, variables: list[mathopt.Variable]) -> None:
        self.model.add_linear_constraint(lb=least, expr=mathopt.LinearSum(variables))
