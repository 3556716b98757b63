"""Records as plain data: integers, text, and lists and mappings of them; and back.

The one plain form of a record, for the log, for frozen runs and for comparing. Left out: optional
fields that are empty. Nothing is a float, true, false or null, so that the canonical text of a
thing is the same on every machine.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hubdesk.domain.record import KIND_NAMES, KINDS, Record
from hubdesk.domain.timeline import Step, Timeline

Plain = int | str | list["Plain"] | dict[str, "Plain"]
Codec = tuple[Callable[[Any], Plain], Callable[[Any], Any]]


class BadPlain(ValueError):
    """Plain data that is no record."""


def to_plain(record: Record) -> dict[str, Plain]:
    """`record` as plain data, with the name of its kind under "record" (some records have a field "kind")."""
    plain: dict[str, Plain] = {"record": KIND_NAMES[type(record)]}
    for name, (write, _), default in _CODECS[type(record)]:
        value = getattr(record, name)
        if value != default:
            plain[name] = write(value)
    return plain


def from_plain(plain: Mapping[str, Plain]) -> Record:
    """The record that `plain` stands for. Raises BadPlain."""
    try:
        kind = KINDS[str(plain["record"])]
        readers = {name: read for name, (_, read), _ in _CODECS[kind]}
        return kind(**{name: readers[name](value) for name, value in plain.items() if name != "record"})
    except (KeyError, TypeError, ValueError, ArithmeticError) as trouble:
        raise BadPlain(f"not a record: {trouble!r}") from trouble


def canonical(plain: Plain) -> str:
    """The one text of `plain`: keys sorted, no spaces, as UTF-8 would be written."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _codecs(kind: type[Record]) -> tuple[tuple[str, Codec, object], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, codec(hints[one.name]), _emptiness(one)) for one in fields(kind))


def _emptiness(one: Field[Any]) -> object:
    """The default of a field if it is an empty one, else something that no value equals.

    Other defaults may change between versions, and what was written must not change with them.
    """
    default = one.default_factory() if one.default_factory is not MISSING else one.default
    return default if default is None or default == "" or default == () else MISSING


def codec(hint: Any) -> Codec:
    """How a field annotated with `hint` is written as plain data, and read from it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        (kept,) = (argument for argument in arguments if argument is not NoneType)
        return _optional(codec(kept))
    if origin is Timeline:
        return _timeline(codec(arguments[0]))
    if origin is tuple:
        return _sequence(codec(arguments[0]))
    supertype = getattr(hint, "__supertype__", hint)
    if isinstance(supertype, type) and issubclass(supertype, Enum):
        return (lambda value: str(value.value)), supertype
    if isinstance(supertype, type) and issubclass(supertype, tuple):
        return list, lambda values: supertype(*values)
    return _SIMPLE[supertype]


def _optional(kept: Codec) -> Codec:
    write, read = kept
    return (lambda value: "" if value is None else write(value)), (
        lambda value: None if value == "" else read(value)
    )


def _timeline(value: Codec) -> Codec:
    write, read = value
    return (
        lambda line: [[step.first.isoformat(), write(step.value)] for step in line.steps],
        lambda pairs: Timeline(tuple(Step(date.fromisoformat(day), read(value)) for day, value in pairs)),
    )


def _sequence(member: Codec) -> Codec:
    write, read = member
    return (lambda values: [write(value) for value in values]), (
        lambda values: tuple(read(value) for value in values)
    )


def decimal_text(value: Decimal) -> str:
    """The one text of a decimal number: no exponent, no trailing zeros."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")
    return value


_SIMPLE: Mapping[type, Codec] = {
    int: (_whole, _whole),
    str: (_text, _text),
    bool: ((lambda value: "yes" if value else "no"), {"yes": True, "no": False}.__getitem__),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
    Decimal: (decimal_text, Decimal),
}


_CODECS: Mapping[type, tuple[tuple[str, Codec, object], ...]] = {
    kind: _codecs(kind) for kind in KINDS.values()
}
