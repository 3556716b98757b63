"""The find box: records by what somebody types of their code or name, the likeliest first."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted, floor_name, natural_order

AT_MOST = 50
"""As many matches as a list under a find box holds."""

Findable = Agency | Floor | Area | Licence | Desk

_KINDS: Mapping[type[Findable], str] = {
    Agency: "Agency",
    Floor: "Floor",
    Area: "Area",
    Licence: "Licence",
    Desk: "Desk",
}
"""What can be found, in the order in which equal matches stand, with the word for it."""

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """A record found: what it is ("Desk G-014") and where ("People floor, HOU")."""

    kind: type[Findable]
    id: RecordId
    title: str
    where: str

    @property
    def text(self) -> str:
        """All of it as one line: "Desk G-014, People floor, HOU"."""
        return f"{self.title}, {self.where}" if self.where else self.title


@dataclass(frozen=True, slots=True)
class Matches:
    """The likeliest matches, at most as many as asked for, and how many there are in all."""

    best: tuple[Match, ...]
    total: int


class _Entry(NamedTuple):
    """A record with its texts as they are compared."""

    record: Findable
    code: str
    squeezed: str
    """The code without what is neither letter nor digit: "g014" finds G-014."""
    name: str
    words: str
    """Of its kind, code and name, with a space before each: " g" is in it where one begins with g."""
    all: str
    """Everything in which a match can lie, so that most records are passed over at once."""


class Finder:
    """Finds records of `hub`. Made once to a hub; then a keystroke costs a few milliseconds."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def find(self, text: str, day: date, at_most: int = AT_MOST) -> Matches:
        """Whoever types `text` means, told as at `day`.

        First come codes that are it, then codes that begin with it, then those whose kind, code and
        name have a word that begins with each word typed, then those that have it anywhere.
        """
        typed = _folded(text).strip()
        if not typed:
            return Matches((), 0)
        ranks: tuple[list[Findable], ...] = ([], [], [], [])
        words = [f" {word}" for word in _WORDS.findall(typed)]
        for entry in self._likely(typed, words):
            rank = _rank(entry, typed, words)
            if rank is not None:
                ranks[rank].append(entry.record)
        best = [record for rank in ranks for record in rank[:at_most]][:at_most]
        return Matches(tuple(_told(self._hub, one, day) for one in best), sum(map(len, ranks)))

    def _likely(self, typed: str, words: Sequence[str]) -> Iterable[_Entry]:
        """The entries that hold what was typed, or each of its words."""
        if words in ([], [f" {typed}"]):
            return [entry for entry in self._entries if typed in entry.all]
        likely: Iterable[_Entry] = self._entries
        for word in words:
            bare = word[1:]
            likely = [entry for entry in likely if bare in entry.all]
        return likely

    @cached_property
    def _entries(self) -> tuple[_Entry, ...]:
        return tuple(entry for kind, word in _KINDS.items() for entry in self._of(kind, word))

    def _of(self, kind: type[Findable], word: str) -> Iterator[_Entry]:
        records: Iterable[Findable] = self._hub.all(kind)
        kind_word = word.casefold()
        for record in sorted(records, key=lambda one: natural_order(one.code)):
            code = _folded(record.code)
            name = "" if isinstance(record, Desk | Licence) else _folded(record.name)
            words = " ".join(("", kind_word, code, *_WORDS.findall(code), *_WORDS.findall(name)))
            squeezed = "".join(filter(str.isalnum, code))
            yield _Entry(record, code, squeezed, name, words, f"{words}\n{squeezed}\n{name}")


def _rank(entry: _Entry, typed: str, words: Sequence[str]) -> int | None:
    _, code, squeezed, name, own, _ = entry
    if typed in (code, squeezed):
        return 0
    if code.startswith(typed) or squeezed.startswith(typed):
        return 1
    if words and all(word in own for word in words):
        return 2
    return 3 if typed in code or typed in name else None


def _told(hub: Hub, record: Findable, day: date) -> Match:
    kind = type(record)
    code = record.code
    title = f"{_KINDS[kind]} {code}"
    return Match(kind, record.id, title, ", ".join(part for part in _WHERE[kind](hub, record, day) if part))


def _where_agency(_hub: Hub, record: Findable, _day: date) -> Iterator[str]:
    assert isinstance(record, Agency)
    yield record.name


def _where_floor(_hub: Hub, record: Findable, _day: date) -> Iterator[str]:
    assert isinstance(record, Floor)
    yield floor_name(record)


def _where_area(hub: Hub, record: Findable, _day: date) -> Iterator[str]:
    assert isinstance(record, Area)
    yield record.name
    yield floor_name(hub.floors[record.floor])
    if record.agency is not None:
        yield hub.agencies[record.agency].code


def _where_licence(hub: Hub, record: Findable, day: date) -> Iterator[str]:
    assert isinstance(record, Licence)
    yield hub.agencies[record.agency].code
    yield counted(record.desks_on(day), "desk")


def _where_desk(hub: Hub, record: Findable, day: date) -> Iterator[str]:
    assert isinstance(record, Desk)
    yield floor_name(hub.floors[record.floor])
    allocation = hub.allocation_on(record.id, day)
    if not holds(record, day):
        yield "not in service"
    elif allocation is not None:
        yield hub.agencies[allocation.agency].code
    else:
        yield "vacant"


_WHERE: Mapping[type[Findable], Callable[[Hub, Findable, date], Iterator[str]]] = {
    Agency: _where_agency,
    Floor: _where_floor,
    Area: _where_area,
    Licence: _where_licence,
    Desk: _where_desk,
}


def _folded(text: str) -> str:
    """`text` without case and accents: "elan" finds Élan."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()
