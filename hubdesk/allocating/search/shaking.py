"""Shaking: a plan changed at random, to be polished into another than the one that nothing betters."""

import numpy as np

from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.search.exchanges import exchanges
from hubdesk.allocating.search.pull import pull_of

MOST = 100
"""Seats up to which that is worth its time: of more, teams placed otherwise bring more."""
_EXCHANGES = 4
"""At most; polishing takes one or two back again."""


def shaken(question: Question, plan: Plan, random: np.random.Generator) -> Plan:
    """`plan`, which keeps all that is asked, after a few exchanges of desks that all keep to it too."""
    every = np.arange(len(plan))
    for _ in range(int(random.integers(2, _EXCHANGES + 1))):
        gains = exchanges(question, plan, pull_of(question, plan), every, every).gains
        allowed = np.flatnonzero(np.isfinite(gains.ravel()))
        if not len(allowed):
            break
        one, other = divmod(int(random.choice(allowed)), len(plan))
        plan = plan.copy()
        plan[[one, other]] = plan[[other, one]]
    return plan
