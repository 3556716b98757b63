"""Names that everybody reads in packs, and that name one agency: areas, floors, costs and drivers.

A pack names no agency but its own and the host; but what people call a room or a cost is shown as they call
it, to all who use the room's floor or share the cost.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import AreaKind
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Problem

_Shown = tuple[str, str, frozenset[RecordId] | None, RecordId]
"""A name, where it is, the agencies that alone read it (None: all may), and its record."""


def names_told(hub: Hub, as_at: date) -> tuple[Problem, ...]:
    """A warning for each name that the packs of a round as at that day show to others than whom it names."""
    found: list[Problem] = []
    host = hub.settings.host
    named = _Named(agency for agency in hub.agencies.values() if agency.id != host)
    for name, where, readers, record in (*_of_places(hub, as_at), *_of_costs(hub, as_at)):
        whom = [one for one in named.by(name) if readers is None or readers - {one.id, host}]
        if whom:
            found.append(_told(name, where, whom, record))
    return tuple(found)


class _Named:
    """Finds agencies in a text, each by its code or its name as whole words."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._codes: dict[str, Agency] = {}
        self._names: dict[str, Agency] = {}
        for one in agencies:
            if not one.code.isdecimal():
                self._codes[one.code] = one
            if one.name not in ("", one.code):
                self._names[one.name.casefold()] = one
        self._code, self._name = _whole(self._codes), _whole(self._names)

    def by(self, text: str) -> list[Agency]:
        """Those that `text` names, each once. Codes count as they are written, names in capitals too.

        A code that is a number does not: it would be in the name of every third room.
        """
        found = [self._codes[one] for one in self._code.findall(text)]
        found += [self._names[one] for one in self._name.findall(text.casefold())]
        return [*{one.id: one for one in found}.values()]


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Any of `words`, the longest first, with no letter or digit on either side."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)" if longest else r"(?!)")


def _of_places(hub: Hub, day: date) -> Iterator[_Shown]:
    """Of areas all that bear words in some pack: what is for nobody alone, and what is for one agency."""
    for floor in hub.floors.values():
        yield floor.name, f"floor {floor.code}", None, floor.id
    for area in hub.areas.values():
        if holds(area, day) and (area.agency is not None or area.kind is not AreaKind.RESTRICTED):
            readers = frozenset({area.agency}) if area.agency else None
            yield area.name, f"area {area.code}", readers, area.id


def _of_costs(hub: Hub, day: date) -> Iterator[_Shown]:
    """Of this year and of next, which is estimated."""
    year = ChargingYear.containing(day, hub.settings.year_start).starts_in
    drivers: set[str] = set()
    for line in (*hub.cost_lines_of.get(year, ()), *hub.cost_lines_of.get(year + 1, ())):
        if line.recovery is Recovery.SHARED:
            readers = _sharing(hub, line)
            yield line.name, f"cost {line.code} of {hub.charging_year(line.year).name}", readers, line.id
            if line.driver and line.driver not in drivers:
                drivers.add(line.driver)
                yield line.driver, f"driver {line.driver}", readers, line.id


def _sharing(hub: Hub, line: CostLine) -> frozenset[RecordId] | None:
    """Who can have a part of `line`; None for all where no participants are listed."""
    listed = hub.participants_of.get(line.id)
    fixed = {one.agency for one in hub.fixed_shares_of.get(line.id, ())}
    return None if listed is None else listed | fixed


def _told(name: str, where: str, whom: Iterable[Agency], record: RecordId) -> Problem:
    named = " and ".join(agency_name(one) for one in whom)
    return warning(
        "name-in-packs",
        f"“{name}” names {named}, and other agencies read it in their packs",
        where,
        "Call it otherwise before the review is opened, unless everybody may know",
        (record,),
    )
