"""Occupancy over a charging year: desks in service, licensed and allocated, on every day that differs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.occupancy import Occupancy, occupancy_of
from hubdesk.domain.days import boundaries
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.timeline import ONE_DAY, Timeline


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends inclusive, on which no figure changes."""

    first: date
    last: date
    in_service: int
    licensed: int
    allocated: int

    @property
    def vacant(self) -> int:
        """Desks in service that are not allocated."""
        return self.in_service - self.allocated


@dataclass(frozen=True, slots=True)
class OccupancyOver:
    """`stretches` cover `year` without a gap. Of one agency, `in_service` are still all desks there are."""

    year: ChargingYear
    stretches: tuple[Stretch, ...]
    whose: str = ""
    """The code of the agency whose desks they are; empty for the whole hub."""

    @property
    def most(self) -> int:
        """The largest figure of all."""
        return max(max(one.in_service, one.licensed, one.allocated) for one in self.stretches)

    def on(self, day: date) -> Stretch | None:
        """The stretch that holds `day`; None outside the year."""
        return next((one for one in self.stretches if one.first <= day <= one.last), None)


def occupancy_over(hub: Hub, year: ChargingYear, agency: RecordId | None = None) -> OccupancyOver:
    """The year of the whole hub, or of one agency's licences and allocated desks.

    What counts as allocated is what charges count: by the agency that pays, while the desk is in service.
    """
    plan = occupancy_of(hub, year)
    licences = hub.licences.values() if agency is None else hub.licences_of.get(agency, ())
    lines = [
        Timeline.of(_running(_changes(held), year))
        for held in ([plan.capacity], map(_held, licences), _allocated(plan, agency))
    ]
    days = sorted({step.first for line in lines for step in line.steps})
    in_service, licensed, allocated = lines
    figures = [(day, in_service.at(day) or 0, licensed.at(day) or 0, allocated.at(day) or 0) for day in days]
    differing = [one for one, before in zip(figures, [None, *figures], strict=False) if _differ(one, before)]
    ends = [*(day - ONE_DAY for day, *_ in differing[1:]), year.last]
    stretches = [
        Stretch(first, last, *counts) for (first, *counts), last in zip(differing, ends, strict=True)
    ]
    whose = "" if agency is None else hub.agencies[agency].code
    return OccupancyOver(year, tuple(stretches), whose)


_Figures = tuple[date, int, int, int]


def _differ(one: _Figures, before: _Figures | None) -> bool:
    return before is None or one[1:] != before[1:]


def _allocated(plan: Occupancy, agency: RecordId | None) -> list[Timeline[int]]:
    if agency is None:
        return list(plan.allocated.values())
    return [plan.allocated[agency]] if agency in plan.allocated else []


def _held(licence: Licence) -> Timeline[int]:
    """The desks of one licence, from its first day until after its last."""
    days = boundaries([licence]) | {step.first for step in licence.desks.steps}
    return Timeline.of((day, licence.desks_on(day)) for day in days)


def _changes(lines: Iterable[Timeline[int]]) -> dict[date, int]:
    """By how much the sum of `lines` changes, day by day."""
    moves: defaultdict[date, int] = defaultdict(int)
    for line in lines:
        before = 0
        for step in line.steps:
            moves[step.first] += step.value - before
            before = step.value
    return moves


def _running(changes: dict[date, int], year: ChargingYear) -> Iterator[tuple[date, int]]:
    """The sum from the first day of `year` on, on each day that it may change; it starts with that day."""
    total = sum(move for day, move in changes.items() if day <= year.first)
    yield year.first, total
    for day in sorted(day for day in changes if year.first < day <= year.last):
        total += changes[day]
        yield day, total
