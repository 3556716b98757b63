"""`Question`: who is to be placed, at which desks, by which rules, and what makes a plan a good one."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.problem.near import Pairs, near_pairs
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Plan = NDArray[np.intp]
"""Who sits at each seat, as the place of a member in the question; `NOBODY` where it is vacant."""

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Member:
    """An agency and the desks that it is to have; at least so many of them are to be `accessible`.

    Where `together` is set, by the rule of that id, all of them are to be in one place.
    """

    agency: RecordId
    code: str
    desks: int
    accessible: int = 0
    together: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A desk: the middle of it in metres, the level of its floor, and the cell that it belongs to."""

    desk: RecordId
    code: str
    x_m: float
    y_m: float
    level: int
    cell: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Desks among which no rule tells a difference: those of a kind in one `place`.

    A place is an area, or what of a floor no area covers; it is called by the id of either.
    """

    place: RecordId
    accessible: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """What keeps a member out of some cells: the placement rule or the area `record`, and in words."""

    member: int
    record: RecordId
    cells: frozenset[int]
    told: Problem


@dataclass(frozen=True, slots=True)
class Weights:
    """What a plan is judged by, as in `PlacementSettings`; metres for `floor_m`, cost for the others."""

    floor_m: float = 20.0
    spread: float = 3.0
    pieces: float = 20.0
    moves: float = 1.0


@dataclass(frozen=True, eq=False)
class Question:
    """Members are called by their place in `members`, seats by theirs, cells by theirs.

    `links` (members × members) is symmetric with nothing on its diagonal: the strengths of working
    links. `today` is the plan as it stands; `pinned` (seats) marks who of it stays. `most_moves` is how
    many desks of today may be given up for others; None: any number.
    """

    day: date
    members: tuple[Member, ...]
    seats: tuple[Seat, ...]
    cells: tuple[Cell, ...]
    bars: tuple[Bar, ...]
    links: Floats
    today: Plan
    pinned: Flags
    weights: Weights = Weights()
    most_moves: int | None = None
    most_percent: int | None = None
    """The limit on moves as it was given, of a hundred desks of today; nothing without a limit."""

    @cached_property
    def cell_of(self) -> NDArray[np.intp]:
        """The cell of each seat."""
        return np.array([seat.cell for seat in self.seats], dtype=np.intp)

    @cached_property
    def places(self) -> tuple[RecordId, ...]:
        """Every place once, in order of its first cell."""
        return tuple(dict.fromkeys(cell.place for cell in self.cells))

    @cached_property
    def place_of_cell(self) -> NDArray[np.intp]:
        """The place of each cell, as its place in `places`."""
        order = {place: index for index, place in enumerate(self.places)}
        return np.array([order[cell.place] for cell in self.cells], dtype=np.intp)

    @cached_property
    def accessible(self) -> Flags:
        """Which seats are accessible."""
        of_cells = np.array([cell.accessible for cell in self.cells], dtype=bool)
        return np.asarray(of_cells[self.cell_of]) if len(self.seats) else np.zeros(0, dtype=bool)

    @cached_property
    def room(self) -> NDArray[np.intp]:
        """The seats in each cell."""
        return np.bincount(self.cell_of, minlength=len(self.cells))

    @cached_property
    def may_sit(self) -> Flags:
        """Whether each member may sit in each cell (members × cells)."""
        allowed = np.ones((len(self.members), len(self.cells)), dtype=bool)
        for bar in self.bars:
            allowed[bar.member, list(bar.cells)] = False
        return allowed

    @cached_property
    def wanted(self) -> NDArray[np.intp]:
        """The desks that each member is to have."""
        return np.array([member.desks for member in self.members], dtype=np.intp)

    @cached_property
    def at(self) -> Floats:
        """Where the seats are (seats × 3): x, y, and the height that floors count for, all in metres."""
        rows = [(seat.x_m, seat.y_m, seat.level * self.weights.floor_m) for seat in self.seats]
        return np.array(rows, dtype=np.float64).reshape(-1, 3)

    @cached_property
    def near(self) -> Pairs:
        """Seats that are near one another."""
        return near_pairs(self.at[:, :2], np.array([seat.level for seat in self.seats], dtype=np.intp))

    @cached_property
    def linked(self) -> tuple[tuple[int, int], ...]:
        """Every pair of members with a working link, once."""
        one, other = np.nonzero(np.triu(self.links, 1))
        return tuple(zip(one.tolist(), other.tolist(), strict=True))

    @cached_property
    def may_move(self) -> NDArray[np.intp]:
        """How many desks of today each member could give up for others: as many as it has and keeps."""
        sitting = np.bincount(self.today[self.today != NOBODY], minlength=len(self.members))
        return np.asarray(np.minimum(sitting, self.wanted))

    def moving_at_most(self, percent: int) -> "Question":
        """The same question, where at most so many of a hundred desks of today are given up for others."""
        most = int(self.may_move.sum()) * percent // 100
        return replace(self, most_moves=most, most_percent=percent)

    def with_member(self, place: int, member: Member) -> "Question":
        """The same question of another member in that place."""
        return replace(self, members=(*self.members[:place], member, *self.members[place + 1 :]))

    def moves_by(self, counts: Plan) -> int:
        """The desks of today given up for others where each member has `counts` (members × cells)."""
        return int(self.may_move.sum() - np.minimum(counts, self.sitting).sum())

    @cached_property
    def sitting(self) -> NDArray[np.intp]:
        """Who of today sits in which cell: desks of each member in each (members × cells)."""
        here = np.zeros((len(self.members), len(self.cells)), dtype=np.intp)
        taken = self.today != NOBODY
        np.add.at(here, (self.today[taken], self.cell_of[taken]), 1)
        return here

    @cached_property
    def staying(self) -> NDArray[np.intp]:
        """Of those, who is pinned (members × cells)."""
        here = np.zeros((len(self.members), len(self.cells)), dtype=np.intp)
        np.add.at(here, (self.today[self.pinned], self.cell_of[self.pinned]), 1)
        return here
