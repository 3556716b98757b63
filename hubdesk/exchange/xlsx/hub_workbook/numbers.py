"""Cells that hold figures: whole numbers, measures, money, percentages."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import cast

from hubdesk.domain.typed_number import plain_number
from hubdesk.exchange.xlsx.incoming.cell import BadCell, Cell, Value, fifteen_digits, quoted

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_LARGEST = Decimal(10) ** 15


def _number(cell: Cell, remedy: str, sign: str = "") -> Decimal:
    """The number in `cell`, to 15 significant digits; text may bear `sign`. Raises BadCell with `remedy`."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = fifteen_digits(value)
    elif isinstance(value, str):
        found = plain_number(value.replace(sign, "") if sign else value)
        if found is None:
            raise BadCell("not-a-number", f"{quoted(cell)} is not a number", remedy)
        number = _FIFTEEN.create_decimal(found)
    else:
        raise BadCell("not-a-number", f"{quoted(cell)} is not a number", remedy)
    if not number.is_finite() or abs(number) >= _LARGEST:
        raise BadCell(
            "number-too-large",
            f"{quoted(cell)} is too large",
            "Type a number of at most 15 digits.",
        )
    return number


def _at_least(cell: Cell, number: Decimal, least: Decimal | None, remedy: str) -> Decimal:
    if least is not None and number < least:
        raise BadCell("number-too-small", f"{quoted(cell)} is below {least}", remedy)
    return number


@dataclass(frozen=True)
class Whole:
    """A whole number, at least `least`."""

    least: int | None = None
    look: str = "whole"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> int:
        remedy = "Type a whole number such as 3." if self.least is None else self._remedy
        number = _number(cell, remedy)
        if number != number.to_integral_value():
            raise BadCell("not-a-whole-number", f"{quoted(cell)} is not a whole number", remedy)
        least = None if self.least is None else Decimal(self.least)
        return int(_at_least(cell, number, least, remedy))

    @property
    def _remedy(self) -> str:
        return f"Type a whole number, {self.least} or more."

    def show(self, value: object) -> Value:
        return cast(int, value)


@dataclass(frozen=True)
class Number:
    """A number to 15 significant digits: above 0 where `positive`, else at least `least`."""

    least: int | None = None
    positive: bool = False
    look: str = "number"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> Decimal:
        remedy = "Type a number such as 12.5."
        if self.positive:
            remedy = "Type a number above 0."
        elif self.least is not None:
            remedy = f"Type a number, {self.least} or more."
        number = _number(cell, remedy)
        if self.positive and number <= 0:
            raise BadCell("number-too-small", f"{quoted(cell)} is not above 0", remedy)
        return _at_least(cell, number, None if self.least is None else Decimal(self.least), remedy)

    def show(self, value: object) -> Value:
        return cast(Decimal, value)


@dataclass(frozen=True)
class Metres:
    """A length in metres, kept as whole millimetres (the nearest, halves up)."""

    positive: bool = False
    look: str = "metres"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> int:
        remedy = "Type metres such as 12.5."
        number = _number(cell, remedy)
        millimetres = to_mm(number)
        if self.positive and millimetres <= 0:
            raise BadCell("number-too-small", f"{quoted(cell)} is not above 0", remedy)
        return millimetres

    def show(self, value: object) -> Value:
        return Decimal(cast(int, value)) / 1000


def to_mm(metres: Decimal) -> int:
    """Metres as whole millimetres: the nearest, halves up."""
    return int((metres * 1000).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True)
class Pounds:
    """Money: pounds with at most two decimals, kept as whole pence; at least `least` pounds."""

    least: int | None = None
    look: str = "money"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> int:
        remedy = "Type pounds and pence such as 1234.50."
        pence = _number(cell, remedy, "£") * 100
        if pence != pence.to_integral_value():
            raise BadCell(
                "parts-of-a-penny",
                f"{quoted(cell)} has parts of a penny",
                "Type pounds with at most two decimals, such as 1234.50.",
            )
        if self.least is not None and pence < self.least * 100:
            raise BadCell(
                "number-too-small",
                f"{quoted(cell)} is below £{self.least}",
                f"Type pounds and pence, {self.least} or more.",
            )
        return int(pence)

    def show(self, value: object) -> Value:
        return Decimal(cast(int, value)) / 100


@dataclass(frozen=True)
class Percent:
    """A percentage from 0 to 100, as `40` or as a cell formatted 40 %."""

    look: str = "percent"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> Decimal:
        remedy = "Type a percentage from 0 to 100, such as 40."
        number = _number(cell, remedy, "%")
        if cell.is_percentage and not isinstance(cell.value, str):
            number *= 100
        if not 0 <= number <= 100:
            raise BadCell("not-a-percentage", f"{quoted(cell)} is not a percentage from 0 to 100", remedy)
        return number

    def show(self, value: object) -> Value:
        return cast(Decimal, value)
