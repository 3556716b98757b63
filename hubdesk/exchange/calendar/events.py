"""What stands in a calendar file: events on one day or every week, in the time of the United Kingdom."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """`first` is the day on which it happens for the first time; `weekly` ones recur on its weekday.

    `last` is the last day on which it happens; None: it goes on. Times are those of the clock on the wall.
    `uid` stays the same however the event changes, so that a calendar takes the new one for the old.
    """

    uid: str
    first: date
    last: date | None
    starts: time
    ends: time
    weekly: bool
    summary: str
    location: str
    description: str
