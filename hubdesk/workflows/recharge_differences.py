"""What a run charges otherwise than the one issued before it, each difference with its causes in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from hubdesk.charging.lines import POOL, Line, LineKind
from hubdesk.charging.reasons import FactChange, dated_changes, fact_changes
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import Period
from hubdesk.workflows.recharge_figures import ADJUSTMENTS, Figure, Heading, Measure
from hubdesk.workflows.recharge_view import RechargeView, stream_in
from hubdesk.workflows.recharge_workings import source_words
from hubdesk.workflows.year_cost import Stream


@dataclass(frozen=True, slots=True)
class Difference:
    """That an agency is charged `now` what it was charged `before`, in pence without VAT, for `what`.

    An adjustment names the period that it is `of`: then `before` is what was issued of that, and `now`
    what it should have been. `figure` is where its workings are.
    """

    id: str
    agency: Agency
    stream: Stream
    what: str
    before: Pence
    now: Pence
    causes: tuple[str, ...]
    figure: Figure
    of: str | None = None

    @property
    def pence(self) -> Pence:
        return self.now - self.before


MOST = 2_000
"""So many differences are told with their causes: a hub of hundreds of agencies has a hundred thousand."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Those against the run `last`, the largest first; None where nothing was issued before.

    Of more than `MOST`, the small ones are only counted: `more` of them.
    """

    last: Run | None
    found: tuple[Difference, ...]
    more: int = 0


def differences_of(view: RechargeView, last: Run | None) -> Differences:
    """What differs between the run of `view` and `last`; adjustments are always told."""
    found, more = list(_adjustments(view)), 0
    if last is not None and isinstance(view.run.of, Period) and not view.run.summed:
        compared = _Compared(view, last)
        keys = compared.keys
        more = max(0, len(keys) - MOST)
        found += map(compared.difference, keys[:MOST])
    return Differences(last, tuple(sorted(found, key=lambda one: -abs(one.pence))), more)


def last_before(run: Run, issued: Iterable[Run]) -> Run | None:
    """The last of the periods `issued` that lies before the one of `run`, or before its year end."""
    first = run.of.first if isinstance(run.of, Period) else run.year.last
    earlier = [one for one in issued if isinstance(one.of, Period) and one.of.first < first]
    return earlier[-1] if earlier else None


def _adjustments(view: RechargeView) -> Iterator[Difference]:
    run = view.run
    for number, one in enumerate(run.adjustments):
        line = one.line
        assert line.of_kind is not None
        yield Difference(
            f"{line.of}/{number}",
            run.agency(line.agency),
            stream_in(line),
            f"{source_words(run, line.source)}: {line.of_kind.value}",
            one.issued,
            one.reworked,
            one.reasons,
            Figure(ADJUSTMENTS, line.agency),
            line.of,
        )


_CAPS = frozenset({LineKind.CAP, LineKind.CAP_FUNDED})
_ROUNDING = 2
"""So many pence the rounding of a period may differ, as it is the year so far less what was before."""
_Key = tuple[RecordId, Stream, RecordId | str]


class _Compared:
    """The own lines of a run against those of `last`, agency by agency and source by source."""

    def __init__(self, view: RechargeView, last: Run) -> None:
        assert isinstance(view.run.of, Period)
        assert isinstance(last.of, Period)
        self._run, self._last = view.run, last
        self._period, self._before = view.run.of, last.of
        self._same_year = self._run.year == last.year
        self._causes: dict[frozenset[tuple[RecordId, LineKind]], tuple[str, ...]] = {}

    @cached_property
    def keys(self) -> list[_Key]:
        """What differs, the largest first."""
        differing = ((key, self._pence(key)) for key in dict.fromkeys((*self._now, *self._then)))
        found = [(key, abs(now - then)) for key, (now, then) in differing if now != then]
        return [key for key, _ in sorted(found, key=lambda one: -one[1])]

    def difference(self, key: _Key) -> Difference:
        lines, earlier = self._now.get(key, []), self._then.get(key, [])
        now, then = self._pence(key)
        run, line = (self._run, lines[0]) if lines else (self._last, earlier[0])
        agency, stream, _ = key
        return Difference(
            "/".join((agency, stream.name, line.source)),
            run.agency(agency),
            stream,
            source_words(run, line.source),
            then,
            now,
            self._causes_of([*lines, *earlier], now - then),
            Figure(Heading(Measure.PERIOD, stream, line.source), agency),
        )

    def _pence(self, key: _Key) -> tuple[Pence, Pence]:
        """What is charged now, and what was."""
        now, then = (sum(line.pence for line in some.get(key, ())) for some in (self._now, self._then))
        return now, then

    @cached_property
    def _now(self) -> dict[_Key, list[Line]]:
        return self._charged(self._run)

    @cached_property
    def _then(self) -> dict[_Key, list[Line]]:
        return self._charged(self._last)

    def _charged(self, run: Run) -> dict[_Key, list[Line]]:
        """The run's own lines. From one year to the next, a cost is the same by its code."""
        found: defaultdict[_Key, list[Line]] = defaultdict(list)
        for line in run.own:
            source = line.source if self._same_year else run.source_code(line.source)
            found[line.agency, stream_in(line), source].append(line)
        return found

    def _causes_of(self, lines: Sequence[Line], pence: Pence) -> tuple[str, ...]:
        """Lines of the same sources and kinds have the same causes: found once, though many have them."""
        asked = frozenset((line.source, line.kind) for line in lines)
        if asked not in self._causes:
            words = (self._words(line) for line in lines)
            self._causes[asked] = tuple(dict.fromkeys(chain.from_iterable(words)))
        if causes := self._causes[asked]:
            return causes
        if abs(pence) <= _ROUNDING:
            return ("the rounding of the year so far to the penny",)
        last = self._period.last
        return tuple(one.text for one in self._changes if one.since is None or one.since <= last)

    def _words(self, line: Line) -> Iterator[str]:
        hub, last = self._run.facts.hub, self._period.last
        yield from (one.text for one in self._changes if one.bears_on(line, hub, last))
        if line.kind in _CAPS:
            yield "a cap, which is for the year so far"
        if self._period.days != self._before.days:
            yield f"{self._period.days} days, {self._before.days} before"

    @cached_property
    def _changes(self) -> tuple[FactChange, ...]:
        """What has a day of its own, and what was changed since the last run was issued."""
        last, run = self._last, self._run
        dated = dated_changes(last.facts, run.facts, self._before.first, self._period.last)
        if self._same_year:
            return (*dated, *fact_changes(last.facts, last.amounts, run.facts, run.amounts))
        return (*dated, *self._new_amounts())

    def _new_amounts(self) -> Iterator[FactChange]:
        """The amounts of a new year's costs beside those of the year before."""
        before = {line.code: line for line in self._last.facts.cost_lines}
        for line in self._run.facts.cost_lines:
            was, now = before.get(line.code), self._run.amounts.of(line)
            if was is None:
                text = f"cost line {line.code}: new in {line.year_name}"
            elif self._last.amounts.of(was) != now:
                old = pounds(self._last.amounts.of(was))
                text = f"cost line {line.code}: {old} → {pounds(now)} for the year"
            else:
                continue
            yield FactChange(text, frozenset({line.id, POOL}))
