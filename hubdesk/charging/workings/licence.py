"""The workings of licence charges and of what is taken off them (charging rules, section 3)."""

from collections.abc import Callable
from datetime import date

from hubdesk.charging.licences import LicenceCharge, upto
from hubdesk.charging.stretches import Stretch
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import percent
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.timeline import ONE_DAY


class LicenceWorkings:
    """The workings of one licence in one period; `rate` is the id of the hub's desk rate."""

    def __init__(self, charge: LicenceCharge, rate: RecordId) -> None:
        self._charge = charge
        self._rate = rate
        self._period = charge.period

    def gross(self) -> Working:
        """R(G(t(k))) less R(G(t(k−1)))."""
        stretches = self._charge.stretches
        return self._to_date_less_before(
            f"licence {self._charge.licence.code}",
            lambda day: [self._gross_of(one) for one in upto(stretches, day)],
        )

    def award(self) -> Working:
        """R(A(t(k))) less R(A(t(k−1)))."""
        stretches = [one for one in self._charge.stretches if one.concession]
        return self._to_date_less_before(
            f"concession on licence {self._charge.licence.code}",
            lambda day: [self._award_of(one) for one in upto(stretches, day)],
        )

    def funded_by_host(self) -> Working:
        """What of the award the host pays: all of it, or R of the days that it funds."""
        award = self._charge.award
        if not award.by_partners:
            return self.award()
        days = [
            self._award_of(part)
            for one in self._charge.stretches
            if (part := one.within(self._period.first, self._period.last))
            and part.concession
            and part.concession.funder is Funder.HOST
        ]
        exact = worked(
            "award of the days that the host funds", Unit.PENCE, Step.QUOTIENT, _sum(days), self._y()
        )
        nearest = worked("to the nearest penny", Unit.PENCE, Step.ROUNDED, exact)
        return worked("the host's part, at most the award", Unit.PENCE, Step.SMALLEST, nearest, self.award())

    def funded_by_partners(self) -> Working:
        """What of the award goes to the partners' pool."""
        if not self._charge.award.by_host:
            return self.award()
        return worked(
            "the rest of the award", Unit.PENCE, Step.DIFFERENCE, self.award(), self.funded_by_host()
        )

    def _to_date_less_before(self, what: str, to: Callable[[date], list[Working]]) -> Working:
        last, before = self._period.last, self._period.first - ONE_DAY
        now, then = (
            worked(
                f"to {in_words(day)}, rounded",
                Unit.PENCE,
                Step.ROUNDED,
                worked(f"to {in_words(day)}", Unit.PENCE, Step.QUOTIENT, _sum(to(day)), self._y()),
            )
            for day in (last, before)
        )
        return worked(f"{what}, {self._period.name}", Unit.PENCE, Step.DIFFERENCE, now, then)

    def _gross_of(self, stretch: Stretch) -> Working:
        return worked(
            f"{in_words(stretch.first)} to {in_words(stretch.last)}",
            Unit.ON_THE_WAY,
            Step.PRODUCT,
            fact("desks", stretch.desks, Unit.DESKS, self._charge.licence.id),
            fact("rate a desk and year", stretch.rate, Unit.PENCE_A_YEAR, self._rate),
            fact("days", stretch.days, Unit.DAYS),
        )

    def _award_of(self, stretch: Stretch) -> Working:
        assert stretch.concession is not None
        return worked(
            f"{in_words(stretch.first)} to {in_words(stretch.last)}",
            Unit.ON_THE_WAY,
            Step.PRODUCT,
            conceded_desks(stretch, stretch.concession, self._charge.licence.id),
            fact("rate a desk and year", stretch.rate, Unit.PENCE_A_YEAR, self._rate),
            fact("days", stretch.days, Unit.DAYS),
            percent_off(stretch.concession),
        )

    def _y(self) -> Working:
        return fact("days in the charging year", self._period.year.days, Unit.DAYS)


def conceded_desks(stretch: Stretch, concession: Concession, licence: RecordId) -> Working:
    """The desks that a concession counts: those licensed, or as many as its cap allows."""
    desks = fact("desks", stretch.desks, Unit.DESKS, licence)
    if concession.desk_cap is None:
        return desks
    cap = fact("desks at most, by the concession", concession.desk_cap, Unit.DESKS, concession.id)
    return worked("desks conceded", Unit.DESKS, Step.SMALLEST, desks, cap)


def percent_off(concession: Concession) -> Working:
    """The fraction that a concession takes off."""
    what = f"{decimal_text(concession.percent)} % off, funded by the {_FUNDERS[concession.funder]}"
    return fact(what, percent(concession.percent), Unit.FRACTION, concession.id)


_FUNDERS = {Funder.HOST: "host", Funder.PARTNERS: "partners"}


def _sum(parts: list[Working]) -> Working:
    return worked("desks × rate a year × days", Unit.ON_THE_WAY, Step.SUM, *parts)
