"""`TimeAxis`: days as pixels, and back. Without Qt, so that it can be tested by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hubdesk.domain.days import months_on
from hubdesk.domain.period import ChargingYear, YearStart
from hubdesk.domain.timeline import ONE_DAY

LEAST_SCALE, MOST_SCALE = 0.08, 16.0
"""Pixels to a day: a century on a wide screen, and a fortnight."""
_YEARS_BACK = 12
"""What began longer ago runs off the left edge."""
_YEARS_ON = 3
_PULL = 6.0
"""Pixels within which the start of a month draws."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from `first` to `last`, at `scale` pixels to a day, from 0 pixels."""

    first: date
    last: date
    scale: float = 1.0

    @property
    def width(self) -> float:
        """Pixels from the first day to the end of the last."""
        return ((self.last - self.first).days + 1) * self.scale

    def x_of(self, day: date) -> float:
        """Where `day` begins, in pixels."""
        return (day - self.first).days * self.scale

    def day_at(self, x: float) -> date:
        """The day whose beginning is nearest to `x`, on the axis or just beyond."""
        days = round(x / self.scale)
        return self.first + timedelta(days=min(max(days, 0), (self.last - self.first).days + 1))

    def drawn_to(self, x: float) -> date:
        """The day nearest to `x`, or the start of a month that is within reach."""
        day = self.day_at(x)
        month = day.replace(day=1)
        near = min((month, months_on(month, 1)), key=lambda one: abs(self.x_of(one) - x))
        return near if abs(self.x_of(near) - x) <= _PULL and self.first <= near else day

    def zoomed(self, factor: float) -> "TimeAxis":
        return replace(self, scale=min(max(self.scale * factor, LEAST_SCALE), MOST_SCALE))

    def fitted(self, pixels: float) -> "TimeAxis":
        """So that a little more than three years fill `pixels`."""
        return replace(self, scale=min(max(pixels / 1130, LEAST_SCALE), MOST_SCALE))

    def months(self, first_x: float, last_x: float, every: int = 1) -> Iterator[date]:
        """The starts of months between two places, of every `every`-th month of the year."""
        day = self.day_at(first_x).replace(day=1)
        while (day.month - 1) % every:
            day = months_on(day, -1)
        while self.x_of(day) <= last_x and day <= self.last:
            yield day
            day = months_on(day, every)


def axis_over(days: Iterable[date], as_at: date, start: YearStart, scale: float) -> TimeAxis:
    """Whole charging years that have `days` and some years after `as_at`; nothing from long ago."""
    earliest = months_on(as_at, -12 * _YEARS_BACK)
    wanted = [day for day in days if day >= earliest]
    before = ChargingYear.containing(min([months_on(as_at, -12), *wanted]), start)
    after = ChargingYear.containing(max([months_on(as_at, 12 * _YEARS_ON), *wanted]) + ONE_DAY, start)
    return TimeAxis(before.first, after.last, scale)
