"""What differs between a workbook as it went out and as it came back, in cells that nobody was to change."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from hubdesk.exchange.review_pack.returned.returned import Returned, SeenCell, SeenRow, SeenSheet

_REFERENCE = re.compile(r"(?:'[^']*'!|[A-Z0-9_.]+!)?\$?[A-Z]{1,3}\$?\d{1,7}")
_LOOSE = re.compile(r"\s+|_XLFN\.|\$")
_NO_CELL = SeenCell("", "", "")


class Alteration(Enum):
    """What happened to what was sent."""

    CELL = "cell"
    ROW_GONE = "row gone"
    ROW_ADDED = "row added"
    SHEET_RENAMED = "sheet renamed"
    SHEET_GONE = "sheet gone"
    SHEET_ADDED = "sheet added"


@dataclass(frozen=True, slots=True)
class Altered:
    """One difference: `before` as it was sent, `after` as it came; either is empty where there is none.

    `name` is the heading of a cell, or the key of the line of a row that is gone.
    """

    how: Alteration
    where: str
    name: str = ""
    before: str = ""
    after: str = ""


def altered(returned: Returned, sent: Returned) -> tuple[Altered, ...]:
    """What `returned` shows otherwise than `sent`, sheet by sheet; the agency's own cells are left out.

    Rows are found by the keys of lines, others by what stands in them, and columns by their headings,
    so that neither sorting nor moving them is a difference.
    """
    return tuple(_differences(returned, sent))


def _differences(returned: Returned, sent: Returned) -> Iterator[Altered]:
    pairs = _paired(sent.sheets, returned.sheets)
    renamed = any(came is not None and came.name != went.name for went, came in pairs)
    for went, came in pairs:
        if came is None:
            yield Altered(Alteration.SHEET_GONE, f"sheet {went.name}", before=went.name)
            continue
        if came.name != went.name:
            yield Altered(Alteration.SHEET_RENAMED, f"sheet {came.name}", before=went.name, after=came.name)
        yield from _of_a_sheet(went, came, renamed)
    known = {came.name for _, came in pairs if came is not None}
    for sheet in returned.sheets:
        if sheet.name not in known and sheet.rows:
            yield Altered(Alteration.SHEET_ADDED, f"sheet {sheet.name}", after=sheet.name)
            yield from (_added(row) for row in sheet.rows if not row.line)


def _paired(
    went: tuple[SeenSheet, ...], came: tuple[SeenSheet, ...]
) -> tuple[tuple[SeenSheet, SeenSheet | None], ...]:
    """Each sheet that went out with the one that it came back as: by its name, else by what is on it."""
    left = {sheet.name.strip().casefold(): sheet for sheet in came}
    found = {sheet.name: left.pop(sheet.name.strip().casefold(), None) for sheet in went}
    for sheet in went:
        if found[sheet.name] is not None or not left:
            continue
        best = max(left, key=lambda name: _alike(sheet, left[name]))
        if _alike(sheet, left[best]) * 2 >= len(_signs(sheet)):
            found[sheet.name] = left.pop(best)
    return tuple((sheet, found[sheet.name]) for sheet in went)


def _alike(one: SeenSheet, other: SeenSheet) -> int:
    return len(_signs(one) & _signs(other))


def _signs(sheet: SeenSheet) -> set[object]:
    return {row.line or tuple(cell.shown for cell in row.cells.values()) for row in sheet.rows}


def _of_a_sheet(went: SeenSheet, came: SeenSheet, renamed: bool) -> Iterator[Altered]:  # noqa: FBT001
    lines: dict[str, SeenRow] = {}
    for row in came.rows:
        if row.line:
            lines.setdefault(row.line, row)
    for row in went.rows:
        if not row.line:
            continue
        if row.line in lines:
            yield from _of_a_row(row, lines[row.line], renamed)
        else:
            yield Altered(Alteration.ROW_GONE, f"sheet {came.name}", row.line, _content(row.cells))
    yield from _loose(
        [row for row in went.rows if not row.line],
        [row for row in came.rows if not row.line],
        came.name,
        renamed,
    )


def _loose(went: list[SeenRow], came: list[SeenRow], name: str, renamed: bool) -> Iterator[Altered]:  # noqa: FBT001
    """Rows without a key: those that are the same, then those that begin alike, then by their place."""
    left = dict(enumerate(came))
    unmatched = went
    for sign in (_signature, _beginning, _place):
        places: defaultdict[object, list[int]] = defaultdict(list)
        for at in reversed(left):
            places[sign(left[at])].append(at)
        still = []
        for row in unmatched:
            if places[sign(row)]:
                yield from _of_a_row(row, left.pop(places[sign(row)].pop()), renamed)
            else:
                still.append(row)
        unmatched = still
    for row in unmatched:
        yield Altered(Alteration.ROW_GONE, f"sheet {name}", before=_content(row.cells))
    yield from (_added(row) for row in left.values())


def _signature(row: SeenRow) -> object:
    return tuple((name, _plain(cell.formula) or cell.shown) for name, cell in sorted(row.cells.items()))


def _beginning(row: SeenRow) -> object:
    first = next(iter(row.cells.values()), _NO_CELL)
    return first.shown or row.where


def _place(row: SeenRow) -> object:
    return row.where.rpartition(" ")[2]


def _of_a_row(went: SeenRow, came: SeenRow, renamed: bool) -> Iterator[Altered]:  # noqa: FBT001
    for name in {**went.cells, **came.cells}:
        before, after = went.cells.get(name, _NO_CELL), came.cells.get(name, _NO_CELL)
        if not _is_same(before, after, renamed):
            where = after.where or f"{came.where}, under “{name}”"
            yield Altered(Alteration.CELL, where, name, before.shown, after.formula or after.shown)
    if not came.line:
        more = Counter(one.text for one in came.filled) - Counter(one.text for one in went.filled)
        for one in came.filled:
            if more[one.text]:
                yield Altered(Alteration.ROW_ADDED, one.where, after=one.text)


def _is_same(before: SeenCell, after: SeenCell, renamed: bool) -> bool:  # noqa: FBT001
    if not before.formula:
        return _text(before) == _text(after)
    if _plain(before.formula) == _plain(after.formula):
        return True
    if after.shown and before.shown == after.shown:
        return True
    moved = renamed or before.where.rpartition(" ")[2] != after.where.rpartition(" ")[2]
    return moved and _shape(before.formula) == _shape(after.formula)


def _text(cell: SeenCell) -> str:
    return " ".join((cell.shown or cell.formula).split())


def _plain(formula: str) -> str:
    """A formula as any program writes it."""
    return _LOOSE.sub("", formula.upper())


def _shape(formula: str) -> str:
    """A formula but for the cells that it names, which follow where rows and sheets go."""
    return _LOOSE.sub("", _REFERENCE.sub("#", formula.upper()))


def _added(row: SeenRow) -> Altered:
    words = [_content(row.cells), *(one.text for one in row.filled)]
    return Altered(Alteration.ROW_ADDED, row.where, after="; ".join(word for word in words if word))


def _content(cells: Mapping[str, SeenCell]) -> str:
    return "; ".join(_texts(cells.values()))


def _texts(cells: Iterable[SeenCell]) -> Iterator[str]:
    return (cell.formula or cell.shown for cell in cells if cell.formula or cell.shown)
