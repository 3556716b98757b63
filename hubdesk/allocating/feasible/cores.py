"""Some of what is asked that cannot be kept together: few, and found soon, but not yet the fewest."""

from collections.abc import Collection
from datetime import timedelta

from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from hubdesk.allocating.feasible.linear import Linear, keeps
from hubdesk.allocating.feasible.program import Ask, Program
from hubdesk.allocating.feasible.solving import solver_for, with_literals

_NOTHING = 1e-6
_EFFORT = 0.25
"""For CP-SAT, in its own seconds: where it has no core by then, it mostly has none in a minute."""


def core(program: Program, seconds: float = 10.0) -> tuple[Ask, ...]:
    """Some of the asks of an infeasible program that cannot be kept together, to be confirmed."""
    return _of_literals(program) or _of_fractions(program, seconds) or program.asks


def _of_literals(program: Program) -> tuple[Ask, ...]:
    """What CP-SAT names, if it does so soon.

    It is at a loss where each of many is to have what there is too little of for all together.
    """
    model, _, literals = with_literals(program)
    model.add_assumptions(list(literals.values()))
    solver = solver_for(_EFFORT)
    if solver.solve(model) != cp_model.INFEASIBLE:
        return ()
    of_literal = {literal.index: ask for ask, literal in literals.items()}
    found = solver.sufficient_assumptions_for_infeasibility()
    # A core can hold literals that were never assumed.
    return tuple(of_literal[one] for one in found if one in of_literal)


def _of_fractions(program: Program, seconds: float) -> tuple[Ask, ...]:
    """The same where not even fractions of desks would do; else none.

    Every row may be broken at a price. What it takes to pay the least is a proof, and what has no part in
    that could be left out.
    """
    linear = Linear(program, whole=False)
    broken: list[mathopt.Variable] = []
    for row, constraint in linear.rows:
        if row.ask is not None:
            for factor in (1.0, -1.0):
                broken.append(linear.model.add_variable(lb=0))
                constraint.set_coefficient(broken[-1], factor)
    linear.model.minimize(mathopt.LinearSum(broken))
    parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
    result = mathopt.solve(linear.model, mathopt.SolverType.GLOP, params=parameters)
    proved = result.termination.reason == mathopt.TerminationReason.OPTIMAL
    if not proved or result.objective_value() <= _NOTHING or not result.has_dual_feasible_solution():
        return ()
    prices = result.dual_values()
    priced = (row.ask for row, constraint in linear.rows if abs(prices[constraint]) > _NOTHING)
    return tuple(dict.fromkeys(ask for ask in priced if ask is not None))


_VALUES_ALONE = mathopt.ModelSolveParameters(
    variable_values_filter=mathopt.VariableFilter(skip_zero_values=True),
    dual_values_filter=mathopt.LinearConstraintFilter(filtered_items=[]),
    reduced_costs_filter=mathopt.VariableFilter(filtered_items=[]),
)
"""Of all that a solver tells, what takes time to read is left out."""


class Fractions:
    """GLOP, asked again and again; what it has found for one set of asks makes the next one quick."""

    def __init__(self, program: Program) -> None:
        self._program, self._linear = program, Linear(program, whole=False)
        self._solver = mathopt.IncrementalSolver(self._linear.model, mathopt.SolverType.GLOP)

    def can_keep(self, asks: Collection[Ask]) -> bool | None:
        """Whether `asks` can be kept; None where it takes fractions of desks, or that is not found out.

        That they can is certain: the values are added up. That they cannot is not.
        """
        self._linear.keep(asks)
        result = self._solver.solve(model_params=_VALUES_ALONE)
        reason = result.termination.reason
        if reason == mathopt.TerminationReason.INFEASIBLE:
            return False
        if reason != mathopt.TerminationReason.OPTIMAL:
            return None
        found = result.variable_values()
        values = [round(found.get(one, 0.0)) for one in self._linear.variables]
        return keeps(self._program, asks, values) or None
