"""A run into a folder: a statement to each agency, and all else that goes out of it."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from hubdesk.charging.amounts import Amounts
from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice
from hubdesk.desktop.into_folder import IntoFolder, ask_folder, write_into
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.problem_list import counted
from hubdesk.desktop.run_asked import ask_for_run
from hubdesk.domain.names import counted as number_of
from hubdesk.workflows.run_choices import RunChoice
from hubdesk.workflows.statements import Folder, letterhead, statements


class Which(Enum):
    """What of a run goes out; the value is what people read."""

    EVERYTHING = "Statements, recharge workbook and the ledger's CSV files"
    STATEMENTS = "Statements alone, PDF"


class RunFolder:
    """Writes runs into folders the user names; replaces nothing without asking."""

    def __init__(self, work: AtWork) -> None:
        self._work = work

    def actions(self) -> Iterator[Action]:
        """The action of the Export menu."""
        yield Action(
            "file.export-run",
            "Everything of a run into a folder…",
            "File",
            self.ask,
            "Ctrl+Shift+E",
            "folder-output",
            under="Export",
            hint="A statement to each agency as PDF, the recharge workbook, journal and invoices",
            of_the_hub=True,
        )

    def ask(self) -> None:
        """Ask which run, for whom and what of it."""
        sentence = "Each agency's statement tells what it is charged and why, and nothing about any other."
        besides = Choice("What", [(which.value, which) for which in Which])
        told = ("A run into a folder", sentence)
        ask_for_run(self._work, told, besides, "Choose the folder…", self._chosen, help_topic="statements")

    def _chosen(self, run: RunChoice, agency: str | None, which: Which, amounts: Amounts | None) -> None:
        self.write_out(run.name, agency, which, run.amounts(amounts))

    def write_out(
        self,
        run: str,
        agency: str | None = None,
        which: Which = Which.EVERYTHING,
        amounts: Amounts | None = None,
    ) -> None:
        """Ask for a folder, and write into it `which` files of the run called `run`.

        For the agency of that code alone, or everybody. A worker does it, with progress and Cancel.
        """
        place = ask_folder(self._work, f"A folder for {run}")
        if place is None:
            return
        session, hub = self._work.session, self._work.where()
        standing, store = session.standing, session.document.store
        made = self._work.machine.clock()

        def prepare(progress: Progress) -> tuple[Folder, IntoFolder]:
            progress.report(-1, f"Working out {run}")
            head = letterhead(store, standing.hub, progress.check)
            progress.check()
            of = statements(standing, run, amounts, agency, head, made=made)
            folder = Folder(of, place, hub=hub, made=made)
            files = folder.everything if which is Which.EVERYTHING else folder.statements
            return folder, IntoFolder(run, folder, files, place)

        self._work.start(f"Working out {run}", prepare, self._write)

    def _write(self, ready: tuple[Folder, IntoFolder]) -> None:
        folder, into = ready

        def done(written: tuple[Path, ...]) -> None:
            problems = folder.problems
            told = f"{counted(problems)} bear on it; see the problems panel" if problems else ""
            self._work.notices.tell(
                Notice(f"Wrote {number_of(len(written), 'file')} into {into.place}", told)
            )
            if missing := folder.left_out:
                self._work.notices.tell_problems(missing)

        write_into(self._work, into, done)
