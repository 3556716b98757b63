"""Counts that keep all that is asked and give up as few desks of today as may be."""

from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt

from hubdesk.allocating.feasible.program import Row, program_of
from hubdesk.allocating.feasible.too_long import TookTooLong
from hubdesk.allocating.problem.question import Plan, Question

_SEED = 1
_INFINITE = float("inf")

_NONE = (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED)
"""Nothing is unbounded here: there are only so many desks."""


def loyal_counts(question: Question, seconds: float = 20.0) -> Plan | None:
    """Desks of each member in each cell, as many of them as may be those of today.

    None if all that is asked cannot be kept. But for agencies that are to be together this is a matter of
    flows, whose linear relaxation is whole: HiGHS is at its end where CP-SAT has not begun. Where it has
    not come to an end in time, the best that it has found. Raises TookTooLong where it has none.
    """
    program = program_of(question)
    model = mathopt.Model()
    variables = [model.add_integer_variable(lb=0, ub=most) for most in program.most]
    for row in program.rows:
        _keep(model, row, variables)
    stays = []
    for member, cell in zip(*(one.tolist() for one in np.nonzero(question.sitting)), strict=True):
        stay = model.add_variable(lb=0, ub=int(question.sitting[member, cell]))
        model.add_linear_constraint(stay <= variables[member * program.cells + cell])
        stays.append(stay)
    model.maximize(mathopt.LinearSum(stays))
    parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), random_seed=_SEED)
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    if result.has_primal_feasible_solution():
        values = result.variable_values()
        return program.counts([round(values[one]) for one in variables])
    if result.termination.reason in _NONE:
        return None
    raise TookTooLong


def _keep(model: mathopt.Model, row: Row, variables: list[mathopt.Variable]) -> None:
    low = -_INFINITE if row.low is None else row.low
    high = _INFINITE if row.high is None else row.high
    terms = mathopt.LinearSum([factor * variables[one] for one, factor in row.terms])
    model.add_linear_constraint(lb=low, ub=high, expr=terms)
