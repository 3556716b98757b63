"""Stretches: days in a row on which nothing about a licence changes."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.facts import Facts
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import boundaries, holds, in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence, percent
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.timeline import ONE_DAY


class Stretch(NamedTuple):
    """Days from `first` to `last`, both inclusive, of equal desks, rate (pence a year) and concession."""

    first: date
    last: date
    desks: int
    rate: Pence
    concession: Concession | None

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def desks_conceded(self) -> int:
        """min(n, m): the desks to which the concession applies."""
        if self.concession is None:
            return 0
        cap = self.concession.desk_cap
        return self.desks if cap is None else min(self.desks, cap)

    @property
    def gross(self) -> int:
        """Desks · pence a year · days: the gross charge times Y."""
        return self.desks * self.rate * self.days

    @property
    def award(self) -> Fraction:
        """The concession's part of `gross`, likewise times Y."""
        if self.concession is None:
            return Fraction(0)
        return self.desks_conceded * self.rate * self.days * percent(self.concession.percent)

    def up_to(self, day: date) -> "Stretch | None":
        """The part of this stretch that is not after `day`, if any."""
        if day < self.first:
            return None
        return self if self.last <= day else self._replace(last=day)

    def within(self, first: date, last: date) -> "Stretch | None":
        """The part of this stretch from `first` to `last`, if any."""
        if last < self.first or self.last < first:
            return None
        return self._replace(first=max(first, self.first), last=min(last, self.last))


def stretches_of(licence: Licence, facts: Facts) -> tuple[Stretch, ...]:
    """`licence` over the charging year, cut wherever desks, rate or concession change.

    Raises Refused where there are desks on a day without a rate (charging rules, section 1).
    """
    year = facts.year
    first, last = max(licence.first, year.first), min(licence.last or date.max, year.last)
    if first > last:
        return ()
    concessions = concessions_of(licence, facts.hub)
    rate = facts.hub.rate.pence
    cuts = {first, *(step.first for step in licence.desks.steps), *(step.first for step in rate.steps)}
    cuts |= boundaries(concessions)
    days = sorted(day for day in cuts if first <= day <= last)
    ends = [*(day - ONE_DAY for day in days[1:]), last]
    return tuple(
        Stretch(start, end, *_desks_and_rate(licence, facts, start), concession_on(concessions, start))
        for start, end in zip(days, ends, strict=True)
    )


def concessions_of(licence: Licence, hub: Hub) -> Sequence[Concession]:
    """What may reduce `licence`: its own awards, then its sector's standing rates."""
    sector = hub.agencies[licence.agency].sector
    awards = hub.awards_of.get(licence.id, ())
    return (*awards, *hub.standing_rates.get(sector, ()))


def concession_on(concessions: Sequence[Concession], day: date) -> Concession | None:
    """The one of `concessions` in force on `day`: an award stands before a sector's rate (section 3)."""
    return next((one for one in concessions if holds(one, day)), None)


def _desks_and_rate(licence: Licence, facts: Facts, day: date) -> tuple[int, Pence]:
    desks, rate = licence.desks_on(day), facts.hub.rate.pence.at(day)
    if desks and rate is None:
        raise Refused(_no_rate(licence, day))
    return desks, rate or 0


def _no_rate(licence: Licence, day: date) -> Problem:
    return Problem(
        Severity.ERROR,
        "desks-without-rate",
        f"Licence {licence.code} has desks on {in_words(day)}, but no desk rate is set for that day",
        f"licence {licence.code}",
        f"Add a desk rate from {in_words(day)} or earlier, or start the desks later",
        (licence.id,),
        "desks",
    )
