"""A process of its own that tries something on a document, within bounds, and says how it went.

python -m tests.store.attempt edit|look|copy|create DOCUMENT [BYTES]: as somebody who may not write
everywhere, or where no file may grow beyond so many bytes. Prints "done", or the codes of the problems.
"""

import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hubdesk.domain.change import updating
from hubdesk.domain.problem import Refused
from hubdesk.store import Mode, create_store, open_store
from tests.store.at import HUB, NOW


def edit(path: Path) -> None:
    with open_store(path, user="Ann", mode=Mode.WRITE) as store:
        hub = store.read_hub()
        long = replace(hub.settings, name="x" * 100_000)
        store.write(updating("Long", (hub.settings, long)), when=NOW)


def look(path: Path) -> None:
    with open_store(path, user="Ann", mode=Mode.READ) as store:
        store.read_hub()


def copy(path: Path) -> None:
    with open_store(path, user="Ann", mode=Mode.READ) as store:
        store.copy_to(path.with_name("copy.hubdesk"))


def create(path: Path) -> None:
    create_store(path.with_name("new.hubdesk"), HUB, user="Ann", title="Start", when=NOW).close()


def no_room_above(size: int) -> None:
    """What a full disk looks like to a program."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def become_anybody() -> None:
    """Root may write anywhere: become somebody who may not."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def main(verb: str, document: str, room: str | None = None) -> None:
    path = Path(document)
    with suppress(Refused):
        look(path)  # so that everything is imported, which anybody might not be able to
    if room is None:
        become_anybody()
    else:
        no_room_above(int(room))
    try:
        {"edit": edit, "look": look, "copy": copy, "create": create}[verb](path)
        print("done")  # noqa: T201
    except Refused as refused:
        print(*(problem.code for problem in refused.problems))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
