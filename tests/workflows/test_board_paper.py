"""The board paper: one tagged page, and a workbook, with the figures of the comparison and no others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from openpyxl.cell import Cell, MergedCell

from hubdesk.domain.change import Change
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import Basis, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.scenario import Scenario
from hubdesk.exchange.board_paper.paper import BoardPaper, Figure, PaperRow, PaperScenario
from hubdesk.exchange.board_paper.pdf import board_paper_pdf
from hubdesk.workflows import scenario_starts as starts
from hubdesk.workflows.board_paper import board_paper, write_pdf, write_workbook
from hubdesk.workflows.resources import board_paper_template, fonts_folder
from hubdesk.workflows.scenario_compare import Comparison, compare
from hubdesk.workflows.standing import Standing
from tests.builders.parkside import parkside

DAY = date(2026, 11, 7)


def tried(begun: starts.Begun, note: str = "") -> Scenario:
    name, change = begun
    return Scenario(new_id(), name, Change(name, change.edits), note)


def four(hub: Hub) -> list[Scenario]:
    year = hub.charging_year(2026)
    standing_rate = starts.concessions_on(hub, year)[0]
    return [
        tried(starts.another_rate(hub, year.first, 3200_00), "To cover the lift"),
        tried(starts.another_basis(hub, year, None, Basis.AREA)),
        tried(starts.another_vacant_policy(hub, year, None, VacantPolicy.SHARED)),
        tried(
            starts.another_concession(hub, standing_rate.id, year.first, Decimal(30), Funder.PARTNERS),
        ),
    ]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    hub = parkside()
    found = compare(Standing(hub, 0, ()), four(hub), DAY)
    assert isinstance(found, Comparison)
    return found


def text_of(content: bytes | Path) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_starts_are_called_by_what_they_try(comparison: Comparison) -> None:
    assert [one.scenario.name for one in comparison.others] == [
        "Rate £3,200",
        "All shared costs of 2026-27 by area",
        "Vacant desks: partners share them",
        "Voluntary at 30 %, paid by the partners",
    ]


def test_one_page_has_every_figure(comparison: Comparison, tmp_path: Path) -> None:
    place = tmp_path / "paper.pdf"
    paper = board_paper(comparison, DAY)
    write_pdf(paper, place)
    (page,) = text_of(place)
    words = " ".join(page.split())
    assert "Parkside: what if, 2026-27" in words
    assert "To cover the lift" in words
    assert "+ pays more than today, − pays less." in words
    assert "No period of it is issued yet" in words
    for row in comparison.rows:
        for one in row.scenarios:
            assert one is not None
            assert f"{one.pence / 100:,.2f}" in words
            signed = f"{one.more / 100:+,.2f}" if one.more else "0.00"
            assert signed.replace("-", "−") in words
    content = place.read_bytes()
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert mark in content
    write_pdf(paper, place)
    assert place.read_bytes() == content


def test_five_hundred_agencies_still_make_one_page_that_adds_up(comparison: Comparison) -> None:
    few = board_paper(comparison, DAY)
    rows = tuple(
        PaperRow(f"Agency {number}", 100_00 + number, (Figure(200_00, 100_00 - number), None))
        for number in range(500)
    )
    today = sum(row.today for row in rows)
    total = Figure(200_00 * 500, 200_00 * 500 - today)
    scenarios = (
        replace(few.scenarios[0], changes=[f"Change {number}" for number in range(300)], total=total),
        PaperScenario("Broken", "", (), "", None, "No figures: the host is missing"),
    )
    paper = replace(few, rows=rows, today=today, scenarios=scenarios)
    (page,) = text_of(board_paper_pdf(paper, board_paper_template(), fonts_folder()))
    assert "other agencies" in page
    assert "No figures: the host is missing" in page
    short = paper.shortened(20, 4)
    assert len(short.rows) == 20
    assert (short.rows[0], short.rows[-1]) == (rows[0], rows[-1])
    assert sum(row.today for row in short.rows) == today
    assert sum(row.figures[0].pence for row in short.rows if row.figures[0]) == total.pence
    assert short.scenarios[0].changes[-1] == "and 297 more"


def test_the_workbook_has_each_difference_as_a_formula_with_its_value(
    comparison: Comparison, tmp_path: Path
) -> None:
    place = tmp_path / "paper.xlsx"
    write_workbook(board_paper(comparison, DAY), place)
    values = rows_of(place, comparison)
    formulas = openpyxl.load_workbook(place)["Board paper"]
    for row in comparison.rows:
        cells = values[row.code]
        assert cells[1].value == row.today / 100
        for number, one in enumerate(row.scenarios):
            assert one is not None
            figure, more = cells[2 + 2 * number], cells[3 + 2 * number]
            assert (figure.value, more.value) == (one.pence / 100, one.more / 100)
            there = f"{figure.coordinate}-{cells[1].coordinate}"
            assert formulas[more.coordinate].value == f"=ROUND({there},2)"
    total = values["total"]
    assert total[1].value == comparison.today.pence / 100
    assert formulas[total[1].coordinate].value.startswith("=ROUND(SUM(B")
    assert total[2].value == (comparison.total(0) or 0) / 100


def rows_of(place: Path, comparison: Comparison) -> dict[str, tuple[Cell | MergedCell, ...]]:
    """The rows of the table by agency code, with the values as they are written."""
    sheet = openpyxl.load_workbook(place, data_only=True)["Board paper"]
    found = {}
    for cells in sheet.iter_rows():
        words = str(cells[0].value or "")
        for row in comparison.rows:
            if f"({row.code})" in words:
                found[row.code] = cells
        if words.startswith("All agencies"):
            found["total"] = cells
    return found


def test_a_scenario_named_like_a_formula_is_text(comparison: Comparison, tmp_path: Path) -> None:
    place = tmp_path / "paper.xlsx"
    paper: BoardPaper = board_paper(comparison, DAY)
    named = tuple(replace(one, name="=1+1", note="+44", changes=("@SUM",)) for one in paper.scenarios)
    write_workbook(replace(paper, scenarios=named), place)
    sheet = openpyxl.load_workbook(place)["Board paper"]
    typed = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert (typed["=1+1"], typed["+44"], typed["@SUM"]) == ("s", "s", "s")
    assert typed["=1+1 £"] == "s"
