"""Answers that come in: read by a worker, shown, and taken in as one change."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.files import WORKBOOKS
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice, Tone
from hubdesk.desktop.review.answers_dialog import AnswersDialog
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Problem
from hubdesk.workflows.review.answers import change_of, keep_files, taken_in
from hubdesk.workflows.review.incoming import Incoming

_NO_PACK = "no-key"
"""The problem of a workbook that is no review pack at all."""


class AnswersIn:
    """Nothing of the hub changes before the user has seen what came."""

    def __init__(self, work: AtWork, bring_in: Callable[[Path], object]) -> None:
        self._work, self._session, self._bring_in = work, work.session, bring_in

    def ask(self) -> None:
        """Ask which workbooks came back."""
        memory, machine = self._work.machine.memory, self._work.machine
        folder = memory.folder_for("answers", machine.documents)
        files = machine.files.several_to_open(self._work.window, "Take in answers", WORKBOOKS, folder)
        if files:
            memory.keep_folder("answers", files[0].parent)
            self.read(files)

    def read(self, files: Sequence[Path]) -> None:
        """Read the workbooks, and show what they say."""
        session = self._session
        hub, store, today = session.hub, session.document.store, session.today

        def read(progress: Progress) -> tuple[Incoming, ...]:
            def tell(done: int) -> None:
                progress.report(done / len(files), f"Reading {files[done].name}")

            return taken_in(hub, store, files, today, before_each=tell)

        def show(incoming: tuple[Incoming, ...]) -> None:
            first = incoming[0].problems[:1]
            if len(incoming) == 1 and first and first[0].code == _NO_PACK:
                self._tell_foreign(files[0], first[0])
            else:
                AnswersDialog(incoming, self._take, self._work.window).open()

        self._work.start(f"Reading {counted(len(files), 'answer')}", read, show)

    def drop(self, files: Sequence[Path]) -> None:
        """Workbooks were dropped on the window."""
        if self._session.only_looks:
            told = Notice(
                "The hub was opened only to look at", "Open it to change, and drop the answers again"
            )
        elif self._session.trying is not None:
            told = Notice("A scenario is on screen", "Leave it first: answers are about the hub as it stands")
        else:
            self.read(files)
            return
        self._work.notices.tell(replace(told, tone=Tone.WARNING))

    def _tell_foreign(self, file: Path, problem: Problem) -> None:
        """A single workbook that is no pack may be a hub's."""
        offer = ("Import it as a new hub…", lambda: self._bring_in(file))
        self._work.notices.tell(
            Notice(f"{file.name}: {problem.what}", problem.remedy, Tone.WARNING, (offer,))
        )

    def _take(self, incoming: Sequence[Incoming], withdraw: Collection[RecordId]) -> None:
        """Keep the files as they came, then take in what they say: one change."""
        session = self._session
        store, today = session.document.store, session.today

        def keep(progress: Progress) -> Sequence[Incoming]:
            progress.check()
            keep_files(store, incoming)
            return incoming

        def take(kept: Sequence[Incoming]) -> None:
            if not session.tried_on_hub(lambda hub: change_of(hub, kept, today, withdraw=withdraw)):
                asked = sum(len(one.asks) for one in kept)
                told = f"{_queries(asked)} came of {'it' if len(kept) == 1 else 'them'}" if asked else ""
                self._work.notices.tell(Notice(f"Took in {counted(len(kept), 'answer')}", told))

        self._work.start("Taking in answers", keep, take)


def _queries(count: int) -> str:
    return "1 query" if count == 1 else f"{count:,} queries"
