"""A proposal to a hub, as a short search in the test's own process finds it."""

from datetime import date
from itertools import islice

import numpy as np

from hubdesk.allocating.bound import least_cost
from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import Plan
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.search.planning import searching
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.proposing import Allocated

DAY = date(2026, 11, 23)


def proposed(hub: Hub, steps: int = 8, most_moved: int | None = None) -> Allocated:
    """What the first so many steps of a search come to."""
    question = question_of(hub, DAY, most_moved)
    found = list(islice(searching(question, 1), steps))[-1]
    return Allocated(
        question,
        0.0,
        proposal_of(question, found.plan),
        found.cost,
        cost_of(question, question.today),
        least_cost(question),
    )


def plan_in(allocated: Allocated) -> Plan:
    assert allocated.proposal is not None
    return plan_of(allocated.question, allocated.proposal)


def as_today(hub: Hub) -> Allocated:
    """Everybody stays: where that keeps all rules, the proposal that moves nobody."""
    question = question_of(hub, DAY)
    cost = cost_of(question, question.today)
    proposal = proposal_of(question, np.array(question.today))
    return Allocated(question, 0.0, proposal, cost, cost, least_cost(question))
