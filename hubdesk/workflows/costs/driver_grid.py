"""A driver's figures as a grid: agencies down, the days on which a figure changes across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline

_NONE: Timeline[Decimal] = Timeline()


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One agency's figures: `steps` as they were set, on the days of the grid; None where none was."""

    agency: RecordId
    code: str
    name: str
    steps: tuple[Decimal | None, ...]
    in_force: tuple[Decimal, ...]
    """What holds on each of those days, set on it or before; 0 before the first."""

    @property
    def id(self) -> RecordId:
        return self.agency


@dataclass(frozen=True, slots=True)
class DriverGrid:
    """The figures of `driver` on `days`, and every agency's, in order of code."""

    driver: str
    days: tuple[date, ...]
    rows: tuple[DriverRow, ...]

    def totals(self) -> tuple[Decimal, ...]:
        """What the figures in force come to on each day."""
        return tuple(
            sum((row.in_force[place] for row in self.rows), Decimal(0)) for place in range(len(self.days))
        )


def driver_grid(hub: Hub, driver: str, more_days: Iterable[date] = ()) -> DriverGrid:
    """The grid of `driver`, with `more_days` that have no figure yet."""
    figures = {one.agency: one.figures for one in hub.figures_of.get(driver, ())}
    days = sorted({step.first for line in figures.values() for step in line.steps} | set(more_days))
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    rows = (DriverRow(one.id, one.code, one.name, *_on(figures.get(one.id, _NONE), days)) for one in agencies)
    return DriverGrid(driver, tuple(days), tuple(rows))


def _on(
    line: Timeline[Decimal], days: Sequence[date]
) -> tuple[tuple[Decimal | None, ...], tuple[Decimal, ...]]:
    set_on = {step.first: step.value for step in line.steps}
    return tuple(map(set_on.get, days)), tuple(line.at(day) or Decimal(0) for day in days)
