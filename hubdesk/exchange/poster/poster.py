"""What stands on a poster of drop-ins: pages of a week each, words and the marks of agencies."""

from dataclasses import dataclass
from datetime import date

from hubdesk.exchange.plan.marks import Mark


@dataclass(frozen=True, slots=True)
class Card:
    """One who comes: "10:00–12:30", "Citizens Advice", "CAB", "Customer hall", what for."""

    times: str
    who: str
    code: str
    where: str
    purpose: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class PosterDay:
    """A column: "Monday"; with its `date`, "22 June", where the page is of one week; the cards in order."""

    name: str
    date: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PosterPage:
    """A week as it is in the weeks that `when` names."""

    when: str
    days: tuple[PosterDay, ...]
    always: str
    """Who is in on every working day, in a sentence; nothing where nobody is."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A page to each week that is different from those before it."""

    title: str
    made: date
    pages: tuple[PosterPage, ...]
