"""Opening a screened workbook with openpyxl, which leaves out in silence what it cannot find."""

import io
from datetime import datetime
from enum import Enum
from typing import Any

from openpyxl.reader.excel import ExcelReader

from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.xlsx.incoming.cell import shortened
from hubdesk.exchange.xlsx.incoming.faults import whole_workbook


class _WholeReader(ExcelReader):
    """Reads only workbooks that have every sheet they list."""

    def read_worksheets(self) -> None:
        missing = [sheet for sheet in self.parser.sheets if not self._is_there(sheet.id)]
        if missing:
            names = ", ".join(f"“{shortened(sheet.name or '')}”" for sheet in missing[:20])
            raise Refused(damaged(f"it lists what it does not hold, the sheet {names}"))
        super().read_worksheets()

    def _is_there(self, relationship: str) -> bool:
        links: Any = self.parser.rels  # by id, whatever the stubs say
        return relationship in links and links[relationship].target in self.valid_files


def worksheets(content: io.BytesIO) -> list[Any]:
    """The worksheets of a workbook. Raises Refused where one that it lists is missing from it."""
    return list(_opened(content, _Formulas.AS_TYPED).worksheets)


def sheet_parts(content: io.BytesIO) -> list[str]:
    """The parts of the file in which the worksheets are, in the order of `worksheets`."""
    content.seek(0)
    reader = _WholeReader(content, read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    return [link.target for _, link in reader.parser.find_sheets() if "chartsheet" not in link.Type]


def worked_out(content: io.BytesIO) -> list[Any]:
    """The worksheets with what each formula last came to, None where the program that saved it kept none.

    Raises as `worksheets` does.
    """
    return list(_opened(content, _Formulas.WORKED_OUT).worksheets)


def saved_at(content: io.BytesIO) -> datetime | None:
    """When a program last saved the workbook, by what it says itself."""
    said = _opened(content, _Formulas.AS_TYPED).properties.modified
    return said if isinstance(said, datetime) else None


class _Formulas(Enum):
    """What a cell with a formula is read as."""

    AS_TYPED = "as typed"
    WORKED_OUT = "worked out"


def _opened(content: io.BytesIO, formulas: _Formulas) -> Any:
    content.seek(0)
    reader = _WholeReader(
        content, read_only=True, data_only=formulas is _Formulas.WORKED_OUT, keep_links=False
    )
    try:
        reader.read()
    except OSError as trouble:  # what openpyxl raises where no part is a workbook
        raise Refused(damaged("it holds no sheets")) from trouble
    return reader.wb


def damaged(how: str) -> Problem:
    """The workbook's parts are not what a spreadsheet program writes."""
    return whole_workbook(
        "damaged-workbook",
        f"The workbook is damaged: {how}",
        "Open it in Excel or LibreOffice, see that nothing is missing, save it as an Excel workbook (.xlsx), "
        "and import that.",
    )
