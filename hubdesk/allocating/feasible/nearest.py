"""Counts that keep all that is asked and are nearest to those that a search came upon."""

from ortools.sat.python import cp_model

from hubdesk.allocating.feasible.conflict import counts_of
from hubdesk.allocating.feasible.program import program_of
from hubdesk.allocating.feasible.solving import TookTooLong, enforced, solver_for
from hubdesk.allocating.problem.question import Plan, Question


def nearest_counts(question: Question, wished: Plan, seconds: float = 5.0) -> Plan | None:
    """Desks of each member in each cell, with as few as may be in other places than `wished`.

    `wished` is members × places. None if all cannot be kept. Where the solver has not come to an end in
    time, the best that it has. Raises TookTooLong where it has none.
    """
    program = program_of(question)
    model, variables = enforced(program)
    over = []
    for member in range(program.members):
        for place in range(len(question.places)):
            cells = [cell for cell in range(program.cells) if question.place_of_cell[cell] == place]
            desks = [variables[member * program.cells + cell] for cell in cells]
            beyond = model.new_int_var(0, int(question.wanted[member]), "")
            model.add(cp_model.LinearExpr.sum(desks) - beyond <= int(wished[member, place]))
            over.append(beyond)
    model.minimize(cp_model.LinearExpr.sum(over))
    solver = solver_for(seconds)
    status = solver.solve(model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return program.counts([solver.value(one) for one in variables])
    if status == cp_model.INFEASIBLE:
        return counts_of(question, seconds)  # CP-SAT alone is not believed.
    raise TookTooLong
