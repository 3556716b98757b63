"""The move schedule of a proposal: who moves from which desk to which, in an order that can be followed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, floor_name, natural_order
from hubdesk.domain.whereabouts import Whereabouts
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies

if TYPE_CHECKING:
    from hubdesk.allocating.proposal import Move, Proposal


class Step(Enum):
    """What happens to an agency's desk; the value is the word people see."""

    MOVES = "moves"
    MORE = "one more"
    BACK = "given back"


@dataclass(frozen=True, slots=True)
class Spot:
    """A desk as people find it: by its code, the name of its floor and, where it is in one, of its area."""

    desk: RecordId
    code: str
    floor: str
    area: str


@dataclass(frozen=True, slots=True)
class ScheduledMove:
    """One line of the schedule. `come_from` is None where a desk is one more, `go_to` where it is given back.

    `round` counts from 1. Desks with the same number in `swap` (0: none) change hands at the same time;
    `other` is the agency that leaves the desk that is moved to, before that or in the swap.
    """

    agency: RecordId
    code: str
    name: str
    mark: Mark
    step: Step
    round: int
    come_from: Spot | None
    go_to: Spot | None
    swap: int = 0
    other: str = ""

    @property
    def id(self) -> str:
        return " ".join(one.desk if one else "-" for one in (self.come_from, self.go_to))

    @property
    def when(self) -> str:
        """ "Round 2, once CAB has left", "Round 1, swap 3 with POL"."""
        if self.swap:
            return f"Round {self.round}, swap {self.swap} with {self.other}"
        return f"Round {self.round}, once {self.other} has left" if self.other else f"Round {self.round}"


@dataclass(frozen=True, slots=True)
class MoveSchedule:
    """All moves on `day`: round after round, agency by agency, each in order of desk.

    Done from top to bottom, every desk is free when somebody moves to it, but for swaps: their desks
    make a circle, and change hands at the same time.
    """

    building: str
    day: date
    moves: tuple[ScheduledMove, ...]

    @property
    def agencies(self) -> Mapping[RecordId, Sequence[ScheduledMove]]:
        """The moves of each agency that has any, in order of code."""
        found: dict[RecordId, list[ScheduledMove]] = {}
        for one in sorted(self.moves, key=lambda one: one.code):
            found.setdefault(one.agency, []).append(one)
        return found

    def of(self, agency: RecordId | None) -> "MoveSchedule":
        """The moves of one agency alone, in their rounds; None: of all."""
        if agency is None:
            return self
        return replace(self, moves=tuple(one for one in self.moves if one.agency == agency))

    @property
    def summary(self) -> str:
        """How many desks move on which day, of how many agencies, and in how many rounds."""
        if not self.moves:
            return f"Nobody moves on {in_words(self.day)}."
        rounds = len({one.round for one in self.moves})
        swaps = len({one.swap for one in self.moves} - {0})
        agencies = len({one.agency for one in self.moves})
        of_whom = "1 agency" if agencies == 1 else f"{agencies:,} agencies"
        how = f" and {counted(swaps, 'swap')}" if swaps else ""
        what = f"{steps_told(self.moves)}, of {of_whom}, in {counted(rounds, 'round')}{how}"
        return f"On {in_words(self.day)}: {what}."


def steps_told(moves: Iterable[ScheduledMove]) -> str:
    """ "12 desks move, 2 more, 1 given back"; "2 desks more"."""
    counts = Counter(one.step for one in moves)
    moved, more, back = (counts[step] for step in (Step.MOVES, Step.MORE, Step.BACK))
    told = [f"{counted(moved, 'desk')} {'moves' if moved == 1 else 'move'}"] if moved else []
    told += [f"{more:,} more" if told else f"{counted(more, 'desk')} more"] if more else []
    told += [f"{back:,} given back" if told else f"{counted(back, 'desk')} given back"] if back else []
    return ", ".join(told)


def move_schedule(hub: Hub, proposal: "Proposal") -> MoveSchedule:
    """The schedule of `proposal` to `hub`, which knows its desks and agencies."""
    spots = _Spots(hub, proposal.day)
    marks = marks_of_agencies(hub)
    leaving = {one.come_from: one for one in proposal.moves if one.come_from}
    turns = _turns(proposal.moves)
    lines = []
    for move, turn in zip(proposal.moves, turns, strict=True):
        agency = hub.agencies[move.agency]
        before = leaving.get(move.go_to) if move.go_to else None
        lines.append(
            ScheduledMove(
                agency.id,
                agency.code,
                agency.name,
                marks[agency.id],
                _step(move),
                turn.round,
                spots.of(move.come_from),
                spots.of(move.go_to),
                turn.swap,
                hub.agencies[before.agency].code if before else "",
            )
        )
    return MoveSchedule(hub.settings.name, proposal.day, tuple(sorted(lines, key=_order)))


class _Turn(NamedTuple):
    round: int
    swap: int


def _turns(moves: Sequence["Move"]) -> list[_Turn]:
    """When each move is made: once the desk that it goes to has been left, or with the others of a swap.

    A desk is left by at most one move and gone to by at most one, so that moves hang together in chains,
    each of which begins with one to a desk that is free, and in circles.
    """
    gone_to = {one.go_to: place for place, one in enumerate(moves) if one.go_to}
    left = {one.come_from for one in moves if one.come_from}
    turns: dict[int, _Turn] = {}
    for first, one in enumerate(moves):
        if one.go_to is None or one.go_to not in left:
            place: int | None = first
            number = 1
            while place is not None:
                turns[place] = _Turn(number, 0)
                place, number = _next(moves[place], gone_to), number + 1
    swap = 0
    for first in sorted(range(len(moves)), key=lambda place: str(moves[place].agency)):
        if first not in turns:
            swap += 1
            place = first
            while place is not None and place not in turns:
                turns[place] = _Turn(1, swap)
                place = _next(moves[place], gone_to)
    return [turns[place] for place in range(len(moves))]


def _next(move: "Move", gone_to: Mapping[RecordId, int]) -> int | None:
    """The move to the desk that `move` leaves."""
    return gone_to.get(move.come_from) if move.come_from else None


def _step(move: "Move") -> Step:
    if move.come_from is None:
        return Step.MORE
    return Step.BACK if move.go_to is None else Step.MOVES


def _order(move: ScheduledMove) -> tuple[object, ...]:
    desk = move.come_from or move.go_to
    assert desk is not None
    return (move.round, move.code, move.step is Step.MORE, natural_order(desk.code), desk.desk)


class _Spots:
    """Where the desks of a hub are found."""

    def __init__(self, hub: Hub, day: date) -> None:
        self._hub, self._whereabouts = hub, Whereabouts(hub, day)

    def of(self, desk: RecordId | None) -> Spot | None:
        if desk is None:
            return None
        record = self._hub.desks[desk]
        area = self._whereabouts.area_of(record)
        called = (area.name or area.code) if area else ""
        return Spot(desk, record.code, floor_name(self._hub.floors[record.floor]), called)
