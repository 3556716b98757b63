"""Solving a program by OR-Tools: CP-SAT finds and explains, HiGHS confirms.

CP-SAT 9.15 has told infeasible what is not, so nobody is told so before HiGHS says it too. HiGHS is
asked through MathOpt: a HiGHS of its own cannot share a process with OR-Tools.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta

from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

from hubdesk.allocating.feasible.linear import Linear
from hubdesk.allocating.feasible.program import Ask, Program
from hubdesk.allocating.feasible.too_long import TookTooLong

_LARGEST = 10**9
SEED = 1


def a_solution(program: Program, seconds: float = 10.0) -> Sequence[int] | None:
    """Values of all variables that keep every row; None if there are none. Raises TookTooLong."""
    model, variables = enforced(program)
    solver = solver_for(seconds)
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return [solver.value(one) for one in variables]
    if status == cp_model.INFEASIBLE:
        return by_highs(program, program.asks, seconds)
    raise TookTooLong


def by_highs(program: Program, asks: Collection[Ask], seconds: float = 10.0) -> Sequence[int] | None:
    """Values that keep the rows of `asks` and those of none; None if there are none. Raises TookTooLong."""
    return Confirming(program).values(asks, seconds)


class Confirming:
    """HiGHS, asked again and again which of what a program asks can be kept together."""

    def __init__(self, program: Program) -> None:
        self._linear = Linear(program, whole=True)

    def values(self, asks: Collection[Ask], seconds: float = 10.0) -> Sequence[int] | None:
        """Values that keep the rows of `asks` and those of none; None if there are none.

        Raises TookTooLong.
        """
        self._linear.keep(asks)
        parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), random_seed=SEED)
        result = mathopt.solve(self._linear.model, mathopt.SolverType.HIGHS, params=parameters)
        reason = result.termination.reason
        if reason in (mathopt.TerminationReason.OPTIMAL, mathopt.TerminationReason.FEASIBLE):
            values = result.variable_values()
            return [round(values[one]) for one in self._linear.variables]
        if reason in (
            mathopt.TerminationReason.INFEASIBLE,
            mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED,
        ):
            return None
        raise TookTooLong


def enforced(program: Program) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """A model in which all that is asked is kept, and its variables."""
    model, variables, literals = with_literals(program)
    for literal in literals.values():
        model.add(literal == 1)
    return model, variables


def with_literals(
    program: Program,
) -> tuple[cp_model.CpModel, list[cp_model.IntVar], dict[Ask, cp_model.IntVar]]:
    """The model, its variables, and for every ask a literal that stands for its being kept."""
    model = cp_model.CpModel()
    variables = [model.new_int_var(0, most, "") for most in program.most]
    literals = {ask: model.new_bool_var("") for ask in program.asks}
    for row in program.rows:
        terms = cp_model.LinearExpr.weighted_sum(
            [variables[one] for one, _ in row.terms], [factor for _, factor in row.terms]
        )
        low = -_LARGEST if row.low is None else row.low
        high = _LARGEST if row.high is None else row.high
        constraint = model.add_linear_constraint(terms, low, high)
        if row.ask is not None:
            constraint.only_enforce_if(literals[row.ask])
    return model, variables, literals


def solver_for(seconds: float) -> cp_model.CpSolver:
    """CP-SAT as it is used here: on one core, ended after so many `seconds` of its own count.

    It counts what it does, not the clock, so it comes to the same on a machine that is busy.
    """
    solver = cp_model.CpSolver()
    solver.parameters.max_deterministic_time = seconds
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = SEED
    return solver
