"""Cells as text that can be kept, shown and written out anywhere."""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from hubdesk.domain.days import from_words
from hubdesk.domain.plain import decimal_text
from hubdesk.exchange.review_pack.returned.returned import Typed
from hubdesk.exchange.xlsx.incoming.cell import Cell, fifteen_digits

_CARRIAGE_RETURN = re.compile("_x000D_\n?|\r\n?", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]00:00:00(?:\.0+)?Z?)?")
_SERIAL = range(36_526, 73_051)
"""The numbers by which worksheets count the days from 2000 to 2099."""
_FIRST_SERIAL = date(2000, 1, 1).toordinal() - _SERIAL.start
_HIDDEN = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""What turns the direction of text, by which words can be made to look like others."""


def typed(cell: Cell, where: str) -> Typed:
    """What `cell` says, with the day that it names."""
    text = plain_text(formula_of(cell) if cell.is_formula else shown(cell))
    return Typed(text, where, None if cell.is_formula else _day(cell))


def formula_of(cell: Cell) -> str:
    """The formula in `cell`, as text that begins with "="; empty where it has none."""
    if not cell.is_formula:
        return ""
    text = str(
        getattr(cell.value, "text", cell.value) or ""
    )  # a formula for many cells is a value of its own
    return text if text.startswith("=") else f"={text}"


def shown(cell: Cell) -> str:
    """What `cell` holds as text that is the same for the same thing, whichever program saved it."""
    value = cell.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return decimal_text(_rounded(value))
    return _CARRIAGE_RETURN.sub("\n", str(value)).strip()


def plain_text(text: str) -> str:
    """`text` without what nobody sees, which could harm where it is shown or kept."""
    seen = "".join(one if _is_seen(one) else " " if one == "\t" else "" for one in text)
    return seen.strip()


def _is_seen(one: str) -> bool:
    return one == "\n" or (one not in _HIDDEN and unicodedata.category(one) not in {"Cc", "Cs"})


def _rounded(value: int | float) -> Decimal:
    number = fifteen_digits(value)
    return number.normalize() if number.is_finite() and abs(number) < Decimal(10) ** 15 else number


def _day(cell: Cell) -> date | None:
    """The day that `cell` names, also where a program saved it as text or as its number."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return date.fromordinal(_FIRST_SERIAL + int(value)) if value in _SERIAL else None
    return day_in(value) if isinstance(value, str) else None


def day_in(text: str) -> date | None:
    """The day that `text` names for certain; None where it names none."""
    text = text.strip()
    try:
        return date.fromisoformat(text[:10]) if _ISO.fullmatch(text) else from_words(text)
    except ValueError:
        return None
