"""One cell as a person sees it, and what can be wrong with it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Protocol

from hubdesk.domain.days import in_words
from hubdesk.domain.plain import decimal_text

Value = str | int | float | Decimal | bool | date | time | None
"""What a cell can hold when it is written."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not blank: its value as openpyxl gives it, and whether it is shown as a percentage."""

    value: object
    is_percentage: bool = False
    is_formula: bool = False
    is_error: bool = False


class BadCell(Exception):
    """A cell does not hold what its column asks for: a word for scripts, what is wrong, what to do."""

    def __init__(self, code: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.remedy = remedy


class Kind(Protocol):
    """What the cells of a column hold: how they are read and shown."""

    @property
    def look(self) -> str:
        """The name of the cell format in which it is written."""
        ...

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from; empty where anything may be typed."""
        ...

    def read(self, cell: Cell) -> object:
        """What `cell` means. Raises BadCell."""
        ...

    def show(self, value: object) -> Value:
        """How `value`, not None, is written; a blank is None or empty text."""
        ...


def text_of(cell: Cell) -> str:
    """The text that a person sees in `cell`, trimmed: the number 7 is "7". Raises BadCell for days."""
    value = cell.value
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return decimal_text(fifteen_digits(value))
    raise BadCell(
        "not-text",
        f"{quoted(cell)} stands where text belongs",
        "Format the cell as Text and type it again.",
    )


def fifteen_digits(value: int | float) -> Decimal:
    """A number to the 15 significant digits that a worksheet keeps, so that 0.1 + 0.2 is 0.3."""
    return Decimal(f"{value:.15g}")


def quoted(cell: Cell) -> str:
    """The cell's content for a message, cut short where it is long."""
    value = cell.value
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return f"The day {in_words(value.date())}{clock}"
    if isinstance(value, date):
        return f"The day {in_words(value)}"
    if isinstance(value, time | timedelta):
        return f"The time {value}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _figure(value)
    return f"“{shortened(str(value))}”"


def _figure(value: int | float) -> str:
    """A number as a spreadsheet shows it: with an exponent where its noughts would run on and on."""
    size = abs(value)
    return decimal_text(fifteen_digits(value)) if not size or 1e-15 < size < 1e21 else f"{value:.15G}"


def shortened(text: str) -> str:
    """`text` on one line, at most 40 characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
