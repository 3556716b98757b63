"""Trying a place anyway: what a plan comes to in which an agency sits where it does not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.reasons.against import too_many_moves
from hubdesk.allocating.reasons.forced import forced
from hubdesk.allocating.reasons.shifts import Shift, shifts_between
from hubdesk.allocating.score import Cost, cost_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem
from hubdesk.workflows.placing.proposing import Allocated, Allocating
from hubdesk.workflows.placing.reason_words import (
    against_told,
    agency_called,
    per_cent_told,
    place_called,
)

SECONDS = 5.0
_ALIKE = 0.05
"""Of a cost: less is not told apart."""


@dataclass(frozen=True, slots=True)
class Tried:
    """`inside` of the `desks` of an agency in a place, after what stood against it was `lifted`.

    `allocated` is the plan that was found, `more` what it costs more by than the one at hand, and `shifts`
    who goes where from that. Or there is none, and `conflict` says what cannot be kept.
    """

    agency: RecordId
    place: RecordId
    inside: int
    desks: int
    lifted: tuple[str, ...]
    allocated: Allocated | None = None
    more: Cost | None = None
    shifts: tuple[Shift, ...] = ()
    conflict: tuple[Problem, ...] = ()

    @property
    def may_be_chosen(self) -> bool:
        """Whether it keeps everything that was asked."""
        return self.allocated is not None and not self.lifted


def trying(
    hub: Hub,
    allocated: Allocated,
    agency: RecordId,
    place: RecordId,
    tell: Callable[[Allocating], object],
    seconds: float = SECONDS,
) -> Tried:
    """Put `agency` into `place`, and look for so many `seconds` for where all the others go then.

    `tell` hears often of it, and may raise to end it. Raises Refused where nothing fits in, or it was not
    found out in time whether all the others can sit somewhere.
    """
    question = allocated.question
    assert allocated.proposal is not None
    assert allocated.cost is not None
    at_hand = plan_of(question, allocated.proposal)
    member = next(number for number, one in enumerate(question.members) if one.agency == agency)
    tried = forced(question, member, question.places.index(place))
    search = Allocating(hub, tried.question, near=tried.parted(at_hand))
    found = search.search(seconds, tell)
    desks = question.members[member].desks
    lifted = [against_told(hub, question, member, one) for one in tried.lifted]
    if search.best is None:
        return Tried(agency, place, tried.inside, desks, tuple(lifted), conflict=found.conflict)
    plan = tried.whole(search.best.plan)
    proposal = proposal_of(question, plan)
    if question.most_moves is not None and proposal.moved > question.most_moves:
        lifted.append(too_many_moves(question, proposal.moved).what)
    cost = cost_of(question, plan)
    return Tried(
        agency,
        place,
        tried.inside,
        desks,
        tuple(lifted),
        replace(allocated, proposal=proposal, cost=cost),
        cost.less(allocated.cost),
        shifts_between(question, at_hand, plan),
    )


def tried_told(hub: Hub, allocated: Allocated, tried: Tried) -> Iterator[str]:
    """What came of it, in sentences: what was lifted, what it costs, and who goes where."""
    assert allocated.cost is not None
    name, place = agency_called(hub, tried.agency), place_called(hub, tried.place)
    if tried.inside < tried.desks:
        yield f"{tried.inside:,} of its {counted(tried.desks, 'desk')} fit in."
    if tried.lifted:
        yield f"Lifted for this: {'; '.join(tried.lifted)}."
    if tried.more is None:
        yield f"With {name} in {place}, not everything else can be kept: {_listed(tried.conflict)}."
        return
    yield f"The plan costs {_more(tried.more, allocated.cost)}{_by_term(tried.more)}."
    far = [one for one in tried.shifts if one.come_from != one.go_to]
    near = [one for one in tried.shifts if one.come_from == one.go_to]
    for shift in far:
        yield f"{shift_told(hub, shift)}."
    if near:
        desks = counted(sum(one.desks for one in near), "desk")
        yield f"{'Besides, ' if far else ''}{desks} would be others in the same places."
    elif not far:
        yield "Nobody goes anywhere else."


def shift_told(hub: Hub, shift: Shift) -> str:
    """ "Benefits: 4 desks from Gallery (1-GAL) to Ground floor, outside areas"."""
    who = f"{agency_called(hub, shift.agency)}: {counted(shift.desks, 'desk')}"
    return f"{who} from {place_called(hub, shift.come_from)} to {place_called(hub, shift.go_to)}"


def _more(more: Cost, plan: Cost) -> str:
    if abs(more.total) < _ALIKE:
        return "as much as the one at hand"
    per_cent = f", {per_cent_told(more.total / plan.total)}" if plan.total else ""
    return f"{abs(more.total):,.1f} {'more' if more.total > 0 else 'less'} than the one at hand{per_cent}"


def _by_term(more: Cost) -> str:
    """The terms that make the difference, in brackets."""
    terms = [
        f"{words} {figure:+,.1f}".replace("-", "−")
        for words, figure in (
            ("ways", more.proximity),
            ("spread", more.spread),
            ("pieces", more.pieces),
            ("moves", more.moves),
        )
        if abs(figure) >= _ALIKE
    ]
    return f" ({', '.join(terms)})" if terms else ""


def _listed(problems: tuple[Problem, ...]) -> str:
    return "; ".join(one.what for one in problems)
