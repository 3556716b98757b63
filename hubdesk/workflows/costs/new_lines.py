"""New cost lines from what was typed or pasted, by the ids of the table's columns."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import Basis, CostLine, Recovery, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.editing import cost_lines
from hubdesk.workflows.tables.column import Adding

Values = Mapping[str, Any]


def line_of(hub: Hub, starts_in: int, values: Values, taken: Iterable[str] = ()) -> CostLine:
    """The new line that `values` mean, in the year that starts in `starts_in`.

    Without a code it has the next free one, `taken` ones passed over; without a name its code, without a
    budget £0.
    """
    code = values.get("code") or free_code(hub, starts_in, taken)
    return with_values(CostLine(new_id(), code, code, starts_in, 0), values)


def with_values(line: CostLine, values: Values) -> CostLine:
    """`line` with `values` in place of what it had; what they do not name stays."""
    basis, driver = cast(tuple[Basis, str], values.get("basis", (line.basis, line.driver)))
    return CostLine(
        line.id,
        line.code,
        values.get("name", line.name),
        line.year,
        values.get("budget", line.budget),
        values.get("actual", line.actual),
        values.get("class", line.cost_class),
        cast(Recovery, values.get("recovery", line.recovery)),
        basis,
        driver,
        cast(VacantPolicy, values.get("vacant", line.vacant)),
        cast(date | None, values.get("first", line.first)),
        cast(date | None, values.get("last", line.last)),
        values.get("vat", line.vat_code),
        values.get("cost_centre", line.cost_centre),
        values.get("subjective", line.subjective),
    )


def free_code(hub: Hub, starts_in: int, taken: Iterable[str] = ()) -> str:
    """The next code of the form C07 that no cost line of the year has, nor any licence."""
    used = {line.code for line in hub.cost_lines_of.get(starts_in, ())} | set(taken) | set(hub.licence_codes)
    numbers = [int(code[1:]) for code in used if code[:1] == "C" and code[1:].isdecimal()]
    number = max(numbers, default=0) + 1
    while f"C{number:02}" in used:
        number += 1
    return f"C{number:02}"


def adding_to(starts_in: int) -> Adding:
    """How rows that are pasted below the table's last come in."""
    return Adding("cost line", lambda hub, values: cost_lines.add(hub, line_of(hub, starts_in, values)))


def added_line(hub: Hub, starts_in: int) -> tuple[Change, RecordId]:
    """A line to fill in, under the next free code."""
    line = line_of(hub, starts_in, {"name": "New cost"})
    return cost_lines.add(hub, line), line.id
