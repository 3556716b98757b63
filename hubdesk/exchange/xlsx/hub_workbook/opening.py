"""Opening a screened workbook with openpyxl, which leaves out in silence what it cannot find."""

import io
from typing import Any

from openpyxl.reader.excel import ExcelReader

from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.xlsx.hub_workbook.cell import shortened
from hubdesk.exchange.xlsx.hub_workbook.faults import whole_workbook


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
    reader = _WholeReader(content, read_only=True, data_only=False, keep_links=False)
    reader.read()
    return list(reader.wb.worksheets)


def damaged(how: str) -> Problem:
    """The workbook's parts are not what a spreadsheet program writes."""
    return whole_workbook(
        "damaged-workbook",
        f"The workbook is damaged: {how}",
        "Open it in Excel or LibreOffice, see that nothing is missing, save it as an Excel workbook (.xlsx), "
        "and import that.",
    )
