"""Why a figure of the costs is what it is: from sums down to the facts, as trees."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from hubdesk.charging.draft import draft
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working
from hubdesk.charging.workings.tree import fact, worked
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import Billing, Period
from hubdesk.workflows.costs.part_workings import part_working
from hubdesk.workflows.costs.reckoned import reckoned
from hubdesk.workflows.costs.shares import Bears, Sharer

FIGURES = ("budget", "actual", "variance", "expected", "to_others", "budget_before", "actual_before")
"""The figures that have workings, by the names that rows and columns have for them."""

_Worked = Callable[[CostLine], Working | None]


class CostWorkings:
    """The workings of one year's costs. The year is recharged once, when that is first asked for."""

    def __init__(self, hub: Hub, starts_in: int, issued: Sequence[Run] = ()) -> None:
        self._hub, self._starts_in, self._issued = hub, starts_in, issued
        self._of: Mapping[str, _Worked] = {
            "budget": _budget,
            "actual": _actual,
            "variance": _variance,
            "expected": lambda line: _actual(line) or _budget(line),
            "to_others": self._to_others,
            "budget_before": lambda line: _of_before(self._before(line), _budget),
            "actual_before": lambda line: _of_before(self._before(line), _actual),
        }
        self._run: tuple[RunWorkings, Mapping[RecordId, list[Line]]] | None = None

    def of(self, line: RecordId, figure: str) -> Working | None:
        """How `figure` of the cost line came about; None where it has none. Raises Refused, KeyError."""
        return self._of[figure](self._hub.cost_lines[line])

    def of_all(self, lines: Iterable[RecordId], figure: str, what: str) -> Working:
        """The sum of `figure` over `lines`, called `what`. Raises Refused, KeyError."""
        trees = (self.of(line, figure) for line in lines)
        return worked(what, Unit.PENCE, Step.SUM, *(one for one in trees if one is not None))

    def of_sharer(self, line: RecordId, sharer: Sharer) -> Working:
        """What one sharer pays of the line in the year. Raises Refused, KeyError."""
        record = self._hub.cost_lines[line]
        what = f"what {sharer.called(self._hub)} pays of {record.code}"
        return self._sum(what, record, lambda one: _sharer(one) == sharer)

    def of_everybody(self, line: RecordId) -> Working:
        """What everybody pays of the line in the year. Raises Refused, KeyError."""
        record = self._hub.cost_lines[line]
        return self._sum(
            f"what everybody pays of {record.code}", record, lambda one: _sharer(one) is not None
        )

    def of_part(self, line: RecordId, sharer: Sharer, years_back: int = 0) -> Working | None:
        """The part of one sharer in the line, or in the line of the same code so many years before.

        None where that is not shared. Raises KeyError.
        """
        code, year = self._hub.cost_lines[line].code, self._hub.cost_lines[line].year - years_back
        found = self._hub.cost_line_codes.get((code, year))
        return None if found is None else part_working(self._hub, found.id, sharer, self._issued)

    def of_all_parts(self, line: RecordId, sharers: Iterable[Sharer]) -> Working:
        """The parts of `sharers` together: of all of them, the whole. Raises KeyError."""
        trees = (self.of_part(line, one) for one in sharers)
        code = self._hub.cost_lines[line].code
        return worked(
            f"all parts of {code}", Unit.FRACTION, Step.SUM, *(one for one in trees if one is not None)
        )

    def _before(self, line: CostLine) -> CostLine | None:
        return self._hub.cost_line_codes.get((line.code, line.year - 1))

    def _to_others(self, line: CostLine) -> Working | None:
        host = self._hub.settings.host
        what = f"what others than the host pay of {line.code}"
        return self._sum(what, line, lambda one: one.agency != host)

    def _sum(self, what: str, line: CostLine, wanted: Callable[[Line], bool]) -> Working:
        workings, lines = self._recharged()
        found = (one for one in lines.get(line.id, ()) if wanted(one))
        return worked(what, Unit.PENCE, Step.SUM, *(self._one(workings, one) for one in found))

    def _one(self, workings: RunWorkings, line: Line) -> Working:
        what = f"{self._hub.agencies[line.agency].code}: {line.kind.value} of the year"
        return replace(workings.of(line), what=what)

    def _recharged(self) -> tuple[RunWorkings, Mapping[RecordId, list[Line]]]:
        if self._run is None:
            reckoning = reckoned(self._hub, self._starts_in, self._issued)
            whole = Period(reckoning.facts.year, Billing.YEAR, 1)
            run = draft(reckoning.facts, whole, reckoning.amounts, ())
            lines: dict[RecordId, list[Line]] = {}
            for one in run.own:
                lines.setdefault(one.source, []).append(one)
            self._run = RunWorkings(run), lines
        return self._run


_ITSELF = frozenset({LineKind.SHARED, LineKind.FIXED_SHARE, LineKind.CAP, LineKind.CONCESSION})
_FOR = {LineKind.VACANT_DESKS: Bears.VACANT, LineKind.UNSHARED: Bears.UNSHARED}


def _sharer(line: Line) -> Sharer | None:
    """Who bears `line` as a sharer; None for what the host funds of others."""
    if line.kind in _ITSELF:
        return Sharer(line.agency)
    return Sharer(line.agency, _FOR[line.kind]) if line.kind in _FOR else None


def _budget(line: CostLine) -> Working:
    return fact(f"budget of {line.code}, {line.year_name}", line.budget, Unit.PENCE, line.id)


def _actual(line: CostLine) -> Working | None:
    if line.actual is None:
        return None
    return fact(f"actual of {line.code}, {line.year_name}", line.actual, Unit.PENCE, line.id)


def _variance(line: CostLine) -> Working | None:
    actual = _actual(line)
    if actual is None:
        return None
    what = f"actual less budget of {line.code}"
    return worked(what, Unit.PENCE, Step.DIFFERENCE, actual, _budget(line))


def _of_before(line: CostLine | None, figure: _Worked) -> Working | None:
    return None if line is None else figure(line)
