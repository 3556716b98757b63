"""Bases: what a cost is shared by, as dated weights of agencies (charging rules, section 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

from hubdesk.charging.facts import Facts
from hubdesk.domain.cost_line import Basis, CostLine, VacantPolicy
from hubdesk.domain.days import boundaries, holds
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Weights:
    """Each agency's dated figure for a basis, in whole numbers of 1 / `scale` of its unit.

    Agencies that never have one are left out.
    """

    scale: int
    of: Mapping[RecordId, Timeline[int]]


def counts_vacant(line: CostLine) -> bool:
    """Whether the host carries the vacant desks of `line`."""
    on_desks = line.basis in (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS)
    return on_desks and line.vacant is VacantPolicy.HOST_PAYS


def weights_of(line: CostLine, facts: Facts) -> Weights:
    """Every agency's weights on the basis of `line`; fixed shares and participants come later."""
    hub = facts.hub
    match line.basis:
        case Basis.LICENSED_DESKS:
            return Weights(1, {one: licensed_desks(held, facts) for one, held in hub.licences_of.items()})
        case Basis.ALLOCATED_DESKS:
            return Weights(1, facts.occupancy.allocated)
        case Basis.AREA:
            return _scaled(facts.occupancy.sole_use)
        case Basis.EQUAL:
            return Weights(1, {one: _held(held) for one, held in hub.licences_of.items()})
        case Basis.DRIVER:
            return _scaled(
                {
                    figure.agency: Timeline.of(
                        (step.first, Fraction(step.value)) for step in figure.figures.steps
                    )
                    for figure in hub.figures_of.get(line.driver, ())
                }
            )


def licensed_desks(licences: Iterable[Licence], facts: Facts) -> Timeline[int]:
    """The desks of `licences` together over the charging year, from its first day."""
    kept = tuple(licences)
    days = boundaries(kept)
    for licence in kept:
        days |= {step.first for step in licence.desks.steps}
    within = {facts.year.first, *(day for day in days if facts.year.first < day <= facts.year.last)}
    return Timeline.of((day, sum(one.desks_on(day) for one in kept)) for day in within)


def vacant_desks(weights: Weights, facts: Facts) -> Timeline[int]:
    """Capacity less the desks that a desk basis counts, of all agencies, never below zero."""
    capacity = facts.occupancy.capacity
    days = {step.first for step in capacity.steps}
    moves: dict[date, int] = {}
    for line in weights.of.values():
        before = 0
        for step in line.steps:
            days.add(step.first)
            moves[step.first] = moves.get(step.first, 0) + step.value - before
            before = step.value
    counted, steps = 0, []
    for day in sorted(days):
        counted += moves.get(day, 0)
        steps.append((day, max(0, (capacity.at(day) or 0) - counted)))
    return Timeline.of(steps)


def _held(licences: Sequence[Licence]) -> Timeline[int]:
    """1 on days on which one of `licences` is held, however many and even at no desks."""
    return Timeline.of((day, int(any(holds(one, day) for one in licences))) for day in boundaries(licences))


def _scaled(figures: Mapping[RecordId, Timeline[Fraction]]) -> Weights:
    scale = lcm(*(step.value.denominator for line in figures.values() for step in line.steps))
    return Weights(
        scale,
        {
            agency: Timeline.of((step.first, int(step.value * scale)) for step in line.steps)
            for agency, line in figures.items()
        },
    )
