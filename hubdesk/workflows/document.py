"""`Document`: one open hub, and the one door through which it changes."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime

from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.store import LogEntry, Moved, Store
from hubdesk.workflows.fixed_by_issue import against_issued
from hubdesk.workflows.standing import Thawed

Observer = Callable[[Change, Hub], None]
"""Told of each change and the hub after it."""

Follower = Callable[[LogEntry], object]
"""Told of each entry of the log that was made elsewhere, once the observers know of it."""

Clock = Callable[[], datetime]
"""The present moment, with its time zone."""


class Document:
    """The open hub. Made by any thread, used by one."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._observers: list[Observer] = []
        self._followers: list[Follower] = []
        self.thawed = Thawed()
        """What was read of its issued runs, for all that stands on them."""
        self._hub, self._sequence = store.snapshot()

    @property
    def hub(self) -> Hub:
        """The hub as it stands, with every change that is known here."""
        return self._hub

    @property
    def sequence(self) -> int:
        """The number of the last entry of the log that is known here."""
        return self._sequence

    @property
    def store(self) -> Store:
        """Where the hub lives. Records are written by `apply` alone."""
        return self._store

    def apply(self, change: Change) -> None:
        """Check `change`, commit it with its entry in the log, swap the hub, tell the observers.

        Raises Refused with every error that it would bring in, and where the store cannot take it;
        domain.hub.Stale where somebody else was there first. Either way nothing has changed, but for
        what others did. Anything else comes from an observer, which is a bug in it: what `hub` holds
        then is committed, and every observer was told.
        """
        if not change:
            return
        while True:
            errors = (
                *errors_of(self._hub, change),
                *against_issued(self._store, self._hub, change, self.thawed),
            )
            if errors:
                raise Refused(*errors)
            after = self._hub.applying(change)
            try:
                entry = self._store.write(change, when=self._clock(), after=self._sequence)
            except Moved:
                # What was checked is not what stands: take in what others did, and check again.
                self.refresh()
                continue
            self._take_in(entry, after)
            return

    def refresh(self) -> None:
        """Take in what others changed, and show them that the hub is open here.

        A team sees each other's changes as often as this is called: once a second will do. Raises
        Refused where the store cannot be reached, or the file was taken over by somebody else; and what
        an observer raises, once all were told of that change.
        """
        self._store.heartbeat()
        self.take_in(tuple(self._store.log(after=self._sequence)))

    def take_in(self, entries: Sequence[LogEntry]) -> None:
        """Take in `entries` of the log, in order; what is known here already is passed over.

        So another thread may ask the store for what follows `sequence`, where the answer takes long.
        """
        for entry in entries:
            if entry.sequence == self._sequence + 1:
                self._take_in(entry, self._hub.applying(entry.change))
                for follower in self._followers:
                    follower(entry)

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Tell `observer` of every change from now on, until the function returned is called."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def follow(self, follower: Follower) -> Callable[[], None]:
        """Tell `follower` of what is made elsewhere from now on, until the function returned is called."""
        self._followers.append(follower)
        return lambda: self._followers.remove(follower)

    def _take_in(self, entry: LogEntry, hub: Hub) -> None:
        self._hub, self._sequence = hub, entry.sequence
        if not entry.change:
            return  # A run was issued: the hub is as it was.
        with ExitStack() as telling:
            # It calls them all, last first, and raises only then.
            for observer in reversed(self._observers):
                telling.callback(observer, entry.change, hub)
