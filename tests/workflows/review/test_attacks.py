"""Whatever comes back in place of an answer is refused or told plainly, and never taken for agreement."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from hubdesk.exchange.review_pack.layout import KEY, YOUR_CHARGES, YOUR_DESKS, Verdict
from hubdesk.workflows.review.incoming import Standing
from tests.workflows.review.answering import Asking, codes

BIG = 120 * 1024**2


def key_cell(book: Workbook) -> Cell:
    """The cell beside the words that announce the key."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).strip() == KEY:
                    found = next(one for one in row[cell.column :] if one.value)
                    assert isinstance(found, Cell)
                    return found
    raise LookupError(KEY)


def key_of(path: Path) -> str:
    return str(key_cell(load_workbook(path)).value)


def under(path: Path, key: str) -> Path:
    """The workbook under another key."""
    book = load_workbook(path)
    key_cell(book).value = key
    book.save(path)
    return path


def test_one_agency_cannot_answer_under_anothers_key(sent: Asking) -> None:
    key = key_of(sent.workbook("CAB"))
    assert sent.refused(under(sent.answered("POL", name="forged"), key)) == "another-agencys-lines"


@pytest.mark.parametrize("part", [1, 2, 3, 4])
def test_no_part_of_a_key_can_be_made_up(sent: Asking, part: int) -> None:
    parts = key_of(sent.workbook("POL")).split("-")
    digit = parts[part][-1]
    parts[part] = parts[part][:-1] + ("2" if digit == "1" else "1")
    assert sent.refused(under(sent.answered("POL", name="forged"), "-".join(parts))) == "key-forged"


def test_a_key_of_another_hub_or_of_none_is_told(sent: Asking) -> None:
    key = key_of(sent.workbook("POL"))
    other = "0" * 16 + key[16:]
    assert sent.refused(under(sent.answered("POL", name="other"), other)) == "another-hub"
    assert sent.refused(under(sent.answered("POL", name="none"), "please")) == "key-altered"


def test_cells_that_were_not_the_agencys_to_change_are_told(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    codes_ = {desk.code for desk in sent.pack("POL").desks}
    cell = next(one for row in book[YOUR_DESKS].iter_rows() for one in row if one.value in codes_)
    cell.value = "G-999"
    book.save(path)
    [one] = sent.come(path)
    assert any("G-999" in problem.what for problem in one.problems), codes(one)


def test_a_renamed_sheet_and_a_deleted_row_lose_nothing(sent: Asking) -> None:
    path, desk = sent.answered("POL"), sent.desk("POL", 3)
    book = load_workbook(path)
    sheet = book[YOUR_DESKS]
    row = next(row for row in sheet.iter_rows() if any(one.value == desk for one in row))
    for cell in row:
        cell.value = None
    sheet.title = "Ours"
    book.save(path)
    [one] = sent.come(path)
    assert one.can_be_taken
    assert one.problems
    assert desk not in one.agrees
    assert desk in one.unanswered


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x.example","y")', "@SUM(A1)", "+1", "-1", "\tx"]
)
def test_a_formula_in_free_text_stays_text(sent: Asking, text: str) -> None:
    desk = sent.desk("POL", 1)
    [one] = sent.come(sent.answered("POL", {desk: (Verdict.QUERY, None, None, None, text)}))
    assert one.standing is not Standing.REFUSED
    assert desk not in one.agrees
    sent.take(one)
    assert sent.queries("POL")


def test_a_workbook_of_a_hundred_megabytes_is_refused(sent: Asking, tmp_path: Path) -> None:
    large = tmp_path / "large.xlsx"
    with large.open("wb") as file:
        file.truncate(BIG)
    assert sent.refused(large)


def test_a_small_one_that_unpacks_to_a_hundred_megabytes_is_refused(sent: Asking) -> None:
    path = sent.answered("POL")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet99.xml", b" " * BIG)
    assert path.stat().st_size < 1024**2
    assert sent.refused(path) == "workbook-too-large"


def test_tens_of_thousands_of_rows_are_refused(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    for number in range(21_000):
        book[YOUR_CHARGES].append([number])
    book.save(path)
    assert sent.refused(path) in ("too-many-rows", "too-many-cells")


@pytest.mark.parametrize("body", [b"", b"not a workbook", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_refused(sent: Asking, tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(body)
    assert sent.refused(path)


def test_a_file_that_is_gone_is_told_and_the_others_are_read(sent: Asking, tmp_path: Path) -> None:
    gone, there = sent.come(tmp_path / "gone.xlsx", sent.answered("POL"))
    assert (gone.standing, there.standing) == (Standing.REFUSED, Standing.READY)
