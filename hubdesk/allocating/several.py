"""`Several`: short searches for many questions of the same seats, a few at a time, in processes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

import numpy as np

from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.processes import SIDE_BY_SIDE, Processes

ROUNDS = 3
"""Of the search, for each question; after these little is found that is better in a building of one hub."""
SECONDS = 10.0
"""For each question, unless told otherwise."""

_LISTEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Answer:
    """The best plan that was found for the question `number`, and what none can cost less than.

    No plan where not all that it asks can be kept, or where that was not found out in time.
    """

    number: int
    plan: tuple[int, ...] | None
    bound: float

    @property
    def sits(self) -> Plan:
        """The plan, to be reckoned with. There is one."""
        assert self.plan is not None
        return np.array(self.plan, dtype=np.intp)


class Several(Processes[Answer]):
    """Each of `questions` is searched from the plan `near` on, for as many rounds as the others.

    None takes much longer than `seconds`, however few rounds that is.
    """

    def __init__(
        self, questions: Sequence[Question], near: Plan, seed: int = 1, seconds: float = SECONDS
    ) -> None:
        super().__init__()
        numbered = list(enumerate(questions))
        for side in range(SIDE_BY_SIDE):
            if part := numbered[side::SIDE_BY_SIDE]:
                self.begin(_answer, part, near, seed, seconds)


def _answer(
    told: Connection, questions: Sequence[tuple[int, Question]], near: Plan, seed: int, seconds: float
) -> None:
    """Some of the questions one after another, in their process."""
    from hubdesk.allocating.bound import bounds

    try:
        for number, question in questions:
            told.send(Answer(number, _plan(question, near, seed, seconds), next(bounds(question))))
    except BrokenPipeError:
        """Nobody listens any longer."""


def _plan(question: Question, near: Plan, seed: int, seconds: float) -> tuple[int, ...] | None:
    from hubdesk.allocating.feasible.too_long import TookTooLong
    from hubdesk.allocating.search.planning import searching

    began, best = time.monotonic(), None
    try:
        for found in searching(question, seed, near):
            best = found
            if found.rounds >= ROUNDS or time.monotonic() - began > seconds:
                break
    except TookTooLong:
        """What was found until then stands."""
    return None if best is None else tuple(best.plan.tolist())


def answers_to(
    questions: Sequence[Question], near: Plan, tell: Callable[[int], object], seconds: float = SECONDS
) -> tuple[Answer, ...]:
    """An answer to each of `questions`; `tell` hears often how many there are, and may raise to end it."""
    several = Several(questions, near, seconds=seconds)
    answers: dict[int, Answer] = {}
    try:
        while several.goes_on:
            answers.update((one.number, one) for one in several.news(_LISTEN_S))
            tell(len(answers))
    finally:
        several.stop()
    if len(answers) < len(questions):
        raise RuntimeError("a process ended without an answer, and without saying why")
    return tuple(answers[number] for number in range(len(questions)))
