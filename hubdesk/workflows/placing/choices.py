"""Plans to choose from, from few moves to short ways, as a table."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text, Whole

if TYPE_CHECKING:
    from hubdesk.allocating.score import Cost
    from hubdesk.workflows.placing.proposing import Allocated


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan to choose: the best that was found where at most `percent` of the desks move.

    `is_at_hand` where it is the proposal that there is already.
    """

    percent: int | None
    allocated: "Allocated"
    is_at_hand: bool = False

    @property
    def id(self) -> str:
        if self.is_at_hand:
            return "at hand"
        return "any" if self.percent is None else str(self.percent)

    @property
    def moves(self) -> int:
        assert self.allocated.proposal is not None
        return self.allocated.proposal.moved

    @property
    def rest(self) -> float:
        """What it costs but for its moves."""
        assert self.allocated.cost is not None
        return self.allocated.cost.total - self.allocated.cost.moves


@dataclass(frozen=True, slots=True)
class Curve:
    """Plans of which none has both fewer moves and a lower cost besides than another; the fewest moves first.

    With at most as many moves as in `impossible`, no plan was found that keeps all rules.
    """

    choices: tuple[Choice, ...]
    impossible: tuple[int, ...]


_TERMS = {
    "proximity": ("Ways", "Between those who work together, times the strength of their links"),
    "spread": ("Spread", "Agencies’ own"),
    "pieces": ("Pieces", "That agencies are torn into"),
    "total": ("Together", "With the moves"),
}


def choice_columns() -> tuple[Column[Choice], ...]:
    """The limit on moves, the moves, and the cost term by term."""
    return (
        Column(id="limit", title="At most", kind=Text(), value=_limit, sample="N" * 20),
        Column(id="moves", title="Moves", kind=Whole(), value=lambda row: row.moves),
        *(_cost(term, *words) for term, words in _TERMS.items()),
    )


def impossible_told(curve: Curve) -> str:
    """Within which limits there is no plan; nothing where there is one in all."""
    if not curve.impossible:
        return ""
    most = max(curve.impossible)
    if not most:
        return "Without any moves, no plan was found that keeps every rule."
    return f"With at most {most} % of the desks moving, no plan was found that keeps every rule."


def _limit(row: Choice) -> str:
    most = "any number" if row.percent is None else f"{row.percent} % of the desks"
    return f"{most}, the proposal at hand" if row.is_at_hand else most


def _cost(term: str, title: str, hint: str) -> Column[Choice]:
    def value(row: Choice) -> Decimal:
        cost: Cost | None = row.allocated.cost
        assert cost is not None
        return Decimal(repr(getattr(cost, term)))

    return Column(id=term, title=title, kind=Measure(places=1), value=value, hint=hint)
