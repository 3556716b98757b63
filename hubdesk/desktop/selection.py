"""`Selection`: what is selected, seen alike by the plan, the lists and the inspector."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from hubdesk.domain.ids import RecordId


class Selection(QObject):
    """The ids of the selected desks and areas."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[RecordId] = frozenset()

    @property
    def ids(self) -> frozenset[RecordId]:
        return self._ids

    def set(self, ids: Iterable[RecordId]) -> None:
        """Select these and nothing else."""
        chosen = frozenset(ids)
        if chosen != self._ids:
            self._ids = chosen
            self.changed.emit()

    def add(self, ids: Iterable[RecordId]) -> None:
        self.set(self._ids.union(ids))

    def toggle(self, ids: Iterable[RecordId]) -> None:
        """Select those that are not, let go of those that are."""
        self.set(self._ids.symmetric_difference(ids))

    def clear(self) -> None:
        self.set(())
