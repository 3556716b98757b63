"""Why an agency sits where it does: its cost, whom it is near, and what other places would mean, as rows."""

from collections import Counter
from decimal import Decimal

from hubdesk.allocating.pairing import plan_of
from hubdesk.allocating.reasons.agency import AgencyReasons, reasons_of
from hubdesk.allocating.reasons.elsewhere import Elsewhere, in_order
from hubdesk.allocating.score import Cost
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.placing.proposing import Allocated
from hubdesk.workflows.placing.reason_rows import AgencyTold, PartnerRow, PlaceRow, TermRow
from hubdesk.workflows.placing.reason_words import TERMS, place_called, read_aloud, why_told


def agency_told(hub: Hub, allocated: Allocated, agency: RecordId) -> AgencyTold:
    """Why `agency` sits where it does in the plan that is proposed."""
    question, proposal, plan_cost = allocated.question, allocated.proposal, allocated.cost
    assert proposal is not None
    assert plan_cost is not None
    member = next(place for place, one in enumerate(question.members) if one.agency == agency)
    reasons = reasons_of(question, plan_of(question, proposal), member)
    marks = marks_of_agencies(hub)
    partners = tuple(
        PartnerRow(
            one.agency,
            one.code,
            marks[one.agency],
            _decimal(partner.strength),
            _decimal(partner.metres),
            _decimal(partner.cost),
        )
        for partner in reasons.partners
        for one in [question.members[partner.member]]
    )
    places = tuple(
        PlaceRow(
            one.place,
            place_called(hub, one.place),
            None if one.more is None else _decimal(one.more.total),
            _per_cent(one, plan_cost),
            why_told(hub, question, member, one, plan_cost),
        )
        for one in sorted(reasons.elsewhere, key=in_order)
    )
    aloud = tuple(read_aloud(hub, question, reasons, plan_cost))
    return AgencyTold(agency, _sits(hub, allocated, agency), _terms(reasons), partners, places, aloud)


def _terms(reasons: AgencyReasons) -> tuple[TermRow, ...]:
    rows = [TermRow(term, words, _decimal(getattr(reasons.cost, term))) for term, words in TERMS.items()]
    return (*rows, TermRow("total", "Together", _decimal(reasons.cost.total)))


def _sits(hub: Hub, allocated: Allocated, agency: RecordId) -> str:
    """ "12 desks: Gallery (1-GAL) 10, Ground floor, outside areas 2"."""
    assert allocated.proposal is not None
    where = {seat.desk: allocated.question.cells[seat.cell].place for seat in allocated.question.seats}
    places = Counter(where[desk] for desk, who in allocated.proposal.places if who == agency)
    listed = "; ".join(f"{place_called(hub, place)} {desks:,}" for place, desks in places.most_common())
    return f"{counted(places.total(), 'desk')}: {listed}"


def _per_cent(one: Elsewhere, plan: Cost) -> Decimal | None:
    return None if one.more is None or not plan.total else _decimal(100 * one.more.total / plan.total)


def _decimal(figure: float) -> Decimal:
    return Decimal(repr(figure))
