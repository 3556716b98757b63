"""The conflict: a smallest set of what is asked that cannot be kept together."""

from hubdesk.allocating.feasible.program import Ask, Program, program_of
from hubdesk.allocating.feasible.solving import a_solution, by_highs, core
from hubdesk.allocating.problem.question import Plan, Question


def counts_of(question: Question, seconds: float = 10.0) -> Plan | None:
    """How many desks each member may have in each cell (members × cells) so that all is kept.

    None if all of it cannot be kept: `conflict_of` tells what. Raises TookTooLong.
    """
    program = program_of(question)
    values = a_solution(program, seconds)
    return None if values is None else program.counts(values)


def conflict_of(question: Question, seconds: float = 10.0) -> tuple[Ask, ...]:
    """What of `question` cannot be kept together, of which nothing can be left out; () if all can be kept.

    Each step is confirmed by HiGHS: the set cannot be kept, and without any one of it the rest can.
    Raises TookTooLong.
    """
    program = program_of(question)
    if a_solution(program, seconds) is not None:
        return ()
    asks = core(program, seconds)
    if by_highs(program, asks, seconds) is not None:
        asks = program.asks
    return _fewest(program, asks, seconds)


def _fewest(program: Program, asks: tuple[Ask, ...], seconds: float) -> tuple[Ask, ...]:
    """`asks` without those that the rest does not need to be a conflict, tried one after the other."""
    kept = list(asks)
    for ask in asks:
        rest = [one for one in kept if one != ask]
        if by_highs(program, rest, seconds) is None:
            kept = rest
    return tuple(kept)
