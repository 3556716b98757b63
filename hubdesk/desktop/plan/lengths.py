"""Lengths as people read and type them: metres on the plan, to the millimetre in fields."""

import re
from decimal import Decimal

from hubdesk.domain.geometry import SQUARE_MM_IN_SQUARE_M, Outline, double_area

_TYPED = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]*)?|[+-]?\.[0-9]+)\s*(mm|cm|m)?", re.IGNORECASE)
_UNITS = {"mm": 1, "cm": 10, "m": 1000, "": 1000}


def in_metres(mm: float) -> str:
    """To the centimetre, for reading off the plan: "1.20 m"."""
    return f"{mm / 1000:,.2f} m"


def exact_metres(mm: int) -> str:
    """To the millimetre, for a field: "1.200"."""
    return f"{Decimal(mm) / 1000:.3f}"


def typed_length(text: str) -> int | None:
    """The millimetres of "1.2", "1.2 m", "120 cm" or "1200 mm"; None if `text` is no length.

    A number alone is metres; parts of a millimetre are rounded.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    number, unit = found.groups()
    return int((Decimal(number.replace(",", "")) * _UNITS[(unit or "").lower()]).to_integral_value())


def square_metres(outline: Outline) -> str:
    """What an outline encloses: "58.3 m²"."""
    return f"{Decimal(double_area(outline)) / (2 * SQUARE_MM_IN_SQUARE_M):,.1f} m²"
