"""Many records at once, from columns of values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, make_dataclass
from typing import Any

from hubdesk.domain.record import Record

Maker = Callable[[Iterable[Sequence[Any]]], list[Record]]


def maker(kind: type[Record]) -> Maker:
    """A function that makes records of `kind` from its fields' values, a sequence to each field.

    A frozen dataclass sets each of its fields by a call, which takes longer than reading the row. So
    records begin as a twin that is not frozen, with the very same slots, and take their class when filled.
    """
    if hasattr(kind, "__post_init__"):
        return lambda values: list(map(kind, *values))
    twin = make_dataclass(f"{kind.__name__}InTheMaking", [one.name for one in fields(kind)], slots=True)

    def made(values: Iterable[Sequence[Any]]) -> list[Record]:
        records: list[Record] = list(map(twin, *values))
        for record in records:
            record.__class__ = kind
        return records

    return made
