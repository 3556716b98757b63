"""Occupancy: what the plan says of desks and areas, as dated figures that costs are shared by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from hubdesk.domain.area import Area
from hubdesk.domain.days import Dated, common_days
from hubdesk.domain.geometry import SQUARE_MM_IN_SQUARE_M, double_area
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.timeline import ONE_DAY, Timeline

N = TypeVar("N", int, Fraction)


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Within one charging year, from its first day on (charging rules, section 4).

    `capacity` is the desks of every kind in service; `allocated` the desks assigned on the plan, by the
    agency that is charged; `sole_use` the square metres assigned for an agency's sole use. Agencies
    that never have any are left out.
    """

    capacity: Timeline[int]
    allocated: Mapping[RecordId, Timeline[int]]
    sole_use: Mapping[RecordId, Timeline[Fraction]]


def occupancy_of(hub: Hub, year: ChargingYear) -> Occupancy:
    """The occupancy that `hub`'s plan gives in `year`."""
    return Occupancy(
        capacity=_tally(((desk, 1) for desk in hub.desks.values()), year),
        allocated=_allocated(hub, year),
        sole_use=_sole_use(hub, year),
    )


def square_metres(area: Area) -> Fraction:
    """The size of `area`: as given, else what its outline encloses."""
    if area.area_m2 is not None:
        return Fraction(area.area_m2)
    return Fraction(double_area(area.outline), 2 * SQUARE_MM_IN_SQUARE_M)


@dataclass(frozen=True, slots=True)
class _Held:
    first: date | None
    last: date | None


def _allocated(hub: Hub, year: ChargingYear) -> dict[RecordId, Timeline[int]]:
    held: defaultdict[RecordId, list[tuple[Dated, int]]] = defaultdict(list)
    for allocation in hub.allocations.values():
        in_service = common_days(allocation, hub.desks[allocation.desk])
        if in_service:
            held[allocation.payer].append((_Held(*in_service), 1))
    return _tallies(held, year)


def _sole_use(hub: Hub, year: ChargingYear) -> dict[RecordId, Timeline[Fraction]]:
    held: defaultdict[RecordId, list[tuple[Dated, Fraction]]] = defaultdict(list)
    for area in hub.areas.values():
        if area.agency is not None:
            held[area.agency].append((area, square_metres(area)))
    return _tallies(held, year)


def _tallies(
    held: Mapping[RecordId, Iterable[tuple[Dated, N]]], year: ChargingYear
) -> dict[RecordId, Timeline[N]]:
    tallies = {agency: _tally(holdings, year) for agency, holdings in sorted(held.items())}
    return {agency: tally for agency, tally in tallies.items() if any(step.value for step in tally.steps)}


def _tally(holdings: Iterable[tuple[Dated, N]], year: ChargingYear) -> Timeline[N]:
    """The sum of what is held, day by day of `year`, as a timeline without idle steps.

    Before its first step it is 0, as every number of desks is.
    """
    moves: defaultdict[date, list[N]] = defaultdict(list)
    for held, amount in holdings:
        first = max(held.first or date.min, year.first)
        last = min(held.last or date.max, year.last)
        if first <= last:
            moves[first].append(amount)
            if last < year.last:
                moves[last + ONE_DAY].append(-amount)
    steps: list[tuple[date, N]] = []
    for day in sorted(moves):
        now = sum(moves[day], start=steps[-1][1]) if steps else sum(moves[day][1:], start=moves[day][0])
        if not steps or now != steps[-1][1]:
            steps.append((day, now))
    return Timeline.of(steps)
