"""Workbooks of packs with their parts exchanged by hand, as no spreadsheet program would save them."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

SHEETS = {
    "Read me": "xl/worksheets/sheet1.xml",
    "Your desks": "xl/worksheets/sheet2.xml",
    "Your licence and charges": "xl/worksheets/sheet3.xml",
    "Your answer": "xl/worksheets/sheet4.xml",
}


def parts_of(path: Path) -> dict[str, str]:
    """The parts of the workbook by their names; the sheets are those of `SHEETS`."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def put_together(path: Path, parts: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """The workbook with one part of it changed, which has to make a difference."""
    parts = parts_of(path)
    changed = change(parts[name])
    assert changed != parts[name]
    return put_together(path, parts | {name: changed})


def renamed(path: Path, sheet: str = "Read me") -> Path:
    """The workbook with another name for a sheet that no formula speaks of."""
    return with_part(path, "xl/workbook.xml", lambda text: text.replace(f'name="{sheet}"', 'name="Ours"'))


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def with_text(path: Path, sheet: str, place: str, text: str) -> Path:
    """The workbook with `text` at the end of the row of `place`, which is beyond what stands there."""
    row = re.sub(r"\D", "", place)
    return with_part(
        path,
        SHEETS[sheet],
        lambda xml: re.sub(rf'(<row r="{row}".*?)(</row>)', rf"\1{text_cell(place, text)}\2", xml, count=1),
    )


def with_sheets(path: Path, *bodies: str) -> Path:
    """The workbook with a sheet more for each of `bodies`, rows as XML."""
    parts = parts_of(path)
    book, links, types = (
        parts[name] for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")
    )
    spread = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    for number, body in enumerate(bodies, 50):
        name = f"worksheets/more{number}.xml"
        parts[f"xl/{name}"] = f'<worksheet xmlns="{spread}"><sheetData>{body}</sheetData></worksheet>'
        book = book.replace(
            "</sheets>", f'<sheet name="More {number}" sheetId="{number}" r:id="rId{number}00"/></sheets>'
        )
        links = links.replace(
            "</Relationships>",
            f'<Relationship Id="rId{number}00" Type="{kind}" Target="{name}"/></Relationships>',
        )
        types = types.replace(
            "</Types>", f'<Override PartName="/xl/{name}" ContentType="{content}"/></Types>'
        )
    parts |= {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links, "[Content_Types].xml": types}
    return put_together(path, parts)


def with_drawing(path: Path, sheet: str, shapes: str) -> Path:
    """The workbook with `shapes` drawn over a sheet that has nothing over it."""
    folder, _, name = SHEETS[sheet].rpartition("/")
    links = f"{folder}/_rels/{name}.rels"
    parts = parts_of(path)
    assert links not in parts
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    link = f'<Relationship Id="rId1" Type="{kind}" Target="../drawings/drawing1.xml"/>'
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts[links] = f'<Relationships xmlns="{names}">{link}</Relationships>'
    space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    parts["xl/drawings/drawing1.xml"] = f'<wsDr xmlns="{space}">{shapes}</wsDr>'
    return put_together(path, parts)
