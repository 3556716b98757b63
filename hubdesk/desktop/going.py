"""`Going`: how one gets to a place: by finding it, from a problem that is there, or from a figure."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.dialogs.find_box import FindBox
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.notices import Notice, Tone
from hubdesk.desktop.session import Session
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record

Reveal = Callable[[Iterable[RecordId]], bool]
Show = Callable[[RecordId], bool]
"""Brings one record before the user's eyes on its page; False where the page does not have it."""


class Going(QObject):
    """Brings what is sought before the user's eyes by `reveal`, which says whether it has a place.

    A page that shows records of a kind says so once, where it is put together:

        workspace.going.offer(CostLine, page.show_cost_line)
    """

    told = Signal(object)
    """A Notice: there is no such place."""

    def __init__(self, session: Session, jobs: Jobs, reveal: Reveal, parent: QWidget) -> None:
        super().__init__(parent)
        self.reveal, self._window, self._session = reveal, parent, session
        self._shows: dict[type[Record], Show] = {}
        self._find_box = FindBox(session, jobs)

    def offer(self, kind: type[Record], show: Show) -> None:
        """Records of `kind` are shown by `show`, which brings its page to the front."""
        self._shows[kind] = show

    def to_record(self, id_: RecordId) -> None:
        """Go to that record: on the page of its kind, else on the plan; what is nowhere is told."""
        hub = self._session.hub
        record = next((one[id_] for one in hub.tables.values() if id_ in one), None)
        if record is None:
            self.told.emit(Notice("It is no longer in the hub", "The history tells when it went"))
            return
        if not self._to_page([id_]) and not self.reveal([id_]):
            name = named(hub, record)
            self.told.emit(
                Notice(
                    f"{name[:1].upper()}{name[1:]} has no place on the plan on this day", "Choose another day"
                )
            )

    def _to_page(self, records: Iterable[RecordId]) -> bool:
        """Whether one of `records` has a page that shows it. Part of a cost line is shown with its line."""
        tables = self._session.hub.tables
        found = (one[id_] for id_ in records for one in tables.values() if id_ in one)
        for record in found:
            id_: RecordId = record.id
            kind: type[Record] = type(record)
            if isinstance(record, FixedShare | ShareCap | Participant):
                id_, kind = record.cost_line, CostLine
            if (show := self._shows.get(kind)) and show(id_):
                return True
        return False

    def find(self) -> None:
        """Look for a desk, agency, area, floor or licence, and go there."""
        dialog = self._find_box.dialog(self._window)
        dialog.picked.connect(self._go)
        dialog.open()

    def to_problem(self, problem: Problem) -> None:
        """Go to the record to put right first, on its page or the plan; what is nowhere is told in full."""
        if not self._to_page(problem.records[:1]) and not self.reveal(problem.records):
            self.told.emit(Notice(problem.happened_there, problem.remedy, Tone.WARNING))

    def _go(self, id_: RecordId) -> None:
        """To the plan where it has a place there; licences, and what has none, to their page."""
        pages_own = id_ in self._session.hub.licences and self._to_page([id_])
        if not pages_own and not self.reveal([id_]) and not self._to_page([id_]):
            self.told.emit(Notice("It has no desk or area on the plan on this day", "Choose another day"))
