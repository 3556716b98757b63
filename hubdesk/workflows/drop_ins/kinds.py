"""What stands in the cells of drop-ins besides words, days and numbers: times, and a weekday or a day."""

import re
from dataclasses import dataclass
from datetime import date, time

from hubdesk.domain.drop_in import Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.occurrences import WEEKDAYS
from hubdesk.domain.typed_day import FORMS
from hubdesk.workflows.tables.kinds import Day, Typed, Unreadable, quoted

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*([ap]m)?", re.IGNORECASE)
_LEAST_LETTERS = 2
NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: 09:30, 9.30 or 9:30am; 9 is nine o'clock."""

    is_figure = False
    unit = ""

    def show(self, value: time) -> str:
        return f"{value:%H:%M}"

    copied = show
    say = show

    def key(self, value: time) -> time:
        return value

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        found = _CLOCK.fullmatch(" ".join(text.split()))
        if found is not None:
            hours, minutes = int(found[1]), int(found[2] or 0)
            half = (found[3] or "").lower()
            if half and 1 <= hours <= NOON:
                hours = hours % NOON + (NOON if half == "pm" else 0)
            elif half:
                hours = 99
            if hours < 24 and minutes < 60:
                value = time(hours, minutes)
                return Typed(value, self.show(value))
        raise Unreadable(f"{quoted(text)} is not a time of day", "Type a time such as 09:30 or 2pm")


@dataclass(frozen=True, slots=True)
class WeekdayOrDay:
    """A day of the week, on which it comes every week, or one day of the calendar."""

    is_figure = False
    unit = ""

    def show(self, value: Weekday | date) -> str:
        return value.value if isinstance(value, Weekday) else Day().show(value)

    copied = show

    def say(self, value: Weekday | date) -> str:
        return f"every {value.value}" if isinstance(value, Weekday) else Day().say(value)

    def key(self, value: Weekday | date) -> tuple[int, int]:
        """Weekdays first, as they come in a week; then days."""
        return (0, WEEKDAYS.index(value)) if isinstance(value, Weekday) else (1, value.toordinal())

    def read(self, text: str, hub: Hub, today: date) -> Typed:
        wanted = text.strip().casefold()
        for weekday in WEEKDAYS if len(wanted) >= _LEAST_LETTERS else ():
            if weekday.value.casefold().startswith(wanted.removesuffix("s") if len(wanted) > 4 else wanted):
                return Typed(weekday, weekday.value)
        try:
            return Day().read(text, hub, today)
        except Unreadable as trouble:
            raise Unreadable(
                f"{quoted(text)} is neither a day of the week nor a day",
                f"Type a day of the week such as Monday, or a day as {FORMS}",
            ) from trouble
