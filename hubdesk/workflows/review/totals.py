"""Which totals an agency may see in a round whose totals are withheld, beside all it has seen before.

A cost falls evenly on its days, so that one period's total tells those of all others, and with its own
shares an agency can tell how totals change from period to period. So a cost is shown with all of its
periods; or, where that would tell too much, with the totals of its year alone; or not at all. With the
totals of periods goes what follows from them: the estimate of next year. The host is no secret, nor is how
many desks are vacant, so neither counts among the others that stand behind a total. Costs are taken in
order of code, first those that a pack that is out has shown.

What a pack told is what was in it, so packs that are out (`PackOut`) are read, in whatever order they
went. The same cost in two packs, by its record or its code, is taken to cost the same in both: whoever has
seen its total once can tell from its own shares what the total is in every other year and round; and, where
fixed shares of others are not the same in both, how large those are. The partners' pool is shared by desks
and made of concessions: an agency is told its part of it, and must be able to tell neither where fewer than
three others were awarded them.

An agency is always told its own charge: what two charges of its own tell, and what packs with open totals
told before, cannot be withheld again. Nor can the whole pool from the one agency that bears all of it: the
only public-sector agency with desks, beside a host without any, pays just what was awarded to others.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hubdesk.charging.apportionment import days_charged
from hubdesk.charging.totals_shown import FEWEST, Total, TotalsKnown
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import parse_line_key
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import Pack, ShareLine
from hubdesk.workflows.review.behind import LICENSED, Pool, Shown, basis_of
from hubdesk.workflows.review.year import YearSeen


class TotalsAsked(NamedTuple):
    """The year of a round, and how the round has its totals."""

    seen: YearSeen
    totals: Totals


class PackOut(NamedTuple):
    """A pack that has left the house, and the year that it was made from."""

    seen: YearSeen
    pack: Pack


def totals_shown_to(
    agency: RecordId, asked: TotalsAsked, out: Sequence[PackOut] = ()
) -> Mapping[RecordId, Shown]:
    """The cost lines whose totals the pack of `agency` shows, and how closely.

    `out` are all packs of its own that have left the house, of whatever round and in any order.
    """
    if asked.totals is Totals.OPEN:
        return {line.id: Shown.PERIODS for line in asked.seen.shared_with(agency)}
    return _Told(agency, asked.seen, out).may_be_shown()


def worked_out_for_next_year(
    seen: YearSeen, agency: RecordId, shown: Mapping[RecordId, Shown]
) -> tuple[CostLine, ...]:
    """Next year's costs whose shares the estimate has as they will be, the others being as they are.

    They are those whose totals are `shown` period by period, and those that are new. Raises Refused where
    next year cannot be worked out.
    """
    now = seen.shared_with(agency)
    kept = {line.code for line in now if shown.get(line.id) is not Shown.PERIODS}
    return tuple(line for line in seen.following.shared_with(agency) if line.code not in kept)


class _Charge(NamedTuple):
    """A share of a cost in a year, which the agency is told whatever becomes of the totals."""

    seen: YearSeen
    line: CostLine


class _Told:
    """What the packs of one agency tell, as far as totals go: those that are out, and the next, of `seen`."""

    def __init__(self, agency: RecordId, seen: YearSeen, out: Sequence[PackOut]) -> None:
        self._agency = agency
        self._seen = seen
        self._known = TotalsKnown()
        before = [(one.seen, _shown_in(one)) for one in out]
        self._charges = [
            *dict.fromkeys(
                charge for year, shown in [*before, (seen, {})] for charge in self._told_by_pack(year, shown)
            )
        ]
        self._shown = {line for _, shown in before for line in shown}
        self._again = [shown for year, shown in before if year is seen]
        self._pools = [*self._pools_told(seen, out)]
        for year, shown in before:
            for line in year.shared_with(agency):
                if line.id in shown:
                    self._known.learns(self._told_by(_Charge(year, line), shown[line.id]))
                    if basis_of(line) == LICENSED:
                        self._known.learns(self._told_of_pools())
        # A pool of its own concessions tells by what it is shared, and there is nothing left to hide.
        self._known.learns(pool.desks for pool in self._pools if not pool.awarded)
        self._hidden = [
            total
            for pool in self._pools
            if 0 < len(pool.awarded) < FEWEST
            for total in (pool.desks, *pool.alike)
        ]

    def may_be_shown(self) -> Mapping[RecordId, Shown]:
        """The totals that the next pack may show, one after the other."""
        shown: dict[RecordId, Shown] = {}
        charges = [_Charge(self._seen, line) for line in self._seen.shared_with(self._agency)]
        for charge in sorted(charges, key=lambda one: (not self._is_known(one), one.line.code)):
            line = charge.line
            if again := [one[line.id] for one in self._again if line.id in one]:
                shown[line.id] = min(again, key=[*Shown].index)  # Another copy tells nothing new.
                continue
            pools = [*self._told_of_pools()] if basis_of(line) == LICENSED else []
            for how in Shown:
                if self._known.may_learn([*self._told_by(charge, how), *pools], self._hidden):
                    shown[line.id] = how
                    break
        return shown

    def _told_by_pack(self, seen: YearSeen, shown: Mapping[RecordId, Shown]) -> Iterator[_Charge]:
        """The shares that a pack tells: of its year, and of next year as far as that is estimated."""
        for line in seen.shared_with(self._agency):
            yield _Charge(seen, line)
        try:
            later = worked_out_for_next_year(seen, self._agency, shown)
        except Refused:
            return  # Then there is no estimate.
        for line in later:
            yield _Charge(seen.following, line)

    def _pools_told(self, seen: YearSeen, out: Sequence[PackOut]) -> Iterator[Pool]:
        """The pools that the agency is told its part of; those of next year are in packs with open totals."""
        years = [one.seen for one in out]
        years += [one.seen.following for one in out if one.pack.totals is Totals.OPEN and one.pack.estimate]
        for year in (*dict.fromkeys(years), seen):
            pool = year.behind.pool(self._agency)
            if pool is not None:
                yield pool

    def _told_of_pools(self) -> Iterator[Total]:
        """With the desks of all, by what each pool is shared and what it is made of can be told apart."""
        for pool in self._pools:
            if len(pool.awarded) >= FEWEST:
                yield from (pool.desks, pool.awarded)

    def _told_by(self, charge: _Charge, shown: Shown) -> Iterator[Total]:
        """What the totals of a cost tell: of this year, and of every other in which a share of it is told."""
        yield from self._behind(charge, shown)
        same = self._same(charge, shown)
        for one in same:
            yield from self._behind(one, Shown.YEAR)
        fixed = [one.seen.behind.fixed(one.line, self._agency) for one in (charge, *same)]
        if any(one != fixed[0] for one in fixed):
            yield from (one for one in fixed if one)

    def _behind(self, charge: _Charge, shown: Shown) -> tuple[Total, ...]:
        """A concession that changes in the year tells the shares before and after, and so all there is."""
        seen, line = charge
        first, last = days_charged(line, seen.year)
        off = seen.reckoning.reductions.get(self._agency)
        changes = off is not None and len({one.value for one in off.spans(first, last)}) > 1
        return seen.behind.cost(line, self._agency, Shown.PERIODS if changes else shown)

    def _same(self, charge: _Charge, shown: Shown) -> Sequence[_Charge]:
        """All shares that are told of the same cost, in every pack, by the record of its line or its code."""
        told = self._charges
        if shown is Shown.PERIODS:
            told = [*told, *self._told_by_pack(charge.seen, {charge.line.id: shown})]
        ids, codes = {charge.line.id}, {charge.line.code}
        found: dict[_Charge, None] = {}
        while new := [
            one for one in told if one not in found and (one.line.id in ids or one.line.code in codes)
        ]:
            found |= dict.fromkeys(new)
            ids |= {one.line.id for one in new}
            codes |= {one.line.code for one in new}
        return [*found]

    def _is_known(self, charge: _Charge) -> bool:
        """Whether a pack that is out shows a total of that cost."""
        return any(one.line.id in self._shown for one in self._same(charge, Shown.YEAR))


def _shown_in(out: PackOut) -> Mapping[RecordId, Shown]:
    """How closely a pack shows the totals of each cost; what can be read either way, as closely as can be."""

    def closely(share: ShareLine) -> Shown:
        part = share.parts[0]
        of_the_year = part.period == out.pack.year and (part.unit == "%" or len(out.seen.periods) > 1)
        return Shown.YEAR if of_the_year else Shown.PERIODS

    return {
        parse_line_key(one.asked.key).id: closely(one)
        for one in out.pack.shares
        if any(part.cost is not None for part in one.parts)
    }
