"""`Bringing`: a drawing comes in: its file is named, read, asked about, kept and laid under the floor."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.notices import Notice, Tone, notice_of
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.underlays.decoded import Decoded, decoded
from hubdesk.desktop.plan.underlays.drawings import Drawings
from hubdesk.desktop.plan.underlays.layers_dialog import LayersDialog
from hubdesk.desktop.plan.underlays.page_dialog import PageDialog
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.underlay import Source, Underlay
from hubdesk.editing import underlays
from hubdesk.exchange.underlays import Picture, read_underlay
from hubdesk.workflows.underlay_files import bytes_of, kept, scale_of

T = TypeVar("T")

DRAWINGS = "Drawings (*.pdf *.dxf *.svg *.png *.jpg *.jpeg)"

_ASKED_FOR = "underlay-no-units"
"""The note that the scale has to be set, which is asked for here with a button to do it."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was read, with the drawing that is wanted of it."""

    name: str
    body: bytes
    picture: Picture


@dataclass(frozen=True, slots=True)
class Kept:
    """A drawing that the store keeps by now, ready to be laid and painted."""

    name: str
    source: Source
    scale: Decimal | None
    drawing: Decoded


class Bringing(QObject):
    """Brings drawings in from files. Whatever stands in the way is told, and the hub is as it was."""

    def __init__(
        self,
        plan: Plan,
        drawings: Drawings,
        jobs: Jobs,
        machine: Machine,
        tell: Callable[[Notice], object],
        window: QWidget,
    ) -> None:
        super().__init__(plan)
        self._plan, self._drawings, self._jobs = plan, drawings, jobs
        self._machine, self._tell, self._window = machine, tell, window
        self.calibrate: Callable[[], object] = lambda: None
        """How one begins to set the scale."""
        self.dialog: QDialog | None = None
        """What is being asked at the moment."""

    def add(self) -> None:
        """Ask for a file, and lay it under the floor on screen."""
        path = self._named("Add underlay")
        if path is not None:
            self.lay(path)

    def lay(self, path: Path) -> None:
        """Lay the drawing in the file at `path` under the floor on screen."""
        floor = self._plan.floor
        if floor is not None:
            self._read(path, lambda brought: self._ask_layers(brought, floor.id))

    def replace(self) -> None:
        """Ask for a file to lie where the chosen underlay lies."""
        underlay = self._plan.underlays.underlay
        if underlay is None:
            return
        path = self._named(f"Replace {underlay.name}")
        if path is not None:
            self._read(path, lambda brought: self._keep(brought, lambda one: self._replace(underlay, one)))

    def _named(self, title: str) -> Path | None:
        """The file that the user names, if one is."""
        machine = self._machine
        folder = machine.memory.folder_for("drawings", machine.documents)
        path = machine.files.to_open(self._window, title, DRAWINGS, folder)
        if path is not None:
            machine.memory.keep_folder("drawings", path.parent)
        return path

    def _read(self, path: Path, then: Callable[[Brought], object]) -> None:
        def work(progress: Progress) -> Brought:
            progress.report(-1, f"Reading {path.name}")
            body = bytes_of(path)
            picture = read_underlay(body, name=path.name, cancelled=progress.check)
            return Brought(path.name, body, picture)

        self._start(f"Reading {path.name}", work, lambda brought: self._ask_page(brought, then))

    def _ask_page(self, brought: Brought, then: Callable[[Brought], object]) -> None:
        if brought.picture.pages == 1:
            then(brought)
            return
        dialog = PageDialog(brought.name, brought.body, brought.picture.pages, self._window)
        dialog.accepted.connect(lambda: self._take_page(brought, dialog.page, then))
        self._open(dialog)

    def _take_page(self, brought: Brought, page: int, then: Callable[[Brought], object]) -> None:
        if page == brought.picture.page:
            then(brought)
            return

        def work(progress: Progress) -> Brought:
            read = read_underlay(brought.body, name=brought.name, page=page, cancelled=progress.check)
            return Brought(brought.name, brought.body, read)

        self._start(f"Reading page {page + 1} of {brought.name}", work, then)

    def _ask_layers(self, brought: Brought, floor: RecordId) -> None:
        if not brought.picture.layers:
            self._keep(brought, lambda one: self._lay(one, floor, ()))
            return
        dialog = LayersDialog(brought.name, brought.picture, self._window)
        dialog.accepted.connect(lambda: self._take_layers(brought, floor, dialog.hidden_layers))
        self._open(dialog)

    def _take_layers(self, brought: Brought, floor: RecordId, hidden: tuple[str, ...]) -> None:
        self._keep(brought, lambda one: self._lay(one, floor, hidden))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _keep(self, brought: Brought, then: Callable[[Kept], object]) -> None:
        store = self._plan.session.document.store

        def work(progress: Progress) -> Kept:
            progress.report(-1, f"Keeping {brought.name}")
            drawing = decoded(brought.picture)
            progress.check()
            source = kept(store, brought.body, brought.picture)
            return Kept(brought.name, source, scale_of(brought.picture), drawing)

        self._start(f"Keeping {brought.name}", work, then)

    def _lay(self, one: Kept, floor: RecordId, hidden: tuple[str, ...]) -> None:
        self._drawings.keep(one.source.picture, one.drawing)
        name = Path(one.name).stem
        laid: list[RecordId] = []

        def intent(hub: Hub) -> Change:
            change = underlays.lay(hub, floor, name, one.source, one.scale, hidden)
            laid.extend(record.id for record in change.added)
            return change

        if not self._plan.session.do(intent):
            return
        self._plan.underlays.choose(laid[0])
        notes = [note for note in one.drawing.picture.notes if note.code != _ASKED_FOR]
        if notes:
            self._tell(notice_of(notes))
        if one.scale is not None:
            self._tell(Notice(f"“{name}” lies under the floor at its true size"))
            return
        self._tell(
            Notice(
                f"“{name}” lies under the floor, as large as the floor holds; its scale is not known",
                "Click two points whose distance you know to set it",
                Tone.WARNING,
                (("Calibrate now", self.calibrate),),
            )
        )

    def _replace(self, underlay: Underlay, one: Kept) -> None:
        self._drawings.keep(one.source.picture, one.drawing)
        if self._plan.session.do(lambda hub: underlays.replace(hub, underlay.id, one.source)):
            self._tell(Notice(f"{one.name} lies where “{underlay.name}” lay; no desk was touched"))

    def _start(self, title: str, work: Callable[[Progress], T], then: Callable[[T], object]) -> None:
        job = self._jobs.start(title, work, then)
        job.refused.connect(lambda problems: self._tell(notice_of(problems)))
