"""The desk rate built from the costs that it must cover, and what each way of building it brings in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from hubdesk.charging.cover import RateCover, year_cover
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Sector
from hubdesk.domain.change import updating
from hubdesk.domain.checks import errors
from hubdesk.domain.checks.bounds import MOST_PENCE_A_DESK
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence, ratio_to_penny, to_penny
from hubdesk.domain.period import Billing, ChargingYear, Period
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.timeline import Span, Timeline
from hubdesk.workflows.costs.charged import NotCharged
from hubdesk.workflows.costs.desk_days import DeskDays, desk_days
from hubdesk.workflows.costs.reckoned import reckoned


class Way(Enum):
    """A way to build the rate; the value is what people see."""

    IN_SERVICE = "Per desk in service"
    """The host bears the vacant desks."""
    LICENSED = "Per licensed desk"
    """Who is licensed bears them; concessions as they are funded now."""
    BY_PARTNERS = "Per licensed desk: partners fund concessions"
    BY_HOST = "Per licensed desk: host funds concessions"
    """The rate makes good what the host gives away."""


_FUNDERS: Mapping[Way, Funder] = {Way.BY_PARTNERS: Funder.PARTNERS, Way.BY_HOST: Funder.HOST}


@dataclass(frozen=True, slots=True)
class BuiltRate:
    """A rate in pence a desk and year, and what the year would come to with it from its first day.

    `exact` is what was rounded to `rate`: half a penny a desk is what the rounding can miss. `pool` is
    what a partner pays a desk besides for concessions that the partners fund.
    """

    way: Way
    exact: Fraction
    rate: Pence
    cover: RateCover
    pool: Pence


@dataclass(frozen=True, slots=True)
class RatePlan:
    """The rate of a charging year, day by day, from the costs that it is to cover (recovery `licence`).

    `today` is the rate on `day`, None before the first: the day asked for, or the year's first if that is
    of another year. `rates` are those that hold in the year, and `cover` what it comes to with them. Ways
    that would divide by no desks are left out of `ways`.
    """

    year: ChargingYear
    costs: Pence
    days: DeskDays
    day: date
    today: Pence | None
    rates: tuple[Span[Pence], ...]
    cover: RateCover
    pool: Pence
    ways: tuple[BuiltRate, ...]

    def way(self, way: Way) -> BuiltRate | None:
        return next((one for one in self.ways if one.way is way), None)

    @property
    def vacancy(self) -> Fraction | None:
        """How many times the cost per desk in service a licensed desk really costs."""
        if not self.days.in_service or not self.days.licensed:
            return None
        return Fraction(self.days.in_service, self.days.licensed)


def rate_plan(hub: Hub, starts_in: int, day: date, issued: Sequence[Run] = ()) -> RatePlan | NotCharged:
    """The rate of the year that starts in `starts_in`, beside the one on `day`, or on its first."""
    if found := errors(hub):
        return NotCharged(found)
    reckoning = reckoned(hub, starts_in, issued)
    days, cover = desk_days(reckoning), year_cover(reckoning)
    partners, year, pence = _partners_desk_days(reckoning), reckoning.facts.year, hub.rate.pence
    of_year = day if year.first <= day <= year.last else year.first
    return RatePlan(
        year,
        cover.costs,
        days,
        of_year,
        pence.at(of_year),
        tuple(pence.spans(year.first, year.last)),
        cover,
        _pool_a_desk(cover, days.days, partners),
        tuple(_ways(reckoning, days, cover.costs, partners)),
    )


def divisor(days: DeskDays, way: Way) -> Fraction:
    """The desk-days over which `way` spreads the costs."""
    if way is Way.IN_SERVICE:
        return Fraction(days.in_service)
    return days.licensed - days.conceded if way is Way.BY_HOST else Fraction(days.licensed)


def at_rate(reckoning: Reckoning, rate: Pence, way: Way | None = None) -> Reckoning:
    """The year with `rate` from its first day to its last, and concessions funded as `way` has it."""
    facts = reckoning.facts
    concessions = [(one, _funded(one, way)) for one in facts.hub.concessions.values()]
    rates = (facts.hub.rate, _at_rate(facts.hub.rate, facts.year, rate))
    hub = facts.hub.applying(updating("Another rate", rates, *concessions))
    return Reckoning(replace(facts, hub=hub), reckoning.amounts)


def _ways(reckoning: Reckoning, days: DeskDays, costs: Pence, partners: int) -> Iterator[BuiltRate]:
    for way in Way:
        over = divisor(days, way)
        if over <= 0:
            continue
        exact = costs * reckoning.facts.year.days / over
        rate = to_penny(exact)
        if 0 <= rate <= MOST_PENCE_A_DESK:
            cover = year_cover(at_rate(reckoning, rate, way))
            yield BuiltRate(way, exact, rate, cover, _pool_a_desk(cover, days.days, partners))


def _partners_desk_days(reckoning: Reckoning) -> int:
    """The desk-days of those who share the partners' pool: the host and the public agencies."""
    facts, hub = reckoning.facts, reckoning.facts.hub
    whole = Period(facts.year, Billing.YEAR, 1)
    return sum(
        reckoning.desk_days(one, whole)
        for one, agency in hub.agencies.items()
        if one == facts.host or agency.sector is Sector.PUBLIC
    )


def _pool_a_desk(cover: RateCover, days: int, desk_days: int) -> Pence:
    """What a partner pays a desk and year of `days` days for concessions that the partners fund."""
    return ratio_to_penny(cover.by_partners * days, desk_days) if desk_days else 0


def _at_rate(record: DeskRate, year: ChargingYear, rate: Pence) -> DeskRate:
    kept = [(one.first, one.value) for one in record.pence.steps if not year.first <= one.first <= year.last]
    return replace(record, pence=Timeline.of([*kept, (year.first, rate)]))


def _funded(record: Concession, way: Way | None) -> Concession:
    funder = _FUNDERS.get(way) if way else None
    return record if funder is None else replace(record, funder=funder)


def share_of_costs(cover: RateCover) -> Fraction | None:
    """What part of its costs the rate brings in; None without costs."""
    return Fraction(cover.income, cover.costs) if cover.costs > 0 else None
