"""`WaysOut`: what of a conflict could be given up so that all else can be kept, in a process of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.processes import Processes

_COUNTED = {AskKind.DESKS, AskKind.ACCESSIBLE, AskKind.MOVES}


@dataclass(frozen=True, slots=True)
class WayOut:
    """All else can be kept without `ask`; or, where it is of a number, if that is missed `by` so many."""

    ask: Ask
    by: int = 0


class WaysOut(Processes[WayOut]):
    """It tells each way out of `conflict` that takes one thing alone, in its order, and comes to an end."""

    def __init__(self, question: Question, conflict: Sequence[Ask]) -> None:
        super().__init__()
        self.begin(_tell_ways_out, question, tuple(conflict))


def _tell_ways_out(told: Connection, question: Question, conflict: tuple[Ask, ...]) -> None:
    from hubdesk.allocating.feasible.too_long import TookTooLong

    try:
        for way in ways_out(question, conflict):
            told.send(way)
    except TookTooLong:
        """What was told until then stands."""
    except BrokenPipeError:
        """Nobody listens any longer."""


def ways_out(question: Question, conflict: Sequence[Ask]) -> Iterator[WayOut]:
    """Each way out of `conflict` that takes one thing alone. Raises TookTooLong."""
    from hubdesk.allocating.feasible.least import least_off
    from hubdesk.allocating.feasible.program import program_of
    from hubdesk.allocating.feasible.solving import Confirming

    program = program_of(question)
    confirming = Confirming(program)
    for ask in conflict:
        if ask.kind in _COUNTED:
            by = least_off(program, ask)
            if by is not None:
                yield WayOut(ask, by)
        elif confirming.values([one for one in program.asks if one != ask]) is not None:
            yield WayOut(ask)


def given_up(question: Question, way: WayOut) -> Question:
    """The question that is left to answer."""
    ask, by = way.ask, way.by
    if ask.member is None:
        assert question.most_moves is not None
        return replace(question, most_moves=question.most_moves + by)
    member = question.members[ask.member]
    match ask.kind:
        case AskKind.DESKS:
            return question.with_member(ask.member, replace(member, desks=member.desks - by))
        case AskKind.ACCESSIBLE:
            return question.with_member(ask.member, replace(member, accessible=member.accessible - by))
        case AskKind.TOGETHER:
            return question.with_member(ask.member, replace(member, together=None))
        case AskKind.PINS:
            return replace(question, pinned=question.pinned & (question.today != ask.member))
        case AskKind.RULE | AskKind.MOVES:
            own = (ask.member, ask.record)
            bars = tuple(bar for bar in question.bars if (bar.member, bar.record) != own)
            return replace(question, bars=bars)
