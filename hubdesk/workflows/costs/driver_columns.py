"""The columns of a driver's grid: one for each day on which a figure changes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.editing import drivers
from hubdesk.workflows.costs.driver_grid import DriverGrid, DriverRow
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text

_ABOUT: Sequence[Column[DriverRow]] = (
    Column(id="code", title="Agency", kind=Text(), value=lambda row: row.code, sample="MBC"),
    Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, sample="Citizens Advice"),
)


def driver_columns(grid: DriverGrid) -> tuple[Column[DriverRow], ...]:
    """The agency, and a column for each day. A blank cell keeps what held before, which its note says."""
    return (*_ABOUT, *(_on(grid.driver, day) for day in grid.days))


def _on(driver: str, day: date) -> Column[DriverRow]:

    def edit(hub: Hub, row: DriverRow, figure: Decimal | None) -> Change:
        if figure is None:
            return drivers.remove_step(hub, driver, row.agency, day)
        return drivers.set_figure(hub, driver, row.agency, day, figure)

    def in_force(rows: Sequence[DriverRow], _value: Any) -> Decimal:
        return sum((row.in_force(day) for row in rows), Decimal(0))

    return Column(
        id=day_id(day),
        title=f"From {in_words(day)}",
        kind=Measure(),
        value=lambda row: row.set_on(day),
        edit=edit,
        may_be_blank=True,
        total=in_force,
        hint=f"{driver} from {in_words(day)} until the next figure. Blank: what held before holds on",
    )


def day_id(day: date) -> str:
    """The id of that day's column."""
    return day.isoformat()
