"""Which totals an agency may see in a round whose totals are withheld, beside all it has seen before.

A cost falls evenly on its days, so that one period's total tells those of all others, and with its own
shares an agency can tell how totals change from period to period. So a cost is shown with all of its
periods; or, where that would tell too much, with the totals of its year alone; or not at all. With the
totals of periods goes what follows from them: the estimate of next year. The host is no secret, nor is how
many desks are vacant, so neither counts among the others that stand behind a total. Costs are taken in
order of code, first those that an earlier pack showed, which have been replayed one after the other.

An agency is always told its own charge: what two charges of its own tell, and what packs with open totals
told before, cannot be withheld again.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from hubdesk.charging.apportionment import days_charged
from hubdesk.charging.totals_shown import FEWEST, Total, TotalsKnown
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import Totals
from hubdesk.workflows.review.behind import LICENSED, Shown, basis_of
from hubdesk.workflows.review.year import YearSeen


class TotalsAsked(NamedTuple):
    """The year of a round, and how the round has its totals."""

    seen: YearSeen
    totals: Totals


def totals_shown_to(
    agency: RecordId, asked: TotalsAsked, earlier: Sequence[TotalsAsked] = ()
) -> Mapping[RecordId, Shown]:
    """The cost lines whose totals the pack of `agency` shows, and how closely.

    `earlier` are the rounds that it was in before, oldest first.
    """
    if asked.totals is Totals.OPEN:
        return {line.id: Shown.PERIODS for line in asked.seen.shared_with(agency)}
    packs = _Packs(agency)
    for one in earlier:
        packs.next(one)
    return packs.next(asked)


class _Packs:
    """The packs of one agency, one after the other, as far as totals go."""

    def __init__(self, agency: RecordId) -> None:
        self._agency = agency
        self._known = TotalsKnown()
        self._before: list[YearSeen] = []
        self._codes: set[str] = set()

    def next(self, asked: TotalsAsked) -> Mapping[RecordId, Shown]:
        """The totals that the next pack shows; what they tell is known from then on."""
        seen = asked.seen
        lines = sorted(
            seen.shared_with(self._agency), key=lambda line: (line.code not in self._codes, line.code)
        )
        pool = list(seen.behind.pool(self._agency))
        if asked.totals is Totals.OPEN:
            shown = {line.id: Shown.PERIODS for line in lines}
            for line in lines:
                self._known.learns(self._told_by(line, seen, Shown.PERIODS))
            self._known.learns(awarded for _, awarded in pool)
        else:
            hidden = [days for days, awarded in pool if len(awarded) < FEWEST]
            pooled = [awarded for _, awarded in pool if len(awarded) >= FEWEST]
            shown = {}
            for line in lines:
                more = pooled if basis_of(line) == LICENSED else []
                for how in Shown:
                    if self._known.may_learn([*self._told_by(line, seen, how), *more], hidden):
                        shown[line.id] = how
                        break
        self._before.append(seen)
        self._codes |= {line.code for line in lines if line.id in shown}
        return shown

    def _told_by(self, line: CostLine, seen: YearSeen, shown: Shown) -> Iterator[Total]:
        """What the totals of `line` tell: of this year, of earlier rounds, of the estimate of next year."""
        yield from seen.behind.cost(line, self._agency, self._closely(line, seen, shown))
        for before in self._before:
            if line.id in before.costs:
                yield from before.behind.cost(line, self._agency, Shown.YEAR)
        if shown is Shown.PERIODS:
            yield from self._told_by_estimate(line, seen)

    def _closely(self, line: CostLine, seen: YearSeen, shown: Shown) -> Shown:
        """A concession that changes in the year tells the shares before and after, and so all there is."""
        first, last = days_charged(line, seen.year)
        off = seen.reckoning.reductions.get(self._agency)
        changes = off is not None and len({one.value for one in off.spans(first, last)}) > 1
        return Shown.PERIODS if changes else shown

    def _told_by_estimate(self, line: CostLine, seen: YearSeen) -> Iterator[Total]:
        then = seen.following
        try:
            later = then.shared_with(self._agency)
        except Refused:
            return  # Then there is no estimate.
        for one in later:
            if one.code == line.code:
                yield from then.behind.cost(one, self._agency, Shown.YEAR)
