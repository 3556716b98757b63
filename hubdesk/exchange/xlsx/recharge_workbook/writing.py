"""A workbook in memory onto the disk, by XlsxWriter: every formula with its value."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from hubdesk.exchange.xlsx.expression import Expression
from hubdesk.exchange.xlsx.named_styles import StyledWorkbook
from hubdesk.exchange.xlsx.recharge_workbook.model import Bars, Book, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.styles import BAD, GOOD, STYLES, look

_CHART_COLOURS = ("#006666", "#CC801A", "#330080", "#809999")
_A4 = 9
_TITLE_HEIGHT = 27.0
_CHART_ROWS = 22
_LONGEST_LIST = 255
_LONGEST_FORMULA = 8192


def write_book(path: Path, book: Book) -> None:
    """Write `book` to `path`. Raises OSError if it cannot be written, which XlsxWriter would disguise."""
    written = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with StyledWorkbook(written, options) as workbook:
        workbook.set_properties(book.properties)
        workbook.set_calc_mode("auto")
        formats = {name: workbook.add_named(name, look(name)) for name in STYLES}
        verdicts = {name: workbook.add_format(one) for name, one in (("good", GOOD), ("bad", BAD))}
        pages = {id(sheet): workbook.add_worksheet(sheet.title) for sheet in book.sheets}
        for name, place in book.names.items():
            workbook.define_name(name, f"={place.sheet.quoted}!{place.fixed}")
        for sheet in book.sheets:
            page = pages[id(sheet)]
            _set_up(page, sheet, formats)
            write_cells(page, sheet, formats)
            _verdicts(page, sheet, verdicts)
            _notices(page, sheet, verdicts["bad"])
            for bars in sheet.bars:
                _chart(workbook, page, bars)
    path.write_bytes(written.getvalue())


def write_cells(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    """Each cell in the way that its content asks for; text is never taken for a formula."""
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            content, style = cell.content, formats[cell.style]
            if isinstance(content, Expression):
                value = cell.worked_out()
                if isinstance(value, float) and value == int(value):
                    value = int(value)
                formula = f"={content.written(sheet)}"
                assert len(formula) <= _LONGEST_FORMULA, f"{sheet.title}!{cell.name} is too long a formula"
                page._write_formula(row, column, formula, style, "" if value is None else value)
            elif content is None or content == "":
                page._write_blank(row, column, "", style)
            elif isinstance(content, str):
                page._write_string(row, column, content, style)
            elif isinstance(content, date):
                page._write_datetime(row, column, content, style)
            else:
                page._write_number(row, column, content, style)


def _set_up(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    """Widths, what stays in sight, paper and protection."""
    base = formats["Text"]
    last = max((max(cells) for cells in sheet.rows.values() if cells), default=0)
    for column in range(last + 1):
        width = sheet.widths[column] if column < len(sheet.widths) else sheet.other_width
        page.set_column(column, column, width, base)
    for row, height in {0: _TITLE_HEIGHT, **sheet.heights}.items():
        page.set_row(row, height)
    if any(sheet.frozen):
        page.freeze_panes(*sheet.frozen)
    if sheet.repeated:
        page.repeat_rows(*sheet.repeated)
    if not sheet.portrait:
        page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, sheet.pages_tall)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.set_footer("&L&8&F&C&8&A&R&8Page &P of &N")
    page.hide_gridlines(2)
    if sheet.printed_columns:
        bottom = max([*sheet.rows, *(one.below.row + _CHART_ROWS for one in sheet.bars)], default=0)
        page.print_area(0, 0, bottom, sheet.printed_columns - 1)
    if sheet.colour:
        page.set_tab_color(sheet.colour)
    for choice in sheet.choices:
        if len(",".join(choice.words)) > _LONGEST_LIST:
            continue
        first, end = choice.cells.first, choice.cells.last
        page.data_validation(
            first.row,
            first.column,
            end.row,
            end.column,
            {"validate": "list", "source": list(choice.words), "ignore_blank": True},
        )
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def _verdicts(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for one in sheet.verdicts:
        first, last = one.cells.first, one.cells.last
        where = (first.row, first.column, last.row, last.column)
        for criteria, name in (("==", "good"), ("!=", "bad")):
            rule = {"type": "cell", "criteria": criteria, "value": f'"{one.good}"', "format": formats[name]}
            page.conditional_format(*where, rule)


def _notices(page: Any, sheet: Sheet, red: Any) -> None:
    for one in sheet.notices:
        first, last = one.cells.first, one.cells.last
        rule = {"type": "formula", "criteria": f'={first.fixed}<>""', "format": red}
        page.conditional_format(first.row, first.column, last.row, last.column, rule)


def _chart(workbook: Any, page: Any, bars: Bars) -> None:
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    sheet = bars.names.first.sheet.title
    names = bars.names
    for place, (head, figures) in enumerate(bars.series):
        chart.add_series(
            {
                "name": [sheet, head.row, head.column],
                "categories": [sheet, names.first.row, names.first.column, names.last.row, names.last.column],
                "values": [
                    sheet,
                    figures.first.row,
                    figures.first.column,
                    figures.last.row,
                    figures.last.column,
                ],
                "fill": {"color": _CHART_COLOURS[place]},
                "gap": 60,
            }
        )
    chart.set_title({"name": bars.title, "name_font": {"size": 11, "color": "#1F2933"}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis(
        {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#E1E5E8"}}}
    )
    chart.set_size({"width": 1250, "height": 330})
    page.insert_chart(bars.below.row, bars.below.column, chart)
