"""Who stands behind the totals of a year: for each cost and for the partners' pool, with what figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.bases import Weights, counts_vacant, licensed_desks, weights_of
from hubdesk.charging.facts import Facts
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.totals_shown import Total, Unknown, total_of
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import percent

LICENSED = Basis.LICENSED_DESKS.value
_POOL = "concessions that the partners pay for"
_Figures = Mapping[RecordId, Fraction]
_Spans = Sequence[tuple[int, _Figures]]
"""What each agency has, and for how many days it stays so."""


class Shown(Enum):
    """How closely the totals of a cost are shown."""

    PERIODS = "periods"
    """Those of every period, and how they change within it."""
    YEAR = "year"
    """The year's alone, so that no change in it can be told."""


class Behind:
    """Who stands behind the totals of a year, of which all is given; worked out once for all agencies."""

    def __init__(
        self,
        facts: Facts,
        costs: Mapping[RecordId, tuple[Apportionment, ...]],
        recharges: tuple[Recharge, ...],
    ) -> None:
        self._facts = facts
        self._costs = costs
        self._recharges = recharges
        self._of: dict[tuple[RecordId, bool, Shown], tuple[frozenset[Unknown], ...]] = {}
        self._weights: dict[str, Weights] = {}

    def cost(self, line: CostLine, agency: RecordId, shown: Shown) -> tuple[Total, ...]:
        """Every sum of what others have that `agency` can tell from totals of `line` and its own shares."""
        fixed = any(agency in one.split.fixed for one in self._costs[line.id])
        key = (line.id, fixed, shown)
        if key not in self._of:
            basis = f"share of {line.code}" if fixed else basis_of(line)
            told = [
                figures
                for spans in (self._shares(line) if fixed else self._figures(line))
                for figures in ([_mean(spans)] if shown is Shown.YEAR else [one for _, one in spans])
            ]
            self._of[key] = tuple(
                dict.fromkeys(
                    frozenset(Unknown(who, basis, figure) for who, figure in figures.items() if figure)
                    for figures in told
                )
            )
        return tuple(self._of_others(sums, agency) for sums in self._of[key])

    def pool(self, agency: RecordId) -> Iterator[tuple[Total, Total]]:
        """By what the partners' pool is shared in each period, and whose concessions it is made of.

        Only where `agency` bears a part: from that and either of the two it can tell the other.
        """
        for recharge in self._recharges:
            if recharge.pool.pence and agency in recharge.pool.desk_days:
                no_secret = {agency, self._facts.host}
                days = self._desk_days(recharge)
                yield (
                    {one: count for one, count in days.items() if one.agency not in no_secret},
                    total_of(Unknown(one, _POOL) for one in _awarded(recharge) - no_secret),
                )

    def _of_others(self, sums: Iterable[Unknown], agency: RecordId) -> Total:
        return total_of(one for one in sums if one.agency not in (agency, self._facts.host))

    def _figures(self, line: CostLine) -> Iterator[_Spans]:
        """The weights of those who share `line`.

        Where vacant desks count, all that are not vacant can be told from them, so those are given too.
        """
        costs = [one.split.parts for one in self._costs[line.id]]
        yield [
            (sub.days, {who: Fraction(figure, parts.scale) for who, figure in sub.weights.items()})
            for parts in costs
            for sub in parts.sub_periods()
        ]
        if counts_vacant(line):
            yield [span for parts in costs for span in self._counted(line, parts.first, parts.last)]

    def _counted(self, line: CostLine, first: date, last: date) -> Iterator[tuple[int, _Figures]]:
        basis = basis_of(line)
        if basis not in self._weights:
            self._weights[basis] = weights_of(line, self._facts)
        of = self._weights[basis].of
        steps = {step.first for timeline in of.values() for step in timeline.steps}
        days = sorted({first, *(day for day in steps if first < day <= last)})
        for start, end in zip(days, [*days[1:], None], strict=True):
            length = (end - start).days if end else (last - start).days + 1
            yield length, {who: Fraction(figures.at(start) or 0) for who, figures in of.items()}

    def _shares(self, line: CostLine) -> Iterator[_Spans]:
        """What part of the cost each pays, to one who knows the cost from its own fixed share."""
        fixed = self._facts.hub.fixed_shares_of.get(line.id, ())
        percents = {one.agency: percent(one.percent) for one in fixed}
        left = 1 - sum(percents.values(), Fraction(0))
        costs = [one.split.parts for one in self._costs[line.id]]
        yield [
            (parts.days, {**{who: left * parts.days_of(who) / parts.days for who in parts.of}, **percents})
            for parts in costs
        ]

    def _desk_days(self, recharge: Recharge) -> Mapping[Unknown, int]:
        period = recharge.period
        found: Counter[Unknown] = Counter()
        for agency in recharge.pool.desk_days:
            held = self._facts.hub.licences_of.get(agency, ())
            for span in licensed_desks(held, self._facts).spans(period.first, period.last):
                if span.value:
                    found[Unknown(agency, LICENSED, Fraction(span.value))] += span.days
        return found


def basis_of(line: CostLine) -> str:
    """By what a cost is shared, so that two of the same name are the same."""
    return f"{line.basis.value} {line.driver}".strip()


def _mean(spans: _Spans) -> _Figures:
    """What each has on the mean of the days of `spans`."""
    days = 0
    sums: defaultdict[RecordId, Fraction] = defaultdict(Fraction)
    for length, figures in spans:
        days += length
        for who, figure in figures.items():
            sums[who] += length * figure
    return {who: figure / days for who, figure in sums.items()}


def _awarded(recharge: Recharge) -> set[RecordId]:
    awarded = {one.licence.agency for one in recharge.licences if one.award.by_partners}
    for cost in recharge.apportionments:
        awarded |= {agency for agency, award in cost.awards.items() if award.by_partners}
    return awarded
