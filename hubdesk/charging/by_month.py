"""What the charges of a year differ by, month by month (for looking at; nothing is billed by it)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.sharing import largest_remainder
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, ChargingYear, Period

_PerAgency = Mapping[RecordId, Sequence[Pence]]


@dataclass(frozen=True, slots=True)
class YearCharged:
    """A year's charges of each agency, in pence without VAT, cut in two ways.

    `billed` is what each of its billing periods comes to; `months` what its twelve months would if the
    hub were billed by the month, under the same facts. An agency without charges is in neither.
    """

    year: ChargingYear
    billed: _PerAgency
    months: _PerAgency


def year_charged(facts: Facts, amounts: Amounts) -> YearCharged:
    """The year of `facts`, cut both ways. Raises Refused where recharges do."""
    months = _charged(replace(facts, billing=Billing.MONTH), amounts)
    billed = months if facts.billing is Billing.MONTH else _charged(facts, amounts)
    return YearCharged(facts.year, billed, months)


def effects_in_months(before: YearCharged, after: YearCharged) -> Mapping[RecordId, tuple[Pence, ...]]:
    """What each agency pays more or less in each of the twelve months of the year of both.

    A month's effect is what it would be if the hub were billed by the month. Where it is billed by
    quarter or year, the rounding of a period, its one sharing of the partners' pool and its one mean of a
    concession may make its effect a little more or less than that of its months: this difference is
    shared over the period's months, by largest remainder, in proportion to the effect in each of them. So
    the months of a billing period are the effect on what is billed for it, to the penny. Where an agency
    has no other effect in the period, that goes by the effects on all, so that a month in which nothing
    changes for anybody gets no stray penny.
    """
    days = [month.days for month in after.year.periods(Billing.MONTH)]
    months, billed = _difference(before.months, after.months), _difference(before.billed, after.billed)
    on_all = [sum(abs(pence[place]) for pence in months.values()) for place in range(len(days))]
    none = (0,) * len(days)
    return {
        agency: _fitted(months.get(agency, none), billed.get(agency, none), (on_all, days))
        for agency in {**months, **billed}
    }


def _charged(facts: Facts, amounts: Amounts) -> _PerAgency:
    reckoning, periods = Reckoning(facts, amounts), facts.year.periods(facts.billing)
    sums: defaultdict[RecordId, list[Pence]] = defaultdict(lambda: [0] * len(periods))
    for place, period in enumerate(periods):
        for agency, pence in _of_period(reckoning, period):
            sums[agency][place] += pence
    return sums


def _of_period(reckoning: Reckoning, period: Period) -> Sequence[tuple[RecordId, Pence]]:
    return [item for charge in recharge_of(reckoning, period).charges for item in charge.pence.items()]


def _difference(before: _PerAgency, after: _PerAgency) -> Mapping[RecordId, list[Pence]]:
    """After less before; of the whole year where the change is one of how the year is cut."""
    lengths = {len(pence) for pence in (*before.values(), *after.values())}
    if len(lengths) > 1:
        return _difference(_summed(before), _summed(after))
    none = (0,) * max(lengths, default=1)
    return {
        agency: [
            now - was for was, now in zip(before.get(agency, none), after.get(agency, none), strict=True)
        ]
        for agency in {**before, **after}
    }


def _summed(charged: _PerAgency) -> _PerAgency:
    return {agency: (sum(pence),) for agency, pence in charged.items()}


def _fitted(
    months: Sequence[Pence], billed: Sequence[Pence], otherwise: Sequence[Sequence[int]]
) -> tuple[Pence, ...]:
    """`months`, made to come to what is `billed` for each period: by themselves, else by other weights."""
    length = len(months) // len(billed)
    fitted: list[Pence] = []
    for place, pence in enumerate(billed):
        part = slice(place * length, (place + 1) * length)
        own = [abs(month) for month in months[part]]
        weights = next(found for found in (own, *(one[part] for one in otherwise)) if any(found))
        shares = largest_remainder(pence - sum(months[part]), weights)
        fitted += (month + share for month, share in zip(months[part], shares, strict=True))
    return tuple(fitted)
