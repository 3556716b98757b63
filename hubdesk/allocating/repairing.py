"""`Repairing`: the plan that keeps all that is asked with the fewest moves, in a process of its own."""

import time
from dataclasses import replace
from multiprocessing.connection import Connection

from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.processes import Processes
from hubdesk.allocating.running import Better, GaveUp, Impossible, Told

_ROUNDS = 3
"""Of the search among plans of as few moves: there are few such plans."""
_SECONDS = 5.0


class Repairing(Processes[Told]):
    """It tells ever better plans of the fewest moves, each a `Better`, and comes to an end by itself."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.begin(_repair, question)


def _repair(told: Connection, question: Question) -> None:
    """All of it, in its process."""
    from hubdesk.allocating.feasible.conflict import conflict_of
    from hubdesk.allocating.feasible.fewest import fewest_moves
    from hubdesk.allocating.feasible.too_long import TookTooLong
    from hubdesk.allocating.search.planning import searching

    best = float("inf")
    try:
        fewest = fewest_moves(question)
        if fewest is None:
            told.send(Impossible(conflict_of(question)))
            return
        began = time.monotonic()
        for found in searching(replace(question, most_moves=fewest), 1):
            if found.cost.total < best:
                best = found.cost.total
                told.send(Better(tuple(found.plan.tolist()), found.cost, found.phase.value, found.rounds))
            if found.rounds >= _ROUNDS or time.monotonic() - began > _SECONDS:
                return
    except TookTooLong:
        if best == float("inf"):
            told.send(GaveUp())
    except BrokenPipeError:
        """Nobody listens any longer."""
