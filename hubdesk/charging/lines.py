"""Recharge lines: what one agency is charged or given for one reason."""

from collections.abc import Callable, Iterable, Mapping
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


def lines_of(
    kind: LineKind,
    source: RecordId,
    charged: Mapping[RecordId, Pence],
    vat_code: str | None = None,
    vat: Iterable[Pence] = repeat(0),
) -> list[Line]:
    """A line to each agency of `charged`, with the `vat` in the same order.

    Like calling `Line` for each in turn, in half the time: a large hub has half a million in a year.
    """
    fields = (charged, repeat(kind), repeat(source), charged.values(), repeat(vat_code), vat)
    return list(map(_whole_line, zip(*fields, repeat(None), repeat(None), strict=False)))


def total(lines: Iterable[Line]) -> Pence:
    """What `lines` come to, VAT apart."""
    return sum(line.pence for line in lines)
