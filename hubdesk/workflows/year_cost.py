"""What a charging year comes to as things stand, and what a change not yet made would do to it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import chain

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.cover import RateCover, year_cover
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import Charge, LineKind
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run, in_year, periods_issued
from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors, errors_of
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, ratio_to_penny
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Problem
from hubdesk.workflows.charged_by_plan import may_change_charges
from hubdesk.workflows.recharge_run import billing_in, on_actuals


class Stream(Enum):
    """What an agency pays for; the value is the word people see."""

    LICENCES = "licences"
    """Licence charges before concessions."""
    CONCESSIONS = "concessions"
    """What is taken off its licences and its shares of costs."""
    SHARED = "shared costs"
    """Its shares of cost lines, less what lies above its caps."""
    BORNE = "borne for others"
    """Vacant desks, days without weights, and the caps and concessions of others that it pays for."""


@dataclass(frozen=True, slots=True)
class AgencyCost:
    """What one agency is charged for a year, in pence without VAT, and its licensed desks, day by day.

    `in_issued` of it falls in periods that are issued: what differs there is charged as an adjustment.
    """

    agency: RecordId
    streams: Mapping[Stream, Pence]
    desk_days: int
    days_in_year: int
    in_issued: Pence = 0

    @property
    def pence(self) -> Pence:
        return sum(self.streams.values())

    def per_desk(self, *streams: Stream) -> Pence | None:
        """Pence a year for each desk licensed, of all streams unless some are named; None without a desk.

        An agency that is here for part of the year is charged for that part and divided by it, so its
        figure is that of a desk for the whole year. Each stream is to the penny, so that they add up.
        """
        if not self.desk_days:
            return None
        return sum(
            ratio_to_penny(self.streams[stream] * self.days_in_year, self.desk_days)
            for stream in streams or tuple(Stream)
        )


@dataclass(frozen=True, slots=True)
class YearCost:
    """What `year` comes to: every period worked out under today's facts, without VAT.

    It is the year as it would be charged if nothing had been issued yet: the sum of its periods, as
    `hubdesk recharge HUB YEAR` shows it, and no adjustments. Only what issuing settles for good counts:
    how the year is cut into periods, and whether it has gone over to actuals. Over all agencies, the
    host among them, it is the shared costs and the gross licence charges. `of` has every agency.
    """

    year: ChargingYear
    amounts: Amounts
    of: Mapping[RecordId, AgencyCost]
    reckoning: Reckoning = field(compare=False, repr=False)

    @property
    def cover(self) -> RateCover:
        """What the licences bring in against the costs that the desk rate is to cover."""
        return year_cover(self.reckoning)

    @property
    def pence(self) -> Pence:
        return sum(one.pence for one in self.of.values())


@dataclass(frozen=True, slots=True)
class NoYearCost:
    """That a year has no figure, and why, in words for a user: errors, or nothing to charge."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AgencyEffect:
    """What one agency is charged for the year before and after a change, in pence without VAT."""

    agency: RecordId
    before: Pence
    after: Pence

    @property
    def pence(self) -> Pence:
        """By how much more it pays; below zero, by how much less."""
        return self.after - self.before


def year_cost(hub: Hub, day: date, issued: Sequence[Run] = ()) -> YearCost | NoYearCost:
    """What the charging year that holds `day` comes to; `issued` are the runs issued from the hub."""
    if found := errors(hub):
        return NoYearCost(found)
    return _worked_out(hub, ChargingYear.containing(day, hub.settings.year_start), issued)


def agency_effects(
    before: Hub, after: Hub, day: date, issued: Sequence[Run] = ()
) -> tuple[AgencyEffect, ...] | NoYearCost:
    """Who would pay more or less for the year of `day`, the largest change first; nobody else is told of.

    `before` is the hub as it stands and `after` what a change not yet made would make of it.
    """
    was = year_cost(before, day, issued)
    return was if isinstance(was, NoYearCost) else _effects(was, year_cost(after, day, issued))


def effects_of(
    change: Change, was: YearCost, hub: Hub, issued: Sequence[Run] = ()
) -> tuple[AgencyEffect, ...] | NoYearCost:
    """The same for one `change` to `hub`, whose cost is known: what a preview asks for again and again.

    It looks for errors around the change alone, and works nothing out where no charge can follow.
    """
    if found := errors_of(hub, change):
        return NoYearCost(found)
    if not may_change_charges(hub, change, was.year.first):
        return ()
    return _effects(was, _worked_out(hub.applying(change), was.year, issued))


def _worked_out(hub: Hub, year: ChargingYear, issued: Sequence[Run]) -> YearCost | NoYearCost:
    facts = facts_of(hub, year, billing_in(hub, issued, year))
    if not facts.cost_lines and not hub.licences:
        return NoYearCost((_nothing_to_charge(year),))
    reckoning = Reckoning(facts, Amounts.ACTUAL if on_actuals(issued, year) else Amounts.BUDGET)
    periods = year.periods(facts.billing)
    recharges = [recharge_of(reckoning, period) for period in periods]
    streams = _by_agency(hub, chain.from_iterable(one.charges for one in recharges))
    issued_so_far = periods_issued(in_year(issued, year))
    in_issued = _sums(chain.from_iterable(one.charges for one in recharges if one.period in issued_so_far))
    costs = (
        AgencyCost(
            agency,
            streams[agency],
            sum(reckoning.desk_days(agency, period) for period in periods),
            year.days,
            in_issued[agency],
        )
        for agency in reckoning.in_order
    )
    return YearCost(year, reckoning.amounts, {one.agency: one for one in costs}, reckoning)


def _effects(was: YearCost, now: YearCost | NoYearCost) -> tuple[AgencyEffect, ...] | NoYearCost:
    if isinstance(now, NoYearCost):
        return now
    agencies = dict.fromkeys((*was.of, *now.of))
    effects = [AgencyEffect(one, _pence(was, one), _pence(now, one)) for one in agencies]
    return tuple(sorted((one for one in effects if one.pence), key=lambda one: -abs(one.pence)))


def _pence(cost: YearCost, agency: RecordId) -> Pence:
    return cost.of[agency].pence if agency in cost.of else 0


_STREAMS = {
    LineKind.LICENCE: Stream.LICENCES,
    LineKind.CONCESSION: Stream.CONCESSIONS,
    LineKind.SHARED: Stream.SHARED,
    LineKind.FIXED_SHARE: Stream.SHARED,
    LineKind.CAP: Stream.SHARED,
}


def stream_of(kind: LineKind) -> Stream:
    """The stream of lines of that kind: the same sums as on statements and in the recharge workbook."""
    return _STREAMS.get(kind, Stream.BORNE)


def _by_agency(hub: Hub, charges: Iterable[Charge]) -> Mapping[RecordId, Mapping[Stream, Pence]]:
    sums: defaultdict[RecordId, dict[Stream, Pence]] = defaultdict(lambda: dict.fromkeys(Stream, 0))
    for charge in charges:
        stream = stream_of(charge.kind)
        for agency, pence in charge.pence.items():
            sums[agency][stream] += pence
    return sums


def _sums(charges: Iterable[Charge]) -> Mapping[RecordId, Pence]:
    sums: Counter[RecordId] = Counter()
    for charge in charges:
        sums.update(charge.pence)
    return sums


def _nothing_to_charge(year: ChargingYear) -> Problem:
    return warning(
        "nothing-to-charge",
        f"The hub has no licences, and no cost lines of {year.name}",
        f"year {year.name}",
        "Add a licence, or the year's costs",
    )
