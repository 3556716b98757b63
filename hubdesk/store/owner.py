"""The owner file beside a document: who has it open to change, on which machine, since when.

It keeps two people from working past each other. What they may not lose does not hang on it: every
change is checked against what the document holds.

Only the clock of the folder counts (the time that its disk gives to files), so that machines with
different clocks agree on how old a heartbeat is.
"""

import json
import os
import secrets
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from hubdesk.domain.days import in_words

STALE_AFTER_SECONDS = 300
"""Without a heartbeat for so long, an owner counts as gone."""

_PROCESSES = range(1, 2**32)
"""The numbers that processes have: to ask about 0 or below is to ask about a whole group."""

_FIRST_MOMENT, _LAST_MOMENT = 0.0, datetime(9999, 1, 1, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a document open. `since` is in seconds since 1970; `token` tells two openings apart."""

    user: str
    machine: str
    process: int
    since: float
    token: str

    @property
    def facts(self) -> dict[str, str]:
        """What to tell people: user, machine, and since when ("7 November 2026, 09:15")."""
        when = datetime.fromtimestamp(self.since, UTC).astimezone()
        return {"user": self.user, "machine": self.machine, "since": f"{in_words(when.date())}, {when:%H:%M}"}


class Taken(Exception):
    """Somebody else has the document open."""

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner)
        self.owner = owner


class OwnerFile:
    """The owner file of one document, as `user` would have it."""

    def __init__(self, document: Path, user: str) -> None:
        # By whatever links it was found: two ways to one document lead to one owner.
        document = Path(os.path.realpath(document))
        self._path = document.with_name(f".{document.name}.owner")
        self._user = user
        self._token = secrets.token_hex(8)
        self._since: float | None = None

    def claim(self) -> None:
        """Make this process the owner. Raises Taken, or OSError where the folder cannot be written to.

        Two claims at one moment are for the caller to prevent.
        """
        candidate = self._path.with_name(f".hubdesk-{self._token}")
        try:
            candidate.touch(exist_ok=False)
            now = candidate.stat().st_mtime
            standing = self.read()
            if standing is not None and standing.token != self._token and self._is_there(standing, now):
                raise Taken(standing)
            self._since = now if self._since is None else self._since
            owner = Owner(self._user, socket.gethostname(), os.getpid(), self._since, self._token)
            candidate.write_text(json.dumps(asdict(owner)), encoding="utf-8")
            candidate.replace(self._path)
        finally:
            with suppress(OSError):
                candidate.unlink(missing_ok=True)

    def beat(self) -> bool:
        """Show that the owner is still there. Raises Taken if it is not this process any more.

        Whether the file was there to show it; one that is gone is for the caller to claim again.
        """
        standing = self.read()
        if standing is None:
            return False
        if standing.token != self._token:
            raise Taken(standing)
        try:
            os.utime(self._path)
        except FileNotFoundError:
            return False
        return True

    def release(self) -> None:
        """Take the file away, if it is still this process's own."""
        # What was committed is safe; a file left behind counts for nothing once the heartbeat stops.
        with suppress(OSError):
            standing = self.read()
            if standing is not None and standing.token == self._token:
                self._path.unlink(missing_ok=True)

    def read(self) -> Owner | None:
        """Who has the document open, as far as the file says; None without a file that says so."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            user, machine, token = (str(said[name]) for name in ("user", "machine", "token"))
            process, since = int(said["process"]), float(said["since"])
        except (FileNotFoundError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        if process not in _PROCESSES or not _FIRST_MOMENT <= since <= _LAST_MOMENT:
            return None
        return Owner(user, machine, process, since, token)

    def _is_there(self, owner: Owner, now: float) -> bool:
        try:
            beat = self._path.stat().st_mtime
        except FileNotFoundError:
            return False  # Let go since it was read.
        if now - beat > STALE_AFTER_SECONDS:
            return False
        return owner.machine != socket.gethostname() or _runs(owner.process)


if sys.platform == "win32":
    import ctypes

    def _runs(process: int) -> bool:
        # Not os.kill: on Windows it ends the process that it is asked about.
        query_limited_information, still_active = 0x1000, 259
        handle = ctypes.windll.kernel32.OpenProcess(query_limited_information, 0, process)
        if not handle:
            return False
        code = ctypes.c_ulong()
        ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return code.value == still_active

else:

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
