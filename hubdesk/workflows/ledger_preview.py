"""The beginning of a file for the ledger as it would go out now, to judge its columns by."""

from dataclasses import dataclass
from itertools import islice

from hubdesk.charging.ledger_columns import table_of
from hubdesk.domain.ledger import LedgerFile
from hubdesk.exchange.csv.ledger_file import lines_of
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.standing import Standing

MOST_LINES = 12
"""With the headings."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first `lines` of `file` of the run called `run`, out of `rows` besides the headings.

    A run that is `issued` goes out under the columns that the hub had then.
    """

    file: LedgerFile
    run: str
    lines: tuple[str, ...]
    rows: int
    issued: bool

    @property
    def told(self) -> str:
        """What is shown, in sentences."""
        shown = len(self.lines) - 1
        if not self.rows:
            who = (
                "No agency is marked internal" if self.file is LedgerFile.JOURNAL else "No agency is invoiced"
            )
            told = f"{who} in {self.run}, so the file has its headings alone."
        elif shown == self.rows:
            told = f"The whole {self.file.value} file of {self.run}: {self.rows:,} lines below the headings."
        else:
            told = f"The first {shown} of {self.rows:,} lines of the {self.file.value} file of {self.run}."
        return f"{told} It is issued, and goes out under the columns of then." if self.issued else told


def preview(standing: Standing, run: str, file: LedgerFile) -> Preview:
    """The first lines of `file` of the run called `run`, exactly as they would be written.

    Raises as `run_named` does.
    """
    worked_out = run_named(standing, run, None)
    table = table_of(file, worked_out)
    lines = tuple(islice(lines_of(table), MOST_LINES))
    return Preview(file, worked_out.name, lines, len(table.rows), worked_out.issue is not None)
