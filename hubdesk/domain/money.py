"""Money: whole pence, and the one rounding."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

Pence = int


def to_penny(amount: Fraction) -> Pence:
    """R(x) of the charging rules, section 2: the nearest whole penny, halves away from zero."""
    return ratio_to_penny(amount.numerator, amount.denominator)


def ratio_to_penny(numerator: int, denominator: int) -> Pence:
    """R(numerator / denominator), for a denominator above 0: the same rounding without a Fraction."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def each_to_penny(amounts: Iterable[Pence], rate: Fraction) -> list[Pence]:
    """R(amount · rate) for each of `amounts`: the same rounding for many at once."""
    twice, half, whole = 2 * rate.numerator, rate.denominator, 2 * rate.denominator
    return [
        (doubled + half) // whole if (doubled := twice * amount) >= 0 else -((half - doubled) // whole)
        for amount in amounts
    ]


def percent(figure: Decimal) -> Fraction:
    """A percentage as an exact fraction: 40 is 2/5."""
    return Fraction(figure) / 100


def pounds(amount: Pence) -> str:
    """Pence as people read them: "£1,234.50", and "-£0.05" below zero."""
    sign = "-" if amount < 0 else ""
    whole, part = divmod(abs(amount), 100)
    return f"{sign}£{whole:,}.{part:02}"
