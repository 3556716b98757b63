"""The cost lines of a charging year as rows, with last year's figures beside them, and their sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.plain import decimal_text
from hubdesk.workflows.costs.charged import CostsCharged, LineCharged
from hubdesk.workflows.costs.shares import ShareChange
from hubdesk.workflows.tables.column import summed


@dataclass(frozen=True, slots=True)
class CostRow:
    """One cost line, with what people want to see beside it.

    `participants`, `fixed` and `caps` are in words, empty where there are none. `before` is the line of
    the same code a year earlier. `charged` is None where it is not shared, or not worked out.
    """

    line: CostLine
    participants: str
    fixed: str
    caps: str
    before: CostLine | None = None
    charged: LineCharged | None = None
    moved: tuple[ShareChange, ...] = ()
    moved_words: str = ""

    @property
    def id(self) -> RecordId:
        return self.line.id

    @property
    def variance(self) -> Pence | None:
        """The actual less the budget, above zero where more was spent; None until there is an actual."""
        return None if self.line.actual is None else self.line.actual - self.line.budget

    @property
    def expected(self) -> Pence:
        """The actual once it is known, the budget until then."""
        return self.line.budget if self.line.actual is None else self.line.actual

    @property
    def first(self) -> date | None:
        return self.line.first

    @property
    def budget_before(self) -> Pence | None:
        return None if self.before is None else self.before.budget

    @property
    def actual_before(self) -> Pence | None:
        return None if self.before is None else self.before.actual

    @property
    def to_others(self) -> Pence | None:
        return None if self.charged is None else self.charged.to_others


@dataclass(frozen=True, slots=True)
class CostSums:
    """Sums over some rows, in pence. `actual` and `variance` are of the lines that have an actual.

    What no line has is None: what others pay, and last year's figures.
    """

    name: str
    lines: int
    budget: Pence
    actual: Pence
    with_actual: int
    variance: Pence
    expected: Pence
    to_others: Pence | None
    before: Pence | None
    actual_before: Pence | None

    @property
    def id(self) -> str:
        return f"class {self.name}"


@dataclass(frozen=True, slots=True)
class CostYear:
    """The cost lines of the charging year that starts in `starts_in`, in order of code."""

    hub: Hub
    starts_in: int
    rows: tuple[CostRow, ...] = ()
    classes: tuple[CostSums, ...] = field(default=())
    """The sums of each class, in order of name; lines without one last, under an empty name."""
    whole: CostSums = field(default_factory=lambda: sums_of("", ()))

    def row(self, line: RecordId) -> CostRow | None:
        return next((row for row in self.rows if row.id == line), None)

    def of_class(self, sums: CostSums) -> tuple[CostRow, ...]:
        """The rows that are in `sums`."""
        return tuple(row for row in self.rows if row.line.cost_class == sums.name)


def cost_year(hub: Hub, starts_in: int, charged: CostsCharged | None = None) -> CostYear:
    """The rows of a year. Without `charged` they have no figures of the engine's."""
    lines: Mapping[RecordId, LineCharged] = charged.lines if charged else {}
    moved = charged.changes if charged else {}
    rows = tuple(
        _row(hub, line, lines.get(line.id), moved.get(line.id, ()))
        for line in hub.cost_lines_of.get(starts_in, ())
    )
    names = sorted({row.line.cost_class for row in rows}, key=lambda name: (not name, name.casefold()))
    classes = tuple(sums_of(name, (row for row in rows if row.line.cost_class == name)) for name in names)
    return CostYear(hub, starts_in, rows, classes, sums_of("", rows))


def sums_of(name: str, rows: Iterable[CostRow]) -> CostSums:
    """What `rows` come to together."""
    listed = list(rows)
    known = [row.line.actual for row in listed if row.line.actual is not None]
    return CostSums(
        name,
        lines=len(listed),
        budget=sum(row.line.budget for row in listed),
        actual=sum(known),
        with_actual=len(known),
        variance=sum(row.variance or 0 for row in listed),
        expected=sum(row.expected for row in listed),
        to_others=summed(listed, lambda row: row.to_others),
        before=summed(listed, lambda row: row.budget_before),
        actual_before=summed(listed, lambda row: row.actual_before),
    )


def _row(hub: Hub, line: CostLine, charged: LineCharged | None, moved: tuple[ShareChange, ...]) -> CostRow:
    agencies = hub.agencies
    listed = sorted(agencies[one].code for one in hub.participants_of.get(line.id, ()) if one in agencies)
    fixed = (
        f"{agencies[one.agency].code} {decimal_text(one.percent)} %"
        for one in hub.fixed_shares_of.get(line.id, ())
    )
    caps = (f"{agencies[one.agency].code} {pounds(one.pence)}" for one in hub.caps_of.get(line.id, ()))
    return CostRow(
        line,
        ", ".join(listed),
        ", ".join(fixed),
        ", ".join(caps),
        hub.cost_line_codes.get((line.code, line.year - 1)),
        charged,
        moved,
        "; ".join(one.told(hub) for one in moved if one.sharer.agency in agencies),
    )
