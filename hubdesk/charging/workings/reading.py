"""Workings in words: figures as people read them, the step to each, and the whole as text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.workings.tree import Step, Unit, Working
from hubdesk.domain.money import pounds

_MILLION = 10**6
"""Six decimals are shown, and fractions whose numbers have as many digits."""

_IN_PENCE = frozenset({Unit.PENCE, Unit.PENCE_A_YEAR, Unit.ON_THE_WAY})

_MOST_TERMS = 12
"""Terms of a formula; the tree has all of them."""


def figure(working: Working) -> str:
    """The value in its unit; where six decimals do not hold all of it, they end in dots."""
    value, unit = working.value, working.unit
    if unit in _IN_PENCE:
        per = " a year" if unit is Unit.PENCE_A_YEAR else ""
        if value.denominator == 1:
            return pounds(int(value)) + per
        sign = "-" if value < 0 else ""
        return f"{sign}£{_decimals(abs(value) / 100)}{per}"
    return f"{_ratio(value)}{_of(unit, value)}" if _is_told_as_ratio(working) else _plain(working)


def exactly(working: Working) -> str:
    """The value with nothing left out: what is no whole penny as so many parts of one."""
    value, unit = working.value, working.unit
    if unit in (Unit.PENCE, Unit.ON_THE_WAY) and value.denominator != 1:
        whole = int(abs(value))
        part = abs(value) - whole
        sign = "-" if value < 0 else ""
        return f"{sign}{pounds(whole)} and {part.numerator:,}/{part.denominator:,} of a penny"
    if _fits(value):
        return figure(working)
    return f"{value.numerator:,}/{value.denominator:,} = {_decimals(value)}{_of(unit, value)}"


def formula(working: Working) -> str:
    """How the figure follows from those below it: "£30,000.00 × 91 days"; empty for a fact."""
    said = _FORMULAS.get(working.step)
    if said is None:
        return ""
    terms = [_told(one) for one in working.of[:_MOST_TERMS]]
    rest = len(working.of) - len(terms)
    return said([*terms, f"{rest:,} more"] if rest else terms)


def as_text(working: Working) -> str:
    """The whole tree as lines, each step under what it leads to."""
    return "\n".join(steps_to(working))


def steps_to(working: Working, level: int = 0) -> Iterator[str]:
    """The lines of the tree: what, its figure, and by which step it follows from the lines under it."""
    step = f", {working.step.value}:" if working.of else ""
    yield f"{'  ' * level}{working.what}: {figure(working)}{step}"
    for one in working.of:
        yield from steps_to(one, level + 1)


def _is_told_as_ratio(working: Working) -> bool:
    """A part of a whole reads as 12/222."""
    value = working.value
    if max(abs(value.numerator), value.denominator) >= _MILLION or value.denominator == 1:
        return False
    return working.unit is Unit.FRACTION or not _fits(value)


def _ratio(value: Fraction) -> str:
    return f"{value.numerator:,}/{value.denominator:,} = {_decimals(value)}"


def _plain(working: Working) -> str:
    return f"{_decimals(working.value)}{_of(working.unit, working.value)}"


def _of(unit: Unit, value: Fraction) -> str:
    if unit in (Unit.FRACTION, Unit.WEIGHT):
        return ""
    return f" {unit.value.removesuffix('s') if value == 1 else unit.value}"


def _fits(value: Fraction) -> bool:
    return (value * _MILLION).denominator == 1


def _decimals(value: Fraction) -> str:
    millionths = int(value * _MILLION)
    text = f"{Decimal(millionths).scaleb(-6):,f}".rstrip("0").rstrip(".")
    sign = "-" if value < 0 and not millionths else ""
    return text if _fits(value) else f"{sign}{text}…"


def _told(working: Working) -> str:
    """A figure within a formula; what is below zero in brackets."""
    text = figure(working)
    return f"({text})" if working.value < 0 else text


def _joined(by: str) -> Callable[[Sequence[str]], str]:
    return by.join


def _named(name: str) -> Callable[[Sequence[str]], str]:
    return lambda told: f"{name} {', '.join(told)}"


_FORMULAS: Mapping[Step, Callable[[Sequence[str]], str]] = {
    Step.SUM: _joined(" + "),
    Step.DIFFERENCE: _joined(" − "),
    Step.PRODUCT: _joined(" × "),
    Step.QUOTIENT: _joined(" ÷ "),
    Step.SMALLEST: _named("the smaller of"),
    Step.LARGEST: _named("the larger of"),
    Step.ROUNDED: _named("to the nearest penny:"),
    Step.WHOLE_PENCE: _named("the whole pence of"),
    Step.OPPOSITE: _named("taken off:"),
}
