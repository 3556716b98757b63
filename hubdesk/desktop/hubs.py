"""`Hubs`: how a hub comes into the window: opened, made, copied from a sample, brought in from a workbook.

The store and what reads workbooks are imported when they are first needed, mostly by the worker: the
welcome is there before them.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.dialogs.ask import AskDialog, Told, listed
from hubdesk.desktop.dialogs.form import Field, FormDialog
from hubdesk.desktop.files import HUBS, OPENED, WORKBOOKS, free_name
from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.packs import is_pack
from hubdesk.desktop.panels.notices import Notice, notice_of
from hubdesk.domain.problem import Problem
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.resources import Sample, sample_workbook

if TYPE_CHECKING:
    from hubdesk.domain.hub import Hub
    from hubdesk.store import Mode
    from hubdesk.workflows.document import Document

_CAN_BE_LOOKED_AT = frozenset({"open-elsewhere", "read-only"})


class Hubs(QObject):
    """Asks, and has workers open. What comes of it is told: a document, a notice."""

    came = Signal(object, str)
    """An open Document, and where it lives: the full name of its file, or its address."""
    told = Signal(object)
    """A Notice."""
    pack_wanted = Signal(str)
    """The name of a review pack's file, which was chosen where hubs are."""
    forgotten = Signal()
    """A recent hub was taken off the list."""

    def __init__(self, window: QWidget, jobs: Jobs, machine: Machine) -> None:
        super().__init__(window)
        self._window, self._jobs, self._machine = window, jobs, machine

    def open(self, where: str) -> None:
        """Open the hub at `where`, a file or an address, to change it."""
        from hubdesk.store import Mode

        self._open(where, Mode.WRITE)

    def look_at(self, where: str) -> None:
        """Open it to look at, also beside somebody who changes it."""
        from hubdesk.store import Mode

        self._open(where, Mode.READ)

    def ask_open(self) -> None:
        memory, files = self._machine.memory, self._machine.files
        folder = memory.folder_for("hubs", self._machine.documents)
        path = files.to_open(self._window, "Open a hub or a review pack", OPENED, folder)
        if path is None:
            return
        memory.keep_folder("hubs", path.parent)
        if is_pack(str(path)):
            self.pack_wanted.emit(str(path))
        else:
            self.open(str(path))

    def ask_open_team(self) -> None:
        """Ask for the address of a team's database, and for its password if the key store is to keep it."""
        recent = next((one.where for one in self._machine.memory.recents if not one.is_file), "")
        fields = (
            Field("Address", recent, "postgresql://user@server/database"),
            Field("Password", "", "leave blank if it is kept already, or in .pgpass", secret=True),
        )
        sentence = (
            "A team's hub lives in a PostgreSQL database that many people change together. The password "
            "goes into the key store of this computer, never into the address."
        )
        form = FormDialog("Open team database", sentence, fields, "Open", self._open_team, self._window)
        form.help_topic = "files-and-teams"
        form.open()

    def ask_new(self) -> None:
        fields = (
            Field("Name of the hub", "", "Parkside Hub"),
            Field("Name of its host", "", "Parkside Council"),
            Field("Code of its host", "", "PCC"),
        )
        sentence = "The host is the agency that runs the building and recharges its costs to the others."
        FormDialog(
            "New hub", sentence, fields, "Choose where to keep it…", self._make_new, self._window
        ).open()

    def open_sample(self, sample: Sample) -> None:
        """A copy of the sample among the user's documents, beside earlier copies."""
        place = free_name(self._machine.documents / f"{sample.value.capitalize()} sample.hubdesk")
        title = f"The {sample.value} sample"
        self._bring_in(
            sample_workbook(sample), place, title, lambda: self.told.emit(Notice(f"This is a copy: {place}"))
        )

    def ask_import(self) -> None:
        memory, files = self._machine.memory, self._machine.files
        folder = memory.folder_for("workbooks", self._machine.documents)
        book = files.to_open(self._window, "Import a hub workbook", WORKBOOKS, folder)
        if book is not None:
            memory.keep_folder("workbooks", book.parent)
            self.import_book(book)

    def import_book(self, book: Path) -> None:
        """Ask where the new hub is to live, and bring the workbook in."""
        suggestion = free_name(book.with_suffix(".hubdesk"))
        place = self._machine.files.to_make(self._window, "Keep the new hub as", HUBS, suggestion)
        if place is not None:
            self._bring_in(book, place, f"Import of {book.name}", lambda: None)

    def _open_team(self, address: str, password: str) -> None:
        from hubdesk.store import keep_password

        address = address.strip()
        if password:
            keep_password(address, password)
        self.open(address)

    def _make_new(self, name: str, host_name: str, host_code: str) -> None:
        from hubdesk.workflows.opening import new_hub

        hub = new_hub(name, host_code, host_name)
        suggestion = free_name(self._machine.documents / f"{file_name(name)}.hubdesk")
        place = self._machine.files.to_make(self._window, "Keep the new hub as", HUBS, suggestion)
        if place is not None:
            self._make(hub, place)

    def _make(self, hub: "Hub", place: Path) -> None:
        user, clock = self._machine.user, self._machine.clock
        where = str(place.absolute())

        def work(_progress: Progress) -> "Document":
            from hubdesk.workflows.opening import made

            return made(where, hub, f"New hub {hub.settings.name}", user=user, clock=clock)

        job = self._jobs.start(
            f"Making {place.name}",
            work,
            lambda one: self.came.emit(one, where),
            lambda one: _undo(one, place),
        )
        self._tell_refusal(job)

    def _open(self, where: str, mode: "Mode") -> None:
        from hubdesk.store import is_address

        where = where if is_address(where) else str(Path(where).absolute())
        user, clock = self._machine.user, self._machine.clock
        name = where if is_address(where) else Path(where).name

        def work(_progress: Progress) -> "Document":
            from hubdesk.workflows.opening import opened

            return opened(where, user=user, mode=mode, clock=clock)

        job = self._jobs.start(f"Opening {name}", work, lambda one: self.came.emit(one, where), _close)
        job.refused.connect(lambda problems: self.told.emit(self._not_opened(where, problems)))

    def _bring_in(self, book: Path, place: Path, title: str, then: Callable[[], object]) -> None:
        user, clock = self._machine.user, self._machine.clock
        where = str(place.absolute())

        def work(progress: Progress) -> "tuple[Document, tuple[Problem, ...]]":
            from hubdesk.workflows.opening import brought_in

            progress.report(-1, f"Reading {book.name}")
            return brought_in(book, where, title, user=user, clock=clock, check=progress.check)

        def done(what: "tuple[Document, tuple[Problem, ...]]") -> None:
            document, warnings = what
            self.came.emit(document, where)
            if warnings:
                noted = f"{len(warnings)} things to settle or think over; the problems panel lists them"
                self.told.emit(
                    replace(notice_of(warnings), what=f"{book.name} came in with {noted}", remedy="")
                )
            then()

        job = self._jobs.start(f"Importing {book.name}", work, done, lambda what: _undo(what[0], place))
        job.refused.connect(lambda problems: self._faults(book, problems))

    def _faults(self, book: Path, problems: tuple[Problem, ...]) -> None:
        if len(problems) == 1:
            self.told.emit(notice_of(problems))
            return
        sentence = (
            f"Nothing came in: {book.name} has {len(problems)} faults. Put them right and import it again."
        )
        told = Told("Not imported", sentence, (("What is the matter, sheet by sheet", listed(problems)),))
        AskDialog(told, self._window).open()

    def _tell_refusal(self, job: "Job[Document]") -> None:
        job.refused.connect(lambda problems: self.told.emit(notice_of(problems)))

    def _not_opened(self, where: str, problems: tuple[Problem, ...]) -> Notice:
        codes = {one.code for one in problems}
        offers: list[tuple[str, Callable[[], object]]] = []
        if codes & _CAN_BE_LOOKED_AT:
            offers.append(("Look only", lambda: self.look_at(where)))
        if "wrong-password" in codes:
            offers.append(("Type the password…", self.ask_open_team))
        if "no-such-file" in codes and where in (one.where for one in self._machine.memory.recents):
            offers.append(("Take it off the list", lambda: self.forget(where)))
        return replace(notice_of(problems), offers=tuple(offers))

    def forget(self, where: str) -> None:
        """Take a hub off the list of recent ones; the hub stays as it is."""
        self._machine.memory.forget_recent(where)
        self.forgotten.emit()


def _close(document: "Document") -> None:
    document.store.close()


def _undo(document: "Document", place: Path) -> None:
    """Take away a hub that was made just now and that nobody wants any more."""
    document.store.close()
    with suppress(OSError):
        place.unlink()
