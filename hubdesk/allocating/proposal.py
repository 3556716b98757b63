"""A proposal: a plan as who moves from which desk to which, and as the change that makes it so."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from hubdesk.allocating.payers import still_paid
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


def change_of(hub: Hub, proposal: Proposal) -> Change:
    """The change that makes `proposal` so from its day on; who stays is left alone.

    A stay keeps its last day when it moves, and who pays for it; see `still_paid` for what is given back.
    Raises Refused if a desk is gone.
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
    given_back = [one.come_from for one in proposal.moves if one.come_from and one.go_to is None]
    edits = still_paid(hub, day, given_back, proposal.places, _as_it_was(hub, proposal, edits))
    return Change(title, tuple(edits))


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


def moved_by_agency(proposal: Proposal) -> Counter[RecordId]:
    """How many desks each agency moves, of those that move any."""
    return Counter(one.agency for one in proposal.moves if one.come_from and one.go_to)


def who_needs_whom(proposal: Proposal, hub: Hub) -> Mapping[RecordId, frozenset[RecordId]]:
    """To each agency that moves, itself and whoever has to do as proposed too if it does.

    They sit where it is to go, or where one of those is to go, and so on.
    """
    invites: defaultdict[RecordId, set[RecordId]] = defaultdict(set)
    for move in proposal.moves:
        sits = hub.allocation_on(move.go_to, proposal.day) if move.go_to else None
        invites[move.agency] |= {move.agency, sits.agency if sits else move.agency}
    return {agency: _reached(agency, invites) for agency in sorted(invites)}


def _reached(agency: RecordId, invites: Mapping[RecordId, Set[RecordId]]) -> frozenset[RecordId]:
    found, next_ones = {agency}, [agency]
    while next_ones:
        more = invites.get(next_ones.pop(), frozenset()) - found
        next_ones += more
        found |= more
    return frozenset(found)


def part_of(proposal: Proposal, agencies: Set[RecordId]) -> Proposal:
    """What `proposal` is for these agencies alone; everybody else stays where they are.

    It leaves two to a desk unless `agencies` has everybody that any of them needs: see `who_needs_whom`.
    """
    left_out = [one for one in proposal.moves if one.agency not in agencies]
    places = set(proposal.places)
    places -= {(one.go_to, one.agency) for one in left_out if one.go_to}
    places |= {(one.come_from, one.agency) for one in left_out if one.come_from}
    order = {desk: place for place, (desk, _) in enumerate(proposal.places)}
    return Proposal(
        proposal.day,
        tuple(sorted(places, key=lambda one: (order.get(one[0], len(order)), one[0]))),
        tuple(one for one in proposal.moves if one.agency in agencies),
    )
