"""Who has which part of a cost in a year, and whose part is another than last year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.apportionment import percent_weights
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.domain.hundredths import hundredths, in_percent
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import Billing, Period

POINTS = 3
"""Percentage points beyond which some councils set a split anew."""


class Bears(Enum):
    """What somebody has a part of a cost for; the value is the word people see."""

    ITSELF = "its own share"
    VACANT = "vacant desks"
    UNSHARED = "days without weights"


class Sharer(NamedTuple):
    """Who has a part, and what for: the host may have several."""

    agency: RecordId
    bears: Bears = Bears.ITSELF

    def called(self, hub: Hub) -> str:
        """ "DWP", or "MBC for vacant desks"."""
        code = hub.agencies[self.agency].code
        return code if self.bears is Bears.ITSELF else f"{code} for {self.bears.value}"


@dataclass(frozen=True, slots=True)
class YearShares:
    """The parts of one cost in the whole year, day by day, as whole numbers over `over`.

    Before caps and concessions, whatever the amount. All parts together are `over`.
    """

    of: Mapping[Sharer, int]
    over: int

    def part(self, sharer: Sharer) -> Fraction:
        """The part of `sharer`, 0 to 1."""
        return Fraction(self.of.get(sharer, 0), self.over)


@dataclass(frozen=True, slots=True)
class ShareChange:
    """That the part of `sharer` in the cost line `line` differs from last year's by over three points."""

    line: RecordId
    sharer: Sharer
    was: Fraction
    now: Fraction

    @property
    def points(self) -> Fraction:
        """Percentage points more; below zero fewer."""
        return (self.now - self.was) * 100

    def told(self, hub: Hub) -> str:
        """It in words: "DWP has 31.25 %, last year 27.40 %: 3.85 points more"."""
        way = "more" if self.points > 0 else "fewer"
        return (
            f"{self.sharer.called(hub)} has {in_percent(self.now)}, last year {in_percent(self.was)}: "
            f"{hundredths(abs(self.points))} points {way}"
        )


def year_shares(reckoning: Reckoning, line: CostLine) -> YearShares | None:
    """Who has which part of `line` over the year; None for a cost that is not shared."""
    if line.recovery is not Recovery.SHARED:
        return None
    split = reckoning.split(line, Period(reckoning.facts.year, Billing.YEAR, 1))
    if split is None:
        return None
    fixed = reckoning.facts.hub.fixed_shares_of.get(line.id, ())
    *weights, rest = percent_weights([one.percent for one in fixed]) if fixed else [1]
    parts, host = split.parts, reckoning.facts.host
    days = parts.days * parts.denominator
    of = {Sharer(one.agency): weight * days for one, weight in zip(fixed, weights, strict=True) if weight}
    of |= {Sharer(agency): rest * part for agency, part in parts.of.items() if rest * part}
    for bears, part in ((Bears.VACANT, parts.vacant), (Bears.UNSHARED, parts.unshared)):
        if rest * part:
            of[Sharer(host, bears)] = rest * part
    return YearShares(of, days * (sum(weights) + rest))


def share_changes(now: Reckoning, before: Reckoning, than: int = POINTS) -> Iterator[ShareChange]:
    """Parts in the shared lines of `now` that differ by more than `than` points from the year `before`.

    Lines are the same by their code; one that was not there, or not shared, has nothing to differ from.
    """
    codes = before.facts.hub.cost_line_codes
    for line in now.shared_lines:
        earlier = codes.get((line.code, line.year - 1))
        mine = year_shares(now, line)
        theirs = year_shares(before, earlier) if earlier else None
        if mine is not None and theirs is not None:
            yield from _beyond(line, mine, theirs, than)


def _beyond(line: CostLine, now: YearShares, was: YearShares, than: int) -> Iterator[ShareChange]:
    most = than * now.over * was.over
    for sharer in dict.fromkeys((*now.of, *was.of)):
        moved = now.of.get(sharer, 0) * was.over - was.of.get(sharer, 0) * now.over
        if 100 * abs(moved) > most:
            yield ShareChange(line.id, sharer, was.part(sharer), now.part(sharer))
