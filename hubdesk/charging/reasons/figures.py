"""Changes of what costs are shared by: drivers, allocated desks, areas, capacity; in words."""

from collections.abc import Iterator, Mapping
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
        yield from _figures(name, lines[0], lines[1], frozenset({name}), before, after)


def plan_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed on the plan: capacity, allocated desks, areas of sole use."""
    was, now = before.occupancy, after.occupancy
    desk_bases = frozenset({Basis.LICENSED_DESKS.value, Basis.ALLOCATED_DESKS.value})
    for day, old, new in dated(was.capacity, now.capacity, after):
        yield FactChange(
            f"desks in service: {old or 0} → {new or 0} from {in_words(day)}", bases=desk_bases, since=day
        )
    allocated, area = Basis.ALLOCATED_DESKS.value, Basis.AREA.value
    yield from _figures(allocated, was.allocated, now.allocated, frozenset({allocated}), before, after)
    yield from _figures("m² of area", was.sole_use, now.sole_use, frozenset({area}), before, after)


def _figures(
    name: str,
    old: Mapping[RecordId, Timeline[T]],
    new: Mapping[RecordId, Timeline[T]],
    bases: frozenset[str],
    before: Facts,
    after: Facts,
) -> Iterator[FactChange]:
    nothing: Timeline[T] = Timeline()
    for agency in sorted({*old, *new}):
        code = agency_code(agency, after.hub, before.hub)
        for day, was, now in dated(old.get(agency, nothing), new.get(agency, nothing), after):
            yield FactChange(
                f"{code}: {name} {word(was or 0)} → {word(now or 0)} from {in_words(day)}",
                bases=bases,
                since=day,
            )
