"""A seeded source of ids, days and figures for random hubs."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.timeline import ONE_DAY, Timeline

LONG_AGO = timedelta(days=900)


@dataclass
class Chance:
    """Draws around one charging year; first days, last days and steps like its edges."""

    year: ChargingYear
    rng: random.Random
    drawn: set[RecordId] = field(default_factory=set)

    def id(self) -> RecordId:
        while (drawn := RecordId(f"{self.rng.getrandbits(64):016x}")) in self.drawn:
            pass
        self.drawn.add(drawn)
        return drawn

    def one_in(self, times: int) -> bool:
        return self.rng.randrange(times) == 0

    def day(self) -> date:
        """A day of the year, its first, last and leap days more often than others."""
        edges = [self.year.first, self.year.first + ONE_DAY, self.year.last, self.year.last - ONE_DAY]
        leap = date(self.year.starts_in + 1, 3, 1) - ONE_DAY
        if self.one_in(4):
            return self.rng.choice([*edges, leap] if self.year.first <= leap <= self.year.last else edges)
        return self.year.first + timedelta(days=self.rng.randrange(self.year.days))

    def first_day(self) -> date:
        """A first day: before the year, or in it."""
        return self.year.first - timedelta(days=self.rng.randrange(600)) if self.one_in(2) else self.day()

    def last_day(self, first: date) -> date | None:
        """A last day on or after `first`: none, in the year, the same day, or in a later one."""
        if self.one_in(2):
            return None
        if self.one_in(8):
            return first
        later = self.day() if self.one_in(2) else self.year.last + timedelta(days=self.rng.randrange(200))
        return max(first, later)

    def spells(self, most: int) -> Iterator[tuple[date, date | None]]:
        """Up to `most` first and last days, one after the other, some with gaps, the last maybe open."""
        first = self.first_day()
        for _ in range(self.rng.randrange(1, most + 1)):
            last = self.last_day(first)
            yield first, last
            if last is None:
                return
            first = last + ONE_DAY + timedelta(days=self.rng.choice([0, 0, 30]))

    def percent(self) -> Decimal:
        return Decimal(self.rng.choice(["0", "12.5", "33.33", "40", "50", "66.67", "100"]))

    def figures(self, most: int, places: int = 2) -> Timeline[Decimal]:
        """Up to three steps of a figure up to `most`, some of them 0."""
        steps = [(self.first_day(), self.figure(most, places))]
        steps += [(self.day(), self.figure(most, places)) for _ in range(self.rng.randrange(3))]
        return Timeline.of(dict(steps).items())

    def figure(self, most: int, places: int = 2) -> Decimal:
        if self.one_in(6):
            return Decimal(0)
        return Decimal(self.rng.randrange(most * 10**places)).scaleb(-places)
