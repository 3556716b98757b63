"""The nodes of a formula: numbers, text and operators. References are the business of the sheets."""

import operator
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, Union

Scalar = float | str | bool | None
"""What a cell holds: a number as a double, text, a truth, or nothing."""

Value = Scalar | list[Scalar]
"""What an expression comes to: one cell's worth, or a range's, row by row."""

Operand = Union["Expression", int, float, str]


class Home(Protocol):
    """The sheet in which a formula stands: a reference to it needs no sheet name."""

    @property
    def title(self) -> str: ...


class Expression(ABC):
    """Part of a formula. The operators of Python make larger ones; `==` does not, see `equals`."""

    __slots__ = ()
    binds = 9
    """How tightly the outermost operator binds; 9 for what needs no brackets."""

    @abstractmethod
    def written(self, home: Home) -> str:
        """The worksheet text, without the leading `=`."""

    @abstractmethod
    def worked_out(self) -> Value:
        """What a worksheet makes of it, in doubles."""

    def __add__(self, other: Operand) -> "Expression":
        return Operation("+", self, expression(other))

    def __radd__(self, other: Operand) -> "Expression":
        return Operation("+", expression(other), self)

    def __sub__(self, other: Operand) -> "Expression":
        return Operation("-", self, expression(other))

    def __rsub__(self, other: Operand) -> "Expression":
        return Operation("-", expression(other), self)

    def __mul__(self, other: Operand) -> "Expression":
        return Operation("*", self, expression(other))

    def __rmul__(self, other: Operand) -> "Expression":
        return Operation("*", expression(other), self)

    def __truediv__(self, other: Operand) -> "Expression":
        return Operation("/", self, expression(other))

    def __neg__(self) -> "Expression":
        return Operation("*", Number(-1), self)

    def __lt__(self, other: Operand) -> "Expression":
        return Operation("<", self, expression(other))

    def __le__(self, other: Operand) -> "Expression":
        return Operation("<=", self, expression(other))

    def __gt__(self, other: Operand) -> "Expression":
        return Operation(">", self, expression(other))

    def __ge__(self, other: Operand) -> "Expression":
        return Operation(">=", self, expression(other))


def equals(one: Operand, other: Operand) -> Expression:
    """Whether two values are the same; a worksheet ignores the case of text here."""
    return Operation("=", expression(one), expression(other))


class Number(Expression):
    """A number written into a formula."""

    __slots__ = ("number",)

    def __init__(self, number: float) -> None:
        self.number = number

    @property
    def binds(self) -> int:  # type: ignore[override]  # a sign in front needs brackets
        return 9 if self.number >= 0 else 0

    def written(self, home: Home) -> str:
        return str(int(self.number)) if self.number == int(self.number) else repr(self.number)

    def worked_out(self) -> Value:
        return float(self.number)


class Text(Expression):
    """Text written into a formula."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def written(self, home: Home) -> str:
        return '"' + self.text.replace('"', '""') + '"'

    def worked_out(self) -> Value:
        return self.text


def expression(one: Operand) -> Expression:
    """`one` as part of a formula."""
    if isinstance(one, Expression):
        return one
    return Text(one) if isinstance(one, str) else Number(one)


def added(some: Iterable[Operand]) -> Expression:
    """All of `some` added up; 0 if there are none."""
    kept = [expression(one) for one in some]
    total: Expression = kept[0] if kept else Number(0)
    for one in kept[1:]:
        total = Operation("+", total, one)
    return total


_BINDS = {"=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "+": 2, "-": 2, "*": 3, "/": 3}


class Operation(Expression):
    """Two expressions and what stands between them. Ranges go cell by cell, as in SUMPRODUCT."""

    __slots__ = ("left", "right", "symbol")

    def __init__(self, symbol: str, left: Expression, right: Expression) -> None:
        self.symbol = symbol
        self.left = left
        self.right = right

    @property
    def binds(self) -> int:  # type: ignore[override]  # as its operator does
        return _BINDS[self.symbol]

    def written(self, home: Home) -> str:
        binds = _BINDS[self.symbol]
        left, right = self.left.written(home), self.right.written(home)
        if self.left.binds < binds:
            left = f"({left})"
        if self.right.binds <= binds:
            right = f"({right})"
        return f"{left}{self.symbol}{right}"

    def worked_out(self) -> Value:
        work = _WORK[self.symbol]
        left, right = self.left.worked_out(), self.right.worked_out()
        if isinstance(left, list):
            others = right if isinstance(right, list) else [right] * len(left)
            return [work(one, other) for one, other in zip(left, others, strict=True)]
        if isinstance(right, list):
            return [work(left, other) for other in right]
        return work(left, right)


def number(value: Value) -> float:
    """`value` as a worksheet counts with it. Raises TypeError for text and for ranges."""
    if value is None:
        return 0.0
    if isinstance(value, float | bool | int):
        return float(value)
    raise TypeError(f"{value!r} is no number")


def _arithmetic(work: Callable[[float, float], float]) -> Callable[[Scalar, Scalar], Scalar]:
    return lambda one, other: work(number(one), number(other))


def _comparison(
    work: Callable[[Any, Any], bool],
) -> Callable[[Scalar, Scalar], Scalar]:
    def compare(one: Scalar, other: Scalar) -> Scalar:
        return work(_comparable(one, other), _comparable(other, one))

    return compare


def _comparable(one: Scalar, beside: Scalar) -> object:
    """An empty cell equals both 0 and empty text; text compares without regard to case."""
    if one is None:
        return "" if isinstance(beside, str) else 0.0
    return one.casefold() if isinstance(one, str) else one


_WORK: dict[str, Callable[[Scalar, Scalar], Scalar]] = {
    "+": _arithmetic(operator.add),
    "-": _arithmetic(operator.sub),
    "*": _arithmetic(operator.mul),
    "/": _arithmetic(operator.truediv),
    "=": _comparison(operator.eq),
    "<>": _comparison(operator.ne),
    "<": _comparison(operator.lt),
    "<=": _comparison(operator.le),
    ">": _comparison(operator.gt),
    ">=": _comparison(operator.ge),
}


def flat(values: Sequence[Value]) -> list[Scalar]:
    """The cells of several values, one after the other."""
    cells: list[Scalar] = []
    for value in values:
        if isinstance(value, list):
            cells += value
        else:
            cells.append(value)
    return cells
