"""`Processes`: work in processes of its own, which tell in plain values how far they are."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

_SPAWN = multiprocessing.get_context("spawn")

SIDE_BY_SIDE = 2
"""Processes at once: a machine of two cores is kept busy, and answers still."""

_NICE = 5

T = TypeVar("T")


class Processes(Generic[T]):
    """What `begin` began, and what was told of it."""

    def __init__(self) -> None:
        self._sides: dict[Connection, BaseProcess] = {}

    def begin(self, work: Callable[..., None], *arguments: object) -> Connection:
        """Call `work` in a process, with a connection to tell by before `arguments`: our end of it."""
        ours, theirs = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_politely, args=(work, theirs, *arguments), daemon=True)
        process.start()
        theirs.close()
        self._sides[ours] = process
        return ours

    @property
    def goes_on(self) -> bool:
        return bool(self._sides)

    def news(self, seconds: float = 0.0) -> Iterator[T]:
        """What was told since, after waiting at most so many seconds for the first of it."""
        for side in wait(list(self._sides), seconds):
            assert isinstance(side, Connection)
            try:
                while side.poll():
                    yield side.recv()
            except (EOFError, OSError):
                self._ended(side)

    def stop(self) -> None:
        """End it at once, wherever it is; what was told stays told."""
        for side, process in list(self._sides.items()):
            process.kill()
            self._ended(side)

    def _ended(self, side: Connection) -> None:
        process = self._sides.pop(side)
        side.close()
        process.join()


def _politely(work: Callable[..., None], *arguments: object) -> None:
    """Whatever somebody waits for comes first, as the window does, where a system knows of politeness."""
    # Whoever interrupts the program at a terminal interrupts all of it: it ends its processes itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(_NICE)
    work(*arguments)
