"""Parts of the period: each participant's part of a cost, counted in days (charging rules, section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate
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
class Parts:
    """Wᵢ of the charging rules, as whole numbers over one `denominator`.

    `of` has every participant, in order of agency code, also those without a part; with `vacant` and
    `unshared` (the days on which nobody has a weight) the parts add up to the line's days in the
    period. `weights` count in 1 / `scale` of the basis's unit.
    """

    first: date
    last: date
    starts: tuple[date, ...]
    """The first day of each sub-period."""
    scale: int
    weights: Mapping[RecordId, Timeline[int]]
    vacant_weight: Timeline[int]
    of: Mapping[RecordId, int]
    vacant: int
    unshared: int
    denominator: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def days_of(self, agency: RecordId) -> Fraction:
        """The part of `agency`, in days."""
        return Fraction(self.of.get(agency, 0), self.denominator)

    def sub_periods(self) -> tuple[SubPeriod, ...]:
        """The sub-periods with their weights, in order."""
        ends = [*(day - ONE_DAY for day in self.starts[1:]), self.last]
        return tuple(
            SubPeriod(
                start,
                end,
                {agency: weight for agency, line in self.weights.items() if (weight := line.at(start))},
                self.vacant_weight.at(start) or 0,
            )
            for start, end in zip(self.starts, ends, strict=True)
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
    starts = sorted({first, *(span.first for spans in (*lines.values(), empty) for span in spans)})
    place = {day: index for index, day in enumerate([*starts, last + ONE_DAY])}

    steps = [0] * (len(starts) + 1)
    for spans in (*lines.values(), empty):
        for span in spans:
            steps[place[span.first]] += span.value
            steps[place[span.last + ONE_DAY]] -= span.value
    totals = list(accumulate(steps[:-1]))
    lengths = [(end - start).days for start, end in zip(starts, [*starts[1:], last + ONE_DAY], strict=True)]

    denominator = lcm(*(total for total in totals if total))
    per_weight = [
        days * (denominator // total) if total else 0 for days, total in zip(lengths, totals, strict=True)
    ]
    to_date = [0, *accumulate(per_weight)]

    def part(spans: Sequence[Span[int]]) -> int:
        return sum(
            span.value * (to_date[place[span.last + ONE_DAY]] - to_date[place[span.first]]) for span in spans
        )

    unshared = sum(days for days, total in zip(lengths, totals, strict=True) if not total)
    return Parts(
        first,
        last,
        tuple(starts),
        weights.scale,
        taking,
        vacant,
        {agency: part(spans) for agency, spans in lines.items()},
        part(empty),
        unshared * denominator,
        denominator,
    )


def _spans(line: Timeline[int], first: date, last: date) -> list[Span[int]]:
    """The figures from `first` to `last`; equal neighbours are one, so that no cut is idle."""
    spans: list[Span[int]] = []
    for span in line.spans(first, last):
        if spans and spans[-1].value == span.value:
            spans[-1] = Span(spans[-1].first, span.last, span.value)
        else:
            spans.append(span)
    return spans
