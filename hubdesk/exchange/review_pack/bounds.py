"""Whether a pack from a file is of a size that packs have: a file can be made to say anything.

Whoever shows a pack may count on it: every figure can be worked out and drawn, every text is a text.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from hubdesk.exchange.review_pack.pack import Pack, PackDesk, PackFloor

_MOST_WHOLE = 10**14
"""A thousand thousand million pounds in pence, and more millimetres than there are on earth."""
_MOST_PARTS = 10**40
"""Of a fraction, above and below its line."""
_MOST_MM = 10_000_000
"""Ten kilometres."""
_MOST_DIGITS = 40
_MOST_LETTERS = 20_000
_MOST_THINGS = 400_000
"""Values in the whole of a pack."""
_MOST_DRAWN = 5_000
"""Desks and areas on a floor."""
_MOST_FLOORS = 300
_MOST_CORNERS = 5_000
_MOST_LINES = 20_000
_DEEPEST = 100


class TooMuch(ValueError):
    """Something in a pack is beyond what packs hold."""


def check_bounds(pack: Pack) -> None:
    """Raises TooMuch for a pack that nobody can be shown."""
    for count, (value, depth) in enumerate(_values(pack)):
        if count > _MOST_THINGS or depth > _DEEPEST:
            raise TooMuch("a pack of so many parts")
        _check(value)
    for lines in (pack.desks, pack.licences, pack.shares, pack.others, pack.workings):
        if len(lines) > _MOST_LINES:
            raise TooMuch("so many lines")
    if pack.days_of_year not in (365, 366):
        raise TooMuch("a year of so many days")
    if len(pack.floors) > _MOST_FLOORS:
        raise TooMuch("so many floors")
    for floor in pack.floors:
        _check_floor(floor)


def _values(pack: Pack) -> Iterator[tuple[object, int]]:
    """Each value there is, and how deep it lies. Without recursion: what is too deep is told as it comes."""
    waiting: list[tuple[object, int]] = [(pack, 0)]
    while waiting:
        value, depth = waiting.pop()
        yield value, depth
        if isinstance(value, tuple):
            waiting.extend((one, depth + 1) for one in value)
        elif is_dataclass(value):
            waiting.extend((getattr(value, one.name), depth + 1) for one in fields(value))


def _check(value: object) -> None:
    match value:
        case bool() | None | Enum() | date():
            return
        case int():
            fits = abs(value) <= _MOST_WHOLE
        case Fraction():
            fits = abs(value.numerator) <= _MOST_PARTS and value.denominator <= _MOST_PARTS
        case Decimal():
            fits = value.is_finite() and abs(value) <= _MOST_WHOLE and len(str(value)) <= _MOST_DIGITS
        case str():
            fits = len(value) <= _MOST_LETTERS
        case tuple():
            fits = len(value) <= _MOST_LINES
        case _:
            fits = True
    if not fits:
        raise TooMuch("a value that no pack has")


def _check_floor(floor: PackFloor) -> None:
    if len(floor.areas) > _MOST_DRAWN or len(floor.desks) > _MOST_DRAWN:
        raise TooMuch("so much on a floor")
    for outline in (floor.outline, *(area.outline for area in floor.areas)):
        if len(outline) > _MOST_CORNERS:
            raise TooMuch("an outline of so many corners")
        if any(abs(one) > _MOST_MM for corner in outline for one in corner):
            raise TooMuch("a corner so far away")
    for desk in floor.desks:
        _check_desk(desk)


def _check_desk(desk: PackDesk) -> None:
    if max(abs(desk.x), abs(desk.y)) > _MOST_MM:
        raise TooMuch("a desk so far away")
    if not (0 < desk.width <= _MOST_MM and 0 < desk.depth <= _MOST_MM):
        raise TooMuch("a desk of such a size")
