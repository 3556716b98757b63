"""Parts of the period: each participant's part of a cost, counted in days (charging rules, section 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

from hubdesk.charging.bases import Weights
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY, Timeline


@dataclass(frozen=True, slots=True)
class SubPeriod:
    """Days in a row, both ends inclusive, on which no weight changes.

    `weights` are those of the participants that have one; `vacant` is that of the vacant desks which
    the host carries. Both count in 1 / scale of the basis's unit.
    """

    first: date
    last: date
    weights: Mapping[RecordId, int]
    vacant: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def total(self) -> int:
        """Σⱼ wⱼ(d), vacant desks included."""
        return sum(self.weights.values()) + self.vacant


class DaySpan(NamedTuple):
    """A weight from the day `start` up to the day `end`, which no longer has it.

    Days count from the first one that is shared out, which is 0.
    """

    start: int
    end: int
    weight: int


@dataclass(frozen=True, slots=True)
class Running:
    """Σ 1/Σw to date, as whole numbers over `denominator`.

    `to_date` is what a weight of 1 has come to before each day, and after the last: so an agency's part
    follows from its own few steps, however many the others have. `starts` are the days on which any
    weight changes, the first one always; `idle` is the number of days without weights.
    """

    starts: tuple[int, ...]
    to_date: tuple[int, ...]
    denominator: int
    idle: int

    def part(self, spans: Iterable[DaySpan]) -> int:
        """The part of a participant whose weights are `spans`."""
        to_date = self.to_date
        return sum([weight * (to_date[end] - to_date[start]) for start, end, weight in spans])


@dataclass(frozen=True, slots=True)
class Parts:
    """Wᵢ of the charging rules, as whole numbers over one `denominator`.

    `of` has every participant, in order of agency code, also those without a part; with `vacant` and
    `unshared` (the days on which nobody has a weight) the parts add up to the line's days in the
    period. `weights` count in 1 / `scale` of the basis's unit.
    """

    first: date
    last: date
    scale: int
    weights: Mapping[RecordId, Timeline[int]]
    vacant_weight: Timeline[int]
    of: Mapping[RecordId, int]
    vacant: int
    unshared: int
    running: Running

    @property
    def denominator(self) -> int:
        return self.running.denominator

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def days_of(self, agency: RecordId) -> Fraction:
        """The part of `agency`, in days."""
        return Fraction(self.of.get(agency, 0), self.denominator)

    def between(self, agency: RecordId, first: date, last: date) -> int:
        """What of the part of `agency` falls from `first` to `last`, over `denominator`."""
        before = (first - self.first).days
        spans = _day_spans(self.weights[agency], first, last)
        return self.running.part(
            DaySpan(start + before, end + before, weight) for start, end, weight in spans
        )

    def sub_periods(self) -> tuple[SubPeriod, ...]:
        """The sub-periods with their weights, in order."""
        starts = [self.first + timedelta(days=start) for start in self.running.starts]
        ends = [*(day - ONE_DAY for day in starts[1:]), self.last]
        return tuple(
            SubPeriod(
                start,
                end,
                {agency: weight for agency, line in self.weights.items() if (weight := line.at(start))},
                self.vacant_weight.at(start) or 0,
            )
            for start, end in zip(starts, ends, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Window:
    """The weights of a basis from `first` to `last`, which many cost lines have in common."""

    first: date
    last: date
    weights: Weights
    spans: Mapping[RecordId, Sequence[DaySpan]]

    @classmethod
    def of(cls, weights: Weights, first: date, last: date) -> "Window":
        spans = {agency: _day_spans(line, first, last) for agency, line in weights.of.items()}
        return cls(first, last, weights, spans)


def parts_of(window: Window, participants: Sequence[RecordId], vacant: Timeline[int]) -> Parts:
    """The parts of `participants`, which are in order of agency code."""
    first, last = window.first, window.last
    taking = [agency for agency in participants if agency in window.spans]
    empty = _day_spans(vacant, first, last)
    running = _running([*(window.spans[agency] for agency in taking), empty], (last - first).days + 1)
    return Parts(
        first,
        last,
        window.weights.scale,
        {agency: window.weights.of[agency] for agency in taking},
        vacant,
        {agency: running.part(window.spans[agency]) for agency in taking},
        running.part(empty),
        running.idle * running.denominator,
        running,
    )


def _running(lines: Iterable[Sequence[DaySpan]], days: int) -> Running:
    moves = [0] * (days + 1)
    starts = {0}
    for spans in lines:
        for start, end, weight in spans:
            moves[start] += weight
            moves[end] -= weight
            starts |= {start, end}
    totals = list(accumulate(moves[:days]))
    denominator = lcm(*{total for total in totals if total})
    a_day = {total: denominator // total if total else 0 for total in set(totals)}
    return Running(
        tuple(sorted(starts - {days})),
        tuple(accumulate((a_day[total] for total in totals), initial=0)),
        denominator,
        totals.count(0),
    )


def _day_spans(line: Timeline[int], first: date, last: date) -> list[DaySpan]:
    """The figures from `first` to `last`; equal neighbours are one, so that no cut is idle."""
    spans: list[DaySpan] = []
    for span in line.spans(first, last):
        start, end = (span.first - first).days, (span.last - first).days + 1
        if spans and spans[-1].weight == span.value:
            start = spans.pop().start
        spans.append(DaySpan(start, end, span.value))
    return spans
