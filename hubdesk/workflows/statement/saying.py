"""Days as statements say them."""

from datetime import date

from hubdesk.domain.days import in_words


def days_in_words(first: date, last: date) -> str:
    """ "1 April to 15 May 2026": month and year once where they are the same, and a single day by itself."""
    if first == last:
        return in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {in_words(last)}"
    return f"{in_words(first).removesuffix(f' {last.year}')} to {in_words(last)}"
