"""What each rule, area, limit and agency's pins cost: the plan at hand beside one found without them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from hubdesk.allocating.feasible.program import AskKind
from hubdesk.allocating.keeping import keeps
from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.proposal import Proposal, change_of
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.reasons.prices import Without, without_each
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.several import SECONDS, Answer, answers_to
from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import counted
from hubdesk.workflows.placing.price_list import ALIKE, Price, Prices
from hubdesk.workflows.placing.proposing import Allocated
from hubdesk.workflows.placing.reason_words import area_kept_told
from hubdesk.workflows.year_cost import NoYearCost, YearCost, effects_of, year_cost


def prices_of(
    hub: Hub,
    allocated: Allocated,
    issued: Sequence[Run],
    tell: Callable[[float], object],
    seconds: float = SECONDS,
) -> Prices:
    """Without each thing that is asked, one at a time, look from the plan at hand on for a short time.

    So is it with all of them, and whatever is found that keeps all of them counts as found with them: a price
    is not what searching on brings anyway. `tell` hears often what part is done, and may raise to end it.
    """
    assert allocated.proposal is not None
    question, plan = allocated.question, plan_of(allocated.question, allocated.proposal)
    without = without_each(hub, question)
    asked = [question, *(one.question for one in without)]
    everything = answers_to(asked, plan, lambda done: tell(done / len(asked)), seconds)
    answers, seen_from = everything[1:], allocated
    for one in everything:
        seen_from = _better(seen_from, one)
    charges = _Charges.of(hub, allocated, issued)
    prices = []
    for number, (each, answer) in enumerate(zip(without, answers, strict=True)):
        prices.append(_price(seen_from, _asked(hub, question, each), answer, charges, str(number)))
        tell(1.0)
    return Prices(
        tuple(sorted(prices, key=lambda each: -each.cost)), None if seen_from is allocated else seen_from
    )


def _better(allocated: Allocated, answer: Answer) -> Allocated:
    """The plan at hand, or what was found, if that is better and keeps everything too."""
    assert allocated.cost is not None
    cost = cost_of(allocated.question, answer.sits)
    if cost.total >= allocated.cost.total - ALIKE or not keeps(allocated.question, answer.sits):
        return allocated
    return replace(allocated, proposal=proposal_of(allocated.question, answer.sits), cost=cost)


def _price(seen_from: Allocated, what: str, answer: Answer, charges: "_Charges", id_: str) -> Price:
    question, kept, total = seen_from.question, seen_from.proposal, seen_from.cost
    assert kept is not None
    assert total is not None
    found = cost_of(question, answer.sits)
    saved = total.total - found.total
    if saved <= ALIKE:
        return Price(id_, what, 0.0, 0.0, 0, {}, is_proved=answer.bound >= total.total - ALIKE)
    without = proposal_of(question, answer.sits)
    proved = answer.bound >= found.total - ALIKE
    paid = charges.between(without, kept)
    return Price(id_, what, saved, saved / total.total, kept.moved - without.moved, paid, proved)


def _asked(hub: Hub, question: Question, without: Without) -> str:
    """What is asked, as a sentence without its full stop."""
    ask = without.ask
    if ask.kind is AskKind.PINS and ask.member is not None:
        pinned = int(question.pinned.sum() - without.question.pinned.sum())
        are = "is" if pinned == 1 else "are"
        return f"{counted(pinned, 'desk')} of {question.members[ask.member].code} {are} pinned"
    if ask.kind is AskKind.RULE and ask.member is None:
        assert ask.record is not None
        return area_kept_told(hub, ask.record)
    (told,) = conflict_told(hub, question, (ask,))
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
