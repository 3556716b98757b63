"""The conflict: a smallest set of what is asked that cannot be kept together."""

from hubdesk.allocating.feasible.cores import Fractions, core
from hubdesk.allocating.feasible.program import Ask, AskKind, Program, program_of
from hubdesk.allocating.feasible.solving import Confirming, a_solution
from hubdesk.allocating.feasible.too_long import TookTooLong
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

    HiGHS confirms that the set cannot be kept; that without any one of it the rest can is added up.
    Raises TookTooLong.
    """
    program = program_of(question)
    if a_solution(program, seconds) is not None:
        return ()
    asks, trying = core(program, seconds), _Trying(program, seconds)
    if trying.confirming.values(asks, seconds) is not None:
        asks = program.asks
    fewest = trying.fewest(asks)
    if trying.confirming.values(fewest, seconds) is not None:
        raise TookTooLong
    return fewest


class _Trying:
    def __init__(self, program: Program, seconds: float) -> None:
        self.confirming, self._fractions = Confirming(program), Fractions(program)
        self._seconds = seconds

    def fewest(self, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
        """`asks` without those that the rest needs not to be a conflict: kind by kind, then one by one."""
        kept = list(asks)
        of_kinds = [[one for one in asks if one.kind is kind] for kind in AskKind]
        for some in (*(each for each in of_kinds if len(each) > 1), *([one] for one in asks)):
            rest = [one for one in kept if one not in some]
            if len(rest) < len(kept) and not self._can_keep(rest):
                kept = rest
        return tuple(kept)

    def _can_keep(self, asks: list[Ask]) -> bool:
        can = self._fractions.can_keep(asks)
        return self.confirming.values(asks, self._seconds) is not None if can is None else can
