"""What stands in a list of moves, in words and pence."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.money import Pence
from hubdesk.exchange.plan.marks import Mark


@dataclass(frozen=True, slots=True)
class Place:
    """A desk's code, and the names of its floor and area; all empty where there is no desk."""

    code: str = ""
    floor: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One desk: what happens to it, from where to where, in which round; `when` is all of that in words."""

    round: int
    swap: int
    what: str
    when: str
    come_from: Place
    go_to: Place


@dataclass(frozen=True, slots=True)
class MoveSection:
    """The moves of one agency, in the order in which they are made.

    `pence` is what it pays more in `MoveList.year`, None where that is not told.
    """

    code: str
    name: str
    mark: Mark
    told: str
    lines: tuple[MoveLine, ...]
    pence: Pence | None = None


@dataclass(frozen=True, slots=True)
class MoveList:
    """`day` and `year` are in words; `about` says how many desks move, `how` how the list is read."""

    building: str
    day: str
    about: str
    how: str
    made: date
    sections: tuple[MoveSection, ...]
    year: str = ""

    @property
    def title(self) -> str:
        return f"{self.building}: moves on {self.day}"

    @property
    def tells_charges(self) -> bool:
        return any(one.pence is not None for one in self.sections)
