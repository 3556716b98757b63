"""Why a desk rate is what it is, and what it brings in: trees down to the facts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from hubdesk.charging.bases import licensed_desks
from hubdesk.charging.cover import covered_by_rate
from hubdesk.charging.pool import is_paid_by_partners
from hubdesk.charging.run import Run
from hubdesk.charging.stretches import Stretch
from hubdesk.charging.workings import Step, Unit, Working
from hubdesk.charging.workings.licence import LicenceWorkings
from hubdesk.charging.workings.tree import fact, worked
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence, percent
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.records import refusal
from hubdesk.workflows.costs.desk_rate import Way, at_rate
from hubdesk.workflows.costs.reckoned import periods, reckoned


class RateWorkings:
    """The workings of one year's desk rate, built each time they are asked for. All raise Refused."""

    def __init__(self, hub: Hub, starts_in: int, issued: Sequence[Run] = ()) -> None:
        self._reckoning = reckoned(hub, starts_in, issued)
        self._facts = self._reckoning.facts
        self._year = self._facts.year

    def costs(self) -> Working:
        """The costs that the rate is to cover."""
        amounts = self._reckoning.amounts
        lines = (
            fact(f"{line.code} {line.name}", amounts.of(line), Unit.PENCE, line.id)
            for line in covered_by_rate(self._reckoning)
        )
        return worked("costs that the desk rate is to cover", Unit.PENCE, Step.SUM, *lines)

    def on(self, day: date) -> Working:
        """The rate as it is set for `day`. Raises Refused where none is."""
        rate = self._facts.hub.rate
        pence = rate.pence.at(day)
        if pence is None:
            raise refusal(
                "no-rate", "No desk rate is set", in_words(day), "Use a rate from this day or earlier", rate
            )
        return fact(f"desk rate on {in_words(day)}", pence, Unit.PENCE_A_YEAR, rate.id)

    def rate(self, way: Way) -> Working:
        """The rate that `way` builds, in pence a desk and year. Raises ZeroDivisionError without desks."""
        product = worked(
            "costs × days of the year",
            Unit.ON_THE_WAY,
            Step.PRODUCT,
            self.costs(),
            fact(f"days of {self._year.name}", self._year.days, Unit.DAYS),
        )
        exact = worked("by the desk-days", Unit.PENCE_A_YEAR, Step.QUOTIENT, product, self.spread_over(way))
        return worked(f"{way.value}, a year", Unit.PENCE_A_YEAR, Step.ROUNDED, exact)

    def spread_over(self, way: Way) -> Working:
        """The desk-days over which `way` spreads the costs."""
        if way is Way.IN_SERVICE:
            return self.in_service()
        if way is not Way.BY_HOST:
            return self.licensed()
        what = "licensed desk-days that are paid for"
        return worked(what, Unit.DESK_DAYS, Step.DIFFERENCE, self.licensed(), self.conceded())

    def in_service(self) -> Working:
        """The desk-days of all desks in service."""
        spans = self._facts.occupancy.capacity.spans(self._year.first, self._year.last)
        terms = (
            _desks_times_days(f"{in_words(one.first)} to {in_words(one.last)}", one.value, one.days)
            for one in spans
        )
        return worked("desk-days in service", Unit.DESK_DAYS, Step.SUM, *terms)

    def licensed(self) -> Working:
        """The desk-days of all licences."""
        return self._over_licences("licensed desk-days", _held)

    def conceded(self) -> Working:
        """The desk-days that concessions take off."""
        return self._over_licences("desk-days that concessions take off", _conceded)

    def vacant(self) -> Working:
        """The desk-days of desks in service that nobody is licensed for."""
        capacity = self._facts.occupancy.capacity
        licensed = licensed_desks(self._facts.hub.licences.values(), self._facts)
        starts = sorted(
            {self._year.first}
            | {one.first for one in (*capacity.steps, *licensed.steps) if one.first >= self._year.first}
        )
        terms = []
        for start, end in zip(starts, [*(day - ONE_DAY for day in starts[1:]), self._year.last], strict=True):
            free = worked(
                "in service less licensed",
                Unit.DESKS,
                Step.DIFFERENCE,
                fact("desks in service", capacity.at(start) or 0, Unit.DESKS),
                fact("licensed desks", licensed.at(start) or 0, Unit.DESKS),
            )
            some = worked("not below zero", Unit.DESKS, Step.LARGEST, free, fact("none", 0, Unit.DESKS))
            days = fact("days", (end - start).days + 1, Unit.DAYS)
            when = f"{in_words(start)} to {in_words(end)}"
            terms.append(worked(when, Unit.DESK_DAYS, Step.PRODUCT, some, days))
        return worked("vacant desk-days", Unit.DESK_DAYS, Step.SUM, *terms)

    def over(self, way: Way | None = None, rate: Pence = 0) -> Working:
        """What the licences bring in above the costs, as things stand or with `rate` built by `way`."""
        then = self._reckoning if way is None else at_rate(self._reckoning, rate, way)
        charges = [charge for period in periods(then) for charge in then.licence_charges(period)]
        each = [(charge, LicenceWorkings(charge, then.facts.hub.rate.id)) for charge in charges]
        gross = worked(
            "licence charges before concessions",
            Unit.PENCE,
            Step.SUM,
            *(_called(f"{one.period.name}, {one.licence.code}", tree.gross()) for one, tree in each),
        )
        alone = {period for period in periods(then) if not is_paid_by_partners(then, period)}
        by_host = (
            (one, tree.award() if one.period in alone else tree.funded_by_host())
            for one, tree in each
            if one.award.by_host or one.award.by_partners
        )
        conceded = worked(
            "concessions that the host pays for",
            Unit.PENCE,
            Step.SUM,
            *(_called(f"{one.period.name}, {one.licence.code}", tree) for one, tree in by_host if tree.value),
        )
        what = "what the licences bring in above the costs"
        return worked(what, Unit.PENCE, Step.DIFFERENCE, gross, conceded, self.costs())

    def _over_licences(self, what: str, term: Callable[[Stretch, Licence], Working | None]) -> Working:
        sums = []
        for licence in sorted(self._facts.hub.licences.values(), key=lambda one: one.code):
            terms = [term(one, licence) for one in self._reckoning.stretches[licence.id]]
            if found := [one for one in terms if one is not None]:
                sums.append(worked(f"licence {licence.code}", Unit.DESK_DAYS, Step.SUM, *found))
        return worked(what, Unit.DESK_DAYS, Step.SUM, *sums)


def _held(stretch: Stretch, licence: Licence) -> Working:
    return _desks_times_days(_when(stretch), stretch.desks, stretch.days, licence.id)


def _conceded(stretch: Stretch, licence: Licence) -> Working | None:
    concession = stretch.concession
    if concession is None:
        return None
    return worked(
        _when(stretch),
        Unit.DESK_DAYS,
        Step.PRODUCT,
        fact("desks with the concession", stretch.desks_conceded, Unit.DESKS, licence.id, concession.id),
        fact("days", stretch.days, Unit.DAYS),
        fact("concession", percent(concession.percent), Unit.FRACTION, concession.id),
    )


def _desks_times_days(what: str, desks: int, days: int, *records: RecordId) -> Working:
    return worked(
        what,
        Unit.DESK_DAYS,
        Step.PRODUCT,
        fact("desks", desks, Unit.DESKS, *records),
        fact("days", days, Unit.DAYS),
    )


def _when(stretch: Stretch) -> str:
    return f"{in_words(stretch.first)} to {in_words(stretch.last)}"


def _called(what: str, tree: Working) -> Working:
    return replace(tree, what=what)
