"""What is written never takes the place of a hub, and slips are told in words."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.command_line import done, refused

Q1 = "2026-27-Q1"


@pytest.mark.parametrize("option", ["--xlsx", "--json", "--journal", "--invoices"])
def test_a_recharge_never_takes_the_place_of_its_hub(parkside: Path, option: str) -> None:
    content = parkside.read_bytes()
    assert "is a hub" in refused("recharge", parkside, Q1, option, parkside).err
    assert parkside.read_bytes() == content


def test_an_export_never_takes_the_place_of_its_hub(parkside: Path, tmp_path: Path) -> None:
    plain = parkside.rename(tmp_path / "parkside.data")
    content = plain.read_bytes()
    (link := tmp_path / "link.xlsx").symlink_to(plain)
    (twin := tmp_path / "twin.xlsx").hardlink_to(plain)
    for out in (plain, link, twin):
        assert "is a hub" in refused("export", plain, "--as", "hub-workbook", out).err
    assert plain.read_bytes() == content
    assert link.is_symlink()


def test_other_hubs_and_databases_are_left_alone_too(parkside: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE kept (x)")
    content = other.read_bytes()
    (named := tmp_path / "another.HUBDESK").write_text("somebody's")
    (link := tmp_path / "link.csv").symlink_to(named)
    for out in (other, named, link):
        refused("export", parkside, "--as", "hub-workbook", out)
        refused("recharge", parkside, Q1, "--journal", out)
    assert (other.read_bytes(), named.read_text()) == (content, "somebody's")


def test_no_two_outputs_go_into_one_file(parkside: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "lines.csv", tmp_path / "." / "x" / ".." / "lines.csv"
    (tmp_path / "x").mkdir()
    ended = refused("recharge", parkside, Q1, "--journal", first, "--invoices", second)
    assert "Two outputs would go into this one file" in ended.err
    assert not first.exists()


@pytest.mark.parametrize("folder", [".", "/", "..", ""])
def test_a_folder_is_no_output(parkside: Path, folder: str) -> None:
    assert "is a folder" in refused("export", parkside, "--as", "hub-workbook", folder).err
    assert "is a folder" in refused("recharge", parkside, Q1, "--json", folder).err
    refused("template", folder)


def test_a_name_too_long_is_refused(parkside: Path, tmp_path: Path) -> None:
    name = tmp_path / f"{'long' * 75}.xlsx"
    refused("export", parkside, "--as", "hub-workbook", name)
    refused("recharge", parkside, Q1, "--xlsx", name, "--json", "-")
    refused("template", name)
    refused("import", name, tmp_path / "new.hubdesk")


def test_a_workbook_with_a_name_in_an_old_code_page_comes_in(parkside: Path, tmp_path: Path) -> None:
    book = tmp_path / "out.xlsx"
    done("export", parkside, "--as", "hub-workbook", book)
    book = book.rename(tmp_path / os.fsdecode(b"plan\xe9.xlsx"))
    done("import", book, tmp_path / "new.hubdesk")
    assert "Import of plan?.xlsx" in done("log", tmp_path / "new.hubdesk").out
