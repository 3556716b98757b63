"""What somebody wrote where nothing was to be written, as words that are kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.problem import Refused
from hubdesk.domain.typed_number import plain_number
from hubdesk.exchange.review_pack.returned import Alteration, Altered
from hubdesk.exchange.review_pack.workbook.asking import MARK, MARKS

MOST_ADDED = 200
"""Rows that are told one by one; a workbook with more is not what was sent."""
_TOLD = 20
_LONGEST = 4_000
"""Letters of what a cell was changed to that are kept in the words of a query."""


def added_words(found: tuple[Altered, ...], name: str) -> Counter[str]:
    """What stands in rows and in blank cells that were not to be filled in, lines apart.

    Raises Refused where there is far too much of it.
    """
    words = Counter(one.after for one in found if _is_added(one) and not one.line)
    if (count := words.total()) > MOST_ADDED:
        raise Refused(
            error(
                "too-many-rows",
                f"{count:,} rows were added to it",
                name,
                "Ask the agency to write into the rows that are there, and the rest under “Anything else”",
            )
        )
    return words


def changed_words(found: tuple[Altered, ...]) -> tuple[str, ...]:
    """Words that were written over others, lines apart: nobody knows whether they are meant for us."""
    changed = [one for one in found if one.how is Alteration.CELL and not _is_added(one) and not one.line]
    said = [_changed(one) for one in changed if one.after and not _is_figure(one.after)]
    more = [f"{len(said) - _TOLD:,} more of that kind, in the file itself"] if len(said) > _TOLD else []
    return (*said[:_TOLD], *more)


def beside_lines(found: tuple[Altered, ...]) -> Mapping[str, tuple[str, ...]]:
    """What was written into blank cells in the rows of lines that were sent, by the keys of the lines."""
    return _by_line((one.line, one.after) for one in found if one.line and _is_added(one))


def changed_lines(found: tuple[Altered, ...]) -> Mapping[str, tuple[str, ...]]:
    """What the rows of lines say now instead of what was sent, in words, by the keys of the lines.

    What was only cleared, as with a column that was deleted, makes no line say anything else.
    """
    changed = (one for one in found if one.line and one.after and not _is_added(one))
    return _by_line((one.line, _changed(one)) for one in changed if not _is_mark(one))


def _by_line(said: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for line, words in said:
        lines[line].append(words)
    return {line: tuple(words) for line, words in lines.items()}


def _is_added(one: Altered) -> bool:
    return one.how is Alteration.ROW_ADDED or (one.how is Alteration.CELL and not one.before)


def _changed(one: Altered) -> str:
    return f"It changed “{one.before[:_LONGEST]}” to “{one.after[:_LONGEST]}”"


def _is_mark(one: Altered) -> bool:
    """Whether a mark of how far the line is was kept without its formula, as some programs do."""
    return one.name == MARK.casefold() and one.after in MARKS


def _is_figure(text: str) -> bool:
    return text.startswith("=") or plain_number(text) is not None
