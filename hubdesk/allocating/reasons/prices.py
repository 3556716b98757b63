"""What each thing that is asked could cost: the question without it, to be searched from the plan at hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.asking import is_spoken_for
from hubdesk.allocating.problem.question import Question
from hubdesk.domain.hub import Hub


@dataclass(frozen=True, eq=False)
class Without:
    """`question` without `ask`, as in a program; that of an area that keeps others out has no member."""

    ask: Ask
    question: Question


def without_each(hub: Hub, question: Question) -> tuple[Without, ...]:
    """The question without each rule, area and limit, and without the pins of each member, one at a time."""
    return (*_rules(hub, question), *_counted(question), *_pins(hub, question), *_limit(question))


def _rules(hub: Hub, question: Question) -> Iterator[Without]:
    for record in dict.fromkeys(bar.record for bar in question.bars):
        rule = hub.placement_rules.get(record)
        member = next(bar.member for bar in question.bars if bar.record == record) if rule else None
        bars = tuple(bar for bar in question.bars if bar.record != record)
        yield Without(Ask(AskKind.RULE, member, record), replace(question, bars=bars))


def _counted(question: Question) -> Iterator[Without]:
    for place, member in enumerate(question.members):
        if member.together is not None and member.desks > 1:
            ask = Ask(AskKind.TOGETHER, place, member.together)
            yield Without(ask, question.with_member(place, replace(member, together=None)))
        if member.accessible:
            ask = Ask(AskKind.ACCESSIBLE, place)
            yield Without(ask, question.with_member(place, replace(member, accessible=0)))


def _pins(hub: Hub, question: Question) -> Iterator[Without]:
    """Pins that somebody set: who stays because the desk is somebody else's later stays all the same."""
    by_hand = np.array([is_by_hand(hub, question, seat) for seat in range(len(question.seats))], dtype=bool)
    for member in range(len(question.members)):
        own = by_hand & question.pinned & (question.today == member)
        if own.any():
            yield Without(Ask(AskKind.PINS, member), replace(question, pinned=question.pinned & ~own))


def is_by_hand(hub: Hub, question: Question, seat: int) -> bool:
    """Whether somebody pinned who sits there, and it is not for another reason that he stays."""
    desk = hub.desks[question.seats[seat].desk]
    return bool(question.pinned[seat]) and not is_spoken_for(hub, desk, question.day)


def _limit(question: Question) -> Iterator[Without]:
    if question.most_moves is not None:
        yield Without(Ask(AskKind.MOVES), replace(question, most_moves=None))
