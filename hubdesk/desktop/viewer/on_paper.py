"""`PackOnPaper`: the pack that is shown, as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.files import PDF, free_name
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.notices import Notice, Notices
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.resources import fonts_folder, review_pack_template


class PackOnPaper:
    """Asks for the file and says how it went, above the pack in `window`."""

    def __init__(self, window: QWidget, jobs: Jobs, machine: Machine, notices: Notices) -> None:
        self._window, self._jobs, self._machine, self._notices = window, jobs, machine, notices

    def save(self, pack: Pack) -> None:
        memory = self._machine.memory
        folder = memory.folder_for("outputs", self._machine.documents)
        name = file_name(f"{pack.agency_code} {pack.review}")
        place = self._machine.files.to_write(
            self._window, "Save the pack as a PDF", PDF, free_name(folder / f"{name}.pdf")
        )
        if place is None:
            return
        memory.keep_folder("outputs", place.parent)

        def work(progress: Progress) -> Path:
            # What sets pages takes a moment to load, and most who look at a pack never print it.
            from hubdesk.exchange.review_pack.pdf import Typesetter

            pages = Typesetter(review_pack_template(), fonts_folder()).pdf(pack)
            progress.check()
            with replacing(place) as draft:
                draft.write_bytes(pages)
            return place

        job = self._jobs.start(f"Writing {place.name}", work, self._done)
        job.refused.connect(self._notices.tell_problems)

    def _done(self, place: Path) -> None:
        self._notices.tell(Notice(f"Wrote {place}"))
