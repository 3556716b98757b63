"""A table as a workbook: figures are numbers, shown as they were on screen."""

from io import BytesIO
from pathlib import Path
from typing import Any

from hubdesk.domain.typed_number import typed_number
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.table.printed import Heading, PrintedTable
from hubdesk.exchange.xlsx.named_styles import StyledWorkbook

_A4 = 9
_WIDEST = 60
_LONGEST_NAME = 31
_NOT_IN_NAMES = "[]:*?/\\"
_TAKEN = frozenset({"history"})
"""What a spreadsheet keeps for itself."""


def write_table_workbook(path: Path, table: PrintedTable) -> None:
    """Write `table` as the one sheet of a workbook, whole or not at all. Raises Refused."""
    written = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with StyledWorkbook(written, options) as workbook:
        page = workbook.add_worksheet(_sheet_name(table.title))
        looks = _Looks(workbook)
        page.write_string(0, 0, table.title, looks.named("Title", bold=True, font_size=16))
        for row, line in enumerate(table.about, start=1):
            page.write_string(row, 0, line, looks.named("Note", font_color="#55606A"))
        top = len(table.about) + 2
        for place, (heading, letters) in enumerate(zip(table.headings, table.longest(), strict=True)):
            page.set_column(place, place, min(letters + 3, _WIDEST))
            side = "right" if heading.is_figure else "left"
            page.write_string(top, place, heading.words, looks.named(f"Head {side}", **_HEAD, align=side))
        for row, texts in enumerate(table.rows, start=top + 1):
            _write(page, row, table.headings, texts, looks)
        if table.totals:
            _write(page, top + 1 + len(table.rows), table.headings, table.totals, looks.of_totals())
        page.freeze_panes(top + 1, 1)
        if table.rows:
            page.autofilter(top, 0, top + len(table.rows), len(table.headings) - 1)
        page.repeat_rows(top)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&8&A&R&8Page &P of &N")
    with replacing(path) as draft:
        draft.write_bytes(written.getvalue())


_HEAD: dict[str, Any] = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B5F73", "text_wrap": True}
_TOTAL: dict[str, Any] = {"bold": True, "top": 1}


class _Looks:
    """The styles of the cells, each made once."""

    def __init__(self, workbook: StyledWorkbook, *, total: bool = False) -> None:
        self._workbook, self._made = workbook, dict[str, Any]()
        self._more, self._behind = (_TOTAL, " total") if total else ({}, "")

    def of_totals(self) -> "_Looks":
        return _Looks(self._workbook, total=True)

    def named(self, name: str, **look: Any) -> Any:
        if name not in self._made:
            self._made[name] = self._workbook.add_named(name + self._behind, {**look, **self._more})
        return self._made[name]

    def of_figure(self, text: str) -> Any:
        """Shows a number with as many decimals as `text` has."""
        per_cent = text.endswith("%")
        places = len(text.rstrip(" %").partition(".")[2])
        decimals = f".{'0' * places}" if places else ""
        name = f"{'Percent' if per_cent else 'Figure'} {places}"
        return self.named(name, num_format=f"#,##0{decimals}{'%' if per_cent else ''}")


def _write(page: Any, row: int, headings: tuple[Heading, ...], texts: tuple[str, ...], looks: _Looks) -> None:
    for place, (heading, text) in enumerate(zip(headings, texts, strict=True)):
        number = typed_number(text.removesuffix("%")) if heading.is_figure else None
        if number is None:
            page.write_string(row, place, text, looks.named("Text"))
        else:
            of_hundred = 100 if text.endswith("%") else 1
            page.write_number(row, place, float(number / of_hundred), looks.of_figure(text))


def _sheet_name(title: str) -> str:
    """As worksheets may be called."""
    plain = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in title).strip(" '")
    name = plain[:_LONGEST_NAME].rstrip(" '")
    return f"{name} table" if name.casefold() in _TAKEN else name or "Table"
