"""A board paper as a workbook of one sheet: differences and totals are formulas, each with its value."""

from io import BytesIO
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from hubdesk.domain.money import Pence
from hubdesk.exchange.board_paper.paper import BoardPaper, Figure
from hubdesk.exchange.xlsx.named_styles import StyledWorkbook
from hubdesk.exchange.xlsx.recharge_workbook.styles import look

_STYLES = ("Title", "Subtitle", "Section", "Head", "Head figure", "Text", "Wrapped", "Strong", "Money")
_TOTALS = ("Text total", "Money total", "Note")
_MORE = "Money more"
_SIGNED = {"num_format": "+#,##0.00;-#,##0.00;0.00"}
_A4, _FIRST_FIGURE = 9, 2
_ROWS_TO_A_PAGE = 60


def board_paper_workbook(paper: BoardPaper) -> bytes:
    """The workbook; every agency has its row. Figures are pounds with pence, and text is never a formula."""
    written = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with StyledWorkbook(written, options) as book:
        book.set_properties({"title": paper.title, "author": "Hubdesk"})
        formats = {name: book.add_named(name, look(name)) for name in (*_STYLES, *_TOTALS)}
        formats[_MORE] = book.add_named(_MORE, look("Money") | _SIGNED)
        formats["Total more"] = book.add_named("Money more total", look("Money total") | _SIGNED)
        page = book.add_worksheet("Board paper")
        _Sheet(page, formats, paper).write()
    return written.getvalue()


class _Sheet:
    """The sheet as it is filled, row after row."""

    def __init__(self, page: Any, formats: dict[str, Any], paper: BoardPaper) -> None:
        self._page, self._formats, self._paper = page, formats, paper
        self._row = 0

    def write(self) -> None:
        paper, page = self._paper, self._page
        last = _FIRST_FIGURE - 1 + 2 * len(paper.scenarios)
        page.set_column(0, 0, 44)
        page.set_column(1, last, 17)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 1 if len(paper.rows) <= _ROWS_TO_A_PAGE else 0)
        page.set_row(0, 27)
        page.hide_gridlines(2)
        self._line(paper.title, "Title")
        self._line(paper.about, "Subtitle")
        self._line("+ pays more than today, - pays less", "Note")
        self._row += 1
        self._table()
        self._row += 1
        self._line("What the desk rate recovers", "Section")
        self._pair("Today", paper.recovery)
        for one in paper.scenarios:
            self._pair(one.name, one.trouble or one.recovery)
        self._row += 1
        for one in paper.scenarios:
            self._line(f"What “{one.name}” changes", "Section")
            if one.note:
                self._line(one.note, "Note")
            for change in one.changes or ("Nothing yet",):
                self._line(change, "Text")
            self._row += 1
        self._line("Which figures these are", "Section")
        self._line(paper.figures, "Text")

    def _table(self) -> None:
        paper, page = self._paper, self._page
        self._cell(0, "Agency", "Head")
        self._cell(1, "Today £", "Head figure")
        for place, one in enumerate(paper.scenarios):
            self._cell(_FIRST_FIGURE + 2 * place, f"{one.name} £", "Head figure")
            self._cell(_FIRST_FIGURE + 2 * place + 1, "Difference £", "Head figure")
        page.set_row(self._row, 46)
        page.freeze_panes(self._row + 1, 1)
        page.repeat_rows(self._row)
        self._row += 1
        first = self._row
        for row in paper.rows:
            self._cell(0, row.name, "Text")
            self._figures(row.today, row.figures, "Money", _MORE)
            self._row += 1
        self._cell(0, "All agencies, the host among them", "Text total")
        self._totals(first)
        self._row += 1

    def _figures(self, today: Pence, figures: tuple[Figure | None, ...], money: str, more: str) -> None:
        self._page.write_number(self._row, 1, today / 100, self._formats[money])
        for place, one in enumerate(figures):
            column = _FIRST_FIGURE + 2 * place
            if one is None:
                self._cell(column, "–", "Text")
                self._cell(column + 1, "–", "Text")
                continue
            self._page.write_number(self._row, column, one.pence / 100, self._formats[money])
            there, today_at = xl_rowcol_to_cell(self._row, column), xl_rowcol_to_cell(self._row, 1)
            formula = f"=ROUND({there}-{today_at},2)"
            self._page.write_formula(self._row, column + 1, formula, self._formats[more], one.more / 100)

    def _totals(self, first: int) -> None:
        totals = [(1, self._paper.today, "Money total")]
        for place, one in enumerate(self._paper.scenarios):
            if one.total is not None:
                totals.append((_FIRST_FIGURE + 2 * place, one.total.pence, "Money total"))
                totals.append((_FIRST_FIGURE + 2 * place + 1, one.total.more, "Total more"))
        for column, pence, style in totals:
            letter = xl_col_to_name(column)
            formula = f"=ROUND(SUM({letter}{first + 1}:{letter}{self._row}),2)"
            self._page.write_formula(self._row, column, formula, self._formats[style], pence / 100)

    def _pair(self, name: str, words: str) -> None:
        self._cell(0, name, "Strong")
        self._cell(1, words, "Text")
        self._row += 1

    def _line(self, words: str, style: str) -> None:
        self._cell(0, words, style)
        self._row += 1

    def _cell(self, column: int, words: str, style: str) -> None:
        self._page.write_string(self._row, column, words, self._formats[style])
