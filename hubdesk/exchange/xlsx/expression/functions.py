"""The worksheet functions that formulas use: those that Excel and LibreOffice 7.4 both have."""

import math
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from hubdesk.exchange.xlsx.expression.nodes import (
    Expression,
    Home,
    Operand,
    Scalar,
    Value,
    expression,
    flat,
    number,
)

_POUNDS = "£#,##0.00"


class Call(Expression):
    """A function with its arguments."""

    __slots__ = ("arguments", "name")

    def __init__(self, name: str, *arguments: Operand) -> None:
        self.name = name
        self.arguments = [expression(one) for one in arguments]

    def written(self, home: Home) -> str:
        return f"{self.name}({','.join([one.written(home) for one in self.arguments])})"

    def worked_out(self) -> Value:
        if self.name == "IF":  # only the branch that is taken, as in a worksheet
            test, then, otherwise = self.arguments
            return (then if test.worked_out() else otherwise).worked_out()
        return _WORK[self.name]([one.worked_out() for one in self.arguments])


def sum_of(*ranges: Operand) -> Expression:
    """The sum of cells and ranges; text in them counts for nothing."""
    return Call("SUM", *ranges)


def sum_product(array: Operand) -> Expression:
    """The sum of an array expression, worked out cell by cell."""
    return Call("SUMPRODUCT", array)


def if_(test: Expression, then: Operand, otherwise: Operand) -> Expression:
    """One or the other; only the one that is taken is worked out."""
    return Call("IF", test, then, otherwise)


def count_of(cells: Operand, word: str) -> Expression:
    """How many of `cells` are `word`, in any case; it must not look like a comparison or have * ? ~ in it."""
    return Call("COUNTIF", cells, word)


def whole(one: Operand) -> Expression:
    """The whole part, towards minus infinity."""
    return Call("INT", one)


def rounded(one: Operand, digits: int = 0) -> Expression:
    """To so many decimals, halves away from zero."""
    return Call("ROUND", one, digits)


def absolute(one: Operand) -> Expression:
    """Without its sign."""
    return Call("ABS", one)


def smallest(*some: Operand) -> Expression:
    """The smallest number; empty cells in a range do not count."""
    return Call("MIN", *some)


def largest(*some: Operand) -> Expression:
    """The largest number; empty cells in a range do not count."""
    return Call("MAX", *some)


def exact(one: Operand, other: Operand) -> Expression:
    """Whether two texts are the same, to the letter and its case; `007` is not `7`."""
    return Call("EXACT", one, other)


def joined(*parts: Operand) -> Expression:
    """Texts one after the other."""
    return Call("CONCATENATE", *parts)


def in_pounds(one: Operand) -> Expression:
    """An amount in pounds as text: "£1,234.50"."""
    return Call("TEXT", one, _POUNDS)


def _each(work: Callable[[float], float]) -> Callable[[Sequence[Value]], Value]:
    def one(values: Sequence[Value]) -> Value:
        value = values[0]
        if isinstance(value, list):
            return [work(number(cell)) for cell in value]
        return work(number(value))

    return one


def _numbers(values: Sequence[Value]) -> list[float]:
    return [number(cell) for cell in flat(values) if cell is not None and not isinstance(cell, str)]


def _rounded(values: Sequence[Value]) -> Value:
    value, digits = number(values[0]), int(number(values[1]))
    if not digits:
        size = abs(value)
        below = math.floor(size)
        return math.copysign(float(below + (size - below >= 0.5)), value) if value else 0.0
    # As people see it: the shortest decimal that is this double, then halves away from zero.
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _joined(values: Sequence[Value]) -> Value:
    cells = flat(values)
    assert all(cell is None or isinstance(cell, str) for cell in cells), f"{cells} are not all text"
    return "".join(str(_text(cell)) for cell in cells)


def _as_text(values: Sequence[Value]) -> Value:
    amount, form = values
    assert form == _POUNDS, f"no such form of text: {form}"
    value = number(_rounded([amount, 2.0]))
    return f"{'-' if value < 0 else ''}£{abs(value):,.2f}"


def _exact(values: Sequence[Value]) -> Value:
    one, other = values
    if isinstance(one, list):
        return [_text(cell) == other for cell in one]
    return _text(one) == other


def _same(cell: Scalar, word: Value) -> bool:
    return isinstance(cell, str) and isinstance(word, str) and cell.casefold() == word.casefold()


def _text(cell: Scalar) -> Scalar:
    return "" if cell is None else cell


_WORK: dict[str, Callable[[Sequence[Value]], Value]] = {
    "SUM": lambda values: math.fsum(_numbers(values)),
    "SUMPRODUCT": lambda values: math.fsum(number(cell) for cell in flat(values)),
    "COUNTIF": lambda values: float(sum(_same(cell, values[1]) for cell in flat(values[:1]))),
    "INT": _each(lambda one: float(math.floor(one))),
    "ABS": _each(abs),
    "ROUND": _rounded,
    "MIN": lambda values: min(_numbers(values), default=0.0),
    "MAX": lambda values: max(_numbers(values), default=0.0),
    "EXACT": _exact,
    "CONCATENATE": _joined,
    "TEXT": _as_text,
}
