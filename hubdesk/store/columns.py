"""Fields as columns: whole numbers stay numbers, everything else is text that a person can read."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import Field, dataclass
from types import NoneType
from typing import Any, get_args, get_origin

from sqlalchemy import BigInteger, Column, Integer, Text
from sqlalchemy.types import TypeEngine

from hubdesk.domain.plain import canonical, codec
from hubdesk.domain.timeline import Timeline

WHOLE_NUMBER: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
"""Pence, millimetres, counts: 64 bits on both databases."""

Stored = int | str | None
Turn = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """How one field of a record is kept. A `write` or `read` of None: the value is kept as it is."""

    name: str
    type: TypeEngine[Any]
    optional: bool
    write: Turn | None
    read: Turn | None

    @classmethod
    def of(cls, field: "Field[Any]", hint: Any) -> "FieldColumn":
        """The column of `field`, whose annotation is `hint`."""
        kept = [argument for argument in get_args(hint) if argument is not NoneType]
        optional = NoneType in get_args(hint)
        base = kept[0] if optional else hint
        plain = getattr(base, "__supertype__", base)
        if plain is int:
            return cls(field.name, WHOLE_NUMBER, optional, None, None)
        if plain is str:
            return cls(field.name, Text(), optional, None, None)
        write, read = codec(base)
        if _is_structured(plain):
            return cls(
                field.name,
                Text(),
                optional,
                lambda value: canonical(write(value)),
                lambda text: read(json.loads(text)),
            )
        return cls(field.name, Text(), optional, write, read)

    def column(self, *extras: Any, **options: Any) -> Column[Any]:
        return Column(self.name, self.type, *extras, nullable=self.optional, **options)

    def written(self, value: Any) -> Stored:
        """`value` as the database keeps it."""
        stored: Stored = value if value is None or self.write is None else self.write(value)
        return stored

    def all_read(self, values: Sequence[Stored]) -> Sequence[Any]:
        """What the stored `values` stand for. Raises ValueError or another of `UNREADABLE`.

        A column has few different values, so each is read once.
        """
        if self.read is None:
            return values
        return list(map(dict(self._each_read(set(values))).__getitem__, values))

    def _each_read(self, values: set[Stored]) -> Iterator[tuple[Stored, Any]]:
        assert self.read is not None
        for value in values:
            yield value, None if value is None and self.optional else self.read(value)


UNREADABLE = (ValueError, TypeError, KeyError, ArithmeticError)
"""What reading stored text raises where it is not what Hubdesk wrote."""


def _is_structured(plain: Any) -> bool:
    """Whether a type takes more than one line of text: a timeline, an outline, a list."""
    return get_origin(plain) in (Timeline, tuple) or (isinstance(plain, type) and issubclass(plain, tuple))
