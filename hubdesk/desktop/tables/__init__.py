"""The table kit: every table of figures in the window.

    @dataclass(frozen=True, slots=True)
    class LineRow:                     # frozen, equal where it shows the same, with an id that stays
        id: RecordId
        name: str
        budget: Pence

    COLUMNS = (                        # Qt-free: may live in workflows, tested without a window
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name),
        Column(id="budget", title="Budget", kind=Pounds(), value=lambda row: row.budget, total=summed,
               opens=True, edit=lambda hub, row, pence: cost_lines.set_budget(hub, row.id, pence)),
    )
    table = Table("Cost lines", COLUMNS, session, Adding("cost line", make_from_values))
    table.show_rows(rows)              # again after each change: only rows that differ are touched
    table.activated.connect(why)       # (row id or TOTAL, column id): Enter or a double click

A page listens to `session.changed` and feeds `show_rows`; edits go out through `session.do`, each as one
change. Kinds: Text, Pounds (pence), Whole, Measure(unit, places), Percent, Day, Choice(offered). See `Column`
for notes, marks of agencies, cells that can be typed in some rows only. `table.bar.add(button)`,
`table.current`, `table.selected`, `table.go_to(row, column)`, `table.sort_by(column)`,
`table.show_columns(columns)` for a matrix, `Table(...).without_bar()` for a few rows.

Column, kinds and `summed` come from `hubdesk.workflows.tables` and are handed on here.
"""

from hubdesk.desktop.tables.table import TOTAL, Table
from hubdesk.workflows.tables.column import Adding, Column, HasId, summed
from hubdesk.workflows.tables.kinds import Choice, Day, Kind, Measure, Percent, Pounds, Text, Whole

__all__ = [
    "TOTAL",
    "Adding",
    "Choice",
    "Column",
    "Day",
    "HasId",
    "Kind",
    "Measure",
    "Percent",
    "Pounds",
    "Table",
    "Text",
    "Whole",
    "summed",
]
