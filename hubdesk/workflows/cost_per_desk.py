"""What a desk costs each agency in a year, and bands of it for colouring a plan and its legend."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.year_cost import YearCost

BANDS_AT_MOST = 5
"""As many steps of a colour as people tell apart in a legend."""


@dataclass(frozen=True, slots=True)
class Band:
    """Costs from `least` up to, and without, `under`; None is open-ended. In pence a desk and year."""

    least: Pence | None
    under: Pence | None

    def holds(self, pence: Pence) -> bool:
        return (self.least is None or self.least <= pence) and (self.under is None or pence < self.under)

    @property
    def words(self) -> str:
        """As a legend says it: "£2,000 to under £3,000"."""
        match self.least, self.under:
            case None, None:
                return "any cost"
            case None, under:
                return f"under {_whole(under)}"
            case least, None:
                return f"{_whole(least)} or more"
            case least, under:
                return f"{_whole(least)} to under {_whole(under)}"


def cost_per_desk(cost: YearCost) -> Mapping[RecordId, Pence]:
    """Pence a desk licensed and year, of all that each agency is charged; those without a desk left out."""
    each = ((agency, one.per_desk()) for agency, one in cost.of.items())
    return {agency: pence for agency, pence in each if pence is not None}


def bands(costs: Iterable[Pence]) -> tuple[Band, ...]:
    """Equal bands between round numbers of pounds that tell `costs` apart, lowest first, open at both ends.

    None without costs.
    """
    listed = sorted(costs)
    if not listed:
        return ()
    lowest, highest = listed[0], listed[-1]
    step = next(step for step in _round_steps() if highest // step - lowest // step < BANDS_AT_MOST)
    edges = [place * step for place in range(lowest // step + 1, highest // step + 1)]
    return tuple(Band(least, under) for least, under in zip([None, *edges], [*edges, None], strict=True))


def _round_steps() -> Iterator[Pence]:
    """£50, £100, £200, £500, £1,000 and so on: a finer one would make much of what is nearly the same."""
    yield 50_00
    yield from (digit * 100_00 * 10**power for power in count() for digit in (1, 2, 5))


def _whole(pence: Pence | None) -> str:
    """Whole pounds, without the pence."""
    assert pence is not None
    return f"{'-' if pence < 0 else ''}£{abs(pence) // 100:,}"
