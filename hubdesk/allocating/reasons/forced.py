"""Trying a place anyway: the question in which a member must sit there, and what was lifted for that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hubdesk.allocating.problem.question import Bar, Flags, Member, Plan, Question
from hubdesk.allocating.reasons.against import pinned_elsewhere, pins_against, torn
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused

HERE = RecordId("the place that is tried")
"""What the bars are called that keep the member where it is tried."""


@dataclass(frozen=True, eq=False)
class Forced:
    """`question` with `member` in a place, as far as it fits in; what stood against it was `lifted`.

    Where not all of it fits, `inside` desks are to be there, and the others are a member of their own at the
    end of `question`, which works with the first and with its partners as before, by the rules as they were.
    """

    question: Question
    member: int
    inside: int
    lifted: tuple[Problem, ...]

    @property
    def is_split(self) -> bool:
        return self.inside < self._wanted

    @property
    def _wanted(self) -> int:
        agency = self.question.members[self.member].agency
        return sum(one.desks for one in self.question.members if one.agency == agency)

    def parted(self, plan: Plan) -> Plan:
        """A plan of all as one where the member is split: as many as may of those inside go first."""
        if not self.is_split:
            return plan
        return _parted(plan, self.member, len(self.question.members) - 1, _inside(self), self.inside)

    def whole(self, plan: Sequence[int] | Plan) -> Plan:
        """A plan of `question` as one of everybody."""
        parts = np.array(plan, dtype=np.intp)
        if not self.is_split:
            return parts
        return np.where(parts == len(self.question.members) - 1, self.member, parts)


def forced(question: Question, member: int, place: int) -> Forced:
    """`question` with `member` in `place`. No limit on moves holds; whoever else is pinned stays.

    Raises Refused where others are pinned to every desk of the place.
    """
    here = question.place_of_cell[question.cell_of] == place
    taken = here & question.pinned & (question.today != member)
    one = question.members[member]
    inside = min(int((here & ~taken).sum()), one.desks)
    if not inside:
        raise Refused(_no_room(one))
    in_the_way = [bar for bar in question.bars if bar.member == member and _covers(question, bar, place)]
    elsewhere = pinned_elsewhere(question, member, place)
    unpinned = int(elsewhere.sum()) > one.desks - inside
    lifted = [
        *(bar.told for bar in in_the_way),
        *([pins_against(question, member, int(elsewhere.sum()))] if unpinned else []),
        *([torn(question, member, inside)] if inside < one.desks and one.together is not None else []),
    ]
    relaxed = replace(
        question,
        bars=tuple(bar for bar in question.bars if bar not in in_the_way),
        pinned=question.pinned & ~elsewhere if unpinned else question.pinned,
        most_moves=None,
    )
    if inside < one.desks:
        accessible = int((here & ~taken & question.accessible).sum())
        rest = [replace(bar, member=len(question.members)) for bar in question.bars if bar.member == member]
        relaxed = _split(replace(relaxed, bars=(*relaxed.bars, *rest)), member, inside, here, accessible)
    outside = frozenset(np.flatnonzero(question.place_of_cell != place).tolist())
    keep_in = Bar(member, HERE, outside, _no_room(one))
    return Forced(replace(relaxed, bars=(*relaxed.bars, keep_in)), member, inside, tuple(lifted))


def _covers(question: Question, bar: Bar, place: int) -> bool:
    return set(np.flatnonzero(question.place_of_cell == place).tolist()) <= bar.cells


def _split(question: Question, member: int, inside: int, here: Flags, accessible: int) -> Question:
    """`member` with `inside` desks, and another with the rest, which has its bars already.

    Ways to partners and between the two count as they did; only the spread of each part counts somewhat
    more than its part of the whole.
    """
    one, other = question.members[member], len(question.members)
    rest = one.desks - inside
    first = min(one.accessible, inside, accessible)
    parts = (
        replace(one, desks=inside, accessible=first, together=None),
        replace(one, desks=rest, accessible=min(one.accessible - first, rest), together=None),
    )
    members: list[Member] = [*question.members, parts[1]]
    members[member] = parts[0]
    links = np.pad(question.links, ((0, 1), (0, 1)))
    links[other] = links[member] * rest / one.desks
    links[member] *= inside / one.desks
    links[member, other] = 2 * question.weights.spread * inside * rest / (one.desks * (one.desks - 1))
    links[:, [member, other]] = links[[member, other]].T
    links[[member, other], [member, other]] = 0.0
    return replace(
        question,
        members=tuple(members),
        links=links,
        today=_parted(question.today, member, other, here, inside),
    )


def _inside(one: Forced) -> Flags:
    """The seats where the member is to be."""
    keep_in = next(bar for bar in one.question.bars if bar.record == HERE)
    return ~np.isin(one.question.cell_of, sorted(keep_in.cells))


def _parted(plan: Plan, member: int, other: int, here: Flags, inside: int) -> Plan:
    """`plan` where of the desks of `member` at most `inside` that are `here` stay its own."""
    stays = np.flatnonzero((plan == member) & here)[:inside]
    parted = np.where(plan == member, other, plan)
    parted[stays] = member
    return parted


def _no_room(one: Member) -> Problem:
    return error(
        "place-full",
        "Others are pinned to every desk there",
        f"agency {one.code}",
        "Unpin some of them, or try another place",
        (one.agency,),
    )
