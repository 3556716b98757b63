"""How each agency's desks stand to its licence on a day, and in the three months to come."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum

from hubdesk.domain.days import holds, months_on
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY

MONTHS_AHEAD = 3


class LicenceState(Enum):
    """How the desks charged to an agency stand to its licences; the value is the words for it."""

    OVER = "More desks than licensed"
    RUNS_SHORT = "Licence runs short within 3 months"
    WITHIN = "Within licence"


def licence_states(hub: Hub, day: date) -> Mapping[RecordId, LicenceState]:
    """The state of every agency on `day`, counting the desks in service that it is charged for."""
    used = Counter(
        one.payer for one in hub.allocations.values() if holds(one, day) and holds(hub.desks[one.desk], day)
    )
    return {agency: _state(hub, agency, used[agency], day) for agency in hub.agencies}


def _state(hub: Hub, agency: RecordId, used: int, day: date) -> LicenceState:
    if used > hub.licensed_desks(agency, day):
        return LicenceState.OVER
    until = months_on(day, MONTHS_AHEAD)
    falls = (
        fall
        for licence in hub.licences_of.get(agency, ())
        for fall in (*(step.first for step in licence.desks.steps), *_day_after(licence.last))
        if day < fall <= until
    )
    if any(used > hub.licensed_desks(agency, fall) for fall in falls):
        return LicenceState.RUNS_SHORT
    return LicenceState.WITHIN


def _day_after(last: date | None) -> tuple[date, ...]:
    return (last + ONE_DAY,) if last is not None and last < date.max else ()
