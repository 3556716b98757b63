"""A table on paper and as a workbook: every figure as it was shown."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.problem import Refused
from hubdesk.exchange.table import Heading, PrintedTable, table_pdf, write_table_workbook
from hubdesk.workflows.resources import fonts_folder
from hubdesk.workflows.tables.kinds import MINUS, Percent, Pounds

MADE = date(2026, 11, 23)
LINES = PrintedTable(
    "Cost lines",
    ("Parkside, as at 23 November 2026",),
    (Heading("Name", False), Heading("Budget £", True), Heading("Share", True)),
    (
        ("Rent & rates", "128,000.00", "103.56 %"),
        ("=Income", f"{MINUS}4,400.00", f"{MINUS}3.56 %"),
        ("Nil", "", ""),
    ),
    ("Total", "123,600.00", "100.00 %"),
)

_SHARES = st.decimals(-999, 999, places=4)


def words(content: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_everything_that_was_shown_is_on_paper() -> None:
    (page,) = words(table_pdf(LINES, MADE, fonts_folder()))
    for text in (LINES.title, *LINES.about, *(one.words for one in LINES.headings), *LINES.totals):
        assert text in page
    for row in LINES.rows:
        assert all(text in page for text in row)


def test_the_pdf_is_tagged_says_so_and_is_the_same_again() -> None:
    content = table_pdf(LINES, MADE, fonts_folder())
    assert b"pdfuaid" in content
    assert content == table_pdf(LINES, MADE, fonts_folder())


def test_headings_stand_on_every_page_and_wide_tables_go_on_with_their_first_column() -> None:
    long = PrintedTable(LINES.title, (), LINES.headings, LINES.rows * 60, LINES.totals)
    pages = words(table_pdf(long, MADE, fonts_folder()))
    assert len(pages) > 1
    assert all("Budget £" in page for page in pages)
    assert "Total" in pages[-1]
    assert "Total" not in pages[0]

    count = 60
    headings = (LINES.headings[0], *(Heading(f"Stream {n} £", True) for n in range(count)))
    wide = PrintedTable("Wide", (), headings, (("Rent", *(f"{n}00,000.00" for n in range(count))),))
    pages = words(table_pdf(wide, MADE, fonts_folder()))
    assert len(pages) > 1
    assert all("Rent" in page for page in pages)
    for n in range(count):
        assert sum(f"Stream {n} £" in page for page in pages) == 1


def test_a_workbook_has_numbers_that_look_as_they_did(tmp_path: Path) -> None:
    place = tmp_path / "lines.xlsx"
    write_table_workbook(place, LINES)
    page = openpyxl.load_workbook(place).active
    assert page is not None
    head = next(row for row in page.iter_rows() if row[0].value == "Name")
    rows = list(page.iter_rows(min_row=head[0].row + 1))  # type: ignore[operator]
    assert [cell.value for cell in rows[1]] == ["=Income", -4400, -0.0356]
    assert [cell.data_type for cell in rows[1]] == ["s", "n", "n"]
    assert [cell.number_format for cell in rows[1]][1:] == ["#,##0.00", "#,##0.00%"]
    assert [cell.value for cell in rows[3]] == ["Total", 123600, 1]
    assert page.freeze_panes == f"B{head[0].row + 1}"  # type: ignore[operator]


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.integers(-(10**12), 10**12), st.decimals(-999, 999, places=4)), min_size=1, max_size=5
    )
)
def test_every_figure_goes_into_the_workbook_to_the_penny(
    tmp_path_factory: pytest.TempPathFactory, figures: list[tuple[int, Decimal]]
) -> None:
    rows = tuple((Pounds().show(pence), Percent(4).show(share)) for pence, share in figures)
    table = PrintedTable("T", (), (Heading("£", True), Heading("%", True)), rows)
    place = tmp_path_factory.mktemp("table") / "t.xlsx"
    write_table_workbook(place, table)
    page = openpyxl.load_workbook(place).active
    assert page is not None
    found = [[cell.value for cell in row] for row in page.iter_rows(min_row=4)]
    assert [round(Decimal(repr(money)) * 100) for money, _ in found] == [pence for pence, _ in figures]
    assert [round(Decimal(repr(share)) * 100, 4) for _, share in found] == [share for _, share in figures]


def test_what_cannot_be_written_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no folder"):
        write_table_workbook(tmp_path / "none" / "t.xlsx", LINES)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What if: 3/4 [a very long name that goes on]", "What if  3 4  a very long name"),
        ("Costs of all the other tenants' desks", "Costs of all the other tenants"),
        ("'Quoted'", "Quoted"),
        ("History", "History table"),
        ("///", "Table"),
    ],
)
def test_titles_that_worksheets_cannot_have(title: str, name: str, tmp_path: Path) -> None:
    place = tmp_path / "t.xlsx"
    write_table_workbook(place, PrintedTable(title, (), LINES.headings, ()))
    assert openpyxl.load_workbook(place).sheetnames == [name]
