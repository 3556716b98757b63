"""The apportionment of one shared cost in one billing period (charging rules, section 4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from hubdesk.charging.licences import Award, split_award
from hubdesk.charging.parts import Parts
from hubdesk.charging.reduction import Reduction
from hubdesk.charging.sharing import largest_remainder
from hubdesk.domain.cost_line import CostLine, FixedShare
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, ratio_to_penny
from hubdesk.domain.period import ChargingYear, Period
from hubdesk.domain.timeline import ONE_DAY, Timeline


@dataclass(frozen=True, slots=True)
class Split:
    """How the cost of a period falls, before caps and concessions.

    `cost` is C; `fixed` the fixed shares, `rest` what is left for the basis; `shares` are by the basis,
    both in order of agency code; `vacant` and `unshared` are the host's. All of them together are C.
    """

    line: CostLine
    period: Period
    cost: Pence
    fixed: Mapping[RecordId, Pence]
    rest: Pence
    parts: Parts
    shares: Mapping[RecordId, Pence]
    vacant: Pence
    unshared: Pence

    def of(self, agency: RecordId) -> Pence:
        """The share of `agency`, fixed or by the basis."""
        return self.fixed.get(agency, 0) + self.shares.get(agency, 0)

    @property
    def sharing(self) -> tuple[RecordId, ...]:
        """The agencies with a fixed share or a part, each once."""
        return (*self.fixed, *self.shares)


@dataclass(frozen=True, slots=True)
class Apportionment:
    """A split with what caps and concessions make of it.

    `caps` are what each agency is spared and the host bears; `awards` what is taken off share less cap.
    """

    split: Split
    caps: Mapping[RecordId, Pence]
    awards: Mapping[RecordId, Award]

    def net(self, agency: RecordId) -> Pence:
        """Share less cap less concession."""
        award = self.awards.get(agency)
        return self.split.of(agency) - self.caps.get(agency, 0) - (award.pence if award else 0)


def days_charged(line: CostLine, year: ChargingYear) -> tuple[date, date]:
    """The first and last day on which `line` runs: the whole of `year` by default."""
    return line.first or year.first, line.last or year.last


def days_in_period(line: CostLine, period: Period) -> tuple[date, date] | None:
    """The first and last day of `line` within `period`, if it runs in it at all."""
    first, last = days_charged(line, period.year)
    first, last = max(first, period.first), min(last, period.last)
    return (first, last) if first <= last else None


def cost_to_date(line: CostLine, amount: Pence, year: ChargingYear, day: date) -> Pence:
    """R(K(t)): what of `amount`, which falls evenly on the line's days, has fallen by the end of `day`."""
    first, last = days_charged(line, year)
    fallen = (min(max(day, first - ONE_DAY), last) - first).days + 1
    return ratio_to_penny(amount * fallen, (last - first).days + 1)


def cost_of_period(line: CostLine, amount: Pence, period: Period) -> Pence:
    """C of the charging rules."""
    before = cost_to_date(line, amount, period.year, period.first - ONE_DAY)
    return cost_to_date(line, amount, period.year, period.last) - before


def split_cost(
    line: CostLine, period: Period, cost: Pence, fixed: Sequence[FixedShare], parts: Parts
) -> Split:
    """`cost` over the `fixed` shares, then what is left over the `parts`."""
    fixed_pence, rest = _fixed(cost, fixed)
    shares = largest_remainder(rest, (*parts.of.values(), parts.vacant, parts.unshared))
    return Split(
        line,
        period,
        cost,
        {one.agency: pence for one, pence in zip(fixed, fixed_pence, strict=True)},
        rest,
        parts,
        dict(zip(parts.of, shares, strict=False)),
        vacant=shares[-2],
        unshared=shares[-1],
    )


def _fixed(cost: Pence, fixed: Sequence[FixedShare]) -> tuple[list[Pence], Pence]:
    """What each fixed share comes to, and what is left."""
    if not fixed:
        return [], cost
    weights = percent_weights([one.percent for one in fixed])
    *shares, rest = largest_remainder(cost, weights)
    return shares, rest


def percent_weights(percents: Sequence[Decimal]) -> list[int]:
    """`percents` and what is left of 100, last, as whole numbers in proportion."""
    scale = max(max(0, -int(one.as_tuple().exponent)) for one in percents)
    whole = [int(one.scaleb(scale)) for one in percents]
    return [*whole, 100 * 10**scale - sum(whole)]


def over_cap(share_to_date: Pence, share_before: Pence, cap: Pence) -> Pence:
    """A period's cap: what of the running total lies above `cap` now, less what did before."""
    return max(0, share_to_date - cap) - max(0, share_before - cap)


class MeanReduction(NamedTuple):
    """A mean reduction over a part of a period, by who pays for it, as whole numbers over `over`."""

    by_host: int
    by_partners: int
    over: int

    @classmethod
    def of(cls, by_host: Fraction, by_partners: Fraction) -> "MeanReduction":
        over = lcm(by_host.denominator, by_partners.denominator)
        return cls(
            by_host.numerator * (over // by_host.denominator),
            by_partners.numerator * (over // by_partners.denominator),
            over,
        )


def shared_award(pence: Pence, mean: MeanReduction) -> Award:
    """The concession on `pence`, which is share less cap, at the period's mean reduction."""
    by_host, by_partners, over = mean
    whole = ratio_to_penny(pence * (by_host + by_partners), over)
    if not by_partners:
        return Award(whole, whole, 0)
    if not by_host:
        return Award(whole, 0, whole)
    return split_award(whole, Fraction(pence * by_host, over), Fraction(pence * by_partners, over))


def mean_over_part(reductions: Timeline[Reduction], agency: RecordId, parts: Parts) -> MeanReduction:
    """The mean reduction of `agency` over its part of the period, which is above 0."""
    spans = tuple(reductions.spans(parts.first, parts.last))
    if len(spans) == 1:
        return MeanReduction.of(*spans[0].value)
    by_host = by_partners = Fraction(0)
    for span in spans:
        part = parts.between(agency, span.first, span.last)
        by_host += part * span.value.by_host
        by_partners += part * span.value.by_partners
    return MeanReduction.of(by_host / parts.of[agency], by_partners / parts.of[agency])


def mean_over_days(reductions: Timeline[Reduction], first: date, last: date) -> MeanReduction:
    """The mean reduction from `first` to `last`, a day counting as a day: for a fixed share."""
    days = (last - first).days + 1
    spans = tuple(reductions.spans(first, last))
    return MeanReduction.of(
        sum((span.days * span.value.by_host for span in spans), Fraction(0)) / days,
        sum((span.days * span.value.by_partners for span in spans), Fraction(0)) / days,
    )
