"""What stands against a member's sitting in a place, whoever else sits where."""

import numpy as np

from hubdesk.allocating.problem.question import Flags, Question
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem


def standing_against(question: Question, member: int, place: int) -> tuple[Problem, ...]:
    """The rules and areas that keep `member` out of all of `place`, and its pins elsewhere."""
    cells = {int(cell) for cell in np.flatnonzero(question.place_of_cell == place)}
    bars = (bar.told for bar in question.bars if bar.member == member and cells <= bar.cells)
    elsewhere = int(pinned_elsewhere(question, member, place).sum())
    return (*bars, *([pins_against(question, member, elsewhere)] if elsewhere else []))


def pinned_elsewhere(question: Question, member: int, place: int) -> Flags:
    """The seats outside `place` where the member is to stay."""
    outside = question.place_of_cell[question.cell_of] != place
    return np.asarray(question.pinned & (question.today == member) & outside)


def too_few_accessible(question: Question, member: int, free: int) -> Problem:
    """That a place has fewer accessible desks for the member than it wants."""
    one = question.members[member]
    return warning(
        "place-accessible",
        f"{one.code} wants {counted(one.accessible, 'accessible desk')}, and there {_are(free)} free",
        f"agency {one.code}",
        "Make more desks accessible, or ask for fewer",
        (one.agency,),
    )


def too_many_moves(question: Question, moves: int) -> Problem:
    """That more desks would move than may."""
    return warning(
        "place-moves",
        f"{counted(moves, 'desk')} would move, and at most {question.most_moves:,} may",
        "the limit on moves",
        "Let more desks move",
    )


def torn(question: Question, member: int, inside: int) -> Problem:
    """That a member that is to be together would not be, `inside` of its desks being in a place."""
    one = question.members[member]
    assert one.together is not None
    return warning(
        "place-torn",
        f"{one.code} is to be kept together, and {inside:,} of its {counted(one.desks, 'desk')} fit in",
        f"agency {one.code}",
        "Change or remove the rule “keep together”",
        (one.together,),
    )


def pins_against(question: Question, member: int, desks: int) -> Problem:
    """That so many of its desks are to stay elsewhere."""
    one = question.members[member]
    return warning(
        "place-pins",
        f"{one.code} is to stay at {counted(desks, 'desk')} elsewhere",
        f"agency {one.code}",
        "Unpin them",
        (one.agency,),
    )


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {count or 'none'}"
