"""What the workbook of a pack tells in words: what is held, what is taken off, and what to do."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hubdesk.exchange.review_pack.layout import (
    AGREE_TO_ALL,
    READ_ME,
    SHEETS,
    YOUR_ANSWER,
    YOUR_CHARGES,
    YOUR_DESKS,
)
from hubdesk.exchange.review_pack.pack import Asked, Correction, Other
from hubdesk.exchange.review_pack.workbook import write
from tests.exchange.review_pack.filling import answer_cells
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.workbook.reading import charged, column, expected_nets, figures, line_rows

_LICENCE, _SHARE = "licence:00000000000000b1", "share:00000000000000c1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(a_pack(), tmp_path / "pack.xlsx")
    return tmp_path / "pack.xlsx"


def prompts(book: Workbook, title: str) -> list[str]:
    return [str(one.prompt or "") for one in book[title].data_validations.dataValidation]


def words(book: Workbook, title: str) -> list[str]:
    return [str(cell) for row in book[title].values for cell in row if isinstance(cell, str)]


def test_what_is_to_be_corrected_stands_on_the_line_and_beside_its_cell(path: Path) -> None:
    book = load_workbook(path)
    sheet = book[YOUR_CHARGES]
    rows, held = line_rows(sheet), column(sheet, "As we hold it")
    assert sheet.cell(rows[_LICENCE], held).value == "4 desks"
    assert sheet.cell(rows[_SHARE], held).value is None
    assert any(
        one.startswith("By our records on 1 December 2026: 4 desks. How")
        for one in prompts(book, YOUR_CHARGES)
    )
    assert any("yours since 1 April 2026." in one for one in prompts(book, YOUR_DESKS))
    assert max(len(one) for title in SHEETS for one in prompts(book, title)) <= 255


def test_a_prompt_is_never_longer_than_worksheets_keep(tmp_path: Path) -> None:
    pack = a_pack()
    asked = Asked("share:00000000000000c1", Correction.NUMBER, held="Visitors " * 40 + "7")
    write(replace(pack, shares=(replace(pack.shares[0], asked=asked),)), tmp_path / "pack.xlsx")
    book = load_workbook(tmp_path / "pack.xlsx")
    longest = max(prompts(book, YOUR_CHARGES), key=len)
    assert longest.startswith("By our records on 1 December 2026: Visitors")
    assert len(longest) <= 255


def test_a_concession_on_a_share_is_told_with_gross_award_and_net(tmp_path: Path) -> None:
    pack = a_pack()
    share = replace(
        pack.shares[0],
        award=49_383,
        net=123_457 - 49_383,
        funder="the partners",
        concession="40 %: 60 % awarded to licence L12, on 4 of 6 desks",
    )
    pack = replace(pack, shares=(share,), total=720_000 + share.net)
    write(pack, tmp_path / "pack.xlsx")
    assert charged(tmp_path / "pack.xlsx") == (pack.total, expected_nets(pack))
    sheet = figures(tmp_path / "pack.xlsx")[YOUR_CHARGES]
    money = column(sheet, "£")
    told = {row[1].value: row[money - 1].value for row in sheet.iter_rows() if row[1].value}
    assert told["Cleaning · licensed desks · less 40 %"] == 740.74
    assert told["Before your concession"] == 1234.57
    [less] = [one for one in told if str(one).startswith("Less your concession of 40 %: 60 % awarded")]
    assert str(less).endswith(", paid for by the partners")
    assert told[less] == -493.83


def test_a_credit_is_told_in_words_and_with_a_minus(tmp_path: Path) -> None:
    pack = replace(a_pack(others=(Other("Income", -5_000),)), total=a_pack().total - 5_000)
    write(pack, tmp_path / "pack.xlsx")
    sheet = load_workbook(tmp_path / "pack.xlsx")[YOUR_CHARGES]
    [row] = [row for row in sheet.iter_rows() if row[1].value == "Income · a credit to you"]
    form = str(row[column(sheet, "£") - 1].number_format)
    assert form.startswith("£#,##0.00;")
    assert "−£" in form


def test_the_read_me_says_first_how_to_agree_and_whom_to_ask(path: Path) -> None:
    rows = {row[0]: str(row[1]) for row in load_workbook(path)[READ_ME].values if row[0]}
    assert AGREE_TO_ALL in rows["Step 1"]
    assert rows["Whom to ask"] == "Ann Reed, facilities"
    assert "does not stop billing" in rows["If you query"]
    assert "Grey cells" in rows["Yellow and grey"]
    assert "odd penny" in rows["Rounding"]
    assert "Desks on our plan for you: 2. Desks you pay for: 4." in words(load_workbook(path), READ_ME)
    assert any("may not be marked as yours" in one for one in words(load_workbook(path), READ_ME))
    for title in (YOUR_DESKS, YOUR_CHARGES, YOUR_ANSWER):
        assert any("does not stop billing" in one for one in words(load_workbook(path), title))


def test_a_pack_made_ahead_of_its_day_says_what_the_records_show(tmp_path: Path) -> None:
    write(a_pack(made=date(2026, 11, 23)), tmp_path / "ahead.xlsx")
    write(a_pack(made=date(2026, 12, 1)), tmp_path / "then.xlsx")
    ahead, then = (load_workbook(tmp_path / f"{name}.xlsx") for name in ("ahead", "then"))
    for title in (READ_ME, YOUR_DESKS, YOUR_CHARGES, YOUR_ANSWER):
        assert any("as our records show them for 1 December 2026" in one for one in words(ahead, title))
        assert any("as they were on 1 December 2026" in one for one in words(then, title))


def test_a_day_that_is_not_in_the_list_is_asked_about_by_name(path: Path) -> None:
    rules = load_workbook(path)[YOUR_DESKS].data_validations.dataValidation
    assert {one.errorTitle for one in rules if one.errorStyle == "warning"} == {"Is this day right?"}


def test_a_grey_cell_says_why_it_is_closed(path: Path) -> None:
    sheet = load_workbook(path)[YOUR_CHARGES]
    grey = answer_cells(sheet)[_SHARE][1]
    [rule] = [one for one in sheet.data_validations.dataValidation if grey.coordinate in one.sqref]
    assert grey.protection.locked
    assert (rule.promptTitle, rule.errorTitle) == ("A grey cell is ours", None)
    assert "follows from your desks" in str(rule.prompt)


def test_rows_grow_with_what_is_typed_in_them(path: Path) -> None:
    """A height that counts as chosen by hand stays, and cuts a long note off."""
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{place}.xml").decode() for place in range(1, 5)]
    assert all(' ht="' in one for one in sheets)
    assert not any("customHeight" in one for one in sheets)
    note = answer_cells(load_workbook(path)[YOUR_DESKS])["desk:00000000000000a1"][-1]
    assert note.alignment.wrap_text
    assert note.alignment.vertical == "top"
