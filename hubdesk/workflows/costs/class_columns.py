"""The columns of the sums by class."""

from collections.abc import Callable, Sequence

from hubdesk.domain.money import Pence
from hubdesk.workflows.costs.rows import CostSums
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text, Whole

UNNAMED = "(no class)"


def _pounds(
    id_: str, title: str, value: Callable[[CostSums], Pence | None], hint: str = ""
) -> Column[CostSums]:
    return Column(id=id_, title=title, kind=Pounds(), value=value, total=summed, opens=True, hint=hint)


CLASS_COLUMNS: Sequence[Column[CostSums]] = (
    Column(id="class", title="Class", kind=Text(), value=lambda one: one.name or UNNAMED, sample="Services"),
    Column(id="lines", title="Lines", kind=Whole(), value=lambda one: one.lines, total=summed),
    _pounds("budget", "Budget", lambda one: one.budget),
    _pounds(
        "actual",
        "Actual",
        lambda one: one.actual if one.with_actual else None,
        "Of the lines whose actual is known",
    ),
    _pounds(
        "variance",
        "Variance",
        lambda one: one.variance if one.with_actual else None,
        "Actual less budget, of the lines whose actual is known",
    ),
    _pounds(
        "expected", "Expected", lambda one: one.expected, "The actual, or the budget where it is not known"
    ),
    _pounds("budget_before", "Last budget", lambda one: one.before, "Last year’s budget"),
    _pounds("actual_before", "Last actual", lambda one: one.actual_before, "Last year’s actual"),
    _pounds(
        "to_others", "Others pay", lambda one: one.to_others, "What the host charges others, without VAT"
    ),
)
