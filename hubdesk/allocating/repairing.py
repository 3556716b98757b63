"""`Repairing`: the plan that keeps all that is asked with the fewest moves, in a process of its own."""

import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Question
from hubdesk.allocating.processes import Processes
from hubdesk.allocating.running import Better, GaveUp, Impossible, Told

if TYPE_CHECKING:
    from hubdesk.allocating.search.planning import Found

_ROUNDS = 3
"""Of the search among plans of as few moves: there are few such plans."""
_SECONDS = 5.0


class Repairing(Processes[Told]):
    """It tells ever better plans of the fewest moves, each a `Better`, and comes to an end by itself."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.begin(_repair, question)


def repairs(question: Question) -> Iterator["Found"]:
    """Ever better plans of those that keep all that is asked with the fewest moves; none if none does.

    Raises TookTooLong.
    """
    from hubdesk.allocating.feasible.fewest import loyal_counts
    from hubdesk.allocating.search.planning import searching
    from hubdesk.allocating.search.seating import seated
    from hubdesk.allocating.search.zones import zones_of

    began, best = time.monotonic(), float("inf")
    counts = loyal_counts(question)
    if counts is None:
        return
    limited = replace(question, most_moves=question.moves_by(counts))
    zones = zones_of(limited)
    sitting = np.zeros((len(question.members), zones.count), dtype=np.intp)
    taken = question.today != NOBODY
    np.add.at(sitting, (question.today[taken], zones.of_seat[taken]), 1)
    for found in searching(limited, 1, seated(limited, counts, zones, sitting)):
        if found.cost.total < best:
            best = found.cost.total
            yield found
        if found.rounds >= _ROUNDS or time.monotonic() - began > _SECONDS:
            return


def _repair(told: Connection, question: Question) -> None:
    """All of it, in its process."""
    from hubdesk.allocating.feasible.conflict import conflict_of
    from hubdesk.allocating.feasible.too_long import TookTooLong

    found = None
    try:
        for found in repairs(question):
            told.send(Better(tuple(found.plan.tolist()), found.cost, found.phase.value, found.rounds))
        if found is None:
            told.send(Impossible(conflict_of(question)))
    except TookTooLong:
        if found is None:
            told.send(GaveUp())
    except BrokenPipeError:
        """Nobody listens any longer."""
