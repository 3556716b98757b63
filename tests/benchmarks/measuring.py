"""Measuring: what was timed, beside what, and whether it is fast enough."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.libreoffice import LibreOffice

Run = Callable[[], object]
Timer = Callable[[], float]

CPU: Timer = time.process_time
"""Seconds of this process, whatever else the machine does: for what only computes."""

CLOCK: Timer = time.perf_counter
"""Seconds on the wall: for what waits for disks, servers and other programs."""


@dataclass(frozen=True)
class Bench:
    """Where to measure, and at what sizes: the ones of the goals, or smaller ones to see that it runs."""

    folder: Path
    postgres_url: str
    libreoffice: LibreOffice
    times: int = 7
    agencies: int = 500
    lines: int = 200
    changes: int = 2_000
    desks: int = 10_000
    recalculated_lines: int = 20


@dataclass(frozen=True)
class Goal:
    """What a measurement may be at most: seconds, or a ratio to its yardstick."""

    most: float
    words: str

    @classmethod
    def of_seconds(cls, most: float) -> "Goal":
        return cls(most, f"≤ {in_seconds(most)}")

    @classmethod
    def of_ratio(cls, most: float) -> "Goal":
        return cls(most, f"≤ {most:g} ×")


@dataclass(frozen=True)
class Measurement:
    """`what` took `figure` seconds, the `yardstick` took `beside` in the same run.

    A goal of a ratio is held against figure / beside, one of seconds against the figure.
    """

    what: str
    figure: float
    yardstick: str
    beside: float
    seconds_goal: Goal | None = None
    ratio_goal: Goal | None = None

    @property
    def ratio(self) -> float:
        return self.figure / self.beside

    @property
    def goals(self) -> str:
        return ", ".join(goal.words for goal in (self.seconds_goal, self.ratio_goal) if goal) or "–"

    @property
    def is_met(self) -> bool:
        """Whether it is as fast as it has to be; also where nothing is asked."""
        return not (
            (self.seconds_goal and self.figure > self.seconds_goal.most)
            or (self.ratio_goal and self.ratio > self.ratio_goal.most)
        )


Subject = Callable[[Bench], Iterator[Measurement]]


def timed(run: Run, timer: Timer) -> float:
    """The seconds of one run. What earlier runs left behind is swept up before, not on its time."""
    gc.collect()
    start = timer()
    result = run()
    seconds = timer() - start
    del result
    return seconds


def side_by_side(runs: tuple[Run, ...], timer: Timer, times: int) -> tuple[float, ...]:
    """The median seconds of each of `runs`, taken in turns, so that a busy machine is busy for all."""
    for run in runs:
        run()
    rounds = [[timed(run, timer) for run in runs] for _ in range(times)]
    return tuple(median(each) for each in zip(*rounds, strict=True))


def in_seconds(seconds: float) -> str:
    """1.25 s, 18 ms, 0.52 ms."""
    if seconds >= 1:
        return f"{seconds:.3g} s"
    thousandths = seconds * 1000
    return f"{thousandths:.0f} ms" if thousandths >= 10 else f"{thousandths:.2g} ms"
