"""Licence charges of a billing period (charging rules, section 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.facts import Facts
from hubdesk.charging.stretches import Stretch
from hubdesk.domain.concession import Funder
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence, to_penny
from hubdesk.domain.period import Period
from hubdesk.domain.timeline import ONE_DAY


class Award(NamedTuple):
    """A concession of one period in pence, and how much of it the host and the partners pay."""

    pence: Pence
    by_host: Pence
    by_partners: Pence


NO_AWARD = Award(0, 0, 0)


@dataclass(frozen=True, slots=True)
class LicenceCharge:
    """One licence in one period: `gross`, what is taken off it, and the year's stretches it rests on."""

    licence: Licence
    period: Period
    stretches: tuple[Stretch, ...]
    gross: Pence
    award: Award

    @property
    def net(self) -> Pence:
        return self.gross - self.award.pence


def licence_charge(
    licence: Licence, stretches: tuple[Stretch, ...], period: Period, facts: Facts
) -> LicenceCharge:
    """What `licence` is charged for `period`: R to the period's end less R to the end of the one before."""
    before, to_date = (upto(stretches, day) for day in (period.first - ONE_DAY, period.last))
    days = facts.year.days
    return LicenceCharge(
        licence,
        period,
        stretches,
        to_penny(gross(to_date, days)) - to_penny(gross(before, days)),
        _award(stretches, before, to_date, period, days),
    )


def upto(stretches: Iterable[Stretch], day: date) -> list[Stretch]:
    """The parts of `stretches` that are not after `day`."""
    return [part for stretch in stretches if (part := stretch.up_to(day))]


def gross(stretches: Iterable[Stretch], days_in_year: int) -> Fraction:
    """G of the charging rules: Σ n·r/Y over `stretches`, in exact pence."""
    return Fraction(sum(stretch.gross for stretch in stretches), days_in_year)


def awarded(stretches: Iterable[Stretch], days_in_year: int) -> Fraction:
    """A of the charging rules: Σ min(n, m)·r·c/Y over `stretches`, in exact pence."""
    return sum((stretch.award for stretch in stretches if stretch.concession), Fraction(0)) / days_in_year


def _award(
    stretches: Sequence[Stretch],
    before: Sequence[Stretch],
    to_date: Sequence[Stretch],
    period: Period,
    days_in_year: int,
) -> Award:
    if not any(one.concession for one in stretches):
        return NO_AWARD
    pence = to_penny(awarded(to_date, days_in_year)) - to_penny(awarded(before, days_in_year))
    first, last = period.first, period.last
    within = [part for one in stretches if (part := one.within(first, last))]
    host_days, partner_days = (
        awarded((one for one in within if one.concession and one.concession.funder is funder), days_in_year)
        for funder in (Funder.HOST, Funder.PARTNERS)
    )
    return split_award(pence, host_days, partner_days)


def split_award(pence: Pence, host_days: Fraction, partner_days: Fraction) -> Award:
    """An award of `pence` between its funders, by the exact awards of the days that each funds.

    With one funder it bears the whole; with two the host bears R of its days, at most the award, and
    the partners the rest (section 3). Credits mirror this.
    """
    if not partner_days:
        return Award(pence, pence, 0)
    if not host_days:
        return Award(pence, 0, pence)
    nearest = to_penny(host_days)
    by_host = min(nearest, pence) if pence >= 0 else max(nearest, pence)
    return Award(pence, by_host, pence - by_host)
