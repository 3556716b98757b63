"""Cells that hold days, times of day, and charging years."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast

from hubdesk.domain.days import from_words
from hubdesk.domain.drop_in import Weekday
from hubdesk.domain.period import BadPeriodName, YearStart, parse_year, year_name
from hubdesk.exchange.xlsx.hub_workbook.words import plain_word
from hubdesk.exchange.xlsx.incoming.cell import BadCell, Cell, Value, quoted, text_of

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?")
_DAY_REMEDY = "Type it again as 2026-04-01, or format the cell as a date and then type it again."


@dataclass(frozen=True)
class Day:
    """A day: a date, ISO text, or a day in words such as 1 April 2026.

    Text such as 01/04/2026 could be either of two days, and is refused.
    """

    look: str = "day"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> date:
        day = self._day(cell)
        if day.year < 1900:
            raise _before_1900(quoted(cell))
        return day

    @staticmethod
    def _day(cell: Cell) -> date:
        value = cell.value
        if isinstance(value, datetime):
            if value.time() != time():
                raise BadCell("not-a-day", f"{quoted(cell)} has a time of day", "Type the day alone.")
            return value.date()
        if isinstance(value, date):
            return value
        if value in (time(), timedelta()):
            raise _before_1900("The date in this cell")
        try:
            day = _typed(value) if isinstance(value, str) else None
        except ValueError as trouble:
            raise BadCell("not-a-day", f"{quoted(cell)} is not in the calendar", _DAY_REMEDY) from trouble
        if day is None:
            raise BadCell("not-a-day", f"{quoted(cell)} is not a day", _DAY_REMEDY)
        return day

    def show(self, value: object) -> Value:
        return cast(date, value)


def _typed(text: str) -> date | None:
    """The day that `text` names; None if it is none. Raises ValueError where the calendar lacks it."""
    text = text.strip()
    return date.fromisoformat(text) if _ISO.fullmatch(text) else from_words(text)


def _before_1900(what: str) -> BadCell:
    """The calendar of worksheets begins in 1900; the day before, its number 0, reads as midnight."""
    return BadCell("day-before-1900", f"{what} is before 1900", "Type a day from 1 January 1900 on.")


class WeekdayOrDay:
    """A day of the week, or one day. Read as (weekday, day), one of them None."""

    look = "day"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> tuple[Weekday | None, date | None]:
        if isinstance(cell.value, str):
            word = plain_word(cell.value)
            for weekday in Weekday:
                if word == weekday.value.lower():
                    return weekday, None
        try:
            return None, Day().read(cell)
        except BadCell as trouble:
            if trouble.code == "day-before-1900":
                raise
            raise BadCell(
                "not-a-day",
                f"{quoted(cell)} is neither a day of the week nor a day",
                "Type a day of the week such as Monday, or a day such as 2026-04-01.",
            ) from trouble

    def show(self, value: object) -> Value:
        weekday, day = cast(tuple[Weekday | None, date | None], value)
        return weekday.value if weekday else day


@dataclass(frozen=True)
class Clock:
    """A time of day, to the second."""

    look: str = "time"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> time:
        value = cell.value
        if isinstance(value, time):
            whole = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
            return self._after(whole + timedelta(microseconds=value.microsecond), cell)
        if isinstance(value, timedelta):
            return self._after(value, cell)
        if isinstance(value, str) and (found := _CLOCK.fullmatch(value.strip())):
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            if hours < 24 and minutes < 60 and seconds < 60:
                return time(hours, minutes, seconds)
        raise self._bad(cell)

    def _after(self, midnight: timedelta, cell: Cell) -> time:
        seconds = round(midnight.total_seconds())
        if not 0 <= seconds < 24 * 60 * 60:
            raise self._bad(cell)
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)

    @staticmethod
    def _bad(cell: Cell) -> BadCell:
        return BadCell("not-a-time", f"{quoted(cell)} is not a time of day", "Type a time such as 09:30.")

    def show(self, value: object) -> Value:
        return cast(time, value)


@dataclass(frozen=True)
class Year:
    """A charging year such as 2026-27, read as the calendar year in which it starts."""

    look: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> int:
        if not isinstance(cell.value, str):
            raise BadCell(
                "not-a-year",
                f"{quoted(cell)} is not a charging year",
                "Format the cell as Text and type a charging year such as 2026-27.",
            )
        try:
            return parse_year(cell.value)
        except BadPeriodName as trouble:
            raise BadCell("not-a-year", str(trouble), "Type a charging year such as 2026-27.") from trouble

    def show(self, value: object) -> Value:
        return year_name(cast(int, value))


@dataclass(frozen=True)
class DayMonth:
    """The day on which a charging year starts, as day and month: 01-04 is 1 April.

    Spreadsheet programs turn that into a date of the current year; its day and month count.
    """

    look: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> YearStart:
        value = cell.value
        found = _DAY_MONTH.fullmatch(text_of(cell)) if isinstance(value, str) else None
        if isinstance(value, date):
            start = YearStart(value.day, value.month)
        elif found:
            start = YearStart(int(found[1]), int(found[2]))
        else:
            raise self._bad(cell)
        if not (1 <= start.day <= 28 and 1 <= start.month <= 12):
            raise self._bad(cell)
        return start

    @staticmethod
    def _bad(cell: Cell) -> BadCell:
        return BadCell(
            "not-a-year-start",
            f"{quoted(cell)} is not the start of a charging year",
            "Type a day from 1 to 28 and a month, such as 01-04 for 1 April.",
        )

    def show(self, value: object) -> Value:
        start = cast(YearStart, value)
        return f"{start.day:02}-{start.month:02}"
