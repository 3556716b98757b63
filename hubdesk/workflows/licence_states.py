"""How each agency's desks stand to its licence on a day, and in the three months to come."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum

from hubdesk.domain.days import holds
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
    until = _months_on(day)
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


def _months_on(day: date) -> date:
    """The same day three months later, or the last of that month; the end of the calendar at its end."""
    years, month = divmod(day.month - 1 + MONTHS_AHEAD, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
