"""`Going`: how one gets to a place: by finding it, or from a problem that is there."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.dialogs.find_box import FindBox
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.notices import Notice, Tone
from hubdesk.desktop.session import Session
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem

Reveal = Callable[[Iterable[RecordId]], bool]


class Going(QObject):
    """Brings what is sought before the user's eyes by `reveal`, which says whether it has a place."""

    told = Signal(object)
    """A Notice: there is no such place."""

    def __init__(self, session: Session, jobs: Jobs, reveal: Reveal, parent: QWidget) -> None:
        super().__init__(parent)
        self.reveal, self._window = reveal, parent
        self._find_box = FindBox(session, jobs)

    def find(self) -> None:
        """Look for a desk, agency, area, floor or licence, and go there."""
        dialog = self._find_box.dialog(self._window)
        dialog.picked.connect(self._go)
        dialog.open()

    def to_problem(self, problem: Problem) -> None:
        """Go to where `problem` is; what is nowhere on the plan is told in full."""
        if not self.reveal(problem.records):
            self.told.emit(Notice(problem.happened_there, problem.remedy, Tone.WARNING))

    def _go(self, id_: RecordId) -> None:
        if not self.reveal([id_]):
            self.told.emit(Notice("It has no desk or area on the plan on this day", "Choose another day"))
