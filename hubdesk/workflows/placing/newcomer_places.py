"""Looking for a place for somebody who comes new: beside those who are there, or with some of them moving.

It loads what searches for plans, so the window has its workers do that.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.allocating.newcoming import (
    Sitting,
    everybody_else_as_today,
    how_it_sits,
    still_to_have,
    today_with,
    vacant,
)
from hubdesk.allocating.pairing import plan_of, proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.allocating.reasons.agency import reasons_of
from hubdesk.allocating.reasons.elsewhere import Elsewhere, in_order
from hubdesk.allocating.score import cost_of
from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.timeline import Step, Timeline
from hubdesk.workflows.fit import Fit
from hubdesk.workflows.placing.newcomer import Newcomer, NewcomerPlace, NewcomerPlaces
from hubdesk.workflows.placing.proposing import Allocating
from hubdesk.workflows.placing.reason_words import agency_called, elsewhere_told, metres_told, place_called

_SOMEBODY = RecordId("somebody new")
_NEAREST_TOLD = 4
_MOST_CODES = 4


def places_for(hub: Hub, day: date, newcomer: Newcomer) -> NewcomerPlaces:
    """Every place of `hub` from `day` on, without moving anybody who is there, the best first."""
    asked = _Asked(hub, day, newcomer)
    question = asked.question
    reasons = reasons_of(question, question.today, asked.member)
    found = sorted(reasons.elsewhere, key=in_order)
    rows = tuple(asked.place(one) for one in found)
    return NewcomerPlaces(hub, day, newcomer, rows, tuple(asked.notes()))


def place_with_moves(
    hub: Hub, day: date, newcomer: Newcomer, percent: int, seconds: float, still_wanted: Callable[[], object]
) -> NewcomerPlace | tuple[Problem, ...]:
    """The best place that is found if at most `percent` of others' desks move; or why there is none.

    Everybody else keeps as many desks as there are today, and every rule is kept. The search begins with the
    best place where nobody moves, and runs in processes of its own; `still_wanted` is called again and
    again, and may raise to end it. Raises Refused where nothing was found out in time.
    """
    asked = _Asked(hub, day, newcomer)
    still_wanted()
    search = Allocating(asked.hub, asked.question.moving_at_most(percent), near=asked.best_as_it_is())
    allocated = search.search(seconds, lambda _search: still_wanted())
    if allocated.proposal is None:
        return allocated.conflict
    return asked.row("moving", plan_of(asked.question, allocated.proposal))


class _Asked:
    """The question with the newcomer as one of its members, who has no desk yet."""

    def __init__(self, hub: Hub, day: date, newcomer: Newcomer) -> None:
        self.newcomer, self._day, self._before = newcomer, day, hub
        agency = newcomer.agency or _SOMEBODY
        records = () if newcomer.agency else _somebody(newcomer)
        # With a licence it is to have desks; how many is said below.
        desks = Timeline((Step(day, newcomer.desks),))
        licence = Licence(RecordId("licence of the newcomer"), "newcomer", agency, day, None, desks)
        made = (Edit(None, one) for one in (*records, licence))
        self.hub = hub.applying(Change("Somebody comes", tuple(made)))
        question = question_of(self.hub, day)
        self.member = _member(question, agency)
        itself = question.members[self.member]
        self._to_come = {code: more for code, more in still_to_have(question).items() if code != itself.code}
        accessible = max(newcomer.accessible, itself.accessible)
        self.question = everybody_else_as_today(question, self.member, newcomer.desks, accessible)
        self._today = cost_of(self.question, question.today)

    def best_as_it_is(self) -> Plan | None:
        """The plan with the best place where nobody moves; None where there is no such place."""
        found = reasons_of(self.question, self.question.today, self.member).elsewhere
        best = min(found, key=in_order, default=None)
        return today_with(self.question, self.member, best.seats) if best and best.more is not None else None

    def place(self, one: Elsewhere) -> NewcomerPlace:
        """One place, with its best desks there, or what stands against it."""
        called, free = place_called(self.hub, one.place), len(vacant(self.question, one.place))
        if one.more is None:
            told = elsewhere_told(self.hub, self.question, self.member, one, self._today)
            return NewcomerPlace(one.place, called, free, None, None, 0, told)
        plan = today_with(self.question, self.member, one.seats)
        return replace(self.row(one.place, plan), free=free)

    def row(self, id_: str, plan: Plan) -> NewcomerPlace:
        """Where it sits in `plan`."""
        sitting, proposal = how_it_sits(self.question, plan, self.member), proposal_of(self.question, plan)
        named = [(place_called(self.hub, place), desks) for place, desks in sitting.places]
        several = ", ".join(f"{name} {desks:,}" for name, desks in named)
        return NewcomerPlace(
            id_,
            named[0][0] if len(named) == 1 else several,
            None,
            _decimal(sitting.more),
            None if sitting.metres is None else _decimal(sitting.metres),
            proposal.moved,
            ", ".join(self._told(sitting)),
            proposal,
        )

    def notes(self) -> Iterator[Problem]:
        """What is to be thought of wherever it sits: its licence, and who else waits for desks."""
        newcomer, free = self.newcomer, vacant(self.question)
        if newcomer.agency and len(free) >= newcomer.desks:
            fit = Fit(self._before, newcomer.agency, self._day)
            yield from fit.beyond_licence(free[: newcomer.desks])
        left, waiting = len(free) - newcomer.desks, sum(self._to_come.values())
        if 0 <= left < waiting:
            who = [f"{code} {desks:,}" for code, desks in list(self._to_come.items())[:_MOST_CODES]]
            who += ["others"] if len(self._to_come) > _MOST_CODES else []
            yield warning(
                "newcomer-takes-what-is-licensed",
                f"{counted(left, 'desk')} would be left, and {waiting:,} are licensed that nobody has yet "
                f"({', '.join(who)})",
                "the vacant desks",
                "Allocate those first, or add desks",
            )

    def _told(self, sitting: Sitting) -> Iterator[str]:
        """How far it is to those it works with, the strongest link first."""
        if sitting.pieces > 1:
            yield f"in {sitting.pieces:,} pieces"
        for one in sitting.near[:_NEAREST_TOLD]:
            other = self.question.members[one.member].agency
            yield f"{agency_called(self.hub, other)} {metres_told(one.metres)}"
        if len(sitting.near) > _NEAREST_TOLD:
            others = len(sitting.near) - _NEAREST_TOLD
            yield f"{others:,} {'other' if others == 1 else 'others'}"


def _member(question: Question, agency: RecordId) -> int:
    """The newcomer's place in the question. Raises Refused for one that is gone, or has nothing to sit at."""
    for place, one in enumerate(question.members):
        if one.agency == agency:
            return place
    raise Refused(
        error(
            "newcomer-without-desks",
            "The agency is gone, or pays for as many desks of others as are asked for here",
            "the newcomer",
            "Choose another agency, or ask for more desks",
        )
    )


def _somebody(newcomer: Newcomer) -> Iterator[Record]:
    """The records that it would come with."""
    yield Agency(_SOMEBODY, "the newcomer", "the newcomer", Sector.PUBLIC)
    for number, (other, strength) in enumerate(newcomer.works_with):
        yield WorkingLink(RecordId(f"link {number} of the newcomer"), _SOMEBODY, other, strength, "")
    for number, (kind, value) in enumerate(newcomer.rules):
        yield PlacementRule(RecordId(f"rule {number} of the newcomer"), _SOMEBODY, kind, value)


def _decimal(figure: float) -> Decimal:
    return Decimal(repr(figure))
