"""`Store`: one open hub, wherever it lives."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from hubdesk.domain.change import Change, adding
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.run import IssuedRun
from hubdesk.domain.scenario import Scenario
from hubdesk.store import kept_files, log, runs, scenarios
from hubdesk.store.columns import UNREADABLE
from hubdesk.store.log import LogEntry, LogHeading
from hubdesk.store.place import Mode, Place
from hubdesk.store.reader import Holding, Snapshot, holding, snapshot
from hubdesk.store.safeguards import safeguards_stand
from hubdesk.store.trouble import Trouble
from hubdesk.store.writable import writable
from hubdesk.store.writer import write_records

_ENTRIES_AT_ONCE = 200


class Moved(Exception):
    """The log has gone on since the sequence number that a write expected."""


class Store:
    """A hub opened for `user`. Threads take turns: one that comes while another reads or writes waits.

    Every method raises Refused when the file, disk, network or server gives trouble that a user can
    put right; what was committed before stays, what was asked for is not half done. Once it is closed,
    every method that needs the place is refused.
    """

    def __init__(self, place: Place, *, user: str, mode: Mode) -> None:
        self._place = place
        self._user = writable(user)
        self._turn = RLock()
        self._closed = False
        self.mode = mode

    @property
    def user(self) -> str:
        """For whom the hub is open: the name in the log."""
        return self._user

    @property
    def is_shared(self) -> bool:
        """Whether many people change it at once: a team's database."""
        return self._place.is_shared

    @property
    def name(self) -> str:
        """What people call the place where the hub lives."""
        return self._place.name

    def person(self) -> str:
        """The id that stands for the user in the log and in issued runs, where no name is kept."""
        with self._writing() as connection:
            return log.person(connection, self._user)

    def found(self, hub: Hub, *, title: str, when: datetime) -> None:
        """Make the place the home of `hub`, all in one transaction. Raises Refused if it holds anything."""
        with self._writing() as connection:
            self._place.lay_tables(connection)
            self._make(connection, adding(title, *hub.records()), when)

    def read_hub(self) -> Hub:
        return self.snapshot().hub

    def snapshot(self) -> Snapshot:
        """The hub and the number of the last entry of its log, of one moment."""
        with self._reading() as connection:
            return snapshot(connection)

    def holding(self) -> Holding:
        """The hub, that number, the issued runs and the names of people, of one moment."""
        with self._reading() as connection:
            return holding(connection)

    def write(self, change: Change, *, when: datetime, after: int | None = None) -> LogEntry:
        """Make `change` in one transaction with its entry in the log.

        `when` has a time zone. Raises domain.hub.Stale if a `before` is not what the store holds, and
        Moved if `after` is given and the last entry has another number.
        """
        with self._writing() as connection:
            if after is not None and log.last_sequence(connection) != after:
                raise Moved
            return self._make(connection, change, when)

    def last_sequence(self) -> int:
        """The number of the last entry of the log; 0 before the first."""
        with self._reading() as connection:
            return log.last_sequence(connection)

    def log(self, after: int = 0) -> Iterator[LogEntry]:
        """The changes and issues that follow number `after`, in order."""
        while True:
            with self._reading() as connection:
                entries = log.entries(connection, after, _ENTRIES_AT_ONCE)
            yield from entries
            if len(entries) < _ENTRIES_AT_ONCE:
                return
            after = entries[-1].sequence

    def headings(self, before: int | None = None, at_most: int = _ENTRIES_AT_ONCE) -> tuple[LogHeading, ...]:
        """A page of the log for people to read, the newest first: entries with numbers below `before`."""
        with self._reading() as connection:
            return tuple(log.headings(connection, before, at_most))

    def first_broken_entry(self) -> int | None:
        """The number of the first entry of the log that is not as it was written, if there is one."""
        with self._reading() as connection:
            return log.first_broken_link(connection)

    def is_guarded(self) -> bool:
        """Whether the triggers that keep the log and the issued runs append-only are all there."""
        with self._reading() as connection:
            return safeguards_stand(connection)

    def runs(self) -> tuple[IssuedRun, ...]:
        """Every issued run, in order of sequence. Ask each whether it `is_untouched`."""
        with self._reading() as connection:
            return runs.issued(connection)

    def people(self) -> Mapping[str, str]:
        """The names of those in the log and in issued runs, by their ids, but for erased ones."""
        with self._reading() as connection:
            return log.people(connection)

    def append_run(self, run: IssuedRun, *, when: datetime, after: int) -> LogEntry:
        """Keep an issued run for good, and enter it in the log.

        `after` is the number of the last entry when it was worked out. Raises Refused if the hub has
        changed or a run was issued since, or the run does not follow on the last.
        """
        if not run.is_untouched:
            raise ValueError(f"{run.name} does not have the hash of its body")
        with self._writing() as connection:
            if log.last_sequence(connection) != after:
                raise Refused(Trouble.HUB_HAS_MOVED.at(self.name))
            names = runs.names(connection)
            if run.sequence != len(names) + 1 or run.name in names:
                raise Refused(Trouble.RUN_OUT_OF_TURN.at(self.name, run=run.name))
            runs.append(connection, run)
            return log.append(connection, Change(f"Issue {run.name}", ()), self._user, when, run.sha256)

    def keep_file(self, body: bytes) -> str:
        """Keep a file that records name by its hash, once however often it is brought. Its SHA-256.

        No entry of the log is made, and no undo takes it away. Raises Refused above 50 MiB.
        """
        if len(body) > kept_files.MOST_BYTES:
            raise Refused(Trouble.FILE_TOO_LARGE.at(self.name))
        with self._writing() as connection:
            return kept_files.keep(connection, body)

    def file(self, sha256: str) -> bytes:
        """The file kept under that hash. Raises Refused if there is none, or it is not as it was kept."""
        with self._reading() as connection:
            body = kept_files.body_of(connection, sha256)
        if body is None:
            raise Refused(Trouble.FILE_MISSING.at(self.name))
        if not kept_files.is_unharmed(body, sha256):
            raise Refused(Trouble.FILE_ALTERED.at(self.name))
        return body

    def files_that_begin(self, start: bytes, longest: int) -> tuple[bytes, ...]:
        """The files kept that begin with `start` and are at most `longest` bytes, in order of their hashes.

        Raises Refused where one is not as it was kept.
        """
        with self._reading() as connection:
            found = kept_files.beginning(connection, start, longest)
        if not all(kept_files.is_unharmed(body, sha256) for sha256, body in found.items()):
            raise Refused(Trouble.FILE_ALTERED.at(self.name))
        return tuple(found[sha256] for sha256 in sorted(found))

    def scenarios(self) -> tuple[Scenario, ...]:
        """What is tried out and not done, by name."""
        with self._reading() as connection:
            return scenarios.kept(connection)

    def keep_scenario(self, scenario: Scenario, *, instead_of: Scenario | None = None) -> None:
        """Keep `scenario`, in place of the one with its id.

        Raises Refused if another has its name; and, where it is to stand `instead_of` one, if that is not
        kept any more as it is here: somebody else has changed it, or thrown it away.
        """
        with self._writing() as connection:
            if instead_of is not None and not scenarios.is_as(connection, instead_of):
                raise Refused(Trouble.SCENARIO_CHANGED.at(self.name, scenario=instead_of.name))
            if not scenarios.keep(connection, scenario):
                raise Refused(Trouble.SCENARIO_NAMED_SO.at(self.name, scenario=scenario.name))

    def drop_scenario(self, scenario: RecordId) -> None:
        """Throw a scenario away. Nothing of the hub changes."""
        with self._writing() as connection:
            scenarios.drop(connection, scenario)

    def copy_to(self, path: Path) -> None:
        """Copy the document to `path`, where there is no file yet, while it stays open here."""
        with self._turn:
            self._see_it_is_open()
            self._place.copy_to(path)

    def heartbeat(self) -> None:
        """Show others that the hub is still open here; asked for at least once a minute."""
        with self._in_words():
            self._place.heartbeat()

    def close(self) -> None:
        """Let the hub go. Nothing is held back that closing would have to save."""
        with self._turn:
            self._closed = True
            self._place.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _make(self, connection: Connection, change: Change, when: datetime) -> LogEntry:
        write_records(connection, change)
        return log.append(connection, change, self._user, when)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._in_words():
            try:
                with self._place.reading() as connection:
                    yield connection
            except UNREADABLE as error:
                raise Refused(Trouble.DAMAGED.at(self.name)) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.mode is Mode.READ:
            raise Refused(Trouble.ONLY_LOOKING.at(self.name))
        with self._in_words(), self._place.writing() as connection:
            yield connection

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        with self._turn:
            self._see_it_is_open()
            try:
                yield
            except DBAPIError as error:
                trouble = self._place.trouble(error)
                if trouble is None:
                    raise
                raise Refused(trouble.at(self.name)) from error

    def _see_it_is_open(self) -> None:
        # The engine would connect anew, past the lock that was let go.
        if self._closed:
            raise Refused(Trouble.CLOSED.at(self.name))
