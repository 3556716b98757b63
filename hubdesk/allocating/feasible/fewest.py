"""Counts that keep all that is asked and give up as few desks of today as may be."""

import numpy as np
from ortools.sat.python import cp_model

from hubdesk.allocating.feasible.conflict import counts_of
from hubdesk.allocating.feasible.program import program_of
from hubdesk.allocating.feasible.solving import enforced, solver_for
from hubdesk.allocating.feasible.too_long import TookTooLong
from hubdesk.allocating.problem.question import Plan, Question


def fewest_moves(question: Question, seconds: float = 10.0) -> int | None:
    """How many desks of today are given up for others at least, if all that is asked is to be kept.

    None if all cannot be kept. Where the solver has not come to an end in time, the fewest that it has
    found. Raises TookTooLong where it has none.
    """
    program = program_of(question)
    model, variables = enforced(program)
    stays = []
    for member, cell in zip(*(one.tolist() for one in np.nonzero(question.sitting)), strict=True):
        stay = model.new_int_var(0, int(question.sitting[member, cell]), "")
        model.add(stay <= variables[member * program.cells + cell])
        stays.append(stay)
    model.maximize(cp_model.LinearExpr.sum(stays))
    solver = solver_for(seconds)
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return _moves(question, program.counts([solver.value(one) for one in variables]))
    if status == cp_model.INFEASIBLE:
        counts = counts_of(question, seconds)  # CP-SAT alone is not believed.
        return None if counts is None else _moves(question, counts)
    raise TookTooLong


def _moves(question: Question, counts: Plan) -> int:
    return int(question.may_move.sum() - np.minimum(counts, question.sitting).sum())
