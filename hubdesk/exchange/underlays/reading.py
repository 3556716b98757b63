"""Reading an underlay in a process of its own, which can be ended at any moment.

Libraries that read pictures are large and written for honest files. So a hostile one can stop, blow up
or take over no more than a process that holds nothing else, whose time and memory are bounded.

That process is this program again with one hidden argument (see hubdesk.__main__), since a program
that PyInstaller has frozen has no other interpreter. What goes in and out lies in a private folder that
is removed afterwards: pipes are not there in a program without a console on Windows.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import answer, answered, faults
from hubdesk.exchange.underlays.faults import Fault, Unfit
from hubdesk.exchange.underlays.kinds import kind_of_body
from hubdesk.exchange.underlays.limits import LONGEST_SIDE, MOST_BYTES, SECONDS
from hubdesk.exchange.underlays.picture import BlockPlace, Picture
from hubdesk.exchange.underlays.wish import Wish

_T = TypeVar("_T")
_POLL_SECONDS = 0.02
# Threads reserve address space each; one is enough here, and leaves the other cores to the window.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


class Cancelled(Exception):
    """The user thought better of it."""


class ReaderCrashed(Exception):
    """What the process that reads said last, for whoever looks into a damaged file."""


def _never() -> bool:
    return False


def read_underlay(
    body: bytes,
    kind: UnderlayKind | None = None,
    *,
    name: str = "the file",
    page: int = 0,
    longest_side: int = LONGEST_SIDE,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool | None] = _never,
) -> Picture:
    """What is to be drawn of the file `body`, called `name`: `page` of a PDF counts from 0.

    `kind` is what it was taken for; without it the contents tell. A raster's longer side has
    `longest_side` dots at most. Takes up to `seconds`, so call it from a worker; it asks `cancelled`
    all the while, which may as well raise what the caller stops by (`check` of a job's progress).
    Raises Refused in words for the user, or Cancelled.
    """
    wish = Wish(UnderlayKind.PNG, name, page, min(longest_side, LONGEST_SIDE), seconds)
    return _read(body, kind, wish, cancelled, answered.picture_in)


def blocks_of(
    body: bytes,
    layers: Collection[str],
    *,
    name: str = "the file",
    seconds: float = SECONDS,
    cancelled: Callable[[], bool | None] = _never,
) -> tuple[BlockPlace, ...]:
    """Where the DXF file `body` uses blocks on `layers`, also inside other blocks, in the drawing's order.

    What lies on layer 0 of a block is on the layer that the block is on. Raises as read_underlay does.
    """
    wish = Wish(UnderlayKind.DXF, name, seconds=seconds, block_layers=tuple(layers))
    return _read(body, UnderlayKind.DXF, wish, cancelled, answered.blocks_in)


def _read(
    body: bytes,
    kind: UnderlayKind | None,
    wish: Wish,
    cancelled: Callable[[], bool | None],
    taken: Callable[[Path, Wish], _T],
) -> _T:
    try:
        if len(body) > MOST_BYTES:
            raise Unfit(faults.too_many_bytes(MOST_BYTES))
        found = kind_of_body(body)
        if kind is not None and kind is not found:
            raise Unfit(faults.not_the_kind(kind.value))
        with tempfile.TemporaryDirectory(prefix="hubdesk-", ignore_cleanup_errors=True) as folder:
            asked = replace(wish, kind=found)
            asked.put_into(Path(folder), body)
            _let_read(Path(folder), wish.seconds, cancelled)
            return taken(Path(folder), asked)
    except Unfit as unfit:
        raise unfit.fault.refusal(wish.name) from unfit.__cause__
    except OSError as trouble:
        raise _no_room(trouble).refusal(wish.name) from trouble


def _let_read(folder: Path, seconds: float, cancelled: Callable[[], bool | None]) -> None:
    """Run the process that reads until it has answered, and leave none running.

    Raises Unfit or Cancelled.
    """
    deadline = time.monotonic() + seconds
    with subprocess.Popen(
        [*_program(), "--read-underlay", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,  # where nothing lies that a library would take for its settings
        env=_environment(),
        creationflags=_WITHOUT_CONSOLE,
    ) as reader:
        try:
            while not _ended(reader):
                if cancelled():
                    raise Cancelled
                if time.monotonic() > deadline:
                    raise Unfit(faults.took_too_long(seconds))
        finally:
            reader.kill()
    if not answer.has_answer(folder):
        crash = ReaderCrashed(f"exit status {reader.returncode}\n{answer.last_words(folder)}")
        raise Unfit(faults.CRASHED) from crash


def _ended(reader: subprocess.Popen[bytes]) -> bool:
    try:
        reader.wait(_POLL_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


def _program() -> list[str]:
    """This program, to be started once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "hubdesk"]


def _environment() -> dict[str, str]:
    """Ours, with the very code that is running now before any other that is installed."""
    here = str(Path(__file__).parents[3])
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join((here, others) if others else (here,))}


def _no_room(trouble: OSError) -> Fault:
    return Fault(
        "underlay-no-room",
        f"The drawing could not be put aside for reading: {trouble.strerror or trouble}",
        "Make room on the disk where temporary files are kept, and try again.",
    )


_WITHOUT_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # known on Windows only
