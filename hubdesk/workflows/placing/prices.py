"""What each rule, area, limit and agency's pins cost: the plan at hand beside one found without them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.proposal import Proposal, change_of
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.reasons.prices import without_each
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.several import SECONDS, Answer, answers_to
from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import counted
from hubdesk.workflows.placing.proposing import Allocated
from hubdesk.workflows.placing.reason_words import agency_called, area_kept_told, per_cent_told
from hubdesk.workflows.year_cost import NoYearCost, YearCost, effects_of, year_cost

_ALIKE = 1e-6
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
        return self.cost <= _ALIKE


@dataclass(frozen=True, slots=True)
class Prices:
    """A price to each thing that is asked, the dearest first, and the plan that they are seen from.

    `better` is that plan where it is another than the one at hand: found by the way, and keeping all rules.
    """

    prices: tuple[Price, ...]
    better: Allocated | None


def prices_of(
    hub: Hub,
    allocated: Allocated,
    issued: Sequence[Run],
    tell: Callable[[float], object],
    seconds: float = SECONDS,
) -> Prices:
    """Without each thing that is asked, one at a time, look from the plan at hand on for a short time.

    So is it with all of them, so that a price is not what searching on brings anyway. `tell` hears often what
    part is done, and may raise to end it.
    """
    assert allocated.proposal is not None
    question, plan = allocated.question, plan_of(allocated.question, allocated.proposal)
    without = without_each(hub, question)
    asked = [question, *(one.question for one in without)]
    first, *answers = answers_to(asked, plan, lambda done: tell(done / len(asked)), seconds)
    seen_from = _better(allocated, first)
    charges = _Charges.of(hub, allocated, issued)
    prices = []
    for number, (one, answer) in enumerate(zip(without, answers, strict=True)):
        prices.append(_price(hub, seen_from, one.ask, answer, charges, str(number)))
        tell(1.0)
    return Prices(
        tuple(sorted(prices, key=lambda each: -each.cost)), None if seen_from is allocated else seen_from
    )


def _better(allocated: Allocated, answer: Answer) -> Allocated:
    """The plan at hand, or what was found with everything kept, if that is better."""
    assert allocated.cost is not None
    cost = cost_of(allocated.question, answer.sits)
    if cost.total >= allocated.cost.total - _ALIKE:
        return allocated
    return replace(allocated, proposal=proposal_of(allocated.question, answer.sits), cost=cost)


def _price(hub: Hub, seen_from: Allocated, ask: Ask, answer: Answer, charges: "_Charges", id_: str) -> Price:
    question, kept, total = seen_from.question, seen_from.proposal, seen_from.cost
    assert kept is not None
    assert total is not None
    found = cost_of(question, answer.sits)
    saved = total.total - found.total
    what = _asked(hub, seen_from, ask)
    if saved <= _ALIKE:
        return Price(id_, what, 0.0, 0.0, 0, {}, is_proved=answer.bound >= total.total - _ALIKE)
    without = proposal_of(question, answer.sits)
    proved = answer.bound >= found.total - _ALIKE
    paid = charges.between(without, kept)
    return Price(id_, what, saved, saved / total.total, kept.moved - without.moved, paid, proved)


def _asked(hub: Hub, allocated: Allocated, ask: Ask) -> str:
    """What is asked, as a sentence without its full stop."""
    if ask.kind is AskKind.RULE and ask.member is None:
        assert ask.record is not None
        return area_kept_told(hub, ask.record)
    (told,) = conflict_told(hub, allocated.question, (ask,))
    return told.what


@dataclass(frozen=True)
class _Charges:
    """What agencies pay by one plan or another."""

    hub: Hub
    was: YearCost | NoYearCost
    issued: Sequence[Run]

    @classmethod
    def of(cls, hub: Hub, allocated: Allocated, issued: Sequence[Run]) -> "_Charges":
        return cls(hub, year_cost(hub, allocated.question.day, issued), issued)

    def between(self, one: Proposal, other: Proposal) -> Mapping[RecordId, Pence] | None:
        """By how much more each agency pays in the year by the `other` plan than by the `one`."""
        before, after = self._effects(one), self._effects(other)
        if before is None or after is None:
            return None
        agencies = dict.fromkeys((*before, *after))
        paid = {agency: after.get(agency, 0) - before.get(agency, 0) for agency in agencies}
        return {agency: pence for agency, pence in paid.items() if pence}

    def _effects(self, proposal: Proposal) -> Mapping[RecordId, Pence] | None:
        if isinstance(self.was, NoYearCost):
            return None
        effects = effects_of(change_of(self.hub, proposal), self.was, self.hub, self.issued)
        return None if isinstance(effects, NoYearCost) else {one.agency: one.pence for one in effects}


def price_told(price: Price) -> str:
    """ "at least 12.4 (+0.7 %), and 3 moves"; "nothing", where that is proved."""
    if price.is_nothing:
        return "nothing" if price.is_proved else "nothing that a short search could find"
    moves = f", and {counted(price.moves, 'move')} more" if price.moves > 0 else ""
    moves = f", and saves {counted(-price.moves, 'move')}" if price.moves < 0 else moves
    least = "" if price.is_proved else "at least "
    return f"{least}{price.cost:,.1f} ({per_cent_told(price.part)}){moves}"


def charges_told(hub: Hub, price: Price) -> str:
    """ "£120.00 more for DWP, £120.00 less for POL"; "nothing"."""
    if price.charges is None:
        return "the year has no figures yet"
    return ", ".join(_charges(hub, price.charges)) or "nothing"


def _charges(hub: Hub, charges: Mapping[RecordId, Pence]) -> Iterator[str]:
    for agency, pence in sorted(charges.items(), key=lambda each: -abs(each[1])):
        yield f"{pounds(abs(pence))} {'more' if pence > 0 else 'less'} for {agency_called(hub, agency)}"
