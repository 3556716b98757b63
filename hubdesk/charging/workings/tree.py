"""`Working`: how a figure came about, as a tree that can be followed and checked.

A screen, a statement and a test read the same tree. Every node says what it is, its exact value and
by which step it follows from the nodes below; leaves are facts, with the records they come from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import prod

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import to_penny


class Step(Enum):
    """By which step a figure follows from those below it; the value is the word people read."""

    FACT = "a fact"
    SUM = "the sum of"
    DIFFERENCE = "the first less the rest"
    """The first less all the others."""
    PRODUCT = "multiplied"
    QUOTIENT = "the first divided by the second"
    SMALLEST = "the smaller of"
    LARGEST = "the larger of"
    ROUNDED = "rounded to the penny"
    WHOLE_PENCE = "the whole pence of"
    OPPOSITE = "taken off what is charged"


class Unit(Enum):
    """What a figure counts; the value is the word people read."""

    PENCE = "pence"
    PENCE_A_YEAR = "pence a year"
    DAYS = "days"
    DESKS = "desks"
    DESK_DAYS = "desk-days"
    SQUARE_METRES = "m²"
    FRACTION = "fraction"
    WEIGHT = "of the basis"
    ON_THE_WAY = "pence on the way"
    """Pence times desks, days or a weight: a step on the way, which nobody owes or has."""


@dataclass(frozen=True, slots=True)
class Working:
    """`what` in words, its exact `value` in `unit`, and the workings that it follows from."""

    what: str
    value: Fraction
    unit: Unit
    step: Step = Step.FACT
    of: tuple["Working", ...] = ()
    records: tuple[RecordId, ...] = ()
    """For a fact: the records in which it stands."""

    def walk(self) -> Iterator["Working"]:
        """This working and all below it."""
        yield self
        for one in self.of:
            yield from one.walk()


def fact(what: str, value: Fraction | int, unit: Unit, *records: RecordId) -> Working:
    """A leaf: a fact of the hub, or a count of days."""
    return Working(what, Fraction(value), unit, records=records)


def worked(what: str, unit: Unit, step: Step, *of: Working) -> Working:
    """A figure that follows from `of` by `step`."""
    return Working(what, follow(step, [one.value for one in of]), unit, step, of)


def follow(step: Step, values: Sequence[Fraction]) -> Fraction:
    """What `step` makes of `values`. Raises KeyError for a fact, which follows from nothing."""
    return _FOLLOW[step](values)


_FOLLOW: Mapping[Step, Callable[[Sequence[Fraction]], Fraction]] = {
    Step.SUM: lambda values: sum(values, Fraction(0)),
    Step.DIFFERENCE: lambda values: values[0] - sum(values[1:], Fraction(0)),
    Step.PRODUCT: lambda values: Fraction(prod(values)),
    Step.QUOTIENT: lambda values: values[0] / values[1],
    Step.SMALLEST: min,
    Step.LARGEST: max,
    Step.ROUNDED: lambda values: Fraction(to_penny(values[0])),
    Step.WHOLE_PENCE: lambda values: Fraction(int(values[0])),
    Step.OPPOSITE: lambda values: -values[0],
}
