"""Statements of a run, and everything that goes out of it, as files in one folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property, partial
from pathlib import Path

from hubdesk.charging.amounts import Amounts
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.days import in_words
from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.statement.statement import Statement
from hubdesk.exchange.statement.typeset import Typesetter
from hubdesk.workflows.file_names import file_name, file_names
from hubdesk.workflows.outgoing import Outgoing, outgoing
from hubdesk.workflows.outputs import refuse_lost_files
from hubdesk.workflows.resources import fonts_folder, statement_template
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.statement.account import Worked
from hubdesk.workflows.statement.contents import Sender, statement_of
from hubdesk.workflows.statement.letterhead import Letterhead, letterhead

__all__ = ["Existing", "File", "Folder", "Letterhead", "Statements", "letterhead", "statements"]

_NAMED = 3
"""So many files are named where they are in the way; the rest are counted."""
Report = Callable[[float, str], object]
"""Told the part done, 0 to 1, and what is being done; it may raise to stop the work."""


class Existing(Enum):
    """What to do where a file of the same name is there already."""

    KEEP = "keep"
    """Nothing is written at all, and all those files are told."""
    REPLACE = "replace"


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


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its name in the folder, what it is in words, and how to write it."""

    name: str
    what: str
    write: Callable[[Path], None]


class Folder:
    """All that goes out of a run, as files of `place`: statements, the recharge workbook, the ledger's CSVs.

    For one agency alone it is that agency's statement, workbook and lines. `hub` is the name of the
    hub's file or the address of its database, which nothing is ever written over.
    """

    def __init__(self, of: Statements, place: Path, *, hub: str, made: datetime) -> None:
        self._of = of
        self._place = place
        self._hub = hub
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

    def standing_there(self, files: Sequence[File]) -> tuple[str, ...]:
        """The names of those of `files` that are in the folder already."""
        return tuple(one.name for one in files if (self._place / one.name).exists())

    def write(self, files: Sequence[File], existing: Existing, report: Report) -> tuple[Path, ...]:
        """Write `files`, each whole or not at all, telling `report` of every one; where they went.

        What `report` raises ends it between two files, and those written until then stay. Makes the
        folder if only that is missing. Raises Refused where the folder cannot be made, a file is there
        already and is to be kept, or an output would take the place of a hub: then nothing is written.
        """
        paths = [self._place / one.name for one in files]
        refuse_lost_files(self._hub, paths)
        if existing is Existing.KEEP and (there := self.standing_there(files)):
            raise Refused(_there_already(self._place, there))
        _make(self._place)
        for done, (one, path) in enumerate(zip(files, paths, strict=True)):
            report(done / len(files), one.what)
            one.write(path)
        report(1.0, "Done")
        return tuple(paths)


def _there_already(place: Path, names: Sequence[str]) -> Problem:
    named = ", ".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    are = "is" if len(names) == 1 else "are"
    what = f"{named}{more} {are} in the folder already. Nothing was written"
    remedy = "Choose another folder, or say that files are to be replaced"
    return error("file-exists", what, str(place), remedy)


def _make(place: Path) -> None:
    """The folder, unless it is there. Raises Refused."""
    try:
        place.mkdir(exist_ok=True)
    except FileExistsError:
        what, remedy = f"{place} is a file and no folder", "Choose another name for the folder"
        raise Refused(error("not-a-folder", what, str(place), remedy)) from None
    except OSError as trouble:
        what = f"The folder {place} could not be made: {trouble.strerror}"
        remedy = "Make it yourself, or choose a folder that is there"
        raise Refused(error("no-such-folder", what, str(place), remedy)) from trouble
