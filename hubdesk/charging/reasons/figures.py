"""Changes of what costs are shared by: drivers, allocated desks, areas, capacity; in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from hubdesk.charging.facts import Facts
from hubdesk.charging.reasons.differences import agency_code, dated, word
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline

T = TypeVar("T")


def driver_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of the drivers' figures."""
    names = sorted(before.hub.driver_names | after.hub.driver_names)
    for name in names:
        lines = [
            {figure.agency: figure.figures for figure in facts.hub.figures_of.get(name, ())}
            for facts in (before, after)
        ]
        yield from _figures(name, lines[0], lines[1], before, after)


def plan_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed on the plan: capacity, allocated desks, areas of sole use."""
    was, now = before.occupancy, after.occupancy
    for day, old, new in dated(was.capacity, now.capacity, after):
        yield capacity_step(day, old or 0, new or 0)
    yield from _figures(ALLOCATED, was.allocated, now.allocated, before, after)
    yield from _figures(AREA, was.sole_use, now.sole_use, before, after)


ALLOCATED, AREA = Basis.ALLOCATED_DESKS.value, Basis.AREA.value
_DESK_BASES = frozenset({Basis.LICENSED_DESKS.value, ALLOCATED})


def capacity_step(day: date, old: int, new: int) -> FactChange:
    """That another number of desks is in service from `day` on."""
    return FactChange(f"desks in service: {old} → {new} from {in_words(day)}", bases=_DESK_BASES, since=day)


def figure_step(basis: str, agency: str, day: date, old: object, new: object) -> FactChange:
    """That the agency of that code has another figure for `basis` from `day` on."""
    name = "m² of area" if basis == AREA else basis
    text = f"{agency}: {name} {word(old)} → {word(new)} from {in_words(day)}"
    return FactChange(text, bases=frozenset({basis}), since=day)


def _figures(
    basis: str,
    old: Mapping[RecordId, Timeline[T]],
    new: Mapping[RecordId, Timeline[T]],
    before: Facts,
    after: Facts,
) -> Iterator[FactChange]:
    nothing: Timeline[T] = Timeline()
    for agency in sorted({*old, *new}):
        code = agency_code(agency, after.hub, before.hub)
        for day, was, now in dated(old.get(agency, nothing), new.get(agency, nothing), after):
            yield figure_step(basis, code, day, was or 0, now or 0)
