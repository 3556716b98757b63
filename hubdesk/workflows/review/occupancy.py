"""What an agency occupies over some days, as facts that can be laid beside one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from hubdesk.domain.area import Area
from hubdesk.domain.days import common_days, holds
from hubdesk.domain.geometry import double_area
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.timeline import ONE_DAY


class Spell(NamedTuple):
    """What holds from a first to a last day: so many desks, who sits there and who pays, so large an area."""

    first: date
    last: date
    what: object


Occupied = Mapping[RecordId, tuple[Spell, ...]]
"""By the id of the desk, licence or area; what does not hold on any of the days is left out."""


def occupied(hub: Hub, first: date, last: date) -> Mapping[RecordId, Occupied]:
    """What each agency occupies from `first` to `last`.

    That is its desks and those that it pays for, as far as they are in service, its licensed desks and the
    areas for its sole use.
    """
    of: defaultdict[RecordId, defaultdict[RecordId, list[Spell]]] = defaultdict(lambda: defaultdict(list))
    days = _Days(first, last)
    for stay in hub.allocations.values():
        service = common_days(hub.desks[stay.desk], days)
        both = common_days(stay, _Days(*service)) if service else None
        if both:
            for agency in {stay.agency, stay.payer}:
                of[agency][stay.desk].append(Spell(*both, (stay.agency, stay.payer)))
    for licence in hub.licences.values():
        of[licence.agency][licence.id] += _licensed(licence, days)
    for area in hub.areas.values():
        both = common_days(area, days)
        if area.agency is not None and both:
            of[area.agency][area.id].append(Spell(*both, _size(area)))
    return {
        agency: {id_: joined for id_, spells in held.items() if (joined := _joined(spells))}
        for agency, held in of.items()
    }


def lines_asked(hub: Hub, as_at: date) -> Mapping[RecordId, frozenset[str]]:
    """The keys of the lines about occupancy that each agency is asked.

    They are the desks that it has or pays for on the day `as_at`, and its licences of that charging year.
    """
    lines: defaultdict[RecordId, set[str]] = defaultdict(set)
    for stay in hub.allocations.values():
        if holds(stay, as_at) and holds(hub.desks[stay.desk], as_at):
            for agency in (stay.agency, stay.payer):
                lines[agency].add(str(LineKey(About.DESK, stay.desk)))
    year = ChargingYear.containing(as_at, hub.settings.year_start)
    for licence in hub.licences.values():
        if common_days(licence, year):
            lines[licence.agency].add(str(LineKey(About.LICENCE, licence.id)))
    return {agency: frozenset(keys) for agency, keys in lines.items()}


class _Days(NamedTuple):
    first: date | None
    last: date | None


def _licensed(licence: Licence, days: _Days) -> Iterator[Spell]:
    within = common_days(licence, days)
    if within:
        for span in licence.desks.spans(*within):
            if span.value:
                yield Spell(span.first, span.last, span.value)


def _size(area: Area) -> object:
    """Square metres as typed, else twice the outline's square millimetres."""
    if area.area_m2 is not None:
        return ("m2", area.area_m2)
    return ("outline", double_area(area.outline) if area.outline else 0)


def _joined(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The spells in order; one that goes on as another one was is the same."""
    found: list[Spell] = []
    for one in sorted(spells, key=lambda spell: (spell.first, spell.last)):
        if found and found[-1].what == one.what and found[-1].last + ONE_DAY >= one.first:
            found[-1] = Spell(found[-1].first, max(found[-1].last, one.last), one.what)
        else:
            found.append(one)
    return tuple(found)
