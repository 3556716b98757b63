"""Recharge lines: what one agency is charged or given for one reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import repeat
from typing import NamedTuple

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence

POOL = RecordId("concessions")
"""The source of what the partners pay for each other's concessions (charging rules, section 3)."""


class LineKind(Enum):
    """What a line is; the value is the word in files and on screen."""

    LICENCE = "licence"
    """Gross licence charge."""
    CONCESSION = "concession"
    CONCESSION_FUNDED = "concession funded"
    SHARED = "shared"
    FIXED_SHARE = "fixed share"
    VACANT_DESKS = "vacant desks"
    CAP = "cap"
    CAP_FUNDED = "cap funded"
    UNSHARED = "unshared"
    ADJUSTMENT = "adjustment"


class LineKey(NamedTuple):
    """What makes a line the same line in two workings-out: records, not codes."""

    agency: RecordId
    kind: LineKind
    source: RecordId


class Line(NamedTuple):
    """One line of a recharge; `pence` is negative where the agency is given something.

    `source` is the id of a licence or cost line, or `POOL`. An adjustment names the earlier period it
    is `of`, and the kind of line that it adjusts.
    """

    agency: RecordId
    kind: LineKind
    source: RecordId
    pence: Pence
    vat_code: str | None = None
    vat_pence: Pence = 0
    of: str | None = None
    of_kind: LineKind | None = None

    @property
    def key(self) -> LineKey:
        return LineKey(self.agency, self.kind, self.source)

    @property
    def adjusted_key(self) -> LineKey:
        """The key of the line that this one is about: for an adjustment the line it adjusts."""
        return LineKey(self.agency, self.of_kind or self.kind, self.source)


_whole_line: Callable[[tuple[object, ...]], Line] = partial(tuple.__new__, Line)
"""A line from all its fields, without the round by way of its arguments and their defaults."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What one `source` charges for one reason: a line to each agency in `pence`.

    `vat_codes` and `vat_pence` are in the same order; left empty, the lines have none. A large hub has
    half a million lines in a year, so they are kept like this until somebody looks at them.
    """

    kind: LineKind
    source: RecordId
    pence: Mapping[RecordId, Pence]
    vat_codes: Sequence[str | None] = ()
    vat_pence: Sequence[Pence] = ()

    @property
    def total(self) -> Pence:
        """What the lines come to, VAT apart."""
        return sum(self.pence.values())

    def lines(self) -> Iterator[Line]:
        """The lines, one at a time."""
        codes, vat = self.vat_codes or repeat(None), self.vat_pence or repeat(0)
        about = repeat(self.kind), repeat(self.source)
        rest = repeat(None), repeat(None)
        fields = zip(self.pence, *about, self.pence.values(), codes, vat, *rest, strict=False)
        return map(_whole_line, fields)


def nonzero(pennies: Mapping[RecordId, Pence]) -> Mapping[RecordId, Pence]:
    """Those of `pennies` that are not 0: there are no idle lines."""
    if all(pennies.values()):
        return pennies
    return {agency: pence for agency, pence in pennies.items() if pence}
