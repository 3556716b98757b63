"""What a proposal is for each agency, as it is shown and accepted."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdesk.allocating.proposal import Move, who_needs_whom
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.proposed_words import place_name

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One agency: the places it would have, its moves, and with whom alone it can do as proposed."""

    agency: RecordId
    code: str
    name: str
    where: str
    """Each place with its desks, the most first."""
    moved: int
    """Desks of today that are given up for others."""
    moves: tuple[Move, ...]
    needed: frozenset[RecordId]

    @property
    def moves_told(self) -> str:
        """ "4", or "4 +1" where a desk is taken on besides, "4 −1" where one is given back."""
        if not self.moves:
            return "stays"
        more = sum(one.come_from is None for one in self.moves)
        fewer = sum(one.go_to is None for one in self.moves)
        parts = [f"{self.moved:,}"] if self.moved or not more + fewer else []
        return " ".join([*parts, *([f"+{more:,}"] if more else []), *([f"−{fewer:,}"] if fewer else [])])


def proposed_rows(hub: Hub, found: "Allocated") -> tuple[ProposedRow, ...]:
    """Every agency of the proposal, in order of code."""
    from hubdesk.workflows.placing.proposing import agencies_placed

    if found.proposal is None:
        return ()
    needed = who_needs_whom(found.proposal, hub)
    moves: defaultdict[RecordId, list[Move]] = defaultdict(list)
    for move in found.proposal.moves:
        moves[move.agency].append(move)
    return tuple(
        ProposedRow(
            one.agency,
            hub.agencies[one.agency].code,
            hub.agencies[one.agency].name,
            ", ".join(f"{place_name(hub, place)} {desks:,}" for place, desks in one.places),
            one.moves,
            tuple(moves[one.agency]),
            needed.get(one.agency, frozenset({one.agency})),
        )
        for one in agencies_placed(found)
    )
