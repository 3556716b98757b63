"""Which desk goes to which: a plan in numbers as a proposal in desks."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.proposal import Move, Proposal


def proposal_of(question: Question, plan: Sequence[int] | Plan) -> Proposal:
    """The proposal that `plan` is: a member by its place in the question to each seat, -1 for nobody.

    Of an agency's desks that are given up, each goes to the new one nearest to it, as far as they go.
    """
    chosen = np.array(plan, dtype=np.intp)
    taken = np.flatnonzero(chosen != NOBODY)
    places = tuple((question.seats[one].desk, question.members[chosen[one]].agency) for one in taken)
    moves: list[Move] = []
    for member in range(len(question.members)):
        moves += _moves(question, chosen, member)
    return Proposal(question.day, places, tuple(moves))


def plan_of(question: Question, proposal: Proposal) -> Plan:
    """The plan that `proposal` was made of."""
    order = {member.agency: place for place, member in enumerate(question.members)}
    sits = dict(proposal.places)
    return np.array(
        [order[sits[one.desk]] if one.desk in sits else NOBODY for one in question.seats], np.intp
    )


def _moves(question: Question, plan: Plan, member: int) -> list[Move]:
    had = np.flatnonzero((question.today == member) & (plan != member))
    gets = np.flatnonzero((plan == member) & (question.today != member))
    ways = np.abs(question.at[had][:, None, :] - question.at[gets][None, :, :]).sum(axis=2)
    rows, columns = linear_sum_assignment(ways)
    agency = question.members[member].agency
    desk = [seat.desk for seat in question.seats]
    moved = [
        Move(agency, desk[had[row]], desk[gets[column]]) for row, column in zip(rows, columns, strict=True)
    ]
    more = [Move(agency, None, desk[one]) for one in np.delete(gets, columns)]
    fewer = [Move(agency, desk[one], None) for one in np.delete(had, rows)]
    return [*moved, *more, *fewer]
