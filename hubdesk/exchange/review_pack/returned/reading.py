"""Reading a workbook that came back, once it is known to be harmless."""

import io
import warnings
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl.utils import get_column_letter

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.review_pack.layout import AGREE_TO_ALL, KEY, YES, AnswerField
from hubdesk.exchange.review_pack.returned.foreign import refuse_foreign
from hubdesk.exchange.review_pack.returned.overlaid import Overlaid, overlaid
from hubdesk.exchange.review_pack.returned.refusing import refusal, refused_as_answer
from hubdesk.exchange.review_pack.returned.returned import (
    LineAnswer,
    Returned,
    SeenCell,
    SeenRow,
    SeenSheet,
    Typed,
)
from hubdesk.exchange.review_pack.returned.tables import (
    AnswerTable,
    Filled,
    header_of,
    label_of,
    place_beside,
    says_yes_to_all,
)
from hubdesk.exchange.review_pack.returned.typed import formula_of, shown, typed
from hubdesk.exchange.xlsx.incoming.bounds import OF_AN_ANSWER
from hubdesk.exchange.xlsx.incoming.cell import Cell
from hubdesk.exchange.xlsx.incoming.filled import UNREADABLE, filled_rows
from hubdesk.exchange.xlsx.incoming.opening import damaged, saved_at, sheet_parts, worked_out, worksheets
from hubdesk.exchange.xlsx.incoming.screening import looked_over

MOST_FILLED_ROWS = 20_000
MOST_SHEETS = 40
_GAPS = range(1, 4)
"""How far from the words that ask for it something may stand, where columns were put in between."""
_LABELS = {label.value.casefold(): label for label in AnswerField}


def read(path: Path) -> tuple[bytes, Returned]:
    """The workbook at `path` as it is, and what it says.

    Raises Refused where it cannot be read as an answer, with what to ask of its sender, and OSError if
    the file cannot be read.
    """
    with path.open("rb") as file:
        body = file.read(OF_AN_ANSWER.packed + 1)
    return body, read_body(body, path.name)


def read_body(body: bytes, name: str) -> Returned:
    """What the workbook `body`, called `name`, says. Raises Refused as `read` does."""
    try:
        content = looked_over(body, OF_AN_ANSWER)
        refuse_foreign(content)
        return _read(content)
    except Refused as refused:
        raise refused_as_answer(refused, name) from refused


def _read(content: io.BytesIO) -> Returned:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's, about styles and extensions that do not matter here
        try:
            sources = worksheets(content)
            if len(sources) > MOST_SHEETS:
                raise refusal("too-many-sheets", f"It has {len(sources)} sheets, and a pack has four", "")
            pages = [_Page(one.title, rows) for one, rows in zip(sources, _filled_in(sources), strict=True)]
            for page, rows in zip(pages, _filled_in(worked_out(content)), strict=True):
                page.values = {(row, place): cell for row, filled in rows for place, cell in filled.items()}
            with ZipFile(content) as archive:
                for page, part in zip(pages, sheet_parts(content), strict=True):
                    page.over = overlaid(archive, part, page.name)
            saved = saved_at(content)
        except UNREADABLE as trouble:
            raise Refused(damaged("its parts do not fit together")) from trouble
    for page in pages:
        page.take_in()
    keys = [one for page in pages for one in page.keys]
    if not keys:
        raise refusal("no-key", f"It has no “{KEY}”, so it is not a review pack of Hubdesk", "")
    if len({one.text for one in keys}) > 1:
        where = " and ".join(one.where for one in keys)
        raise refusal("no-key", f"It has two keys, in {where}", "")
    return Returned(
        keys[0].text,
        tuple(one for page in pages for one in page.answers),
        {label: one for page in pages if page.keys for label, one in page.fields.items()},
        tuple(SeenSheet(page.name, tuple(page.rows)) for page in pages),
        saved,
        tuple(note for page in pages for note in (*page.notes, *page.over.notes)),
        tuple(words for page in pages for words in page.over.words),
    )


def _filled_in(sources: Sequence[Any]) -> Iterator[list[tuple[int, Filled]]]:
    """The filled rows of each sheet with their numbers. Raises Refused where they are too many together."""
    left = MOST_FILLED_ROWS
    for source in sources:
        source.reset_dimensions()
        filled = islice(filled_rows(source, OF_AN_ANSWER.rows), left + 1)
        rows: list[tuple[int, Filled]] = [(number, dict(cells)) for number, cells in filled]
        left -= len(rows)
        if left < 0:
            what = f"More than {MOST_FILLED_ROWS:,} rows of the workbook are filled in"
            raise refusal("too-many-rows", what, "")
        yield rows


class _Page:
    """One sheet: what is found on it, from the top down."""

    def __init__(self, name: str, filled: list[tuple[int, Filled]]) -> None:
        self.name = name
        self.values: dict[tuple[int, int], Any] = {}
        self.keys: list[Typed] = []
        self.fields: dict[AnswerField, Typed] = {}
        self.answers: list[LineAnswer] = []
        self.rows: list[SeenRow] = []
        self.notes: list[Problem] = []
        self.over = Overlaid()
        self._filled = filled
        self._to_all = False
        self._gap = 1
        self._answers_in = -1

    def take_in(self) -> None:
        """Tell the rows apart, and read what is filled in."""
        table: AnswerTable | None = None
        merged = self._merged()
        self._look_for_columns()
        for number, itself in self._filled:
            filled = {**merged.get(number, {}), **itself}
            table = header_of(filled) or table
            taken = None if table else self._labelled(number, filled)
            self._see(number, filled, table, besides=taken)

    def _merged(self) -> dict[int, dict[int, Cell]]:
        """What merged cells say for each row that they go over, but the one in which it stands."""
        rows = dict(self._filled)
        spread: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
        for one in self.over.merged:
            cell = rows.get(one.first, {}).get(one.column)
            below = [number for number in rows if one.first < number <= one.last]
            if cell is None or cell.is_formula or not below:
                continue
            for number in below:
                spread[number][one.column] = cell
            said = typed(cell, self._where(one.first, one.column))
            self.notes.append(_for_all(said, self._where(one.last, one.column)))
        return spread

    def _labelled(self, number: int, filled: Filled) -> int | None:
        """Take what stands beside the words of this row; the column of that, which is the agency's own."""
        for place, cell in filled.items():
            label = label_of(cell)
            to_all = says_yes_to_all(label)
            at = place_beside(filled, place, self._answers_in if to_all else place + self._gap)
            said = typed(filled[at], self._where(number, at)) if at in filled else None
            if label == KEY.casefold():
                if said:
                    self.keys.append(said)
                return None
            if to_all:
                self._to_all = said is not None and label_of(filled[at]) == YES
                if said and not self._to_all:
                    self.notes.append(_not_yes(said))
                return at
            if label in _LABELS:
                self.fields[_LABELS[label]] = said or Typed(where=self._where(number, at))
                return at
        return None

    def _look_for_columns(self) -> None:
        """Where what is filled in stands, should somebody have put columns before it."""
        for _, filled in self._filled:
            if table := header_of(filled):
                self._answers_in = table.answers["answer"]
                return
            for place, cell in filled.items():
                if label_of(cell) == KEY.casefold():
                    self._gap = next((gap for gap in _GAPS if place + gap in filled), 1)

    def _see(self, number: int, filled: Filled, table: AnswerTable | None, besides: int | None) -> None:
        own: set[int] = set() if table is None else table.own
        where = f"sheet {self.name}, row {number}"
        cells = {
            (table.heading(place) if table else str(place)): self._seen(number, place, filled)
            for place in filled
            if place not in own and place != besides and not (table and place == table.line)
        }
        line = table.line_of(filled) if table else ""
        fills = [typed(filled[place], self._where(number, place)) for place in sorted(own & set(filled))]
        self.rows.append(SeenRow(where, cells, line, () if line else tuple(fills)))
        if table and line:
            parts = {
                name: typed(filled[place], self._where(number, place))
                for name, place in table.answers.items()
                if place in filled
            }
            self.answers.append(LineAnswer(line, where, **parts, agreed_by_all=self._to_all))

    def _seen(self, number: int, place: int, filled: Filled) -> SeenCell:
        cell = filled[place]
        if not cell.is_formula:
            return SeenCell(shown(cell), "", self._where(number, place))
        came_to = self.values.get((number, place))
        return SeenCell(
            shown(came_to) if came_to is not None else "", formula_of(cell), self._where(number, place)
        )

    def _where(self, number: int, place: int) -> str:
        return f"sheet {self.name}, cell {get_column_letter(place + 1)}{number}"


def _for_all(said: Typed, last: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "cells-merged",
        f"Merged down to {last.rpartition(' ')[2]}, “{said.text[:40]}” counts for each of these rows",
        said.where,
        "Ask the agency what it means by it, if it is not clear",
    )


def _not_yes(said: Typed) -> Problem:
    return Problem(
        Severity.WARNING,
        "not-agreed-to-all",
        f"“{said.text[:40]}” stands beside “{AGREE_TO_ALL}”, and not yes: it was not taken as agreement",
        said.where,
        "Ask the agency whether it agrees",
    )
