"""Stopping a search at some moment: how long that takes, and what it leaves behind."""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.running import Better, Running, Told, best_of

Moment = Callable[[float, Sequence[Told]], bool]
"""Whether it is time to stop, so many seconds after the search began and with what was told since."""


@dataclass(frozen=True)
class Stopped:
    """`seconds` are those that `stop` took; `left` are processes of the search that were there after it."""

    seconds: float
    began: frozenset[int]
    left: frozenset[int]
    told: tuple[Told, ...]
    told_after: tuple[Told, ...]

    @property
    def best(self) -> Better | None:
        return best_of(self.told)


def stopped(question: Question, seed: int, moment: Moment, within: float = 240.0) -> Stopped:
    """A search that is stopped at the `moment`, or after so many seconds if that does not come."""
    before = _running()
    running = Running(question, seed)
    began, told = _running() - before, list[Told]()
    start = time.monotonic()
    while running.goes_on and not moment(passed := time.monotonic() - start, told) and passed < within:
        told += running.news(0.01)
    stop = time.monotonic()
    running.stop()
    seconds = time.monotonic() - stop
    left = frozenset(one for one in began if is_running(one))
    running.stop()
    return Stopped(seconds, began, left, tuple(told), tuple(running.news(0.0)))


def after(seconds: float) -> Moment:
    return lambda passed, _: passed >= seconds


def after_plans(plans: int) -> Moment:
    """When so many plans were told."""
    return lambda _, told: sum(isinstance(one, Better) for one in told) >= plans


def _running() -> frozenset[int]:
    return frozenset(one.pid for one in multiprocessing.active_children() if one.pid is not None)


def is_running(process: int) -> bool:
    """Whether the process is there, and not only what nobody has asked after since it ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
