"""`Plain`: a value of somebody else's JSON, that is only ever taken as what it was checked to be."""

import json
import re
import stat
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeVar

from hubdesk.exchange.underlays.picture import Place

FURTHEST = 1e15
"""The largest number that is taken, either way: sums and products of such are numbers still."""
_LONGEST_TEXT = 20_000
_COLOUR = re.compile("#[0-9a-f]{6}", re.ASCII | re.IGNORECASE)

_E = TypeVar("_E", bound=Enum)


class Misshapen(Exception):
    """What was handed over is not what was agreed; said to whoever looks into it, not to the user."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value. Whatever is asked of it raises Misshapen where it is something else, or out of bounds."""

    value: object

    def __getitem__(self, name: str) -> "Plain":
        """What an object calls `name`."""
        if not isinstance(self.value, dict) or name not in self.value:
            raise Misshapen(f"no {name}")
        return Plain(self.value[name])

    def has(self, name: str) -> bool:
        """Whether an object calls something `name`."""
        if not isinstance(self.value, dict):
            raise Misshapen("no object")
        return name in self.value

    @property
    def is_none(self) -> bool:
        return self.value is None

    def listed(self, most: int) -> tuple["Plain", ...]:
        """The values of a list of at most so many."""
        if not isinstance(self.value, list) or len(self.value) > most:
            raise Misshapen(f"no list of at most {most}")
        return tuple(map(Plain, self.value))

    def listed_as(self, many: int) -> tuple["Plain", ...]:
        """The values of a list of just so many."""
        values = self.listed(many)
        if len(values) != many:
            raise Misshapen(f"{len(values)} instead of {many}")
        return values

    def text(self) -> str:
        """A text, in which half characters, which no screen or file takes, have become question marks."""
        if not isinstance(self.value, str) or len(self.value) > _LONGEST_TEXT:
            raise Misshapen("no text, or an endless one")
        return self.value.encode("utf-8", "replace").decode()

    def colour(self) -> str:
        """A colour as "#rrggbb"."""
        if not isinstance(self.value, str) or not _COLOUR.fullmatch(self.value):
            raise Misshapen("no colour")
        return self.value

    def truth(self) -> bool:
        """Yes or no."""
        if not isinstance(self.value, bool):
            raise Misshapen("neither yes nor no")
        return self.value

    def whole(self, least: int, most: int) -> int:
        """A whole number between these, both included."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise Misshapen("no whole number")
        if not least <= self.value <= most:
            raise Misshapen("a number out of bounds")
        return self.value

    def number(self, least: float = -FURTHEST) -> float:
        """A number that is there (NaN is not) and not below `least`."""
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            raise Misshapen("no number")
        if not least <= self.value <= FURTHEST:
            raise Misshapen("a number out of bounds")
        return float(self.value)

    def pair(self) -> Place:
        """Two numbers."""
        across, along = self.listed_as(2)
        return across.number(), along.number()

    def among(self, kinds: type[_E]) -> _E:
        """The member that has this text for its value."""
        for one in kinds:
            if one.value == self.value:
                return one
        raise Misshapen(f"no {kinds.__name__}")


def parsed(body: bytes) -> Plain:
    """The value that JSON tells. Raises Misshapen where it is none."""
    try:
        return Plain(json.loads(body.decode("utf-8")))
    except (ValueError, RecursionError) as trouble:
        raise Misshapen("no JSON") from trouble


def bytes_of(place: Path, most: int) -> bytes:
    """A file of at most so many bytes. Raises Misshapen where it is larger, or no file at all."""
    try:
        found = place.lstat()
    except FileNotFoundError as missing:
        raise Misshapen(f"no {place.name}") from missing
    if not stat.S_ISREG(found.st_mode):
        raise Misshapen(f"{place.name} is no file")
    if found.st_size > most:
        raise Misshapen(f"{place.name} has {found.st_size} bytes")
    return place.read_bytes()
