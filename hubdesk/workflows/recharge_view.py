"""A run as people look at it: agency × stream, the year so far, and the year to come."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.run import Run, in_year
from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.recharge_figures import (
    ADJUSTMENTS,
    BORNE,
    CONCESSIONS,
    FORECAST,
    LICENCES,
    NET,
    PERIOD,
    SHARED,
    TO_PAY,
    VAT,
    YEAR_TO_DATE,
    Figure,
    Heading,
    Measure,
    counted,
    counts,
)
from hubdesk.workflows.recharge_run import missing_periods, next_closing, run_named
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import Stream, stream_of


@dataclass(frozen=True, slots=True)
class RechargeRow:
    """What one agency is charged, heading by heading, in pence."""

    agency: Agency
    pence: Mapping[Heading, Pence]

    @property
    def id(self) -> RecordId:
        return self.agency.id


@dataclass(frozen=True)
class RechargeView:
    """`run`, with the year's runs `before` it and what comes `after`: issued since, or drafts of the rest.

    `after` is None while the rest of the year is not worked out; `no_forecast` says why it cannot be.
    Each figure is a sum of whole lines, so that whatever shows the same lines comes to the same penny.
    """

    run: Run
    before: tuple[Run, ...]
    after: tuple[Run, ...] | None = None
    no_forecast: tuple[Problem, ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All of them in order; each shared cost's own before the sum of them."""
        each = (Heading(Measure.PERIOD, Stream.SHARED, line.id) for line in self.cost_lines)
        forecast = () if self.after is None else (FORECAST,)
        sums = (SHARED, BORNE, PERIOD, ADJUSTMENTS, NET, VAT, TO_PAY, YEAR_TO_DATE)
        return (LICENCES, CONCESSIONS, *each, *sums, *forecast)

    @cached_property
    def cost_lines(self) -> tuple[CostLine, ...]:
        """The costs of which somebody is charged a share for the run's own period, in order of code."""
        shared: set[RecordId] = set()
        for line in self.run.own:
            if line.source not in shared and stream_in(line) is Stream.SHARED:
                shared.add(line.source)
        found = (self.run.source(source) for source in shared)
        return tuple(sorted((one for one in found if isinstance(one, CostLine)), key=lambda one: one.code))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """Those of the hub, and those that the year's runs name though they have left; in order of code."""
        named: dict[RecordId, Agency] = {}
        for run in (*self.before, *(self.after or ()), self.run):
            named |= {one: run.agency(one) for one in {line.agency for line in run.lines}}
        named |= self.run.facts.hub.agencies
        return tuple(sorted(named.values(), key=lambda one: one.code))

    @cached_property
    def rows(self) -> tuple[RechargeRow, ...]:
        """One to an agency."""
        headings, sums = self.headings, self._sums()
        return tuple(
            RechargeRow(one, dict(zip(headings, sums[one.id], strict=True))) for one in self.agencies
        )

    @cached_property
    def totals(self) -> Mapping[Heading, Pence]:
        """What all agencies come to, heading by heading."""
        return {heading: sum(row.pence[heading] for row in self.rows) for heading in self.headings}

    def pence(self, figure: Figure) -> Pence:
        """One figure, from the lines themselves."""
        return sum(counted(figure.heading.measure, line) for _, line in self.lines(figure))

    def runs(self, measure: Measure) -> tuple[Run, ...]:
        """The runs of whose lines `measure` is made, in their order."""
        to_date = self.before if self.run.summed else (*self.before, self.run)
        if measure is Measure.YEAR_TO_DATE:
            return to_date
        return (*to_date, *(self.after or ())) if measure is Measure.FORECAST else (self.run,)

    def lines(self, figure: Figure) -> Iterator[tuple[Run, Line]]:
        """The lines of which `figure` is the sum, each with its run."""
        measure, stream, source = figure.heading
        for run in self.runs(measure):
            for line in run.lines:
                if (
                    figure.agency in (None, line.agency)
                    and source in (None, line.source)
                    and counts(measure, line)
                    and stream in (None, stream_in(line))
                ):
                    yield run, line

    def _sums(self) -> Mapping[RecordId, list[Pence]]:
        """Each agency's pence in the order of the headings, all worked out in one walk over the lines."""
        place = {heading: number for number, heading in enumerate(self.headings)}
        vat, to_pay = place[VAT], place[TO_PAY]
        sums = {one.id: [0] * len(place) for one in self.agencies}
        net: defaultdict[RecordId, list[tuple[LineKind, tuple[int, ...]]]] = defaultdict(list)
        for line in self.run.lines:
            for known in net[line.source]:  # By the kind itself: to look up a member of an Enum is slow.
                if known[0] is line.kind:
                    break
            else:
                known = line.kind, tuple(place[heading] for heading in self._net_headings(line))
                net[line.source].append(known)
            row = sums[line.agency]
            for number in known[1]:
                row[number] += line.pence
            row[vat] += line.vat_pence
            row[to_pay] += line.pence + line.vat_pence
        for heading in (YEAR_TO_DATE, FORECAST):
            if heading in place:
                self._add_runs(heading.measure, place[heading], sums)
        return sums

    def _add_runs(self, measure: Measure, number: int, sums: Mapping[RecordId, list[Pence]]) -> None:
        for run in self.runs(measure):
            for line in run.lines:
                sums[line.agency][number] += line.pence + line.vat_pence

    def _net_headings(self, line: Line) -> Iterator[Heading]:
        """The headings without VAT that `line` is counted in."""
        yield NET
        if line.kind is LineKind.ADJUSTMENT:
            yield ADJUSTMENTS
            return
        stream = stream_in(line)
        yield PERIOD
        yield Heading(Measure.PERIOD, stream)
        if stream is Stream.SHARED:
            yield Heading(Measure.PERIOD, stream, line.source)


def stream_in(line: Line) -> Stream:
    """The stream of a line; an adjustment is of the stream of what it adjusts."""
    return stream_of(line.of_kind or line.kind)


def view_of(standing: Standing, name: str) -> RechargeView:
    """The run called `name` with the year so far. Raises as `run_named` does."""
    run = run_named(standing, name, None)
    issued = in_year(standing.runs, run.year)
    names = [one.name for one in issued]
    return RechargeView(run, issued[: names.index(run.name)] if run.issue else issued)


def with_forecast(view: RechargeView, standing: Standing) -> RechargeView:
    """`view` with the rest of its year: what was issued since, and drafts of what is not issued yet.

    An issued run is followed by what today's facts make of the rest, adjustments of the issued ones
    included, as far as the hub can be worked out today. Once every period is issued, the rest is what the
    next year end would charge, if anything.
    """
    run = view.run
    missing = [one for one in missing_periods(standing, run.year) if one != run.of]
    if run.issue is None and not run.summed:
        return replace(view, after=tuple(_following(run, one) for one in missing))
    issued = in_year(standing.runs, run.year)
    since = issued[len(view.before) + (run.issue is not None) :]
    following = missing[0] if missing else next_closing(issued, run.year)
    try:
        first = run_named(standing, following.name, None)
    except Refused as refused:
        return replace(view, no_forecast=refused.problems)
    drafts = (first, *(_following(first, one) for one in missing[1:])) if missing or first.lines else ()
    return replace(view, after=(*since, *drafts))


def _following(run: Run, period: Period) -> Run:
    """A draft of `period` under the facts of `run`, which adjusts all that there is to adjust."""
    recharge = recharge_of(run.reckoning, period)
    return Run(
        period, run.amounts, run.facts, recharge.lines, (), recharge.identities, reckoning=run.reckoning
    )
