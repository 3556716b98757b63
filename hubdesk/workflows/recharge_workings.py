"""The workings of any figure of a recharge: a tree from the figure down to the facts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from hubdesk.charging.lines import POOL, Line
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working
from hubdesk.charging.workings.tree import fact, worked
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.recharge_figures import Figure, Heading, Measure, counted, counts
from hubdesk.workflows.recharge_view import RechargeView, stream_in
from hubdesk.workflows.year_cost import Stream

FOLLOWED_TO_FACTS = 40_000
"""Lines times agencies of a figure that is followed down to the facts, as each share looks at everybody's
weight. What is larger goes down to figures that can be opened for themselves: those of each agency, and
of one agency its lines, which the columns of each cost open."""


def workings_of(view: RechargeView, figure: Figure) -> Working:
    """How `figure` came about: the tree's value is the figure, and every one below follows likewise."""
    lines = list(view.lines(figure))
    small = len(lines) * len(view.agencies) <= FOLLOWED_TO_FACTS
    if not small and figure.agency is None:
        return _to_agencies(view, figure, lines)
    return _Tree(view, _ToFacts() if small else _to_the_line).of(figure, lines)


def workings_of_all(view: RechargeView, what: str, figures: Sequence[Figure]) -> Working:
    """The workings of `figures` together: those of the one that there is, or a sum called `what`."""
    below = [workings_of(view, one) for one in figures]
    return below[0] if len(below) == 1 else worked(what, Unit.PENCE, Step.SUM, *below)


def _to_agencies(view: RechargeView, figure: Figure, lines: "_Lines") -> Working:
    sums: defaultdict[RecordId, Pence] = defaultdict(int)
    for _, line in lines:
        sums[line.agency] += counted(figure.heading.measure, line)
    each = (
        fact(f"{one.code}: open its own figure to follow it on", sums[one.id], Unit.PENCE, one.id)
        for one in view.agencies
        if one.id in sums
    )
    return worked(figure_words(view, figure), Unit.PENCE, Step.SUM, *each)


_Lines = list[tuple[Run, Line]]


class _ToFacts:
    """Follows lines down to the facts; each run's periods are worked out but once."""

    def __init__(self) -> None:
        self._workings: dict[str, RunWorkings] = {}

    def __call__(self, run: Run, line: Line, measure: Measure) -> Working:
        if run.name not in self._workings:
            self._workings[run.name] = RunWorkings(run)
        workings = self._workings[run.name]
        return workings.vat(line) if measure is Measure.VAT else workings.of(line)


def _to_the_line(run: Run, line: Line, measure: Measure) -> Working:
    found = run.source(line.source)
    adjusts = f", adjustment of {line.of}" if line.of else ""
    what = f"{source_words(run, line.source)}: {(line.of_kind or line.kind).value}{adjusts}"
    return fact(what, counted(measure, line), Unit.PENCE, *([found.id] if found else []))


class _Tree:
    """The figures between the one that is asked for and its lines, which `follow` follows on."""

    def __init__(self, view: RechargeView, follow: Callable[[Run, Line, Measure], Working]) -> None:
        self._view, self._line = view, follow

    def of(self, figure: Figure, lines: _Lines) -> Working:
        what = figure_words(self._view, figure)
        below = list(self._below(figure, lines))
        if not below:
            return fact(f"{what}: nothing is charged", 0, Unit.PENCE)
        return worked(what, Unit.PENCE, Step.SUM, *below)

    def _below(self, figure: Figure, lines: _Lines) -> Iterator[Working]:
        """What `figure` is the sum of: agencies, then runs, amounts and VAT, streams, sources, lines."""
        measure, stream, source = figure.heading
        if figure.agency is None:
            yield from self._by_agency(figure, lines)
        elif measure in (Measure.YEAR_TO_DATE, Measure.FORECAST):
            yield from self._by_run(lines)
        elif measure is Measure.TO_PAY:
            yield from self._split(figure, lines, Measure.NET, Measure.VAT)
        elif measure is Measure.NET:
            yield from self._split(figure, lines, Measure.PERIOD, Measure.ADJUSTMENTS)
        elif measure is Measure.PERIOD and stream is None:
            yield from self._by_stream(figure, lines)
        elif stream is Stream.SHARED and source is None:
            yield from self._by_source(lines)
        else:
            yield from (self._line(run, line, measure) for run, line in lines if counted(measure, line))

    def _by_agency(self, figure: Figure, lines: _Lines) -> Iterator[Working]:
        of: defaultdict[RecordId, _Lines] = defaultdict(list)
        for run, line in lines:
            of[line.agency].append((run, line))
        for agency in self._view.agencies:
            if agency.id in of:
                yield self.of(Figure(figure.heading, agency.id), of[agency.id])

    def _by_run(self, lines: _Lines) -> Iterator[Working]:
        of: defaultdict[str, _Lines] = defaultdict(list)
        for run, line in lines:
            of[run.name].append((run, line))
        for its in of.values():
            run = its[0][0]
            amounts = [self._line(run, line, Measure.NET) for _, line in its if line.pence]
            vat = [self._line(run, line, Measure.VAT) for _, line in its if line.vat_pence]
            both = (("before VAT", amounts), ("VAT", vat))
            parts = [worked(f"{run.name}, {word}", Unit.PENCE, Step.SUM, *one) for word, one in both if one]
            state = "issued" if run.issue else "a draft"
            yield worked(f"{run.name}, {state}", Unit.PENCE, Step.SUM, *parts)

    def _split(self, figure: Figure, lines: _Lines, *measures: Measure) -> Iterator[Working]:
        of = figure.agency
        for measure in measures:
            part = Figure(Heading(measure, figure.heading.stream, figure.heading.source), of)
            its = [(run, line) for run, line in lines if counts(measure, line) and counted(measure, line)]
            if its:
                yield self.of(part, its)

    def _by_stream(self, figure: Figure, lines: _Lines) -> Iterator[Working]:
        for stream in Stream:
            its = [(run, line) for run, line in lines if stream_in(line) is stream]
            if its:
                yield self.of(Figure(Heading(Measure.PERIOD, stream), figure.agency), its)

    def _by_source(self, lines: _Lines) -> Iterator[Working]:
        of: defaultdict[RecordId, _Lines] = defaultdict(list)
        for run, line in lines:
            of[line.source].append((run, line))
        for source, its in of.items():
            parts = [self._line(run, line, Measure.PERIOD) for run, line in its]
            if len(parts) == 1:
                yield parts[0]
            else:
                yield worked(source_words(its[0][0], source), Unit.PENCE, Step.SUM, *parts)


def figure_words(view: RechargeView, figure: Figure) -> str:
    """What `figure` is, in words: "POL, 2026-27-Q1: to pay"."""
    measure, stream, source = figure.heading
    who = "all agencies"
    if figure.agency is not None:
        who = next(one.code for one in view.agencies if one.id == figure.agency)
    what = measure.value
    if stream is not None:
        what = source_words(view.run, source) if source else stream.value
        what = what if measure is Measure.PERIOD else f"{what}, {measure.value}"
    place = view.run.year.name if measure is Measure.FORECAST else view.run.name
    return f"{who}, {place}: {what}"


def source_words(run: Run, source: RecordId) -> str:
    """What a line is for, as people call it."""
    if source == POOL:
        return "concessions that the partners fund"
    found = run.source(source)
    if isinstance(found, CostLine):
        return f"{found.code} {found.name}".strip()
    return f"licence {run.source_code(source)}"
