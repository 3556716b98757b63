"""The blank hub workbook, filled in by hand and saved by another program."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.exchange.xlsx.hub_workbook.catalogue import HUB, SHEETS, VAT_CODES
from hubdesk.workflows.export_hub import export_hub_workbook, write_template
from hubdesk.workflows.import_hub import read_hub_workbook
from tests.builders.random_hubs import random_hub
from tests.exchange.xlsx.hub_workbook.books import refusals, small
from tests.exchange.xlsx.hub_workbook.comparing import but_for_ids
from tests.libreoffice import LibreOffice


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.xlsx"
    write_template(path)
    return path


def fill(path: Path) -> Path:
    """Types the small hub over the template's examples, leaving the sheets that it has no use for."""
    book = load_workbook(path)
    for name, (header, *rows) in small().items():
        sheet = book[name]
        columns = {str(cell.value): place for place, cell in enumerate(sheet[1], start=1)}
        if name != HUB.name:
            sheet.delete_rows(2)
        for number, row in enumerate(rows, start=2):
            for heading, value in zip(header, row, strict=False):
                sheet.cell(number, columns[heading], value)
    book.save(path)
    return path


def test_the_blank_template_says_what_is_missing(template: Path) -> None:
    name, host = refusals(template)
    assert (name.where, name.what) == ("sheet Hub, cell B2", "The setting “name” is blank")
    assert (host.where, host.what) == ("sheet Hub, cell B3", "The setting “host” is blank")


def test_every_sheet_has_notes_and_an_example_that_is_not_imported(template: Path) -> None:
    book = load_workbook(template)
    for sheet in SHEETS:
        made = book[sheet.name]
        assert [cell.value for cell in made[1]] == [column.name for column in sheet.columns]
        assert all(cell.comment for cell in made[1])
        assert made.freeze_panes == "A2"
        if sheet not in (HUB, VAT_CODES):
            assert any(str(cell.value).startswith("e.g. ") for cell in made[2])
    assert any(
        one.formula1 == '"public,voluntary,private"'
        for one in book["Agencies"].data_validations.dataValidation
    )
    assert any("'Agencies'" in one.formula1 for one in book["Licences"].data_validations.dataValidation)


def test_what_is_typed_over_an_example_becomes_what_its_column_holds(template: Path) -> None:
    book = load_workbook(template)
    formats = {"day": "yyyy-mm-dd", "time": "hh:mm", "money": "#,##0.00", "text": "@"}
    for sheet in SHEETS:
        for place, column in enumerate(sheet.columns, start=1):
            cell = book[sheet.name].cell(2, place)
            if column.example and column.kind.look in formats:
                assert cell.number_format == formats[column.kind.look], cell
    licences, drop_ins = book["Licences"], book["Drop-ins"]
    assert licences["C2"].value == datetime(2026, 4, 1)  # noqa: DTZ001  a cell knows no time zone
    assert drop_ins["C2"].number_format == "yyyy-mm-dd"
    assert drop_ins["D2"].value == time(9, 30)
    assert book["Licence desks"]["C2"].value == 10
    assert book["Rates"]["B2"].value == 3000


def test_the_usual_vat_codes_come_in_with_a_filled_template(template: Path) -> None:
    book = load_workbook(template)
    assert "check that they are right for you" in book["VAT codes"]["A2"].comment.text
    book["Hub"]["B2"], book["Hub"]["B3"] = "Hilltop House", "HBC"
    agency = ("HBC", "Hilltop Borough Council", "public")
    licence = ("L01", "HBC", "1 April 2026", None, "S")
    for name, row in {
        "Agencies": agency,
        "Licences": licence,
        "Licence desks": ("L01", "1 April 2026", 12),
        "Rates": ("1 April 2026", 3000),
    }.items():
        for place, value in enumerate(row, start=1):
            book[name].cell(2, place).value = value
    book.save(template)
    imported = read_hub_workbook(template)
    codes = imported.hub.vat_by_code
    assert {code: codes[code].percent.at(date(2026, 4, 1)) for code in codes} == {
        "S": 20,
        "R": 5,
        "Z": 0,
        "E": 0,
        "O": 0,
    }
    assert not [one for one in imported.warnings if one.code.startswith("vat-")]


def test_a_filled_template_comes_in_and_says_which_rows_are_examples(template: Path) -> None:
    imported = read_hub_workbook(fill(template))
    assert imported.hub.licence_codes["L01"].desks_on(date(2026, 4, 1)) == 10
    (left_out,) = [one for one in imported.warnings if one.code == "examples-left-out"]
    assert "sheet Drop-ins, row 2" in left_out.what
    assert "Agencies" not in left_out.what


def test_a_template_saved_by_libreoffice_is_read_the_same(template: Path, tmp_path: Path) -> None:
    here = read_hub_workbook(fill(template)).hub
    there = read_hub_workbook(LibreOffice(tmp_path / "office").recalculate(template)).hub
    assert but_for_ids(there) == but_for_ids(here)


def test_a_hub_saved_by_libreoffice_is_the_same_hub(tmp_path: Path) -> None:
    hub = random_hub(11)
    path = tmp_path / "hub.xlsx"
    export_hub_workbook(hub, path)
    saved = LibreOffice(tmp_path / "office").recalculate(path)
    assert but_for_ids(read_hub_workbook(saved).hub) == but_for_ids(hub)
