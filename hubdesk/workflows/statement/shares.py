"""Which part of a cost is an agency's: its figure, the total, and how both changed in the period."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.parts import Parts, SubPeriod
from hubdesk.domain.hundredths import in_percent, whole_or_hundredths
from hubdesk.domain.ids import RecordId


class Span(NamedTuple):
    """Days on which an agency's figure and the total of all stay as they are, in the basis's unit."""

    first: date
    last: date
    mine: Fraction
    total: Fraction

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period's cost: `part` is 1 for all of it, `days` are those of the cost in the period."""

    spans: tuple[Span, ...]
    part: Fraction
    days: int

    @property
    def changes(self) -> bool:
        """Whether the figures change in the period."""
        return len(self.spans) > 1

    @property
    def words(self) -> str:
        """ "12 of 84", or the part in days where the figures change."""
        if self.changes:
            return f"{whole_or_hundredths(self.part * self.days)} of {self.days} days"
        return f"{whole_or_hundredths(self.spans[0].mine)} of {whole_or_hundredths(self.spans[0].total)}"

    @property
    def percent(self) -> str:
        return in_percent(self.part)


class Shares:
    """Reads parts of periods; the days of each are cut up once, however many agencies ask."""

    def __init__(self) -> None:
        self._cut: dict[int, tuple[Parts, tuple[SubPeriod, ...]]] = {}
        self._found: dict[tuple[RecordId | None, int], Part] = {}

    def of(self, agency: RecordId, parts: Parts) -> Part:
        """The part of `agency`."""
        key = (agency, id(parts))
        if key not in self._found:
            in_days = Fraction(parts.of.get(agency, 0), parts.denominator)
            self._found[key] = self._part(parts, in_days, lambda sub: sub.weights.get(agency, 0))
        return self._found[key]

    def vacant(self, parts: Parts) -> Part:
        """The part of vacant desks, which the host pays for."""
        key = (None, id(parts))
        if key not in self._found:
            in_days = Fraction(parts.vacant, parts.denominator)
            self._found[key] = self._part(parts, in_days, lambda sub: sub.vacant)
        return self._found[key]

    def _part(self, parts: Parts, in_days: Fraction, weight: Callable[[SubPeriod], int]) -> Part:
        spans = (
            Span(sub.first, sub.last, Fraction(weight(sub), parts.scale), Fraction(sub.total, parts.scale))
            for sub in self._sub_periods(parts)
        )
        return Part(tuple(_joined(spans)), in_days / parts.days, parts.days)

    def _sub_periods(self, parts: Parts) -> tuple[SubPeriod, ...]:
        if id(parts) not in self._cut:
            self._cut[id(parts)] = (parts, parts.sub_periods())
        return self._cut[id(parts)][1]


def _joined(spans: Iterable[Span]) -> Iterable[Span]:
    """Neighbours with the same figures as one: what changed between others is not this agency's matter."""
    last: Span | None = None
    for span in spans:
        if last is not None and (last.mine, last.total) == (span.mine, span.total):
            last = last._replace(last=span.last)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
