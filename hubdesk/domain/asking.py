"""Understanding what is typed to select desks: "vacant desks in People floor", "all of the police's"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import agency_name, floor_name
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.selection import Condition, Status, in_words
from hubdesk.domain.vocabulary import (
    ARTICLES,
    FILLERS,
    KINDS,
    PLACE_WORDS,
    STATUSES,
    Named,
    Vocabulary,
    Word,
    words_of,
)

WHAT_CAN_BE_SAID = (
    "Say “vacant” or “allocated”, “accessible”, “touchdown” or “standard”, an agency, area or floor of"
    " this hub, or a part of a desk's code"
)
_FIELDS: dict[type[Named], str] = {Agency: "agency", Floor: "floor", Area: "area"}
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, as a condition, and how it was understood: "vacant desks on People floor"."""

    condition: Condition
    words: str


def understood(hub: Hub, text: str) -> Asked | Problem:
    """What `text` asks for, or which word of it is not understood and what can be said.

    Codes and names, or parts of names, stand for agencies, areas and floors; floors also go by their
    storey ("first floor"). After "in" or "on" a place is meant before an agency, else the other way.
    """
    try:
        condition = _Reader(hub).read(words_of(text))
    except Refused as refused:
        return refused.problems[0]
    return Asked(condition, in_words(hub, condition))


class _Reader:
    """Reads words from the left, always as many together as mean something."""

    def __init__(self, hub: Hub) -> None:
        self._hub, self._vocabulary = hub, Vocabulary(hub)

    def read(self, words: Sequence[Word]) -> Condition:
        if not words:
            raise _not_understood("Nothing is asked for")
        condition, before, place = Condition(), "", 0
        while place < len(words):
            word = words[place]
            length, meanings = self._vocabulary.meanings(words[place:], before)
            if length <= 1 and word.plain in STATUSES:
                condition = self._with(condition, "status", STATUSES[word.plain], word.typed)
            elif length <= 1 and word.plain in KINDS:
                condition = self._with(condition, "kind", KINDS[word.plain], word.typed)
            elif length <= 1 and word.plain in FILLERS and not self._is_code(word, before):
                pass
            elif meanings:
                phrase = words[place : place + length]
                meant = _the_one(phrase, meanings)
                condition = self._with(condition, _FIELDS[type(meant)], meant.id, _typed(phrase))
            else:
                condition = self._with(condition, "code", self._part_of_code(word), word.typed)
            before = before if word.plain in ARTICLES else words[place + max(0, length - 1)].plain
            place += max(1, length)
        if condition.agency is not None and condition.status is Status.VACANT:
            raise _not_understood("No agency sits at a vacant desk", "Leave out “vacant”, or the agency")
        return condition

    def _is_code(self, word: Word, before: str) -> bool:
        """Whether a word such as "A" stands for the floor or area of that code: after "in" or "floor"."""
        return (word.plain,) in self._vocabulary.whole and before in PLACE_WORDS | {"floor", "area"}

    def _part_of_code(self, word: Word) -> str:
        """The word, if it is in the code of a desk. Raises Refused if it is in none."""
        if any(word.typed.casefold() in code.casefold() for code in self._hub.desk_codes):
            return word.typed
        near = get_close_matches(word.plain, sorted(self._vocabulary.words), n=1, cutoff=0.75)
        guess = f"Did you mean “{near[0]}”? " if near else ""
        raise _not_understood(f"“{word.typed}” is not known in this hub", f"{guess}{WHAT_CAN_BE_SAID}")

    def _with(self, condition: Condition, field: str, value: object, typed: str) -> Condition:
        """`condition` and this too. Raises Refused if it says something else already."""
        before, nothing = getattr(condition, field), getattr(Condition(), field)
        if before not in (nothing, value):
            raise _not_understood(f"“{typed}” is a second {field}", f"Name one {field} at a time")
        said: dict[str, Any] = {field: value}
        return replace(condition, **said)


def _the_one(phrase: Sequence[Word], meanings: Sequence[Named]) -> Named:
    """What is meant. Raises Refused if it could be several."""
    if len(meanings) == 1:
        return meanings[0]
    names = ", ".join(_called(one) for one in meanings[:_LISTED])
    more = f" and {len(meanings) - _LISTED} more" if len(meanings) > _LISTED else ""
    raise _not_understood(f"“{_typed(phrase)}” could be {names}{more}", "Type more of the name, or the code")


def _called(record: Named) -> str:
    if isinstance(record, Agency):
        return agency_name(record)
    return floor_name(record) if isinstance(record, Floor) else f"{record.name} ({record.code})"


def _typed(phrase: Sequence[Word]) -> str:
    return " ".join(word.typed for word in phrase)


def _not_understood(what: str, remedy: str = WHAT_CAN_BE_SAID) -> Refused:
    return Refused(error("words-not-understood", what, "selection", remedy))
