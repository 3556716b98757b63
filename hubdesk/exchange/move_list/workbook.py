"""A list of moves as a workbook: every desk that moves, to sort and to filter, and the agencies summed up."""

from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from hubdesk.exchange.move_list.move_list import MoveLine, MoveList, MoveSection
from hubdesk.exchange.xlsx.named_styles import StyledWorkbook
from hubdesk.exchange.xlsx.recharge_workbook.styles import look

_STYLES = (
    "Title",
    "Subtitle",
    "Note",
    "Head",
    "Head figure",
    "Head word",
    "Text",
    "Text total",
    "Count",
    "Money",
    "Money total",
)
_A4 = 9
_TOP = 4
"""The row of the headings, from 0."""
_MOVES = (
    ("Round", 8),
    ("Agency", 10),
    ("Name", 32),
    ("What", 12),
    ("From desk", 12),
    ("From floor", 20),
    ("From area", 26),
    ("To desk", 12),
    ("To floor", 20),
    ("To area", 26),
    ("When", 36),
    ("Swap", 8),
)
_NUMBERED = ("Round", "Swap")
_AGENCIES = (("Agency", 10), ("Name", 40), ("Moves", 10), ("One more", 11), ("Given back", 12))
_COUNTED = ("moves", "one more", "given back")


def move_list_workbook(moves: MoveList) -> bytes:
    """The workbook, of a sheet of moves and one of agencies; totals are formulas, text never is one."""
    written = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with StyledWorkbook(written, options) as book:
        book.set_properties({"title": moves.title, "author": "Hubdesk"})
        formats = {name: book.add_named(name, look(name)) for name in _STYLES}
        formats["Number"] = book.add_named("Number", {**look("Word"), "num_format": "0"})
        formats["Count total"] = book.add_named("Count total", {**look("Text total"), "num_format": "#,##0"})
        _write_moves(_page(book, "Moves", moves, formats), formats, moves)
        _write_agencies(_page(book, "Agencies", moves, formats), formats, moves)
    return written.getvalue()


def _page(book: StyledWorkbook, name: str, moves: MoveList, formats: dict[str, Any]) -> Any:
    page = book.add_worksheet(name)
    page.set_row(0, 27)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_TOP)
    page.set_footer("&L&8&A&R&8Page &P of &N")
    page.write_string(0, 0, moves.title, formats["Title"])
    page.write_string(1, 0, moves.about, formats["Subtitle"])
    page.write_string(2, 0, moves.how, formats["Note"])
    return page


def _write_moves(page: Any, formats: dict[str, Any], moves: MoveList) -> None:
    for column, (words, width) in enumerate(_MOVES):
        page.set_column(column, column, width)
        style = "Head word" if words in _NUMBERED else "Head"
        page.write_string(_TOP, column, words, formats[style])
    page.freeze_panes(_TOP + 1, 2)
    every = [(section, line) for section in moves.sections for line in section.lines]
    every.sort(key=lambda pair: pair[1].round)
    for row, (section, line) in enumerate(every, start=_TOP + 1):
        _write_line(page, row, formats, section, line)
    if every:
        page.autofilter(_TOP, 0, _TOP + len(every), len(_MOVES) - 1)


def _write_line(page: Any, row: int, formats: dict[str, Any], section: MoveSection, line: MoveLine) -> None:
    before, after = line.come_from, line.go_to
    page.write_number(row, 0, line.round, formats["Number"])
    texts = (section.code, section.name, line.what, before.code, before.floor, before.area)
    for column, words in enumerate((*texts, after.code, after.floor, after.area, line.when), start=1):
        page.write_string(row, column, words, formats["Text"])
    if line.swap:
        page.write_number(row, len(_MOVES) - 1, line.swap, formats["Number"])


def _write_agencies(page: Any, formats: dict[str, Any], moves: MoveList) -> None:
    headings = [*_AGENCIES, *([(f"More in {moves.year} £", 18)] if moves.tells_charges else [])]
    for column, (words, width) in enumerate(headings):
        page.set_column(column, column, width)
        page.write_string(_TOP, column, words, formats["Head" if column < 2 else "Head figure"])
    page.freeze_panes(_TOP + 1, 0)
    first = _TOP + 1
    for row, section in enumerate(moves.sections, start=first):
        page.write_string(row, 0, section.code, formats["Text"])
        page.write_string(row, 1, section.name, formats["Text"])
        for column, count in enumerate(_counts(section), start=2):
            page.write_number(row, column, count, formats["Count"])
        if section.pence is not None:
            page.write_number(row, len(_AGENCIES), section.pence / 100, formats["Money"])
    end = first + len(moves.sections)
    page.write_string(end, 0, "All agencies", formats["Text total"])
    page.write_blank(end, 1, None, formats["Text total"])
    totals: list[tuple[float, str]] = [
        (sum(column), "Count total") for column in zip(*map(_counts, moves.sections), strict=True)
    ] or [(0, "Count total")] * len(_COUNTED)
    if moves.tells_charges:
        totals.append((sum(one.pence or 0 for one in moves.sections) / 100, "Money total"))
    for column, (value, style) in enumerate(totals, start=2):
        letter = xl_col_to_name(column)
        formula = f"=ROUND(SUM({letter}{first + 1}:{letter}{max(end, first + 1)}),2)"
        page.write_formula(end, column, formula, formats[style], value)


def _counts(section: MoveSection) -> list[int]:
    return [sum(line.what == what for line in section.lines) for what in _COUNTED]
