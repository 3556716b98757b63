"""What happens to a year: updating from a workbook, rolling forward, issuing, verifying."""

from collections.abc import Iterator
from pathlib import Path

from hubdesk.charging.verify import verify as verified
from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import AskDialog, Told, listed
from hubdesk.desktop.files import WORKBOOKS
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.recharge.issuing import Issuing
from hubdesk.domain.problem import Problem
from hubdesk.workflows.import_hub import Update, update_from_workbook
from hubdesk.workflows.log_check import log_problems

_ONLY_LOOKING = "The hub was opened only to look at"


class IssuingActions:
    """What the File menu has of this."""

    def __init__(self, work: AtWork, issuing: Issuing) -> None:
        self._work, self._issuing = work, issuing

    def actions(self) -> Iterator[Action]:
        """The actions, in the order of the menu."""
        yield Action(
            "file.update",
            "Update this hub from a workbook…",
            "File",
            self.ask_update,
            icon="refresh-cw",
            under="Import",
            hint="Lists what differs, and makes it one change if you agree",
            of_the_hub=True,
            enabled=self._may_change,
            why_not=_ONLY_LOOKING,
        )
        yield Action(
            "file.issue",
            "Issue a run…",
            "File",
            self._issuing.ask,
            icon="stamp",
            hint="Freezes a period's recharge for good; shows first what will be frozen",
            of_the_hub=True,
            enabled=self._may_change,
            why_not=_ONLY_LOOKING,
        )
        yield Action(
            "file.verify",
            "Verify what was issued",
            "File",
            self.verify,
            icon="badge-check",
            hint="Works every issued run out again, and sees that nothing logged was touched",
        )

    def _may_change(self) -> bool:
        return not self._work.session.only_looks

    def ask_update(self) -> None:
        """Read a workbook and tell what it would change."""
        work = self._work
        folder = work.machine.memory.folder_for("workbooks", work.machine.documents)
        book = work.machine.files.to_open(work.window, "Update this hub from a workbook", WORKBOOKS, folder)
        if book is None:
            return
        work.machine.memory.keep_folder("workbooks", book.parent)
        hub = work.session.hub

        def read(_progress: Progress) -> Update:
            return update_from_workbook(hub, book)

        job = work.jobs.start(f"Reading {book.name}", read, lambda update: self._tell_update(book, update))
        job.refused.connect(lambda problems: self._faults(book, problems))

    def _tell_update(self, book: Path, update: Update) -> None:
        if not update.change:
            self._work.notices.tell(Notice(f"Nothing in {book.name} differs from the hub"))
            return
        count = len(update.change.edits)
        many = "1 record differs" if count == 1 else f"{count:,} records differ"
        told = Told(
            "Update this hub",
            f"{many} in {book.name}. All of it becomes one change, which can be undone.",
            (("What differs", update.differences), ("To think over", listed(update.warnings))),
            "Update the hub",
        )
        dialog = AskDialog(told, self._work.window)
        dialog.accepted.connect(lambda: self._work.session.do(lambda _: update.change))
        dialog.open()

    def _faults(self, book: Path, problems: tuple[Problem, ...]) -> None:
        sentence = f"Nothing was changed: {book.name} has faults. Put them right, and update from it again."
        told = Told("Not updated", sentence, (("What is the matter, sheet by sheet", listed(problems)),))
        AskDialog(told, self._work.window).open()

    def verify(self) -> None:
        """Work every issued run out again, and see that nothing issued or logged has been touched."""
        store = self._work.session.document.store

        def work(_progress: Progress) -> tuple[int, tuple[Problem, ...]]:
            kept = store.runs()
            return len(kept), (*verified(kept), *log_problems(store))

        self._work.start("Working every issued run out again", work, self._verified)

    def _verified(self, outcome: tuple[int, tuple[Problem, ...]]) -> None:
        count, found = outcome
        if found:
            sentence = "Something that was issued or logged is not as it was. Keep this hub as it is."
            told = Told("Not as it was issued", sentence, (("What is the matter", listed(found)),))
            AskDialog(told, self._work.window).open()
            return
        runs = "1 issued run" if count == 1 else f"{count} issued runs"
        again = f"{runs} worked out again, the same to the penny" if count else "No run is issued yet"
        self._work.notices.tell(Notice(f"{again}; the log is unbroken"))
