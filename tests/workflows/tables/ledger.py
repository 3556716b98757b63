"""A small table of cost lines, as a page would have it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.money import Pence
from hubdesk.domain.problem import Refused
from hubdesk.editing import cost_lines
from hubdesk.workflows.tables.column import Adding, Column, summed
from hubdesk.workflows.tables.kinds import Choice, Percent, Pounds, Text

YEAR = 2026


@dataclass(frozen=True, slots=True)
class LineRow:
    id: RecordId
    code: str
    name: str
    recovery: str
    budget: Pence
    actual: Pence | None
    share: Decimal


def line_rows(hub: Hub) -> list[LineRow]:
    whole = sum(one.budget for one in hub.cost_lines.values()) or 1
    return [
        LineRow(
            one.id,
            one.code,
            one.name,
            one.recovery.value,
            one.budget,
            one.actual,
            Decimal(one.budget) * 100 / whole,
        )
        for one in hub.cost_lines.values()
    ]


def _budget(hub: Hub, row: LineRow, pence: Pence) -> Change:
    if pence < 0:
        raise Refused(error("below-nothing", "A budget is not below nothing", "budget", "Type 0 or more"))
    return cost_lines.change(hub, replace(hub.cost_lines[row.id], budget=pence))


def _add(hub: Hub, values: Mapping[str, Any]) -> Change:
    code = values.get("code", "")
    return cost_lines.add(
        hub, CostLine(new_id(), code, values.get("name", code), YEAR, values.get("budget", 0))
    )


COLUMNS: tuple[Column[LineRow], ...] = (
    Column(
        id="code",
        title="Code",
        kind=Text(),
        value=lambda row: row.code,
        edit=lambda hub, row, code: cost_lines.rename(hub, row.id, code),
    ),
    Column(
        id="name",
        title="Name",
        kind=Text(),
        value=lambda row: row.name,
        edit=lambda hub, row, name: cost_lines.change(hub, replace(hub.cost_lines[row.id], name=name)),
    ),
    Column(
        id="recovery",
        title="Recovery",
        kind=Choice(lambda _hub: [(one.value, one) for one in Recovery]),
        value=lambda row: row.recovery,
        edit=lambda hub, row, recovery: cost_lines.change(
            hub, replace(hub.cost_lines[row.id], recovery=recovery)
        ),
    ),
    Column(
        id="budget", title="Budget", kind=Pounds(), value=lambda row: row.budget, edit=_budget, total=summed
    ),
    Column(
        id="actual",
        title="Actual",
        kind=Pounds(),
        value=lambda row: row.actual,
        edit=lambda hub, row, pence: cost_lines.set_actual(hub, row.id, pence),
        may_be_blank=True,
        total=summed,
        note=lambda row: "More than the budget" if row.actual is not None and row.actual > row.budget else "",
    ),
    Column(id="share", title="Share", kind=Percent(2), value=lambda row: row.share, total=summed, opens=True),
)

ADDING = Adding("cost line", _add)
