"""Who stands behind the totals of a year: for each cost and for the partners' pool, with what figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

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


class Pool(NamedTuple):
    """The partners' pool of a year, to one who bears a part of it and can tell either sum from the other."""

    desks: Total
    """By what it is shared, on the mean of its days."""
    awarded: Total
    """Whose concessions it is made of."""
    alike: tuple[Total, ...]
    """Sums that would tell `desks`: those of each period, and with the desks of the awarded among them, which
    the pool tells apart from the rest."""


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
            basis = _share_of(line) if fixed else basis_of(line)
            told = [
                figures
                for spans in (self._shares(line) if fixed else self._figures(line))
                for figures in ([_mean(spans)] if shown is Shown.YEAR else [one for _, one in spans])
            ]
            self._of[key] = tuple(
                dict.fromkeys(
                    frozenset(_unknown(who, basis, figure) for who, figure in figures.items() if figure)
                    for figures in told
                )
            )
        return tuple(self._of_others(sums, agency) for sums in self._of[key])

    def fixed(self, line: CostLine, agency: RecordId) -> Total:
        """The fixed shares of others, which are known to whoever knows the cost before and after them.

        One with a fixed share of its own is told the cost before them, and what is after them no more.
        """
        shares = self._facts.hub.fixed_shares_of.get(line.id, ())
        if any(one.agency == agency for one in shares):
            return {}
        return total_of(
            _unknown(one.agency, _share_of(line), percent(one.percent))
            for one in shares
            if one.percent and one.agency != self._facts.host
        )

    def pool(self, agency: RecordId) -> Pool | None:
        """The pool of the year; None where `agency` bears no part of it."""
        no_secret = {agency, self._facts.host}
        days, sums, with_desks = 0, Counter[RecordId](), set[RecordId]()
        awarded, alike = set[RecordId](), list[Total]()
        for recharge in self._recharges:
            if recharge.pool.pence and agency in recharge.pool.desk_days:
                days += recharge.period.days
                sharing = {one: held for one, held in recharge.pool.desk_days.items() if one not in no_secret}
                sums.update(sharing)
                off = _awarded(recharge) - no_secret
                awarded |= off
                with_desks |= {one.agency for one in self._desk_days(off, recharge)}
                alike += (self._desk_days(sharing, recharge), _desks_of(sharing))
                alike.append(_desks_of({*sharing, *with_desks}))
        if not days:
            return None
        alike += (_desks_of(sums), _desks_of({*sums, *with_desks}))
        desks = total_of(_unknown(one, LICENSED, Fraction(held, days)) for one, held in sums.items())
        return Pool(desks, total_of(Unknown(one, _POOL) for one in awarded), tuple(alike))

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

    def _desk_days(self, agencies: Iterable[RecordId], recharge: Recharge) -> Total:
        period = recharge.period
        found: Counter[Unknown] = Counter()
        for agency in agencies:
            held = self._facts.hub.licences_of.get(agency, ())
            for span in licensed_desks(held, self._facts).spans(period.first, period.last):
                if span.value:
                    found[_unknown(agency, LICENSED, Fraction(span.value))] += span.days
        return found


def basis_of(line: CostLine) -> str:
    """By what a cost is shared, so that two of the same name are the same."""
    return f"{line.basis.value} {line.driver}".strip()


def _unknown(agency: RecordId, basis: str, figure: Fraction) -> Unknown:
    return Unknown(agency, basis, figure.as_integer_ratio())


def _share_of(line: CostLine) -> str:
    return f"share of {line.code}"


def _desks_of(agencies: Iterable[RecordId]) -> Total:
    return total_of(Unknown(one, LICENSED) for one in agencies)


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
