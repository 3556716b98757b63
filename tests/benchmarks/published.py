"""Published placement problems: reading them from a folder, and solving them by the product's own search.

The folder holds `gqap/*.txt` (Cordeau and others, 2006), `qap/*.dat` (QAPLIB) and `best-known.csv`
(instance, best_known). Run it as `./hub bench --published FOLDER`.
"""

import csv
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from hubdesk.allocating.processes import Processes
from hubdesk.allocating.search.improving import Kind, improving
from hubdesk.allocating.search.zoning import Floats, Zoning, zoning

_LISTEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Solved:
    """What was found within so many seconds, beside the best that is known; `after` is when it was found."""

    instance: str
    seed: int
    seconds: float
    cost: float
    best_known: float
    after: float

    @property
    def gap(self) -> float:
        """Per cent above the best known."""
        return 100 * (self.cost / self.best_known - 1)


def instances(folder: Path) -> Iterator[tuple[str, Zoning, float]]:
    """Every instance whose best known value the folder names: its name, the problem and that value."""
    known = best_known((folder / "best-known.csv").read_text(encoding="utf-8"))
    for path in sorted([*folder.glob("gqap/*.txt"), *folder.glob("qap/*.dat")]):
        if path.stem in known:
            read = read_gqap if path.suffix == ".txt" else read_qap
            yield path.stem, read(path.read_text(encoding="utf-8")), known[path.stem]


def best_known(text: str) -> dict[str, float]:
    """Best known values by instance."""
    return {row["instance"]: float(row["best_known"]) for row in csv.DictReader(text.splitlines())}


def read_gqap(text: str) -> Zoning:
    """n, m, v; traffic, distance, cost, sizes and capacities: cost + v · Σ traffic · distance."""
    numbers = iter(text.split())
    n, m, unit = int(next(numbers)), int(next(numbers)), float(next(numbers))
    traffic, ways, cost = (_array(numbers, shape) for shape in ((n, n), (m, m), (n, m)))
    return zoning(unit * traffic, ways, cost, _array(numbers, (n,)), _array(numbers, (m,)))


def read_qap(text: str) -> Zoning:
    """N and two n×n matrices: Σ first[i, j] · second[p(i), p(j)], each place taken once."""
    numbers = iter(text.split())
    n = int(next(numbers))
    first, second = _array(numbers, (n, n)), _array(numbers, (n, n))
    return zoning(first, second, np.zeros((n, n)), np.ones(n), np.ones(n))


def solved(name: str, problem: Zoning, best: float, seed: int, limits: Sequence[float]) -> Iterator[Solved]:
    """One run from `seed`: what it had found at each of the `limits`, in seconds; it ends at the best.

    As in the product two searches run side by side, in processes. Each has so many seconds of a processor,
    its start counted: on the clock that is as much where nothing else runs, and longer where much does.
    """
    search = Solving(problem, seed, max(limits))
    found: list[Step] = []
    try:
        while search.goes_on and not any(one.cost <= best * (1 + 1e-12) for one in found):
            found += search.news(_LISTEN_S)
    finally:
        search.stop()
    for limit in sorted(limits):
        by_then = [one for one in found if one.after <= limit]
        least = min(by_then, key=lambda one: (one.cost, one.after), default=Step(float("inf"), 0.0))
        yield Solved(name, seed, limit, least.cost, best, least.after)


@dataclass(frozen=True, slots=True)
class Step:
    """A plan that keeps within all room, and what its search had taken of a processor by then, in seconds."""

    cost: float
    after: float


class Solving(Processes[Step]):
    """Both searches for zones, which tell of every plan that is better than what they had."""

    def __init__(self, problem: Zoning, seed: int, seconds: float) -> None:
        super().__init__()
        for side, kind in enumerate(Kind):
            self.begin(_improve, problem, 2 * seed + side, kind, seconds)


def _improve(told: Connection, problem: Zoning, seed: int, kind: Kind, seconds: float) -> None:
    least = float("inf")
    for zoned in improving(problem, seed, kind):
        if zoned.places is not None and zoned.cost < least:
            assert problem.is_kept(zoned.places)
            least = zoned.cost
            told.send(Step(least, time.process_time()))
        if time.process_time() > seconds:
            return


def report(folder: Path, seeds: int, limits: Sequence[float]) -> Iterator[str]:
    """A line to each instance, seed and limit, and what they come to."""
    runs: list[Solved] = []
    yield "instance  seed  seconds  cost  best known  gap %  found after"
    for name, problem, best in instances(folder):
        for seed in range(1, seeds + 1):
            for one in solved(name, problem, best, seed, limits):
                runs.append(one)
                yield (
                    f"{one.instance}  {one.seed}  {one.seconds:g}  {one.cost:,.0f}  {one.best_known:,.0f}  "
                    f"{one.gap:.3f}  {one.after:.1f} s"
                )
    yield from _in_short(runs, limits)


def _in_short(runs: Iterable[Solved], limits: Sequence[float]) -> Iterator[str]:
    every = list(runs)
    for limit in limits:
        gaps = [one.gap for one in every if one.seconds == limit]
        if gaps:
            reached = sum(gap <= 0 for gap in gaps)
            mean = sum(gaps) / len(gaps)
            worst = f"mean gap {mean:.3f} %, worst {max(gaps):.3f} %"
            yield f"at {limit:g} s: {worst}, best known {reached} of {len(gaps)}"


def _array(numbers: Iterator[str], shape: tuple[int, ...]) -> Floats:
    count = int(np.prod(shape))
    return np.array([float(next(numbers)) for _ in range(count)]).reshape(shape)
