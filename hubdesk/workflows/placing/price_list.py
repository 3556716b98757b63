"""What each rule, area, limit and agency's pins cost, as a table and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import counted
from hubdesk.workflows.placing.reason_words import agency_called
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text, Whole

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

ALIKE = 1e-6
"""Of a cost: a difference so small is none."""


@dataclass(frozen=True, slots=True)
class Price:
    """What `what` costs: the plan costs `cost` more for it, which is `part` of all, and has `moves` more.

    By `charges` each agency pays more for it, or less, in a year; those that pay the same are not in it, and
    None says that the year has no figures. Unless it `is_proved`, a longer search might find more.
    """

    id: str
    what: str
    cost: float
    part: float
    moves: int
    charges: Mapping[RecordId, Pence] | None
    is_proved: bool

    @property
    def is_nothing(self) -> bool:
        return self.cost <= ALIKE


@dataclass(frozen=True, slots=True)
class Prices:
    """A price to each thing that is asked, the dearest first, and the plan that they are seen from.

    `better` is that plan where it is another than the one at hand: found by the way, and keeping all rules.
    """

    prices: tuple[Price, ...]
    better: "Allocated | None"


def price_columns(hub: Hub) -> tuple[Column[Price], ...]:
    """What is asked, and what it costs; blank figures where that is nothing."""
    return (
        Column(id="what", title="What is asked", kind=Text(), value=lambda row: row.what, sample="N" * 34),
        Column(
            id="cost",
            title="Costs",
            kind=Measure(places=1),
            value=lambda row: None if row.is_nothing else Decimal(repr(row.cost)),
            hint="In metres times strength: without it, a plan was found that costs so much less",
        ),
        Column(
            id="moves",
            title="Moves",
            kind=Whole(),
            value=lambda row: None if row.is_nothing else row.moves,
            hint="So many more desks move because of it; below 0, fewer",
        ),
        Column(
            id="charges",
            title="£ a year",
            kind=Text(),
            value=lambda row: charges_told(hub, row),
            hint="What agencies pay more or less because of it",
        ),
        Column(id="told", title="In words", kind=Text(), value=price_told, sample="N" * 34),
    )


def price_told(price: Price) -> str:
    """ "at least 12.4 (0.7 %), and 3 moves more"; "nothing", where that is proved."""
    if price.is_nothing:
        return "nothing" if price.is_proved else "nothing that a short search could find"
    moves = f", and {counted(price.moves, 'move')} more" if price.moves > 0 else ""
    moves = f", and saves {counted(-price.moves, 'move')}" if price.moves < 0 else moves
    least = "" if price.is_proved else "at least "
    return f"{least}{price.cost:,.1f} ({100 * price.part:,.1f} %){moves}"


def charges_told(hub: Hub, price: Price) -> str:
    """ "£120.00 more for DWP, £120.00 less for POL"; "nothing"."""
    if price.charges is None:
        return "the year has no figures yet"
    return ", ".join(_charges(hub, price.charges)) or "nothing"


def _charges(hub: Hub, charges: Mapping[RecordId, Pence]) -> Iterator[str]:
    for agency, pence in sorted(charges.items(), key=lambda each: -abs(each[1])):
        yield f"{pounds(abs(pence))} {'more' if pence > 0 else 'less'} for {agency_called(hub, agency)}"


def better_told(prices: Prices, at_hand: "Allocated") -> str:
    """That a better plan was found by the way; nothing where none was."""
    better = prices.better
    if better is None or better.cost is None or at_hand.cost is None:
        return ""
    saved = at_hand.cost.total - better.cost.total
    return (
        f"By the way, a plan was found that keeps everything and costs {saved:,.1f} less than the proposal: "
        "the prices are seen from it."
    )
