"""When a charging year starts and how it is cut into periods, as people type and read it."""

import re
from datetime import date

from hubdesk.domain.days import in_words
from hubdesk.domain.period import Billing, ChargingYear, YearStart
from hubdesk.domain.typed_day import typed_day

FORMS = "1 April, 1 Apr or 1/4"
"""How the start of a year can be typed, to tell people."""
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})")
_ANY_YEAR = date(2026, 1, 1)

BILLING_WORDS = {
    Billing.QUARTER: "by quarter",
    Billing.MONTH: "by month",
    Billing.YEAR: "once a year",
}


def typed_year_start(text: str) -> YearStart | None:
    """The day of the year that `text` names: "1 April", "1 Apr", "01-04"; None if it names none.

    A day from 29 on is named too, for the checks to say why no year starts on it.
    """
    if found := _NUMBERS.fullmatch(text.strip()):
        text = f"{found[0]}/{_ANY_YEAR.year}".replace(".", "/").replace("-", "/").replace(" ", "")
    day = typed_day(text, _ANY_YEAR)
    return None if day is None or day.year != _ANY_YEAR.year else YearStart(day.day, day.month)


def year_start_words(start: YearStart) -> str:
    """ "1 April"."""
    return in_words(date(_ANY_YEAR.year, start.month, start.day)).removesuffix(f" {_ANY_YEAR.year}")


def amiss(text: str) -> str:
    """What is the matter with `text` as the start of a year, in sentences; empty if nothing is."""
    start = typed_year_start(text)
    if start is None:
        return f"“{text}” is no day of the year. Type it as {FORMS}."
    if start.day > 28:
        return "A charging year starts on day 1 to 28 of a month, which every month has."
    return ""


def year_told(start: YearStart, day: date) -> str:
    """The charging year of `day`, if years start so, in a sentence."""
    year = ChargingYear.containing(day, start)
    return f"The charging year {year.name} runs from {in_words(year.first)} to {in_words(year.last)}."


def periods_told(start: YearStart, billing: Billing, day: date) -> str:
    """The period of `day` in years that start and are billed so, in a sentence."""
    year = ChargingYear.containing(day, start)
    period = next(one for one in year.periods(billing) if day <= one.last)
    return f"{period.name} runs from {in_words(period.first)} to {in_words(period.last)}."
