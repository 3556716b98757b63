"""`Brush`: who desks are allocated to next, and from when to when."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class DaysToAllocate:
    """The days that desks are allocated for next: `last` of None leaves it open-ended."""

    first: date
    last: date | None = None


class Brush(QObject):
    """The agency that is picked in the palette; None of them vacates.

    The first day is the as-at day until somebody sets another, and again once that is let go.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._agency: RecordId | None = None
        self._first: date | None = None
        self._last: date | None = None
        session.as_at_changed.connect(self._day_came)
        session.changed.connect(self._hub_changed)

    @property
    def agency(self) -> RecordId | None:
        return self._agency

    @property
    def vacates(self) -> bool:
        return self._agency is None

    @property
    def stay(self) -> DaysToAllocate:
        return DaysToAllocate(self._first or self._session.as_at, self._last)

    @property
    def follows_the_day(self) -> bool:
        """Whether the first day is the as-at day, whichever that is."""
        return self._first is None

    def pick(self, agency: RecordId | None) -> None:
        """Allocate to `agency` from now on; None to vacate."""
        if agency != self._agency:
            self._agency = agency
            self.changed.emit()

    def set_first(self, first: date | None) -> None:
        """Another first day; None for the as-at day."""
        self._first = None if first == self._session.as_at else first
        self.changed.emit()

    def set_last(self, last: date | None) -> None:
        """The last day; None for open-ended."""
        self._last = last
        self.changed.emit()

    def _day_came(self) -> None:
        if self._first is None:
            self.changed.emit()

    def _hub_changed(self, _change: Change, hub: Hub) -> None:
        if self._agency is not None and self._agency not in hub.agencies:
            self.pick(None)
