"""`Pack`: all that one agency is shown in a review, and nothing else.

The workbook, the PDF, the page and the `.hubview` are each made from this value alone, so that what an
agency must not see cannot be in any of them. Money is whole pence; exact figures are fractions.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from hubdesk.domain.geometry import Point
from hubdesk.domain.money import Pence
from hubdesk.domain.review import Totals

EQUALLY = "equally"
"""The basis of a share that all have alike."""


class Correction(Enum):
    """In what a line may be corrected, where not by a choice of words."""

    NONE = "none"
    """Agree or query alone, unless there are choices."""
    WHOLE_NUMBER = "whole number"
    """Desks, from 0."""
    NUMBER = "number"
    """A driver's figure or square metres, from 0."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How one line can be answered.

    `key` is the text of its domain.line_key.LineKey; `choices` are the words that it can be corrected to.
    """

    key: str
    correction: Correction = Correction.NONE
    choices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """What to choose a reason from."""
    held: str = ""
    """What the records hold, in words, of that which can be corrected: "6 desks", "FTE 7.25"."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk that the agency has on the snapshot's day, or whose charge it bears."""

    asked: Asked
    code: str
    floor: str
    """In words: "G Ground floor"."""
    area: str
    kind: str
    since: date
    until: date | None = None
    note: str = ""
    """What is out of the ordinary: "charged to Police"; never another agency's name but the host's."""


@dataclass(frozen=True, slots=True)
class DeskSpell:
    """So many desks at a rate, from a first to a last day of the charging year.

    `award` is the concession as a fraction of what `awarded` desks cost (0 for none).
    """

    first: date
    last: date
    days: int
    desks: int
    rate: Pence
    """A year and desk."""
    awarded: int = 0
    award: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """A licence and what it comes to in the year: gross = R(Σ desks × rate × days ÷ days of the year)."""

    asked: Asked
    code: str
    first: date
    last: date | None
    desks: int
    """On the snapshot's day."""
    spells: tuple[DeskSpell, ...]
    gross: Pence
    award: Pence
    net: Pence
    funder: str = ""
    """Who pays for the concession, in words; empty without one."""
    concession: str = ""
    """The concession in words: "40 % as a voluntary body"."""


@dataclass(frozen=True, slots=True)
class SharePart:
    """A billing period's part of a cost: `share` is `cost` × `part` ÷ `whole` in whole pence, and `odd` more.

    `cost` is what the basis shares: the period's cost, less fixed shares of others. `cost` and `whole` are
    None where the total is withheld; `part` is then alone, the agency's own figure and nothing to reckon
    by, or None where even that would tell the total. The whole year is then one part.
    """

    period: str
    """In words: "October to December 2026"; the whole year by its name."""
    share: Pence
    part: Fraction | None
    odd: Pence = 0
    whole: Fraction | None = None
    cost: Pence | None = None
    unit: str = ""
    """What part and whole count, where not the line's unit: days, in a period in which figures change."""


@dataclass(frozen=True, slots=True)
class ShareLine:
    """The agency's part of one cost in the charging year: share − over the cap − concession = net."""

    asked: Asked
    code: str
    name: str
    basis: str
    """By what it is shared, in words: "licensed desks", "FTE", "fixed share of 90 %"."""
    unit: str
    """What part and whole count: "desk-days", "m² × days"."""
    parts: tuple[SharePart, ...]
    share: Pence
    over_cap: Pence
    award: Pence
    net: Pence
    funder: str = ""
    note: str = ""
    """Of the line as a whole: why a total is withheld, that it has a cap, or that fixed shares came first."""
    periods_note: str = ""
    """Of its parts: what parts and wholes are where figures change."""
    concession: str = ""
    """What is taken off the share, in words: "40 %: 60 % awarded to licence L12, on 4 of 6 desks"."""

    @property
    def shared_by(self) -> str:
        """The basis as it stands in a sentence: "by FTE", "equally"."""
        return self.basis if self.basis == EQUALLY else f"by {self.basis}"


@dataclass(frozen=True, slots=True)
class Other:
    """What is charged or credited besides, as one sum: vacant desks of a host, the partners' pool."""

    what: str
    pence: Pence
    why: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What next year is likely to come to, line by line, and on what it rests."""

    year: str
    rows: tuple[Other, ...]
    total: Pence
    basis: tuple[str, ...]
    """How it was worked out, in sentences."""


@dataclass(frozen=True, slots=True)
class PackArea:
    """An area's outline in millimetres on the floor; one that is not to be known about bears no words."""

    outline: tuple[Point, ...]
    name: str = ""
    kind: str = ""
    own: bool = False
    """Whether it is for the agency's sole use."""


@dataclass(frozen=True, slots=True)
class PackDesk:
    """A desk where it stands, in millimetres; `code` only where it is the agency's own."""

    x: int
    y: int
    width: int
    depth: int
    rotation: Decimal
    """Degrees, clockwise."""
    code: str = ""


@dataclass(frozen=True, slots=True)
class PackFloor:
    """A floor on which the agency has a desk or an area; lowest level first in a pack."""

    code: str
    name: str
    level: int
    outline: tuple[Point, ...]
    areas: tuple[PackArea, ...]
    desks: tuple[PackDesk, ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How a figure came about, as charging.workings tells it, as far as the agency may see it."""

    what: str
    figure: str
    how: str = ""
    of: tuple["Reckoned", ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """What `agency` is shown in the round `review`, of the hub as it was on the day `as_at`."""

    review: str
    key: str
    """By which an answer is known to be of this round, agency and copy; nobody can make another's."""
    copy: int
    hub: str
    host: str
    contact: tuple[str, ...]
    """Whom to ask, line by line."""
    agency_code: str
    agency: str
    sector: str
    as_at: date
    deadline: date
    made: date
    silence: bool
    """Whether no answer by the deadline is agreement."""
    totals: Totals
    text: tuple[str, ...]
    """To the agencies, in paragraphs."""
    year: str
    """The charging year of the figures: "2026-27"."""
    days_of_year: int
    desks: tuple[DeskLine, ...]
    licences: tuple[LicenceLine, ...]
    shares: tuple[ShareLine, ...]
    others: tuple[Other, ...]
    total: Pence
    """For the charging year, without VAT: the net of licences and shares, and the others."""
    wish: Asked
    changes: tuple[str, ...]
    """Since the last review, in sentences; empty where nothing has changed."""
    compared_with: str
    """The review that `changes` looks back to, in words; empty for the first."""
    estimate: Estimate | None
    floors: tuple[PackFloor, ...]
    workings: tuple[tuple[str, Reckoned], ...]
    """By the key of the line that each explains."""

    @property
    def is_ahead(self) -> bool:
        """Whether it was made before its day, and so shows what the records say of a day to come."""
        return self.made < self.as_at
