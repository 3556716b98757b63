"""`Saving`: a table as it is shown, as a PDF or as a workbook."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.files import WORKBOOKS
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.tables.printing import write_printed

if TYPE_CHECKING:
    from hubdesk.desktop.tables.table import Table

_PDF = "PDF (*.pdf)"


class Saving:
    """Asks for the file, and has a worker write what is shown at that moment."""

    def __init__(self, table: "Table", work: AtWork) -> None:
        self._table, self._work = table, work

    def as_pdf(self) -> None:
        """For paper: headings on every page, the totals at the end."""
        self._save(_PDF, ".pdf")

    def as_workbook(self) -> None:
        """Figures as numbers, as they are shown."""
        self._save(WORKBOOKS, ".xlsx")

    def _save(self, kinds: str, ending: str) -> None:
        printed, today = self._table.printed(), self._work.machine.today

        def write(place: Path) -> Iterable[str]:
            write_printed(printed, place, today)
            return ()

        self._work.write(f"Save {self._table.name}", kinds, f"{file_name(self._table.name)}{ending}", write)
