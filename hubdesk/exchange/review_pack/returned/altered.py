"""What differs between a workbook as it went out and as it came back, in cells that nobody was to change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from hubdesk.exchange.review_pack.returned.comparing import Comparing, plain_formula, shape_of
from hubdesk.exchange.review_pack.returned.returned import Returned, SeenCell, SeenRow, SeenSheet

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

    `name` is the heading of a cell, or the key of the line of a row that is gone; `line` is the key of the
    line in whose row a cell stands, if it stands in one.
    """

    how: Alteration
    where: str
    name: str = ""
    before: str = ""
    after: str = ""
    line: str = ""


def altered(returned: Returned, sent: Returned) -> tuple[Altered, ...]:
    """What `returned` shows otherwise than `sent`, sheet by sheet; the agency's own cells are left out.

    Rows are found by the keys of lines, others by what stands in them, and columns by their headings,
    so that neither sorting nor moving them is a difference.
    """
    return tuple(_differences(returned, sent))


def _differences(returned: Returned, sent: Returned) -> Iterator[Altered]:
    pairs = _paired(sent.sheets, returned.sheets)
    renamed = any(came is not None and came.name != went.name for went, came in pairs)
    comparing = Comparing(sent, renamed=renamed)
    for went, came in pairs:
        if came is None:
            yield Altered(Alteration.SHEET_GONE, f"sheet {went.name}", before=went.name)
            continue
        if came.name != went.name:
            yield Altered(Alteration.SHEET_RENAMED, f"sheet {came.name}", before=went.name, after=came.name)
        yield from _of_a_sheet(went, came, comparing)
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


def _of_a_sheet(went: SeenSheet, came: SeenSheet, comparing: Comparing) -> Iterator[Altered]:
    lines: dict[str, SeenRow] = {}
    for row in came.rows:
        if row.line:
            lines.setdefault(row.line, row)
    for row in went.rows:
        if not row.line:
            continue
        if row.line in lines:
            yield from _of_a_row(row, lines[row.line], comparing)
        else:
            yield Altered(Alteration.ROW_GONE, f"sheet {came.name}", row.line, _content(row.cells))
    yield from _loose(
        [row for row in went.rows if not row.line],
        [row for row in came.rows if not row.line],
        came.name,
        comparing,
    )


def _loose(went: list[SeenRow], came: list[SeenRow], name: str, comparing: Comparing) -> Iterator[Altered]:
    """Rows without a key: those that are the same, then those that begin alike, then by their place."""
    left = dict(enumerate(came))
    unmatched = went
    for sign in (_signature, _words, _beginning, _place):
        places: defaultdict[object, list[int]] = defaultdict(list)
        for at in reversed(left):
            places[sign(left[at])].append(at)
        still = []
        for row in unmatched:
            if places[sign(row)]:
                yield from _of_a_row(row, left.pop(places[sign(row)].pop()), comparing)
            else:
                still.append(row)
        unmatched = still
    for row in unmatched:
        yield Altered(Alteration.ROW_GONE, f"sheet {name}", before=_content(row.cells))
    yield from (_added(row) for row in left.values())


def _signature(row: SeenRow) -> object:
    return tuple(
        (name, plain_formula(cell.formula) or cell.shown) for name, cell in sorted(row.cells.items())
    )


def _words(row: SeenRow) -> object:
    """What stands in a row, in whatever columns it came to stand."""
    return tuple(shape_of(cell.formula) or cell.shown for cell in row.cells.values())


def _beginning(row: SeenRow) -> object:
    first = next(iter(row.cells.values()), _NO_CELL)
    return first.shown or row.where


def _place(row: SeenRow) -> object:
    return row.where.rpartition(" ")[2]


def _of_a_row(went: SeenRow, came: SeenRow, comparing: Comparing) -> Iterator[Altered]:
    for name, before, after in _pairs(went, came):
        if not comparing.is_same(before, after):
            where = after.where or f"{came.where}, under “{name}”"
            said = comparing.told(before, after)
            yield Altered(Alteration.CELL, where, name, before.shown, said, went.line)
    if not came.line:
        more = Counter(one.text for one in came.filled) - Counter(one.text for one in went.filled)
        for one in came.filled:
            if more[one.text]:
                yield Altered(Alteration.ROW_ADDED, one.where, after=one.text)


def _pairs(went: SeenRow, came: SeenRow) -> Iterator[tuple[str, SeenCell, SeenCell]]:
    """Cells of one heading; of rows that say the same in other columns, those in the same order."""
    if not went.line and _words(went) == _words(came):
        for name, before, after in zip(went.cells, went.cells.values(), came.cells.values(), strict=True):
            yield name, before, after
        return
    for name in {**went.cells, **came.cells}:
        yield name, went.cells.get(name, _NO_CELL), came.cells.get(name, _NO_CELL)


def _added(row: SeenRow) -> Altered:
    words = [_content(row.cells), *(one.text for one in row.filled)]
    return Altered(Alteration.ROW_ADDED, row.where, after="; ".join(word for word in words if word))


def _content(cells: Mapping[str, SeenCell]) -> str:
    return "; ".join(_texts(cells.values()))


def _texts(cells: Iterable[SeenCell]) -> Iterator[str]:
    return (cell.formula or cell.shown for cell in cells if cell.formula or cell.shown)
