"""By how little something that is asked has to be missed, so that all else can be kept."""

from datetime import timedelta

from ortools.math_opt.python import mathopt

from hubdesk.allocating.feasible.linear import Linear
from hubdesk.allocating.feasible.program import Ask, Program
from hubdesk.allocating.feasible.solving import SEED
from hubdesk.allocating.feasible.too_long import TookTooLong


def least_off(program: Program, ask: Ask, seconds: float = 10.0) -> int | None:
    """The fewest desks by which the least that `ask` wants is missed, all else being kept.

    None if all else cannot be kept. Raises TookTooLong.
    """
    linear = Linear(program, whole=True)
    missing: list[mathopt.Variable] = []
    for row, constraint in linear.rows:
        if row.ask == ask and row.low is not None:
            missing.append(linear.model.add_integer_variable(lb=0))
            constraint.set_coefficient(missing[-1], 1)
    linear.model.minimize(mathopt.LinearSum(missing))
    parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), random_seed=SEED)
    result = mathopt.solve(linear.model, mathopt.SolverType.HIGHS, params=parameters)
    reason = result.termination.reason
    if reason == mathopt.TerminationReason.OPTIMAL:
        return round(float(result.objective_value()))
    if reason in (
        mathopt.TerminationReason.INFEASIBLE,
        mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED,
    ):
        return None
    raise TookTooLong
