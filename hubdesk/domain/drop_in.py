"""Drop-ins: partners without a desk who come on known days."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from hubdesk.domain.ids import RecordId


class Weekday(Enum):
    """A day of the week; the value is the word people type."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"


@dataclass(frozen=True, slots=True)
class DropIn:
    """`agency` is in `area` from `starts` to `ends`, every `weekday` or on the one day `on`.

    Exactly one of `weekday` and `on` is set. `first` and `last` are the days between which a weekly
    one recurs.
    """

    id: RecordId
    agency: RecordId
    area: RecordId
    weekday: Weekday | None
    on: date | None
    starts: time
    ends: time
    first: date | None = None
    last: date | None = None
    desks: int | None = None
    purpose: str = ""
