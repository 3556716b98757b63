"""The ways out of a conflict: what could be given up, and what the best plan found without it costs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hubdesk.allocating.feasible.program import AskKind
from hubdesk.allocating.reasons.giving_up import can_be_given_up, way_out_told
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.several import answers_to
from hubdesk.allocating.ways_out import WayOut, WaysOut, given_up
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import sentence
from hubdesk.workflows.placing.proposing import Allocated

_LISTEN_S = 0.1
_JUDGED = 6
"""Ways out for which a plan is looked for: those that give up the fewest desks."""
_SHORT = {AskKind.DESKS, AskKind.ACCESSIBLE}
_SECONDS = 2.0
"""For each of them."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What to give up, as in "let HSG be 7 desks short", and what the plan costs that was found so."""

    what: str
    cost: float
    leaves_short: bool
    """Whether somebody has fewer desks than it is to have, or fewer accessible ones."""


def ways_out_of(hub: Hub, allocated: Allocated, tell: Callable[[], object]) -> tuple[GivenUp, ...]:
    """The ways out of the conflict that take one thing alone, that with the cheapest plan first.

    Those that leave somebody short come last: fewer desks always cost less. There are none where more than
    one thing would have to be given up. `tell` is called often, and may raise to end it.
    """
    ways = _ways(hub, allocated, tell)[:_JUDGED]
    if not ways:
        return ()
    questions = [given_up(allocated.question, way) for way in ways]
    answers = answers_to(questions, allocated.question.today, lambda _done: tell(), _SECONDS)
    judged = [
        GivenUp(
            way_out_told(hub, allocated.question, way),
            cost_of(question, answer.sits).total,
            way.ask.kind in _SHORT,
        )
        for way, question, answer in zip(ways, questions, answers, strict=True)
        if answer.plan is not None
    ]
    return tuple(sorted(judged, key=lambda one: (one.leaves_short, one.cost)))


def ways_told(ways: tuple[GivenUp, ...]) -> Iterator[str]:
    """A sentence for each way, the cheapest first."""
    if not ways:
        yield "There is no way out that gives up only one of these."
    for place, one in enumerate(ways):
        yield sentence(
            f"{'Or' if place else 'The cheapest way out'}: {one.what}; a plan then costs {one.cost:,.1f}"
        )


def _ways(hub: Hub, allocated: Allocated, tell: Callable[[], object]) -> list[WayOut]:
    question = allocated.question
    asks = [one for one in allocated.asks if can_be_given_up(hub, question, one)]
    if not asks:
        return []
    looking, found = WaysOut(question, asks), list[WayOut]()
    try:
        while looking.goes_on:
            found += looking.news(_LISTEN_S)
            tell()
    finally:
        looking.stop()
    return sorted(found, key=lambda one: one.by)
