"""What changed by itself from one period to a later one: facts with a day of their own, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypeVar

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.concessions import conceded, whose
from hubdesk.charging.reasons.differences import agency_code, percent_words
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.charging.reasons.figures import ALLOCATED, AREA, capacity_step, figure_step
from hubdesk.charging.reasons.licences import desks_step, rate_step
from hubdesk.domain.concession import Applies
from hubdesk.domain.days import boundaries, in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY, Timeline

T = TypeVar("T")


def dated_changes(before: Facts, after: Facts, first: date, last: date) -> tuple[FactChange, ...]:
    """What changes on a day after `first` and up to `last`, as the facts have it.

    `before` are the facts of the earlier period: they tell of days in another charging year than that of
    `after`, which tell of their own year.
    """
    one = _Dated(before, after, first, last)
    return (*one.rate(), *one.licences(), *one.concessions(), *one.cost_lines(), *one.drivers(), *one.plan())


class _Dated:
    def __init__(self, before: Facts, after: Facts, first: date, last: date) -> None:
        self._before, self._after = before, after
        self._first, self._last = first, last

    def rate(self) -> Iterator[FactChange]:
        rate = self._after.hub.rate.pence
        for day, old, new in self._steps((step.first for step in rate.steps), rate.at):
            yield rate_step(self._after.hub.licences, day, old, new)

    def licences(self) -> Iterator[FactChange]:
        licences = self._after.hub.licences.values()
        for licence in sorted(licences, key=lambda one: one.code):
            days = boundaries([licence]) | {step.first for step in licence.desks.steps}
            for day, old, new in self._steps(days, licence.desks_on):
                yield desks_step(licence, day, old, new)

    def concessions(self) -> Iterator[FactChange]:
        hub = self._after.hub
        for one in hub.concessions.values():
            about = f"concession {whose(one, hub)}: {percent_words(one.percent)}"
            change = partial(
                FactChange,
                sources=frozenset({POOL}),
                conceded=frozenset(conceded(one, hub)),
                on_concessions=one.applies is Applies.LICENCE_AND_SHARED,
            )
            if self._first < one.first <= self._last:
                yield change(f"{about} from {in_words(one.first)}", since=one.first)
            if one.last and self._first <= one.last < self._last:
                yield change(f"{about} to {in_words(one.last)}", since=one.last + ONE_DAY)

    def cost_lines(self) -> Iterator[FactChange]:
        for line in self._after.cost_lines:
            sources = frozenset({line.id, POOL})
            if line.first and self._first < line.first <= self._last:
                yield FactChange(f"cost line {line.code}: from {in_words(line.first)}", sources)
            if line.last and self._first <= line.last < self._last:
                yield FactChange(f"cost line {line.code}: to {in_words(line.last)}", sources)

    def drivers(self) -> Iterator[FactChange]:
        hub = self._after.hub
        for name in sorted(hub.driver_names):
            for one in sorted(hub.figures_of.get(name, ()), key=lambda one: hub.agencies[one.agency].code):
                code, days = hub.agencies[one.agency].code, (step.first for step in one.figures.steps)
                for day, old, new in self._steps(days, one.figures.at):
                    yield figure_step(name, code, day, old or 0, new or 0)

    def plan(self) -> Iterator[FactChange]:
        for day, old, new in self._occupied(lambda facts: facts.occupancy.capacity):
            yield capacity_step(day, old or 0, new or 0)
        yield from self._of_agencies(ALLOCATED, lambda facts: facts.occupancy.allocated)
        yield from self._of_agencies(AREA, lambda facts: facts.occupancy.sole_use)

    def _of_agencies(
        self, basis: str, of: Callable[[Facts], Mapping[RecordId, Timeline[T]]]
    ) -> Iterator[FactChange]:
        nothing: Timeline[T] = Timeline()
        hubs = self._after.hub, self._before.hub
        agencies = {*of(self._before), *of(self._after)}
        for code, agency in sorted((agency_code(one, *hubs), one) for one in agencies):

            def figures(facts: Facts, agency: RecordId = agency) -> Timeline[T]:
                return of(facts).get(agency, nothing)

            for day, old, new in self._occupied(figures):
                yield figure_step(basis, code, day, old or 0, new or 0)

    def _occupied(self, of: Callable[[Facts], Timeline[T]]) -> Iterator[tuple[date, T | None, T | None]]:
        """Occupancy is known for one charging year at a time: each day's from the facts of its year."""
        days = {step.first for facts in (self._before, self._after) for step in of(facts).steps}
        begins = self._after.year.first

        def on(day: date) -> T | None:
            return of(self._after if day >= begins else self._before).at(day)

        return self._steps({*days, begins}, on)

    def _steps(self, days: Iterable[date], on: Callable[[date], T]) -> Iterator[tuple[date, T, T]]:
        """Those of `days` on which another figure came into force, with the figures before and after."""
        for day in sorted(set(days)):
            if self._first < day <= self._last:
                old, new = on(day - ONE_DAY), on(day)
                if (old or None) != (new or None):
                    yield day, old, new
