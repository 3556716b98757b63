"""Exact figures and days as the tables of a pack write them."""

from datetime import date
from fractions import Fraction

from hubdesk.domain.days import in_words
from hubdesk.exchange.statement.figures import MINUS
from hubdesk.exchange.statement.statement import Words

WITHHELD = "withheld"
"""In place of a total that would tell about another agency."""
_MILLION = 10**6


def exact(figure: Fraction) -> str:
    """ "1,365", "17.25", "17.333333…": six decimals at most, and dots where they are not all."""
    if figure.denominator == 1:
        return f"{int(figure):,}".replace("-", MINUS)
    millionths, rest = divmod(abs(figure) * _MILLION, 1)
    whole, part = divmod(int(millionths), _MILLION)
    decimals = f"{part:06}" if rest else f"{part:06}".rstrip("0")
    return f"{MINUS if figure < 0 else ''}{whole:,}.{decimals}{'…' if rest else ''}"


def percentage(part: Fraction) -> str:
    """ "40 %" for 2/5."""
    return f"{exact(part * 100)} %"


def conceded(concession: str, funder: str) -> str:
    """A concession and who pays for it, in a line; either may be empty."""
    words = f"Concession of {concession}" if concession else "Concession"
    return f"{words}, paid for by {funder}" if funder else words


def day(when: date | None) -> Words | None:
    """A day in a cell; without one an empty cell."""
    return Words(in_words(when)) if when else None
