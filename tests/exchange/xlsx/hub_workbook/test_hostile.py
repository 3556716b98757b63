"""Hostile workbooks are refused in seconds, in bounded memory, with a plain message."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hubdesk.domain.problem import Problem
from hubdesk.workflows.import_hub import read_hub_workbook
from tests.exchange.xlsx.hub_workbook.books import only_refusal, refusals, saved, small
from tests.exchange.xlsx.hub_workbook.hostile import packed, parts, sheet, with_part, without_part

pytestmark = pytest.mark.timeout(150)

_MEASURED = """
import resource, sys
from pathlib import Path
from hubdesk.domain.problem import Refused
from hubdesk.workflows.import_hub import read_hub_workbook
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
try:
    read_hub_workbook(Path(sys.argv[1]))
except Refused as refused:
    print(refused.problems[0].what)
"""


def refused_in_a_gigabyte(path: Path) -> str:
    """What the workbook is refused with by a process that may use no more memory, and 30 s of processor."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(path)], capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout.strip()


def test_a_few_kilobytes_that_claim_a_billion_cells(tmp_path: Path) -> None:
    path = packed(parts(sheet("", '<dimension ref="A1:XFD1048576"/>')), tmp_path / "a.xlsx")
    assert path.stat().st_size < 5_000
    problem = only_refusal(path)
    assert problem.what == "A sheet of the workbook says that it holds 17,179,869,184 cells"
    assert "new workbook" in problem.remedy


def test_a_cell_in_the_last_row_and_column(tmp_path: Path) -> None:
    cell = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    problem = only_refusal(packed(parts(sheet(cell)), tmp_path / "a.xlsx"))
    assert problem.what == "A sheet of the workbook is filled in as far down as row 1,048,576"
    assert problem.remedy.startswith("Delete the blank rows")


def test_a_row_number_beyond_any_sheet(tmp_path: Path) -> None:
    cell = '<row r="999999999999"><c><v>1</v></c></row>'
    assert "row 999,999,999,999" in only_refusal(packed(parts(sheet(cell)), tmp_path / "a.xlsx")).what


def test_a_million_blank_rows(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in range(1, 1_000_001))
    path = packed(parts(sheet(rows)), tmp_path / "a.xlsx")
    assert "more than 300,000 rows, blank ones included" in refused_in_a_gigabyte(path)


def test_wide_blank_rows_cost_no_more_than_narrow_ones(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"/></row>' for number in range(1, 200_001))
    path = packed(parts(sheet(rows)), tmp_path / "a.xlsx")
    assert "no sheet “Hub”" in refused_in_a_gigabyte(path)


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = packed({**parts(sheet("")), "xl/media/image.png": "0" * 79_000_000}, tmp_path / "a.xlsx")
    assert path.stat().st_size < 200_000
    problem = only_refusal(path)
    assert problem.what == "Unpacked, the file is larger than 50 MB"
    assert "without pictures" in problem.remedy


def test_a_part_that_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    path = packed({**parts(sheet("")), "xl/big.xml": f"<a>{'0' * 60_000_000}</a>"}, tmp_path / "a.xlsx")
    size = (60_000_007).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1_000).to_bytes(4, "little")))
    assert only_refusal(path).code == "damaged-workbook"


def test_many_small_parts(tmp_path: Path) -> None:
    many = {f"xl/{number}.xml": "<a/>" for number in range(2_000)}
    assert only_refusal(packed({**parts(sheet("")), **many}, tmp_path / "a.xlsx")).what == (
        "The file has more than 1,000 parts"
    )


def test_entities_that_multiply(tmp_path: Path) -> None:
    nested = "".join(f'<!ENTITY e{one} "{f"&e{one - 1};" * 10}">' for one in range(1, 10))
    bomb = f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{nested}]><worksheet>&e9;</worksheet>'
    problem = only_refusal(packed(parts(bomb), tmp_path / "a.xlsx"))
    assert problem.code == "document-type"


def test_an_entity_that_reads_a_file(tmp_path: Path) -> None:
    thief = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    named = {**parts(sheet("")), "docProps/core.xml": thief}
    assert only_refusal(packed(named, tmp_path / "a.xlsx")).code == "document-type"


def test_a_document_type_in_another_encoding(tmp_path: Path) -> None:
    path = packed(parts(sheet("")), tmp_path / "a.xlsx")
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/theme/theme1.xml", hidden.encode("utf-16"))
    assert only_refusal(path).code == "document-type"


def test_markup_nested_without_end(tmp_path: Path) -> None:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    problem = only_refusal(packed({**parts(sheet("")), "xl/styles.xml": deep}, tmp_path / "a.xlsx"))
    assert problem.what == "The workbook nests its markup too deeply"


def test_a_tag_without_end(tmp_path: Path) -> None:
    tag = "<a " + "".join(f'a{number}="" ' for number in range(3_000_000)) + "/>"
    path = packed({**parts(sheet("")), "xl/styles.xml": tag}, tmp_path / "a.xlsx")
    assert refused_in_a_gigabyte(path) == "The workbook holds a piece of markup without end"


def test_millions_of_styles(tmp_path: Path) -> None:
    styles = f"<styleSheet><cellXfs>{'<xf/>' * 5_000_000}</cellXfs></styleSheet>"
    path = packed({**parts(sheet("")), "xl/styles.xml": styles}, tmp_path / "a.xlsx")
    assert "far more cells and styles" in refused_in_a_gigabyte(path)


def test_a_long_formula_shared_by_many_cells(tmp_path: Path) -> None:
    formula = "+".join(f"A{number}" for number in range(1, 1_000))
    cells = f'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9">{formula}</f><v>1</v></c></row>'
    cells += "".join(
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"/><v>1</v></c></row>' for row in range(2, 20_000)
    )
    problem = only_refusal(packed(parts(sheet(cells)), tmp_path / "a.xlsx"))
    assert problem.what == "The workbook is full of formulas"
    assert "paste them as values" in problem.remedy


def test_as_many_faults_as_cells_are_listed_up_to_a_thousand(tmp_path: Path) -> None:
    sheets = small()
    sheets["Desks"] += [(f"X{number}", "G", "here", "there") for number in range(20_000)]
    problems = refusals(saved(sheets, tmp_path / "a.xlsx"))
    assert len(problems) == 1_001
    assert problems[-1].what == "There are 39,000 more faults"


def test_a_text_file_by_the_name_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("setting,value\nname,Hilltop\n")
    problem = only_refusal(path)
    assert problem.what == "This is a text file, such as a CSV, whatever its name says"
    assert "save it as an Excel workbook (.xlsx)" in problem.remedy


def ole(path: Path, name: str) -> Problem:
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1_000) + name.encode("utf-16-le"))
    return only_refusal(path)


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    problem = ole(tmp_path / "a.xlsx", "EncryptedPackage")
    assert problem.what == "The workbook is protected by a password"
    assert "take the password off" in problem.remedy


def test_a_workbook_of_the_old_kind(tmp_path: Path) -> None:
    assert ole(tmp_path / "a.xlsx", "Workbook").what == "This is a workbook of the old kind (.xls)"


@pytest.mark.parametrize(
    ("name", "code"), [("__substg1.0_001A001F", "e-mail"), ("WordDocument", "not-a-workbook")]
)
def test_what_else_lies_in_the_old_container(name: str, code: str, tmp_path: Path) -> None:
    assert ole(tmp_path / "a.xlsx", name).code == code


def test_an_email_in_place_of_what_came_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"From: bob@example.org\r\nSubject: Ours\r\nMIME-Version: 1.0\r\n\r\nHere it is.")
    assert only_refusal(path).remedy == "Save the workbook that is attached to it, and import that."


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"answers/CAB.xlsx": "PK"}, "This is a packed folder (.zip) with workbooks in it"),
        ({"Index/Document.iwa": "x"}, "This is a spreadsheet of Numbers (.numbers)"),
        (
            {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"},
            "This is a letter or a presentation, not a workbook",
        ),
        (
            {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"},
            "This is a workbook in the binary form (.xlsb)",
        ),
        (
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": '<a x="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>',
            },
            "The workbook was saved as a “Strict Open XML Spreadsheet”",
        ),
        (
            {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
            },
            "The workbook is damaged: it holds no sheets",
        ),
    ],
)
def test_other_archives_are_told_for_what_they_are(parts: dict[str, str], what: str, tmp_path: Path) -> None:
    assert only_refusal(packed(parts, tmp_path / "a.xlsx")).what == what


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"\x89PNG\r\n\0\0\0", b"PK"])
def test_a_file_that_is_no_workbook(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "save it as an Excel workbook (.xlsx)" in only_refusal(path).remedy


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    assert only_refusal(packed({"a.txt": "hello"}, tmp_path / "a.xlsx")).what == "This is not a workbook"


def test_a_workbook_cut_short(tmp_path: Path) -> None:
    path = saved(small(), tmp_path / "a.xlsx")
    path.write_bytes(path.read_bytes()[:3_000])
    assert only_refusal(path).code == "damaged-workbook"


@pytest.mark.parametrize("lost", ["xl/worksheets/sheet7.xml", '<Relationship Type="lost"'])
def test_a_sheet_that_is_listed_and_not_there(lost: str, tmp_path: Path) -> None:
    path = saved(small(), tmp_path / "a.xlsx")
    if lost.endswith(".xml"):
        without_part(lost, path)
    else:
        links = re.compile(r"<Relationship [^>]*sheet7\.xml[^>]*/>")
        with_part("xl/_rels/workbook.xml.rels", lambda text: links.sub("", text), path)
    problem = only_refusal(path)
    assert problem.code == "damaged-workbook"
    assert problem.what == (
        "The workbook is damaged: it lists what it does not hold, the sheet “Licence desks”"
    )


def test_a_cell_that_points_to_no_text(tmp_path: Path) -> None:
    cell = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'
    assert only_refusal(packed(parts(sheet(cell)), tmp_path / "a.xlsx")).code == "damaged-workbook"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problem = only_refusal(tmp_path / "missing.xlsx")
    assert problem.what == "The workbook cannot be read: No such file or directory"


def test_a_dimension_that_is_merely_wrong_does_no_harm(tmp_path: Path) -> None:
    path = saved(small(), tmp_path / "a.xlsx")
    with_part("xl/worksheets/sheet4.xml", lambda text: text.replace("A1:D16", "A1:A1"), path)
    assert len(read_hub_workbook(path).hub.desks) == 15
