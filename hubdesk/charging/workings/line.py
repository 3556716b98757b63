"""The workings of any line of a run."""

from collections.abc import Callable, Mapping
from functools import cached_property

from hubdesk.charging.lines import POOL, Line, LineKey, LineKind
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.run import Adjustment, Run
from hubdesk.charging.vat import VatRates
from hubdesk.charging.workings.licence import LicenceWorkings
from hubdesk.charging.workings.sentence import sentence
from hubdesk.charging.workings.shared import SharedWorkings
from hubdesk.charging.workings.sharing import share
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.charging.workings.weights import WeightWorkings
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.period import Period


class RunWorkings:
    """The workings of a run's lines; each period is worked out once, however many lines are asked for."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._recharges: dict[Period, Recharge] = {}
        self._lines: dict[Period, dict[LineKey, Line]] = {}
        self._weights = WeightWorkings(run.reckoning)

    @cached_property
    def _adjustments(self) -> Mapping[Line, Adjustment]:
        return {one.line: one for one in self._run.adjustments}

    def of(self, line: Line) -> Working:
        """How `line` came about; the value of the tree is the line's pence.

        Raises KeyError for an adjustment that is not of this run.
        """
        run = self._run
        if line.kind is LineKind.ADJUSTMENT:
            return self._adjustment(line)
        if run.summed:
            periods = run.year.periods(run.facts.billing)
            return worked("the year", Unit.PENCE, Step.SUM, *(self._own(one, line) for one in periods))
        assert isinstance(run.of, Period)
        return self._own(run.of, line)

    def sentence(self, line: Line) -> str:
        """Why `line` is what it is, in one sentence; for an adjustment what was issued and what it is now."""
        run = self._run
        if line.kind is LineKind.ADJUSTMENT:
            one = self._adjustments[line]
            return f"{pounds(one.reworked)} as things are now, {pounds(one.issued)} issued so far"
        if run.summed:
            return "the sum of the year's billing periods"
        assert isinstance(run.of, Period)
        return sentence(line, self._recharge(run.of))

    def _adjustment(self, line: Line) -> Working:
        period, again = self._adjusted(line)
        reworked = self._own(period, again)
        issued = fact("issued so far", self._adjustments[line].issued, Unit.PENCE)
        return worked(f"adjustment of {period.name}", Unit.PENCE, Step.DIFFERENCE, reworked, issued)

    def vat(self, line: Line) -> Working:
        """How the VAT of `line` came about. Raises KeyError as `of` does."""
        run = self._run
        if line.kind is LineKind.ADJUSTMENT:
            period, again = self._adjusted(line)
            issued = fact("VAT issued so far", self._adjustments[line].issued_vat, Unit.PENCE)
            what = f"VAT on the adjustment of {period.name}"
            return worked(what, Unit.PENCE, Step.DIFFERENCE, self._own_vat(period, again), issued)
        if run.summed:
            periods = run.year.periods(run.facts.billing)
            return worked(
                "VAT of the year", Unit.PENCE, Step.SUM, *(self._own_vat(one, line) for one in periods)
            )
        assert isinstance(run.of, Period)
        return self._own_vat(run.of, line)

    def _own_vat(self, period: Period, line: Line) -> Working:
        """R(amount · rate) for a line of `period` that carries VAT; else 0, and why."""
        there = self._line(period, line.key)
        if there is None:
            return fact(f"nothing in {period.name}", 0, Unit.PENCE)
        if there.vat_code is None:
            return fact("carries no VAT", 0, Unit.PENCE)
        hub = self._run.facts.hub
        code = hub.vat_by_code.get(there.vat_code)
        rate = VatRates(self._run.facts, period.last).rate_of(there.vat_code)
        what = f"VAT {there.vat_code} on {in_words(period.last)}"
        percent = fact(what, rate, Unit.FRACTION, *([code.id] if code else []))
        amount = self._own(period, line)
        exact = worked("amount × rate", Unit.PENCE, Step.PRODUCT, amount, percent)
        return worked(f"VAT {there.vat_code} on {amount.what}", Unit.PENCE, Step.ROUNDED, exact)

    def _adjusted(self, line: Line) -> tuple[Period, Line]:
        """The period that an adjustment is of, and the line of it that it adjusts."""
        run = self._run
        period = next(one for one in run.year.periods(run.facts.billing) if one.name == line.of)
        assert line.of_kind is not None
        return period, line._replace(kind=line.of_kind, of=None, of_kind=None)

    def _line(self, period: Period, key: LineKey) -> Line | None:
        if period not in self._lines:
            self._lines[period] = {one.key: one for one in self._recharge(period).lines}
        return self._lines[period].get(key)

    def _own(self, period: Period, line: Line) -> Working:
        """The workings of a line of `period` under the run's facts; 0 where there is no such line."""
        recharge = self._recharge(period)
        if self._line(period, line.key) is None:
            return fact(f"nothing in {period.name}", 0, Unit.PENCE)
        if line.source == POOL:
            return _pooled(self._run, recharge, line.agency, self._weights)
        for charge in recharge.licences:
            if charge.licence.id == line.source:
                return _LICENCE[line.kind](LicenceWorkings(charge, self._run.facts.hub.rate.id))
        apportionment = next(one for one in recharge.apportionments if one.split.line.id == line.source)
        shared = SharedWorkings(apportionment, self._run.reckoning, self._weights)
        return _SHARED[line.kind](shared, line.agency, recharge)

    def _recharge(self, period: Period) -> Recharge:
        if period not in self._recharges:
            self._recharges[period] = recharge_of(self._run.reckoning, period)
        return self._recharges[period]


def _off(award: Working) -> Working:
    return worked("taken off", Unit.PENCE, Step.OPPOSITE, award)


_LICENCE: Mapping[LineKind, Callable[[LicenceWorkings], Working]] = {
    LineKind.LICENCE: lambda one: one.gross(),
    LineKind.CONCESSION: lambda one: _off(one.award()),
    LineKind.CONCESSION_FUNDED: lambda one: one.funded_by_host(),
}

_SHARED: Mapping[LineKind, Callable[[SharedWorkings, RecordId, Recharge], Working]] = {
    LineKind.SHARED: lambda one, agency, _: one.by_basis(agency),
    LineKind.FIXED_SHARE: lambda one, agency, _: one.fixed(agency),
    LineKind.VACANT_DESKS: lambda one, *_: one.vacant(),
    LineKind.UNSHARED: lambda one, *_: one.unshared(),
    LineKind.CAP: lambda one, agency, _: _off(one.cap(agency)),
    LineKind.CAP_FUNDED: lambda one, *_: one.all_caps(),
    LineKind.CONCESSION: lambda one, agency, _: _off(one.award(agency)),
    LineKind.CONCESSION_FUNDED: lambda one, *_: one.all_funded_by_host(),
}


def _pooled(run: Run, recharge: Recharge, agency: RecordId, weights: WeightWorkings) -> Working:
    """A partner's share of the concessions that the partners fund together."""
    pool, hub = recharge.pool, run.facts.hub
    awards = [
        LicenceWorkings(one, hub.rate.id).funded_by_partners()
        for one in recharge.licences
        if one.award.by_partners
    ]
    for one in recharge.apportionments:
        awards += SharedWorkings(one, run.reckoning, weights).each_funded_by_partners()
    pot = worked("concessions that the partners fund", Unit.PENCE, Step.SUM, *awards)
    if not pool.desk_days:
        return pot
    place = list(pool.desk_days).index(agency)
    days = [
        fact(
            f"desk-days of {hub.agencies[who].code}",
            count,
            Unit.DESK_DAYS,
            *(licence.id for licence in hub.licences_of.get(who, ())),
        )
        for who, count in pool.desk_days.items()
    ]
    total = worked("desk-days of all who take part", Unit.DESK_DAYS, Step.SUM, *days)
    what = f"{hub.agencies[agency].code}'s share of the partners' concessions"
    return share(what, pot, list(pool.desk_days.values()), place, days[place], total)
