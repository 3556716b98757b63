"""The workings of what an agency has off its shared costs (charging rules, section 4)."""

from collections.abc import Iterable, Sequence
from datetime import date

from hubdesk.charging.parts import SubPeriod
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.reduction import covers_shared
from hubdesk.charging.stretches import concession_on
from hubdesk.charging.workings.licence import conceded_desks, percent_off
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.charging.workings.weights import WeightWorkings
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId


class ReductionWorkings:
    """The mean reduction of `agency` over a part of a period, as far as `funders` pay for it."""

    def __init__(self, agency: RecordId, reckoning: Reckoning, funders: Sequence[Funder]) -> None:
        self._agency = agency
        self._reckoning = reckoning
        self._funders = frozenset(funders)

    def over_part(
        self, line: CostLine, sub_periods: Iterable[SubPeriod], weights: WeightWorkings, part: Working
    ) -> Working:
        """The mean over the agency's part of the period, by the basis of `line`."""
        terms = [
            worked(
                what,
                Unit.DAYS,
                Step.PRODUCT,
                fact("days", days, Unit.DAYS),
                self.on(day),
                weights.part_of_all(line, sub, self._agency),
            )
            for sub in sub_periods
            if sub.weights.get(self._agency)
            for what, day, days in self._spans(sub.first, sub.last)
        ]
        return self._mean(terms, part)

    def over_days(self, first: date, last: date) -> Working:
        """The mean over days, each counting as one: for a fixed share."""
        terms = [
            worked(what, Unit.DAYS, Step.PRODUCT, fact("days", days, Unit.DAYS), self.on(day))
            for what, day, days in self._spans(first, last)
        ]
        return self._mean(terms, fact("days of the cost in the period", (last - first).days + 1, Unit.DAYS))

    def on(self, day: date) -> Working:
        """The reduction on one day: the mean over the desks covered; without any desks the sector's rate."""
        hub = self._reckoning.facts.hub
        today = [
            (licence, stretch)
            for licence in hub.licences_of.get(self._agency, ())
            for stretch in self._reckoning.stretches[licence.id]
            if stretch.first <= day <= stretch.last
        ]
        if not any(stretch.desks for _, stretch in today):
            standing = hub.standing_rates.get(hub.agencies[self._agency].sector, ())
            rate = concession_on(standing, day)
            counts = rate is not None and covers_shared(rate) and rate.funder in self._funders
            return percent_off(rate) if rate and counts else fact("nothing off", 0, Unit.FRACTION)
        covered = [
            (licence, stretch, stretch.concession)
            for licence, stretch in today
            if stretch.desks and stretch.concession and covers_shared(stretch.concession)
        ]
        if not covered:
            return fact("nothing off", 0, Unit.FRACTION)
        off = [
            worked(
                f"licence {licence.code}",
                Unit.DESKS,
                Step.PRODUCT,
                conceded_desks(stretch, concession, licence.id),
                percent_off(concession),
            )
            for licence, stretch, concession in covered
            if concession.funder in self._funders
        ]
        desks = [
            fact(f"licence {one.code}", stretch.desks, Unit.DESKS, one.id) for one, stretch, _ in covered
        ]
        return worked(
            f"off on {in_words(day)}",
            Unit.FRACTION,
            Step.QUOTIENT,
            worked("desks times what each has off", Unit.DESKS, Step.SUM, *off),
            worked(
                "desks of the licences whose concession covers shared costs", Unit.DESKS, Step.SUM, *desks
            ),
        )

    def _spans(self, first: date, last: date) -> Iterable[tuple[str, date, int]]:
        for span in self._reckoning.reductions[self._agency].spans(first, last):
            yield f"{in_words(span.first)} to {in_words(span.last)}", span.first, span.days

    def _mean(self, terms: Sequence[Working], over: Working) -> Working:
        weighted = worked("days times what is off", Unit.DAYS, Step.SUM, *terms)
        return worked("mean off over the period", Unit.FRACTION, Step.QUOTIENT, weighted, over)
