"""An adversary with packs of one agency in hand, as they came, who puts all that they tell side by side.

It reads packs alone, and knows besides who takes part in what. What no pack can keep back it is not blamed
for: an agency is told its own charges, and what they tell beside what was shown before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import Pack, ShareLine
from hubdesk.workflows.review.contents import RoundSeen, pack_of
from hubdesk.workflows.review.totals import PackOut
from hubdesk.workflows.review.year import YearSeen
from tests.charging.test_totals_shown import null_space, parallel
from tests.workflows.review.made import MADE

Whom = frozenset[RecordId]
Leak = tuple[str, Whom]
"""By what basis, and of whom."""
POOL = "Concessions that the partners pay for together"


class Got(NamedTuple):
    """A pack as it came, and the round that it is of."""

    asking: RoundSeen
    pack: Pack


def packs_sent(rounds: Iterable[RoundSeen], agency: RecordId) -> list[Got]:
    """The packs of `agency`, sent one after the other in the order of `rounds`."""
    got: list[Got] = []
    for asking in rounds:
        out = [PackOut(one.asking.seen, one.pack) for one in got]
        earlier = [one.asking for one in got]
        got.append(Got(asking, pack_of(asking, agency, copy=1, made=MADE, earlier=earlier, out=out)))
    return got


def leaks(agency: RecordId, host: RecordId, got: Sequence[Got]) -> set[Leak]:
    """Whom packs with totals withheld tell of that they could have kept back: one or two, or an award."""
    found: set[Leak] = set()
    for place, one in enumerate(got):
        if one.pack.totals is Totals.WITHHELD:
            before, in_any_case, whole = _Held(agency, host), _Held(agency, host), _Held(agency, host)
            for earlier in got[:place]:
                for held in (before, in_any_case, whole):
                    held.take(earlier, all_of_it=True)
            in_any_case.take(one, all_of_it=False)
            whole.take(one, all_of_it=True)
            found |= whole.recovered() - in_any_case.recovered()
    return found


@dataclass
class _Held:
    """What an agency holds: totals that were shown, and its own charges."""

    agency: RecordId
    host: RecordId
    shown: list[tuple[YearSeen, CostLine, ShareLine]] = field(default_factory=list)
    charges: list[tuple[YearSeen, CostLine]] = field(default_factory=list)
    pools: list[YearSeen] = field(default_factory=list)

    def take(self, got: Got, *, all_of_it: bool) -> None:
        """Read a pack: all of it, or what no pack could leave out."""
        pack, seen = got.pack, got.asking.seen
        lines = {line.code: line for line in seen.reckoning.shared_lines}
        for share in pack.shares:
            self.charges.append((seen, lines[share.code]))
            if all_of_it and any(part.cost is not None for part in share.parts):
                self.shown.append((seen, lines[share.code], share))
            assert all(part.cost is not None or (part.whole is None and not part.odd) for part in share.parts)
        self.pools += [seen for one in pack.others if one.what == POOL]
        now = {share.code for share in pack.shares}
        for row in pack.estimate.rows if pack.estimate else ():
            if "as this year" in row.why:
                continue
            if row.what == POOL:
                self.pools += [seen.following] if all_of_it else []
            line = self._next_year(row.what, seen)
            if line is not None and (all_of_it or line.code not in now):
                self.charges.append((seen.following, line))

    def recovered(self) -> set[Leak]:
        """Whom it can tell alone or two by two, and whose awards, by every basis."""
        told = self._told()
        found = {(basis, whom) for basis, sums in told.items() for whom in _few(sums)}
        for seen in self.pools:
            sharing, awarded = self._pool(seen)
            if 0 < len(awarded) < 3:
                sums = told[Basis.LICENSED_DESKS.value]
                if any(_follows(one, sums) for one in (sharing, sharing | awarded)):
                    found.add(("awarded", awarded))
        return found

    def _told(self) -> dict[str, set[Whom]]:
        """By basis, whose figures are summed in every total that it knows."""
        told: defaultdict[str, set[Whom]] = defaultdict(set)
        for seen, line, share in self.shown:
            for basis, whom in totals_in(share, line, seen, self.agency):
                told[basis].add(whom - {self.agency, self.host})
        for _, line, _ in self.shown:
            same = [one for one in self.charges if one[1].id == line.id or one[1].code == line.code]
            for seen, other in same:
                basis, whose = sums_of(other, seen, self.agency)
                told[basis].add(frozenset().union(*whose) - {self.agency, self.host})
            fixed = {self._fixed(seen, other) for seen, other in same}
            if len(fixed) > 1:
                told[f"fixed {line.code}"] |= {frozenset(who for who, _ in one) for one in fixed}
        desks = Basis.LICENSED_DESKS.value
        pools = [self._pool(seen) for seen in self.pools]
        by_desks = any(line.basis is Basis.LICENSED_DESKS for _, line, _ in self.shown)
        for sharing, awarded in pools:
            if not awarded or (by_desks and len(awarded) >= 3):
                told[desks].add(sharing)
        return told

    def _fixed(self, seen: YearSeen, line: CostLine) -> frozenset[tuple[RecordId, object]]:
        """Fixed shares that stand between the cost and what this agency is shown of it."""
        shares = seen.hub.fixed_shares_of.get(line.id, ())
        if any(one.agency == self.agency for one in shares):
            return frozenset()
        return frozenset(
            (one.agency, one.percent) for one in shares if one.agency != self.host and one.percent
        )

    def _pool(self, seen: YearSeen) -> tuple[Whom, Whom]:
        """Who shares the pool of a year, and who was awarded what is in it."""
        sharing, awarded = set[RecordId](), set[RecordId]()
        for recharge in seen.recharges:
            if self.agency in recharge.pool.desk_days and recharge.pool.pence:
                sharing |= {one for one, days in recharge.pool.desk_days.items() if days}
                awarded |= {one.licence.agency for one in recharge.licences if one.award.by_partners}
                for cost in recharge.apportionments:
                    awarded |= {one for one, award in cost.awards.items() if award.by_partners}
        but = {self.agency, self.host}
        return frozenset(sharing - but), frozenset(awarded - but)

    def _next_year(self, what: str, seen: YearSeen) -> CostLine | None:
        lines = {f"{one.code} {one.name}".strip(): one for one in seen.following.shared_with(self.agency)}
        return lines.get(what)


def totals_in(
    share: ShareLine, line: CostLine, seen: YearSeen, agency: RecordId
) -> Iterator[tuple[str, Whom]]:
    """Whose figures are summed in each total that `share` shows, by basis."""
    basis, whose = sums_of(line, seen, agency)
    costs = seen.costs[line.id]
    of_the_year = len(share.parts) == 1 and (share.parts[0].unit == "%" or len(costs) > 1)
    for whom in [frozenset[RecordId]().union(*whose)] if of_the_year else whose:
        yield basis, whom


def sums_of(line: CostLine, seen: YearSeen, agency: RecordId) -> tuple[str, list[Whom]]:
    """The basis of a cost as `agency` sees it, and whose figures make its totals one after the other."""
    costs = seen.costs[line.id]
    if any(agency in one.split.fixed for one in costs):
        percents = {one.agency: one.percent for one in seen.hub.fixed_shares_of[line.id]}
        fixed = {who for who, percent in percents.items() if percent}
        rest = sum(percents.values()) < 100
        parts = [{who for who, part in one.split.parts.of.items() if part and rest} for one in costs]
        return f"cost {line.code}", [frozenset(fixed | whose) for whose in parts]
    basis = line.driver if line.basis is Basis.DRIVER else line.basis.value
    return basis, [frozenset(sub.weights) for one in costs for sub in one.split.parts.sub_periods()]


def _few(sums: Iterable[Whom]) -> Iterator[Whom]:
    """Whom some combination of `sums` is about, and nobody else: one, or two."""
    told = sorted(sums, key=sorted)
    names = sorted(frozenset[RecordId]().union(*told))
    rows = null_space([[int(name in total) for name in names] for total in told], len(names))
    yield from (frozenset({name}) for name, row in zip(names, rows, strict=True) if not any(row))
    for one, other in combinations(range(len(names)), 2):
        if parallel(rows[one], rows[other]):
            yield frozenset({names[one], names[other]})


def _follows(whom: Whom, sums: Iterable[Whom]) -> bool:
    """Whether the sum of what `whom` have is a combination of `sums`: then it leaves no less unknown."""
    told = [*sums]
    names = sorted(whom.union(*told))
    if not whom:
        return False
    rows = [[int(name in total) for name in names] for total in (*told, whom)]
    without, with_it = (len(null_space(some, len(names))[0]) for some in (rows[:-1], rows))
    return without == with_it
