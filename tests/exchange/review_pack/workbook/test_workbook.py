"""The workbook of a pack shows its figures, and takes answers where it asks for them and nowhere else."""

import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.layout import (
    AGREE_TO_ALL,
    KEY,
    OTHER_DESKS,
    READ_ME,
    SHEETS,
    YOUR_ANSWER,
    YOUR_CHARGES,
    YOUR_DESKS,
    AnswerField,
    Verdict,
)
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.workbook import write
from hubdesk.exchange.xlsx.recharge_workbook import WorkbookDiffers
from tests.exchange.review_pack.filling import answer_cells, beside
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.random_packs import packs
from tests.exchange.review_pack.workbook.reading import charged, expected_nets, figures, fillable, line_rows

_DESK, _OTHER = "desk:00000000000000a1", "desk:00000000000000a2"
_LICENCE, _SHARE = "licence:00000000000000b1", "share:00000000000000c1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(a_pack(), tmp_path / "pack.xlsx")
    return tmp_path / "pack.xlsx"


def test_every_line_is_there_with_its_key(path: Path) -> None:
    book = load_workbook(path)
    assert tuple(book.sheetnames) == SHEETS
    unlisted = [f"other desk:{place}" for place in range(1, OTHER_DESKS + 1)]
    assert list(line_rows(book[YOUR_DESKS])) == [_DESK, _OTHER, *unlisted]
    assert list(line_rows(book[YOUR_CHARGES])) == [_LICENCE, _SHARE]
    assert beside(book[YOUR_ANSWER], KEY).value == a_pack().key


def test_only_what_is_to_be_filled_in_is_unlocked(path: Path) -> None:
    book = load_workbook(path)
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    assert not any(
        sheet.protection.selectLockedCells or sheet.protection.formatColumns for sheet in book
    )  # each of the two says what is forbidden
    assert fillable(book[READ_ME]) == set()
    fields = {beside(book[YOUR_ANSWER], one.value).coordinate for one in AnswerField}
    assert fillable(book[YOUR_ANSWER]) == fields
    charges = book[YOUR_CHARGES]
    cells = answer_cells(charges)
    asked = {cell.coordinate for cell in cells[_LICENCE]}
    asked |= {cell.coordinate for place, cell in enumerate(cells[_SHARE]) if place != 1}
    assert fillable(charges) == asked | {beside(charges, AGREE_TO_ALL).coordinate}


def test_drop_downs_offer_what_the_pack_asks(path: Path) -> None:
    book = load_workbook(path)

    def rule(title: str, cell: str) -> tuple[str, object]:
        (found,) = (one for one in book[title].data_validations.dataValidation if cell in one.sqref)
        if found.type != "list":
            return str(found.type), (found.operator, found.formula1, found.formula2)
        ((sheet, place),) = book.defined_names[found.formula1].destinations
        return str(found.errorStyle or "stop"), [row[0].value for row in book[sheet][place]]

    answer, to, reason, wished, _ = (cell.coordinate for cell in answer_cells(book[YOUR_DESKS])[_DESK])
    assert rule(YOUR_DESKS, answer) == ("stop", [one.value for one in Verdict])
    assert rule(YOUR_DESKS, to) == ("stop", ["not our desk"])
    assert rule(YOUR_DESKS, reason)[1] == list(a_pack().desks[0].asked.reasons)
    style, days = rule(YOUR_DESKS, wished)
    assert style == "warning"
    assert isinstance(days, list)
    assert [one.date() for one in days[:2]] == [date(2026, 12, 1), date(2027, 1, 1)]
    assert min(one.date() for one in days) == a_pack().as_at
    answer, to, *_ = (cell.coordinate for cell in answer_cells(book[YOUR_CHARGES])[_LICENCE])
    assert rule(YOUR_CHARGES, to) == ("whole", (None, "0", "1000000"))
    answer = answer_cells(book[YOUR_CHARGES])[_SHARE][0].coordinate
    assert rule(YOUR_CHARGES, answer) == ("stop", ["agree", "query"])


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "<b>&amp;"])
def test_text_is_never_a_formula(hostile: str, tmp_path: Path) -> None:
    pack = a_pack()
    desk = replace(pack.desks[0], code=hostile, floor=hostile, area=hostile, kind=hostile, note=hostile)
    choices = replace(desk.asked, choices=(hostile,), reasons=(hostile, "a, b"))
    share = replace(pack.shares[0], name=hostile, basis=hostile, code=hostile, note=hostile)
    hostile_pack = replace(
        pack,
        review=hostile,
        agency=hostile,
        hub=hostile,
        host=hostile,
        key=hostile,
        contact=(hostile,),
        text=(hostile,),
        changes=(hostile,),
        desks=(replace(desk, asked=choices),),
        shares=(share,),
    )
    write(hostile_pack, tmp_path / "pack.xlsx")
    ours, theirs = load_workbook(tmp_path / "pack.xlsx"), 0
    write(pack, tmp_path / "tame.xlsx")
    tame = load_workbook(tmp_path / "tame.xlsx")

    def formulas(book: Workbook) -> list[str]:
        return [
            str(cell.value)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]

    for cell in (cell for sheet in ours for row in sheet.iter_rows() for cell in row):
        theirs += cell.value == hostile
    assert theirs >= 10
    assert len(formulas(ours)) < len(formulas(tame))  # a desk less, and no more than that
    assert not [one for one in formulas(ours) if "HYPERLINK" in one or one == hostile]


def test_the_same_pack_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "other.xlsx"):
        write(a_pack(), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.xlsx") as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "2026-12-02T00:00:00Z" in core
    assert "<dc:creator>Melton Borough Council</dc:creator>" in core


def test_no_formula_is_deeper_than_old_worksheets_keep(path: Path) -> None:
    formulas = [
        str(cell.value)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    deepest = 0
    for formula in formulas:
        open_calls: list[bool] = []
        for before, letter in pairwise(formula):
            if letter == "(":
                open_calls.append(before.isalpha())
            elif letter == ")":
                open_calls.pop()
            deepest = max(deepest, sum(open_calls))
    assert 3 < deepest <= 7


def test_a_long_text_is_there_to_its_last_word(tmp_path: Path) -> None:
    text = " ".join(f"word{place}" for place in range(8_000))
    write(a_pack(text=(text, "Short.")), tmp_path / "pack.xlsx")
    rows = [row[1] for row in load_workbook(tmp_path / "pack.xlsx")[READ_ME].iter_rows(values_only=True)]
    told = [row for row in rows if isinstance(row, str) and row.startswith("word")]
    assert " ".join(told) == text
    assert "Short." in rows


def test_totals_that_are_withheld_are_not_in_it(tmp_path: Path) -> None:
    pack = a_pack(totals=Totals.WITHHELD)
    share = pack.shares[0]
    own = tuple(replace(part, odd=0, whole=None, cost=None) for part in share.parts)
    pack = replace(pack, shares=(replace(share, parts=own, note="Too few others."),))
    write(pack, tmp_path / "pack.xlsx")
    assert charged(tmp_path / "pack.xlsx") == (pack.total, expected_nets(pack))
    values = [value for sheet in figures(tmp_path / "pack.xlsx") for row in sheet.values for value in row]
    assert 6481.48 not in values
    assert values.count("not shown") == 8


def test_a_figure_that_is_not_the_packs_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(WorkbookDiffers):
        write(a_pack(total=1), tmp_path / "pack.xlsx")
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pack=packs())
def test_any_pack_comes_to_its_pence(pack: Pack, tmp_path: Path) -> None:
    write(pack, tmp_path / "pack.xlsx")
    assert charged(tmp_path / "pack.xlsx") == (pack.total, expected_nets(pack))


def test_a_large_agency_has_every_line(tmp_path: Path) -> None:
    pack = a_pack()
    desks = tuple(
        replace(pack.desks[0], asked=replace(pack.desks[0].asked, key=f"desk:{place:016x}"))
        for place in range(500)
    )
    shares = tuple(
        replace(pack.shares[0], asked=replace(pack.shares[0].asked, key=f"share:{place:016x}"))
        for place in range(40)
    )
    pack = replace(pack, desks=desks, shares=shares, total=720_000 + 40 * 123_457)
    write(pack, tmp_path / "pack.xlsx")
    assert charged(tmp_path / "pack.xlsx") == (pack.total, expected_nets(pack))
    book = load_workbook(tmp_path / "pack.xlsx")
    assert len(line_rows(book[YOUR_DESKS])) == 500 + OTHER_DESKS
    assert len(line_rows(book[YOUR_CHARGES])) == 41
