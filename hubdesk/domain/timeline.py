"""`Timeline`: the one type for everything dated."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One step: `value` holds from the day `first` until the next step."""

    first: date
    value: T


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """A value over whole days, both ends inclusive."""

    first: date
    last: date
    value: T

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """A value that changes on known days.

    `steps` are in order of day, one a day; each holds until the next. Before the first there is no
    value. Raises ValueError if two steps share a day or the steps are out of order: `Timeline.of`
    sorts.
    """

    steps: tuple[Step[T], ...] = ()

    def __post_init__(self) -> None:
        for earlier, later in zip(self.steps, self.steps[1:], strict=False):
            if earlier.first >= later.first:
                raise ValueError(f"steps out of order: {earlier.first} and {later.first}")

    @classmethod
    def of(cls, pairs: Iterable[tuple[date, T]]) -> "Timeline[T]":
        """The timeline of (first day, value) pairs in any order."""
        return cls(tuple(Step(day, value) for day, value in sorted(pairs, key=lambda pair: pair[0])))

    def __bool__(self) -> bool:
        return bool(self.steps)

    @property
    def first(self) -> date | None:
        """The day of the first step, if there is one."""
        return self.steps[0].first if self.steps else None

    def at(self, day: date) -> T | None:
        """The value in force on `day`; None before the first step."""
        place = bisect_right(self.steps, day, key=lambda step: step.first)
        return self.steps[place - 1].value if place else None

    def spans(self, first: date, last: date) -> Iterator[Span[T]]:
        """The values from `first` to `last`, both inclusive; days before the first step are left out."""
        for place, step in enumerate(self.steps):
            ends = self.steps[place + 1].first - ONE_DAY if place + 1 < len(self.steps) else last
            start, end = max(step.first, first), min(ends, last)
            if start <= end:
                yield Span(start, end, step.value)

    def with_step(self, first: date, value: T) -> "Timeline[T]":
        """This timeline with `value` from `first` on, in place of any step on that very day."""
        kept = [(step.first, step.value) for step in self.steps if step.first != first]
        return Timeline.of([*kept, (first, value)])

    def without_step(self, first: date) -> "Timeline[T]":
        """This timeline without the step on `first`; the step before it then holds on."""
        return Timeline(tuple(step for step in self.steps if step.first != first))
