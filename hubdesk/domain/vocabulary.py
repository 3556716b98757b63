"""`Vocabulary`: what words mean in one hub: its agencies, floors and areas, as people call them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.desk import DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.selection import Status

Named = Agency | Floor | Area
Phrase = tuple[str, ...]

STATUSES = {
    "vacant": Status.VACANT,
    "empty": Status.VACANT,
    "free": Status.VACANT,
    "unallocated": Status.VACANT,
    "allocated": Status.ALLOCATED,
    "taken": Status.ALLOCATED,
    "occupied": Status.ALLOCATED,
}
KINDS = {kind.value: kind for kind in DeskKind}
PLACE_WORDS = frozenset({"in", "on", "at", "within", "from"})
"""After these a place is meant before an agency."""
ARTICLES = frozenset({"a", "an", "the"})
FILLERS = PLACE_WORDS.union(
    ("a", "all", "an", "and", "any", "are", "area", "areas", "as", "by", "desk", "desks", "every", "floor"),
    ("for", "is", "of", "that", "the", "to", "which", "with"),
)
"""Words that say nothing by themselves."""

_LEVELS = dict(enumerate(("basement", "ground", "first", "second", "third", "fourth", "fifth", "sixth"), -1))
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_WORDS = re.compile(r"""[^\s,;:()"“”&]+""")
_POSSESSIVE = re.compile(r"'s?$")


class Word(NamedTuple):
    """A word as it is compared, as it was typed, and whether it was of the form "police's"."""

    plain: str
    typed: str
    possessive: bool


def words_of(text: str) -> list[Word]:
    """The words of what somebody typed."""
    return [_word(typed) for typed in _WORDS.findall(text.replace("’", "'"))]


def _word(typed: str) -> Word:
    stripped = typed.strip(".?!")
    plain = _POSSESSIVE.sub("", stripped)
    return Word(plain.casefold(), stripped, plain != stripped)


class Vocabulary:
    """The phrases of a hub. Made once to a hub; `whole` names come before parts of names."""

    def __init__(self, hub: Hub) -> None:
        self.whole: defaultdict[Phrase, list[Named]] = defaultdict(list)
        self.parts: defaultdict[Phrase, list[Named]] = defaultdict(list)
        self.longest = 1
        records: Sequence[Named] = (*hub.agencies.values(), *hub.floors.values(), *hub.areas.values())
        for record in sorted(records, key=lambda one: one.code):
            for phrase in _names(record):
                self._learn(self.whole, phrase, record)
            for phrase in _runs(_phrase(record.name)):
                self._learn(self.parts, phrase, record)
        taken = set(self.whole)
        for floor in sorted(hub.floors.values(), key=lambda one: one.code):
            for phrase in _levels(floor):
                if phrase not in taken:
                    self._learn(self.whole, phrase, floor)

    @property
    def words(self) -> set[str]:
        """All that can be said, for a guess at what was meant."""
        known = {word for phrase in (*self.whole, *self.parts) for word in phrase}
        return known | set(STATUSES) | set(KINDS)

    def meanings(self, words: Sequence[Word], before: str) -> tuple[int, list[Named]]:
        """What the first of `words` mean, as many of them as mean something, and how many those are.

        All of one kind. After a word such as "in" a place is meant rather than an agency, and by
        "police's" an agency rather than a place; else a whole name or code before a part of a name.
        """
        for length in range(min(self.longest, len(words)), 0, -1):
            phrase = tuple(word.plain for word in words[:length])
            whole, parts = self.whole.get(phrase, []), self.parts.get(phrase, [])
            for named, kind in _preferring(words[length - 1], before, whole, parts):
                found = [one for one in named if isinstance(one, kind)]
                if found:
                    return length, found
        return 0, []

    def _learn(self, phrases: defaultdict[Phrase, list[Named]], phrase: Phrase, record: Named) -> None:
        if phrase and record not in phrases[phrase]:
            phrases[phrase].append(record)
            self.longest = max(self.longest, len(phrase))


def _preferring(
    last: Word, before: str, whole: list[Named], parts: list[Named]
) -> Iterator[tuple[list[Named], type[Named]]]:
    """Where to look, and for what, the likeliest first."""
    if last.possessive or before not in PLACE_WORDS:
        first: tuple[type[Named], ...] = (Agency,) if last.possessive else (Agency, Floor, Area)
    else:
        first = (Floor, Area)
    others = tuple(kind for kind in (Agency, Floor, Area) if kind not in first)
    return ((named, kind) for kinds in (first, others) for named in (whole, parts) for kind in kinds)


def _phrase(text: str) -> Phrase:
    return tuple(word.plain for word in words_of(text) if word.plain)


def _names(record: Named) -> Iterator[Phrase]:
    code, name = _phrase(record.code), _phrase(record.name)
    yield from (code, name)
    if isinstance(record, Floor):
        yield from (("floor", *code), (*name, "floor"), (*code, "floor"), ("floor", *name))


def _levels(floor: Floor) -> Iterator[Phrase]:
    """What a storey is called by its level: "first floor", "1st floor"."""
    if floor.level in _LEVELS:
        yield (_LEVELS[floor.level], "floor")
        yield (_LEVELS[floor.level],)
    if floor.level > 0:
        teens = 10 <= floor.level % 100 <= 20
        yield (f"{floor.level}{'th' if teens else _ENDINGS.get(floor.level % 10, 'th')}", "floor")


def _runs(name: Phrase) -> Iterator[Phrase]:
    """Parts of a name that could stand for it: words in a row, none of them a filler at either end."""
    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            run = name[start:end]
            if run[0] not in FILLERS and run[-1] not in FILLERS:
                yield run
