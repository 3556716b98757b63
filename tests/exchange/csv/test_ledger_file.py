"""Ledger files: exact, harmless to open, and never half written."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.charging.ledger_columns import Cell, Sum, Table
from hubdesk.domain.problem import Refused
from hubdesk.exchange.csv.ledger_file import write_table


def written(folder: Path, *rows: tuple[Cell, ...], headings: tuple[str, ...] = ("Text",)) -> bytes:
    path = folder / "journal.csv"
    write_table(path, Table(headings, rows))
    return path.read_bytes()


def test_text_is_quoted_and_amounts_are_numbers(tmp_path: Path) -> None:
    row = ("2026-27-Q1/HBC", date(2026, 6, 30), "0042", Sum(-123450), Sum(5), Sum(0))
    assert (
        written(tmp_path, row).splitlines()[1] == b'"2026-27-Q1/HBC","2026-06-30","0042",-1234.50,0.05,0.00'
    )


def test_excel_sees_utf8_and_windows_line_ends(tmp_path: Path) -> None:
    content = written(tmp_path, ("£ for the café",))
    assert content == b"\xef\xbb\xbf" + '"Text"\r\n"£ for the café"\r\n'.encode()


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_what_could_be_a_formula_is_made_text(tmp_path: Path, opening: str) -> None:
    attack = f'{opening}HYPERLINK("http://x","y")'
    assert next(csv_rows(written(tmp_path, (attack,)))) == ["'" + attack]


def test_a_heading_cannot_be_a_formula_either(tmp_path: Path) -> None:
    assert written(tmp_path, headings=("=1+1",)).endswith(b'"\'=1+1"\r\n')


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_comes_back_in_one_cell(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    content = written(tmp_path_factory.mktemp("csv"), ("a" + text, "b"), headings=("Text", "More"))
    assert next(csv_rows(content)) == ["a" + text, "b"]


def csv_rows(content: bytes) -> Iterator[list[str]]:
    """The rows below the headings, as a program reads them."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    next(rows)
    return rows


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    written(tmp_path, ("before",))
    assert b"after" in written(tmp_path, ("after",))
    assert [path.name for path in tmp_path.iterdir()] == ["journal.csv"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        written(tmp_path / "nowhere", ("x",))
    assert [one.code for one in refused.value.problems] == ["no-such-folder"]


def test_a_folder_in_the_way_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "journal.csv").mkdir()
    with pytest.raises(Refused) as refused:
        written(tmp_path, ("x",))
    assert [one.code for one in refused.value.problems] == ["is-a-folder"]
    assert [path.name for path in tmp_path.iterdir()] == ["journal.csv"]
