"""The tables of lines on a sheet, found by their headings wherever they stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from hubdesk.exchange.review_pack.layout import (
    AGREE_TO_ALL,
    ANSWER,
    CORRECT_TO,
    LINE,
    NOTE,
    REASON,
    WISHED,
)
from hubdesk.exchange.review_pack.returned.typed import shown
from hubdesk.exchange.xlsx.incoming.cell import Cell

Filled = Mapping[int, Cell]
"""The filled cells of a row by column, from 0."""

_OWN = {ANSWER: "answer", CORRECT_TO: "correct_to", REASON: "reason", WISHED: "wished", NOTE: "note"}
_BY_WORD = {heading.casefold(): name for heading, name in _OWN.items()}


@dataclass(frozen=True)
class AnswerTable:
    """Where the columns of a table are: the keys of lines, what the agency fills in, and all headings."""

    line: int
    answers: Mapping[str, int]
    """By the field of LineAnswer."""
    headings: Mapping[int, str]

    @property
    def own(self) -> set[int]:
        return set(self.answers.values())

    def heading(self, place: int) -> str:
        """What the column is known by, wherever it was moved to."""
        return self.headings.get(place, f"column {place}")

    def line_of(self, filled: Filled) -> str:
        """The key of the line in that row; empty if it has none."""
        key = shown(filled[self.line]) if self.line in filled else ""
        return "" if key == LINE else key


def header_of(filled: Filled) -> AnswerTable | None:
    """The table that begins with that row, if one does."""
    words = {place: _plain(cell) for place, cell in filled.items()}
    lines = [place for place, word in words.items() if word == LINE.casefold()]
    answers = {_BY_WORD[word]: place for place, word in words.items() if word in _BY_WORD}
    if len(lines) != 1 or "answer" not in answers:
        return None
    return AnswerTable(lines[0], answers, words)


def says_yes_to_all(label: str) -> bool:
    """Whether these are the words beside which a sheet agrees to all."""
    return label == AGREE_TO_ALL.casefold()


def label_of(cell: Cell) -> str:
    """The words of `cell` as labels are compared."""
    return _plain(cell)


def place_beside(filled: Filled, place: int, instead: int) -> int:
    """Where the answer to the words at `place` stands: to their right, or `instead` if nothing is there."""
    return instead if place + 1 not in filled and instead in filled else place + 1


def _plain(cell: Cell) -> str:
    return " ".join(shown(cell).split()).casefold()
