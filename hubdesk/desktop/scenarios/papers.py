"""The board paper of what is compared: asked for, and written to a file."""

from collections.abc import Iterable
from pathlib import Path

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.desktop.files import WORKBOOKS
from hubdesk.exchange.board_paper.paper import BoardPaper
from hubdesk.workflows.board_paper import board_paper, write_pdf, write_workbook
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.scenario_compare import Comparison

_PDF, _BOOK = "PDF, one page", "Workbook, with formulas"


class BoardPapers:
    """Writes papers off the main thread."""

    def __init__(self, work: AtWork) -> None:
        self._work = work

    def ask(self, comparison: Comparison) -> None:
        """Ask in what form, and where it is to go."""
        made = self._work.machine.today
        choices = (Choice("Form", [(_PDF, _PDF), (_BOOK, _BOOK)]),)
        sentence = "What is compared on the page, with what each scenario changes, for a meeting."

        def write_as(form: str) -> None:
            self._write(board_paper(comparison, made), form)

        ChoiceDialog(
            ("Board paper", sentence), choices, "Choose the file…", write_as, self._work.window
        ).open()

    def _write(self, paper: BoardPaper, form: str) -> None:
        write_form, kinds, ending = (
            (write_pdf, "PDF (*.pdf)", ".pdf") if form == _PDF else (write_workbook, WORKBOOKS, ".xlsx")
        )

        def write(place: Path) -> Iterable[str]:
            write_form(paper, place)
            return ()

        name = file_name(f"What if {' '.join(one.name for one in paper.scenarios)}"[:80])
        self._work.write("Write a board paper", kinds, f"{name}{ending}", write)
