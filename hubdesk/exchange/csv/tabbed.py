"""Blocks of cells as tab-separated text: what spreadsheets put on the clipboard, and take from it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from hubdesk.exchange.csv.guard import guarded, unguarded

Block = tuple[tuple[str, ...], ...]
_QUOTED = ('"', "\t", "\n", "\r")
_NEGATIVE = re.compile(r"-[0-9]+(\.[0-9]+)?%?", re.ASCII)
"""A figure as tables copy it, which a spreadsheet is to take for one."""


def to_tabbed(lines: Iterable[Sequence[str]]) -> str:
    """A line for each row. A cell with tabs, line ends or quotes is quoted, as Excel does it.

    Text that a spreadsheet would take for a formula is guarded: anybody may have typed it.
    """
    return "".join("\t".join(map(_written, line)) + "\r\n" for line in lines)


def from_tabbed(text: str) -> Block:
    """The rows of cells in `text`, without the guards that `to_tabbed` puts before text.

    One line end behind the last row is no row of its own.
    """
    if not text:
        return ()
    return tuple(tuple(map(unguarded, line)) for line in _lines(text))


def _written(cell: str) -> str:
    cell = cell if _NEGATIVE.fullmatch(cell) else guarded(cell)
    if any(one in cell for one in _QUOTED):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell


def _lines(text: str) -> Iterator[tuple[str, ...]]:
    line: list[str] = []
    at = 0
    while True:
        cell, at = _cell(text, at)
        line.append(cell)
        if at < len(text) and text[at] == "\t":
            at += 1
            continue
        yield tuple(line)
        line = []
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at `at`, and where it ends: at a tab, a line end or the end of the text."""
    if text.startswith('"', at):
        found = _quoted_cell(text, at)
        if found is not None:
            return found
    end = at
    while end < len(text) and text[end] not in "\t\r\n":
        end += 1
    return text[at:end], end


def _quoted_cell(text: str, at: int) -> tuple[str, int] | None:
    """A cell in quotes; None if the quotes are a part of the text, as in 2" pipes."""
    end = at + 1
    while True:
        end = text.find('"', end)
        if end < 0:
            return None
        if text.startswith('""', end):
            end += 2
            continue
        after = end + 1
        if after < len(text) and text[after] not in "\t\r\n":
            return None
        return text[at + 1 : end].replace('""', '"'), after
