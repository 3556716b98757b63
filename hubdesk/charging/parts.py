"""Parts of the period: each participant's part of a cost, counted in days (charging rules, section 4)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm

from hubdesk.charging.bases import Weights
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY, Span, Timeline


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


@dataclass(frozen=True, slots=True)
class Running:
    """Σ 1/Σw to date, day by day, as whole numbers over `denominator`.

    `a_day` is what each day of a sub-period adds for a weight of 1, `before` what the sub-periods
    before it have come to: so an agency's part follows from its own few steps, however many the others
    have. `idle` is the number of days without weights.
    """

    starts: tuple[date, ...]
    a_day: tuple[int, ...]
    before: tuple[int, ...]
    denominator: int
    idle: int

    def to(self, day: date) -> int:
        """What the days before `day` come to."""
        place = bisect_right(self.starts, day) - 1
        return self.before[place] + (day - self.starts[place]).days * self.a_day[place]

    def part(self, spans: Iterable[Span[int]]) -> int:
        """The part of a participant whose weights are `spans`."""
        return sum(
            span.value * (self.to(span.last + ONE_DAY) - self.to(span.first)) for span in spans if span.value
        )


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
        return self.running.part(self.weights[agency].spans(first, last))

    def sub_periods(self) -> tuple[SubPeriod, ...]:
        """The sub-periods with their weights, in order."""
        starts = self.running.starts
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


def parts_of(
    weights: Weights,
    participants: Sequence[RecordId],
    vacant: Timeline[int],
    first: date,
    last: date,
) -> Parts:
    """The parts from `first` to `last` of `participants`, which are in order of agency code."""
    taking = {agency: weights.of[agency] for agency in participants if agency in weights.of}
    lines = {agency: _spans(line, first, last) for agency, line in taking.items()}
    empty = _spans(vacant, first, last)
    running = _running([*lines.values(), empty], first, last)
    return Parts(
        first,
        last,
        weights.scale,
        taking,
        vacant,
        {agency: running.part(spans) for agency, spans in lines.items()},
        running.part(empty),
        running.idle * running.denominator,
        running,
    )


def _running(lines: Sequence[Sequence[Span[int]]], first: date, last: date) -> Running:
    moves: defaultdict[date, int] = defaultdict(int, {first: 0})
    for spans in lines:
        for span in spans:
            moves[span.first] += span.value
            moves[span.last + ONE_DAY] -= span.value
    starts = sorted(day for day in moves if day <= last)
    totals = list(accumulate(moves[day] for day in starts))
    lengths = [(end - start).days for start, end in pairwise([*starts, last + ONE_DAY])]
    denominator = lcm(*(total for total in totals if total))
    a_day = [denominator // total if total else 0 for total in totals]
    sums = accumulate((days * one for days, one in zip(lengths, a_day, strict=True)), initial=0)
    idle = sum(days for days, total in zip(lengths, totals, strict=True) if not total)
    return Running(tuple(starts), tuple(a_day), tuple(sums)[:-1], denominator, idle)


def _spans(line: Timeline[int], first: date, last: date) -> list[Span[int]]:
    """The figures from `first` to `last`; equal neighbours are one, so that no cut is idle."""
    spans: list[Span[int]] = []
    for span in line.spans(first, last):
        if spans and spans[-1].value == span.value:
            spans[-1] = Span(spans[-1].first, span.last, span.value)
        else:
            spans.append(span)
    return spans
