"""The workings of a share by largest remainder (charging rules, section 2)."""

from collections.abc import Sequence

from hubdesk.charging.sharing import largest_remainder
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.domain.money import Pence


def share(
    what: str, pot: Working, weights: Sequence[int], place: int, weight: Working, total: Working
) -> Working:
    """The share of the one at `place` among whole-number `weights`: its whole pence, and the odd penny.

    `pot` is what is shared; `weight` and `total` are in the proportion of that weight and their sum.
    """
    pence = int(pot.value)
    exact = worked(
        "the exact share",
        Unit.PENCE,
        Step.QUOTIENT,
        worked("what is shared × the weight", Unit.ON_THE_WAY, Step.PRODUCT, pot, weight),
        total,
    )
    whole = worked("its whole pence", Unit.PENCE, Step.WHOLE_PENCE, exact)
    odd = largest_remainder(pence, weights)[place] - int(whole.value)
    return worked(what, Unit.PENCE, Step.SUM, whole, fact(_why(pence, weights, place, odd), odd, Unit.PENCE))


def _why(pence: Pence, weights: Sequence[int], place: int, odd: Pence) -> str:
    """Why the one at `place` has an odd penny, or has none."""
    total = sum(weights) or 1
    remainders = [abs(pence) * weight % total for weight in weights]
    left = sum(remainders) // total
    if not left:
        return "no odd penny: nothing is left over"
    mine = remainders[place]
    if not mine:
        return "no odd penny: its share is whole"
    rank = 1 + sum(
        other > mine or (other == mine and where < place) for where, other in enumerate(remainders)
    )
    ties = sum(other == mine for other in remainders) - 1
    tied = ", equal ones in order of code" if ties else ""
    pennies = "1 penny is" if left == 1 else f"{left} pence are"
    has = "an odd penny" if odd else "no odd penny"
    return f"{has}: {pennies} left over, and its fraction of a penny is number {rank} by size{tied}"
