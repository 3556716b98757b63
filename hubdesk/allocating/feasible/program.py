"""`Program`: what a plan must keep, as linear rows over the desks that each member has in each cell.

Desks of one cell are all the same to every rule, so counts are enough to tell whether there is a plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.domain.ids import RecordId


class AskKind(Enum):
    """What sort of thing is asked; the value is its word in JSON."""

    DESKS = "desks"
    RULE = "rule"
    TOGETHER = "keep together"
    PINS = "pins"
    ACCESSIBLE = "accessible desks"
    MOVES = "limit on moves"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked: of a member, but for the limit on moves; `record` is the rule or area."""

    kind: AskKind
    member: int | None = None
    record: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """`low` ≤ Σ factor × variable ≤ `high`, either of them None; for the sake of `ask`, or always (None)."""

    terms: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None
    ask: Ask | None = None


@dataclass(frozen=True, eq=False)
class Program:
    """Variables by number, each a whole number from 0 to its entry in `most`, and rows over them.

    The first members × cells variables are the desks of each member in each cell, member by member.
    """

    members: int
    cells: int
    most: tuple[int, ...]
    rows: tuple[Row, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Everything asked, once, in order."""
        return tuple(dict.fromkeys(row.ask for row in self.rows if row.ask is not None))

    def counts(self, values: Sequence[int]) -> Plan:
        """The desks of each member in each cell (members × cells) by the `values` of all variables."""
        first = np.array(values[: self.members * self.cells], dtype=np.intp)
        return first.reshape(self.members, self.cells)


def program_of(question: Question) -> Program:
    """The program of all that `question` asks."""
    return _Making(question).program()


@dataclass
class _Making:
    question: Question
    most: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def program(self) -> Program:
        members, cells = len(self.question.members), len(self.question.cells)
        for _ in range(members):
            for cell in range(cells):
                self._variable(int(self.question.room[cell]))
        for cell in range(cells):
            inside = (self._desks(member, cell) for member in range(members))
            self._row(inside, high=int(self.question.room[cell]))
        for member in range(members):
            self._of_member(member)
        for bar in self.question.bars:
            ask = Ask(AskKind.RULE, bar.member, bar.record)
            self._row((self._desks(bar.member, cell) for cell in sorted(bar.cells)), high=0, ask=ask)
        if self.question.most_moves is not None:
            self._moves(self.question.most_moves)
        return Program(members, cells, tuple(self.most), tuple(self.rows))

    def _of_member(self, member: int) -> None:
        wanted = self.question.members[member]
        everywhere = [self._desks(member, cell) for cell in range(len(self.question.cells))]
        ask = Ask(AskKind.DESKS, member)
        self._row(everywhere, low=wanted.desks, high=wanted.desks, ask=ask)
        staying = self.question.staying[member]
        for cell in np.flatnonzero(staying).tolist():
            self._row([self._desks(member, cell)], low=int(staying[cell]), ask=Ask(AskKind.PINS, member))
        if wanted.accessible:
            cells = (cell for cell, one in enumerate(self.question.cells) if one.accessible)
            inside = (self._desks(member, cell) for cell in cells)
            self._row(inside, low=wanted.accessible, ask=Ask(AskKind.ACCESSIBLE, member))
        if wanted.together is not None and wanted.desks > 1:
            self._together(member, Ask(AskKind.TOGETHER, member, wanted.together))

    def _together(self, member: int, ask: Ask) -> None:
        """One place is chosen, and in all others the member has no desk."""
        question = self.question
        chosen = [self._variable(1) for _ in question.places]
        self._row(chosen, low=1, high=1, ask=ask)
        for place, choice in enumerate(chosen):
            cells = np.flatnonzero(question.place_of_cell == place).tolist()
            most = int(question.room[cells].sum())
            terms = [(self._desks(member, cell), 1) for cell in cells]
            self.rows.append(Row((*terms, (choice, -most)), None, 0, ask))

    def _moves(self, most: int) -> None:
        """What stays of today in each cell is at most what is there now, and at most what is then.

        Of no member more counts than it might move: that one stays is not made up for by another that
        has more desks than it is to have.
        """
        question, ask = self.question, Ask(AskKind.MOVES)
        stays: list[int] = []
        for member in range(len(question.members)):
            now = question.sitting[member]
            here = []
            for cell in np.flatnonzero(now).tolist():
                here.append(self._variable(int(now[cell])))
                self.rows.append(Row(((here[-1], 1), (self._desks(member, cell), -1)), None, 0, ask))
            if now.sum() > question.may_move[member]:
                self._row(here, high=int(question.may_move[member]), ask=ask)
            stays += here
        self._row(stays, low=int(question.may_move.sum()) - most, ask=ask)

    def _desks(self, member: int, cell: int) -> int:
        return member * len(self.question.cells) + cell

    def _variable(self, most: int) -> int:
        self.most.append(most)
        return len(self.most) - 1

    def _row(
        self,
        variables: Iterable[int],
        low: int | None = None,
        high: int | None = None,
        ask: Ask | None = None,
    ) -> None:
        self.rows.append(Row(tuple((one, 1) for one in variables), low, high, ask))
