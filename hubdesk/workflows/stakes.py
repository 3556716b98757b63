"""What a problem puts at stake, in pence: one function to a kind of problem."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.checks.sharing import beyond_licences, beyond_service
from hubdesk.domain.checks.spells import Amount, peak
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.problem import Problem


@dataclass(frozen=True)
class Stakes:
    """Prices problems of `hub` by a `run` of it, or by the desk rate of `day` alone where there is none."""

    hub: Hub
    day: date
    run: Run | None

    def priced(self, problem: Problem) -> Problem:
        """`problem` with what it puts at stake, never below zero, where there is a way to say."""
        if problem.pence is not None or not (problem.records or problem.code in _OF_THE_HUB):
            return problem
        price = _PRICES.get(problem.code)
        pence = price(self, problem.records) if price else None
        return problem if pence is None else problem.costing(abs(pence))

    def charged_with_vat(self, records: tuple[RecordId, ...]) -> Pence | None:
        """What the first record brings in from agencies other than the host: lines that would carry VAT."""
        return self._sum(records[0], lambda line, run: line.agency != run.facts.host)

    def charged(self, records: tuple[RecordId, ...]) -> Pence | None:
        """What the first record pays (an agency), or brings in (a licence or cost line)."""
        return self._sum(records[0], lambda *_: True)

    def unshared(self, records: tuple[RecordId, ...]) -> Pence | None:
        """What the host bears because nobody has a weight."""
        return self._sum(records[0], lambda line, _: LineKind.UNSHARED in (line.kind, line.of_kind))

    def driven(self, records: tuple[RecordId, ...]) -> Pence | None:
        """What an agency pays by a driver, whose figure is the first record."""
        figure = self.hub.driver_figures.get(records[0])
        if figure is None:
            return None
        by_it = {
            line.id
            for line in self.hub.cost_lines.values()
            if line.basis is Basis.DRIVER and line.driver == figure.driver
        }
        return self._sum(figure.agency, lambda line, _: line.source in by_it)

    def desks(self, records: tuple[RecordId, ...]) -> Pence | None:
        """The year's rate, as on the day, of the desks concerned."""
        allocated = {one.desk for id_ in records if (one := self.hub.allocations.get(id_)) is not None}
        concerned = allocated | {id_ for id_ in records if id_ in self.hub.table(Desk)}
        return self._year_of(len(concerned), self.day)

    def beyond_licence(self, records: tuple[RecordId, ...]) -> Pence | None:
        """The year's rate of the desks that an agency has beyond its licences, on the worst day."""
        return self._on_the_worst_day(beyond_licences(self.hub).get(records[0], ()))

    def beyond_service(self, _records: tuple[RecordId, ...]) -> Pence | None:
        """The year's rate of the desks that are licensed and not there, on the worst day."""
        return self._on_the_worst_day(beyond_service(self.hub))

    def _on_the_worst_day(self, surplus: Iterable[Amount]) -> Pence | None:
        amounts = tuple(surplus)
        if not amounts:
            return None
        day, desks = peak(amounts)
        return self._year_of(desks, day)

    def _year_of(self, desks: int, day: date) -> Pence | None:
        rate = self.hub.rate.pence.at(day)
        return None if rate is None else max(desks, 0) * rate

    def _sum(self, about: RecordId, counts: Callable[[Line, Run], bool]) -> Pence | None:
        """What the lines of an agency, or of a licence or cost line, come to, as far as they count."""
        run = self.run
        if run is None:
            return None
        return sum(line.pence for line in self._lines.get(about, ()) if counts(line, run))

    @cached_property
    def _lines(self) -> Mapping[RecordId, Sequence[Line]]:
        """The run's lines by agency and by source, because large hubs have many problems, and more lines."""
        found: defaultdict[RecordId, list[Line]] = defaultdict(list)
        for line in self.run.lines if self.run else ():
            found[line.agency].append(line)
            found[line.source].append(line)
        return found


_OF_THE_HUB = frozenset({"licensed-beyond-service"})

_PRICES: Mapping[str, Callable[[Stakes, tuple[RecordId, ...]], Pence | None]] = {
    "vat-code-blank": Stakes.charged_with_vat,
    "vat-rate-missing": Stakes.charged_with_vat,
    "ledger-code-missing": Stakes.charged,
    "ledger-code-mask": Stakes.charged,
    "cost-line-credit": Stakes.charged,
    "cost-line-unshared": Stakes.unshared,
    "driver-after-leaving": Stakes.driven,
    "desk-allocated-twice": Stakes.desks,
    "allocation-outside-service": Stakes.desks,
    "allocation-beyond-licence": Stakes.beyond_licence,
    "licensed-beyond-service": Stakes.beyond_service,
}
