"""Days as people type them into the window."""

import re
from datetime import date

from hubdesk.domain.days import from_words

_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}\s+[A-Za-z]+\s+)([0-9]{2})")
_NO_YEAR = re.compile(r"[0-9]{1,2}\s+[A-Za-z]+")
_ORDINAL = re.compile(r"^([0-9]{1,2})(?:st|[nr]d|th)\b", re.IGNORECASE)

FORMS = "7 November 2026, 7 Nov 26 or 7/11/2026"
"""How a day can be typed, to tell people."""


def typed_day(text: str, today: date) -> date | None:
    """The day that `text` names: "7 November 2026", "7 Nov 26", "7/11/26", "7 Nov" (this year), "today".

    Days come before months; a year of two digits is in this century. None if it names no day of the calendar.
    """
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
