"""Exact figures in words: to a hundredth, halves away from zero, as money is rounded."""

from fractions import Fraction

from hubdesk.domain.money import to_penny


def hundredths(figure: Fraction) -> str:
    """ "1,204.50", "-3.75"; what comes to nothing has no minus."""
    rounded = to_penny(figure * 100)
    whole, rest = divmod(abs(rounded), 100)
    return f"{'-' if rounded < 0 else ''}{whole:,}.{rest:02}"


def whole_or_hundredths(figure: Fraction) -> str:
    """ "12" and "1,204" as they are, any other to a hundredth: "3.75"."""
    return f"{int(figure):,}" if figure.denominator == 1 else hundredths(figure)


def in_percent(part: Fraction) -> str:
    """A part of the whole, 0 to 1, in per cent: "27.40 %"."""
    return f"{hundredths(part * 100)} %"
