"""Buildings made from seeds: the plan that the product's own processes find, and what is proved of it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.running import Better, Bound, Running
from hubdesk.allocating.score import extra_pieces
from tests.benchmarks.buildings import building

SIZES = ((20, 8, 400), (60, 30, 1_500), (60, 30, 5_000))
"""Agencies, areas and desks."""
_LISTEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Placed:
    """The best plan after so many seconds: what it costs, what none can cost less than, its extra pieces.

    `first` is when the first plan came, in seconds; None where none has come.
    """

    first: float | None
    cost: float
    bound: float
    pieces: int

    @property
    def gap(self) -> float:
        """What at most might be saved, in per cent of the cost."""
        return 100 * (1 - self.bound / self.cost)


def placed(question: Question, seconds: float) -> Placed:
    """What is found and proved within so many `seconds` on the clock, with the start of the processes."""
    began = time.perf_counter()
    running, first, best, bound = Running(question, 1), None, None, 0.0
    while (spent := time.perf_counter() - began) < seconds and running.goes_on:
        for news in running.news(min(_LISTEN_S, seconds - spent)):
            if isinstance(news, Bound):
                bound = max(bound, news.value)
            elif isinstance(news, Better) and (best is None or news.cost.total < best.cost.total):
                best = news
                first = first or time.perf_counter() - began
    running.stop()
    if best is None:
        return Placed(None, float("inf"), bound, 0)
    pieces = int(extra_pieces(question, np.array(best.plan, dtype=np.intp)).sum())
    return Placed(first, best.cost.total, bound, pieces)


def report(
    seeds: int, seconds: Sequence[float], sizes: Sequence[tuple[int, int, int]] = SIZES
) -> Iterator[str]:
    """A line to each building and limit."""
    yield "agencies × areas × desks  seed  seconds  first plan  cost  bound  gap %  extra pieces"
    for agencies, areas, desks in sizes:
        for seed in range(1, seeds + 1):
            for limit in seconds:
                one = placed(building(seed, agencies, areas, desks), limit)
                first = "none" if one.first is None else f"{one.first:.1f} s"
                yield (
                    f"{agencies} × {areas} × {desks:,}  {seed}  {limit:g}  {first}  "
                    f"{one.cost:,.0f}  {one.bound:,.0f}  {one.gap:.0f}  {one.pieces}"
                )
