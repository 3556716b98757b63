"""Days as people type them, and paste them from spreadsheets."""

import re
from datetime import date
from typing import Final

from hubdesk.domain.days import from_words

_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}\s+[A-Za-z]+\s+)([0-9]{2})")
_NO_YEAR = re.compile(r"[0-9]{1,2}\s+[A-Za-z]+")
_ORDINAL = re.compile(r"^([0-9]{1,2})(?:st|[nr]d|th)\b", re.IGNORECASE)

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2200, 12, 31)
"""Beyond these a day is a slip of the hand: no building is run that long, and calendars end."""

FORMS = "7 November 2026, 7 Nov 26 or 7/11/2026"
"""How a day can be typed, to tell people."""


def typed_day(text: str, today: date) -> date | None:
    """The day that `text` names: "7 November 2026", "7 Nov 26", "7/11/26", "7 Nov" (this year), "today".

    Days come before months; a year of two digits is in this century. None if it names no day of the calendar
    from EARLIEST to LATEST.
    """
    found = _named(text, today)
    return found if found is not None and EARLIEST <= found <= LATEST else None


def why_no_day(text: str) -> str:
    """What to say of `text` that `typed_day` does not take."""
    return f"“{text}” is not a day from {EARLIEST.year} to {LATEST.year}. Type it as {FORMS}"


def within(day: date) -> date:
    """`day`, or the last one on its side that can be typed."""
    return min(max(day, EARLIEST), LATEST)


def _named(text: str, today: date) -> date | None:
    text = _ORDINAL.sub(r"\1", text.strip())
    if text.casefold() == "today":
        return today
    try:
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
        if found := _NUMBERS.fullmatch(text):
            day, month, year = found.groups()
            return date(_in_full(year), int(month), int(day))
        if found := _SHORT_YEAR.fullmatch(text):
            text = f"{found[1]}{_in_full(found[2])}"
        elif _NO_YEAR.fullmatch(text):
            text = f"{text} {today.year}"
        return from_words(text)
    except ValueError:
        return None


def _in_full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)
