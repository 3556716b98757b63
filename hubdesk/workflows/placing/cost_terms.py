"""What a plan costs, term by term, in the words of everybody who shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubdesk.allocating.score import Cost


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the cost, as it is today and as it would be."""

    words: str
    today: float
    then: float


def cost_terms(today: "Cost", then: "Cost") -> Iterator[Term]:
    """Every term, and last what they come to together."""
    yield Term("Ways between those who work together", today.proximity, then.proximity)
    yield Term("Agencies’ own spread", today.spread, then.spread)
    yield Term("Pieces that agencies are torn into", today.pieces, then.pieces)
    yield Term("Moves", today.moves, then.moves)
    yield Term("Together", today.total, then.total)
