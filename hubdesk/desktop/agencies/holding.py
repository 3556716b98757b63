"""`Holding`: an end or a step of a licence while it is held, until it is let go or put down."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hubdesk.desktop.session import Session
from hubdesk.domain.days import months_on
from hubdesk.domain.problem import Refused
from hubdesk.workflows.licence_handles import Handle, moved, told, within_reach
from hubdesk.workflows.licence_spans import LicenceSpan, licence_span


@dataclass(frozen=True, slots=True)
class Hold:
    """A handle that is held, the day it was taken from, and the day to which it was moved."""

    handle: Handle
    taken: date
    to: date


class Holding:
    """While something is held, only the picture moves; `make` makes one change of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.hold: Hold | None = None

    def take(self, handle: Handle, open_end: date) -> None:
        """Take hold of `handle`; one that is open is taken from `open_end`."""
        day = handle.day or open_end
        self.hold = Hold(handle, day, day)

    def next_day(self, step: int) -> date:
        """A day on or back from where what is held is now."""
        return self._now + timedelta(days=step)

    def next_month(self, step: int) -> date:
        """The next start of a month, or the one before."""
        start = self._now.replace(day=1)
        return start if step < 0 and start < self._now else months_on(start, step)

    def move_to(self, span: LicenceSpan, day: date) -> str:
        """Move what is held of `span` to `day`, as far as it reaches; what that says."""
        if self.hold is None:
            return ""
        self.hold = replace(self.hold, to=within_reach(span, self.hold.handle, day))
        return told(span, self.hold.handle, self.hold.to)

    def keep_to(self, handles: Container[Handle]) -> None:
        """Let go of what is no longer among `handles`: somebody else changed it."""
        if self.hold is not None and self.hold.handle not in handles:
            self.hold = None

    def make(self) -> None:
        """Put it down: one change, if it was moved at all."""
        hold, self.hold = self.hold, None
        if hold is not None and hold.to != hold.taken:
            self._session.do(lambda hub: moved(hub, hold.handle, hold.to))

    def let_go(self) -> None:
        """It goes back to where it was."""
        self.hold = None

    def shown(self, span: LicenceSpan) -> LicenceSpan:
        """`span` as it would be if what is held were put down."""
        if self.hold is None or self.hold.handle.licence != span.id:
            return span
        hub = self._session.hub
        try:
            after = hub.applying(moved(hub, self.hold.handle, self.hold.to))
        except Refused:
            return span
        return licence_span(after.licences[span.id])

    @property
    def _now(self) -> date:
        assert self.hold is not None
        return self.hold.to
