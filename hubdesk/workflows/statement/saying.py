"""Days and periods as statements say them."""

from datetime import date

from hubdesk.domain.days import in_words
from hubdesk.domain.period import Period


def days_in_words(first: date, last: date) -> str:
    """ "1 April to 15 May 2026": month and year once where they are the same, and a single day by itself."""
    if first == last:
        return in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {in_words(last)}"
    return f"{in_words(first).removesuffix(f' {last.year}')} to {in_words(last)}"


def months_in_words(period: Period) -> str:
    """ "October to December 2026", "May 2026"; by its days where it does not begin with a month."""
    first, last = period.first, period.last
    if first.day != 1:
        return days_in_words(first, last)
    start, end = (in_words(day).partition(" ")[2] for day in (first, last))
    if start == end:
        return end
    return f"{start.removesuffix(f' {last.year}')} to {end}"
