"""A proposal: a plan as who moves from which desk to which, and as the change that makes it so."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from scipy.optimize import linear_sum_assignment

from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.editing import allocations


@dataclass(frozen=True, slots=True)
class Move:
    """An agency's desk moves; `come_from` is None where it is one more, `go_to` where it is given back."""

    agency: RecordId
    come_from: RecordId | None
    go_to: RecordId | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who sits where from the day on, as desks and agencies; and how that comes about, agency by agency."""

    day: date
    places: tuple[tuple[RecordId, RecordId], ...]
    moves: tuple[Move, ...]

    @property
    def moved(self) -> int:
        """The desks of today that are given up for others."""
        return sum(one.come_from is not None and one.go_to is not None for one in self.moves)


def proposal_of(question: Question, plan: Sequence[int]) -> Proposal:
    """The proposal that `plan` is: a member by its place in the question to each seat, -1 for nobody.

    Of an agency's desks that are given up, each goes to the new one nearest to it, as far as they go.
    """
    chosen = np.array(plan, dtype=np.intp)
    taken = np.flatnonzero(chosen != NOBODY)
    places = tuple((question.seats[one].desk, question.members[chosen[one]].agency) for one in taken)
    moves: list[Move] = []
    for member in range(len(question.members)):
        moves += _moves(question, chosen, member)
    return Proposal(question.day, places, tuple(moves))


def change_of(hub: Hub, proposal: Proposal) -> Change:
    """The change that makes `proposal` so from its day on; who stays is left alone.

    A stay keeps its last day when it moves, and who pays for it. Raises Refused if a desk is gone.
    """
    day = proposal.day
    to_come: defaultdict[RecordId, list[RecordId]] = defaultdict(list)
    for move in proposal.moves:
        if move.go_to is not None:
            to_come[move.agency].append(move.go_to)
    filled = {desk for desks in to_come.values() for desk in desks}
    emptied = [
        move.come_from
        for move in proposal.moves
        if move.come_from is not None and move.come_from not in filled
    ]
    edits = [
        edit
        for agency, desks in to_come.items()
        for edit in allocations.allocate(hub, desks, agency, day).edits
    ]
    if emptied:
        edits += allocations.vacate(hub, emptied, day).edits
    title = f"Place {counted(len(filled), 'desk')} anew from {in_words(day)}"
    return Change(title, tuple(_as_it_was(hub, proposal, edits)))


def _as_it_was(hub: Hub, proposal: Proposal, edits: Sequence[Edit]) -> list[Edit]:
    """`edits`, where a stay goes on at the new desk as long as at the old, and is paid for by the same."""
    stays: dict[RecordId, Allocation] = {}
    for move in proposal.moves:
        before = move.come_from and hub.allocation_on(move.come_from, proposal.day)
        if before and move.go_to:
            stays[move.go_to] = before
    return [
        Edit(None, replace(edit.after, last=stay.last, charged_to=stay.charged_to))
        if edit.before is None
        and isinstance(edit.after, Allocation)
        and edit.after.first == proposal.day
        and (stay := stays.get(edit.after.desk))
        else edit
        for edit in edits
    ]


def _moves(question: Question, plan: Plan, member: int) -> list[Move]:
    had = np.flatnonzero((question.today == member) & (plan != member))
    gets = np.flatnonzero((plan == member) & (question.today != member))
    ways = np.abs(question.at[had][:, None, :] - question.at[gets][None, :, :]).sum(axis=2)
    rows, columns = linear_sum_assignment(ways)
    agency = question.members[member].agency
    desk = [seat.desk for seat in question.seats]
    moved = [
        Move(agency, desk[had[row]], desk[gets[column]]) for row, column in zip(rows, columns, strict=True)
    ]
    more = [Move(agency, None, desk[one]) for one in np.delete(gets, columns)]
    fewer = [Move(agency, desk[one], None) for one in np.delete(had, rows)]
    return [*moved, *more, *fewer]


def moved_by_agency(proposal: Proposal) -> Counter[RecordId]:
    """How many desks each agency moves, of those that move any."""
    return Counter(one.agency for one in proposal.moves if one.come_from and one.go_to)
