"""A driver's figures as a grid: agencies down, the days on which a figure changes across."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline

_NONE: Timeline[Decimal] = Timeline()


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One agency's figures."""

    agency: RecordId
    code: str
    name: str
    figures: Timeline[Decimal]

    @property
    def id(self) -> RecordId:
        return self.agency

    def set_on(self, day: date) -> Decimal | None:
        """The figure that was set on that very day."""
        return next((step.value for step in self.figures.steps if step.first == day), None)

    def in_force(self, day: date) -> Decimal:
        """What holds on that day, set on it or before; 0 before the first."""
        return self.figures.at(day) or Decimal(0)


@dataclass(frozen=True, slots=True)
class DriverGrid:
    """The figures of `driver` on `days`, and every agency's, in order of code."""

    driver: str
    days: tuple[date, ...]
    rows: tuple[DriverRow, ...]


def driver_grid(hub: Hub, driver: str, more_days: Iterable[date] = ()) -> DriverGrid:
    """The grid of `driver`, with `more_days` that have no figure yet."""
    figures = {one.agency: one.figures for one in hub.figures_of.get(driver, ())}
    days = sorted({step.first for line in figures.values() for step in line.steps} | set(more_days))
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    rows = (DriverRow(one.id, one.code, one.name, figures.get(one.id, _NONE)) for one in agencies)
    return DriverGrid(driver, tuple(days), tuple(rows))
