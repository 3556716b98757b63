"""Figures and days as statements say them."""

from datetime import date
from fractions import Fraction

from hubdesk.domain.days import in_words


def figure(value: Fraction) -> str:
    """A figure of a basis: "12", "1,204", "3.75"."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}"


def percentage(part: Fraction) -> str:
    """A part of the whole to a hundredth of a percent: "14.29 %"."""
    return f"{float(part * 100):,.2f} %"


def days_in_words(first: date, last: date) -> str:
    """ "1 April to 15 May 2026": month and year once where they are the same, and a single day by itself."""
    if first == last:
        return in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {in_words(last)}"
    return f"{in_words(first).removesuffix(f' {last.year}')} to {in_words(last)}"
