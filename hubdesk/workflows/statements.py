"""Statements of a run, and everything that goes out of it, as files in one folder."""

from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from hubdesk.charging.amounts import Amounts
from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.problem import Problem
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.statement.statement import Statement
from hubdesk.exchange.statement.typeset import Typesetter
from hubdesk.workflows.file_names import file_name, file_names
from hubdesk.workflows.out_folder import Existing, File, OutFolder
from hubdesk.workflows.outgoing import Outgoing, outgoing
from hubdesk.workflows.resources import fonts_folder, statement_template
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.statement.account import Worked
from hubdesk.workflows.statement.contents import Sender, statement_of
from hubdesk.workflows.statement.letterhead import Letterhead, letterhead

__all__ = ["Existing", "File", "Folder", "Letterhead", "Statements", "letterhead", "statements"]


class Statements:
    """The statements of one run, for as many agencies as are asked for."""

    def __init__(self, going: Outgoing, sender: Sender) -> None:
        self.going = going
        self.sender = sender
        self._worked = Worked(going.run, going.earlier)
        self._typesetter = Typesetter(statement_template(), sender.fonts)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Every agency that the run charges or gives anything, in order of code; or the one asked for."""
        one = self.going.agency
        return self._worked.charged if one is None else (one,)

    def statement(self, agency: Agency) -> Statement:
        """What the statement of `agency` says."""
        return statement_of(self._worked, agency, self.sender)

    def pdf(self, agency: Agency) -> bytes:
        """The statement of `agency` as a tagged PDF of one to three pages."""
        return self._typesetter.pdf(self.statement(agency))

    def write(self, agency: Agency, path: Path) -> None:
        """Write the statement of `agency`, whole or not at all. Raises Refused."""
        content = self.pdf(agency)
        with replacing(path) as draft:
            draft.write_bytes(content)


def statements(
    standing: Standing,
    name: str,
    amounts: Amounts | None,
    agency: str | None,
    head: Letterhead,
    *,
    made: datetime,
) -> Statements:
    """The statements of the run called `name`, or that of the agency of that code alone.

    `made` is now, with its zone. Raises as `outgoing` does: BadPeriodName, or Refused.
    """
    going = outgoing(standing, name, amounts, agency)
    return Statements(going, Sender(standing.hub, head, made.astimezone().date(), fonts_folder()))


class Folder(OutFolder):
    """All that goes out of a run, as files of `place`: statements, the recharge workbook, the ledger's CSVs.

    For one agency alone it is that agency's statement, workbook and lines. `hub` is the name of the
    hub's file or the address of its database, which nothing is ever written over.
    """

    def __init__(self, of: Statements, place: Path, *, hub: str, made: datetime) -> None:
        super().__init__(place, hub=hub)
        self._of = of
        local = made.astimezone()
        self._written_at = f"{in_words(local.date())}, {local:%H:%M}"

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What bears on the run."""
        return self._of.going.problems

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What could not be put on the statements, and why: the logo, if anything."""
        return self._of.sender.letterhead.problems

    @cached_property
    def statements(self) -> tuple[File, ...]:
        """A statement to each agency, named by run and agency."""
        agencies = self._of.agencies
        names = file_names(f"{self._of.going.run.name} statement {one.code}" for one in agencies)
        return tuple(
            File(f"{name}.pdf", f"Statement for {one.name or one.code}", partial(self._of.write, one))
            for name, one in zip(names, agencies, strict=True)
        )

    @cached_property
    def everything(self) -> tuple[File, ...]:
        """The statements, then the workbook and the CSVs for the ledger."""
        going = self._of.going
        name = file_name(f"{going.run.name} {going.agency.code}" if going.agency else going.run.name)
        workbook = partial(going.write_workbook, written_at=self._written_at)
        return (
            *self.statements,
            File(f"{name} recharge.xlsx", "Recharge workbook", workbook),
            File(f"{name} journal.csv", "Journal lines", going.write_journal),
            File(f"{name} invoices.csv", "Invoice lines", going.write_invoices),
        )
