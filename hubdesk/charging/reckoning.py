"""`Reckoning`: the working-out of a charging year under one set of facts and amounts."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.apportionment import (
    Apportionment,
    MeanReduction,
    Split,
    cost_of_period,
    days_in_period,
    mean_over_days,
    mean_over_part,
    over_cap,
    shared_award,
    split_cost,
)
from hubdesk.charging.bases import Weights, counts_vacant, licensed_desks, vacant_desks, weights_of
from hubdesk.charging.facts import Facts
from hubdesk.charging.licences import Award, LicenceCharge, licence_charge
from hubdesk.charging.parts import Parts, Window, parts_of
from hubdesk.charging.reduction import Reduction, off_shared_costs
from hubdesk.charging.stretches import Stretch, stretches_of
from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period
from hubdesk.domain.timeline import Timeline

_NONE_VACANT: Timeline[int] = Timeline()

_PartsKey = tuple[Basis, str, bool, frozenset[RecordId] | None, frozenset[RecordId], object, int]


class Reckoning:
    """Works out what it is asked for, once; a pure function of `facts` and `amounts` all the same.

    Parts of a period are worked out once per basis, not once per cost line, and a period's splits are
    kept for the caps of later periods, which look at the year so far.
    """

    def __init__(self, facts: Facts, amounts: Amounts) -> None:
        self.facts = facts
        self.amounts = amounts
        self._weights: dict[tuple[Basis, str], Weights] = {}
        self._windows: dict[tuple[Basis, str, tuple[date, date]], Window] = {}
        self._vacant: dict[Basis, Timeline[int]] = {}
        self._parts: dict[_PartsKey, Parts] = {}
        self._splits: dict[tuple[RecordId, Period], Split | None] = {}
        self._means: dict[int, Mapping[RecordId, MeanReduction]] = {}

    @cached_property
    def in_order(self) -> tuple[RecordId, ...]:
        """All agencies in order of code, by code point: the order of ties (section 2)."""
        agencies = self.facts.hub.agencies.values()
        return tuple(one.id for one in sorted(agencies, key=lambda agency: agency.code))

    @cached_property
    def stretches(self) -> Mapping[RecordId, tuple[Stretch, ...]]:
        """Each licence over the year. Raises Refused where a desk has no rate."""
        licences = self.facts.hub.licences.values()
        return {licence.id: stretches_of(licence, self.facts) for licence in licences}

    @cached_property
    def reductions(self) -> Mapping[RecordId, Timeline[Reduction]]:
        """What each agency has off its shared costs, dated; only those that ever have anything."""
        held = self.facts.hub.licences_of
        found = {
            agency: off_shared_costs(
                agency, [self.stretches[licence.id] for licence in held.get(agency, ())], self.facts
            )
            for agency in self.in_order
        }
        return {agency: reductions for agency, reductions in found.items() if reductions}

    @cached_property
    def shared_lines(self) -> tuple[CostLine, ...]:
        return tuple(line for line in self.facts.cost_lines if line.recovery is Recovery.SHARED)

    def licence_charges(self, period: Period) -> tuple[LicenceCharge, ...]:
        """Every licence in `period`, in order of code."""
        licences = sorted(self.facts.hub.licences.values(), key=lambda licence: licence.code)
        return tuple(
            licence_charge(licence, self.stretches[licence.id], period, self.facts) for licence in licences
        )

    def desk_days(self, agency: RecordId, period: Period) -> int:
        """The licensed desk-days of `agency` in `period`."""
        licences = self.facts.hub.licences_of.get(agency, ())
        spans = licensed_desks(licences, self.facts).spans(period.first, period.last)
        return sum(span.days * span.value for span in spans)

    def apportionments(self, period: Period) -> tuple[Apportionment, ...]:
        """Every shared cost line that runs in `period`, in order of code."""
        found = (self.apportionment(line, period) for line in self.shared_lines)
        return tuple(one for one in found if one is not None)

    def apportionment(self, line: CostLine, period: Period) -> Apportionment | None:
        """`line` in `period`, or None if it does not run then."""
        split = self.split(line, period)
        if split is None:
            return None
        caps = self._caps(line, period)
        awards = self._awards(split, caps)
        return Apportionment(split, caps, awards)

    def split(self, line: CostLine, period: Period) -> Split | None:
        """How the cost of `line` falls in `period` before caps and concessions; None if it does not run."""
        key = (line.id, period)
        if key not in self._splits:
            self._splits[key] = self._split(line, period)
        return self._splits[key]

    def share_to_date(self, line: CostLine, agency: RecordId, period: Period) -> Pence:
        """S(k): the shares of `agency` since the year's start, up to and with `period`."""
        splits = (self.split(line, earlier) for earlier in period.up_to())
        return sum(split.of(agency) for split in splits if split)

    def _split(self, line: CostLine, period: Period) -> Split | None:
        days = days_in_period(line, period)
        if days is None:
            return None
        fixed = self.facts.hub.fixed_shares_of.get(line.id, ())
        cost = cost_of_period(line, self.amounts.of(line), period)
        return split_cost(line, period, cost, fixed, self._parts_for(line, period))

    def _parts_for(self, line: CostLine, period: Period) -> Parts:
        hub = self.facts.hub
        listed = hub.participants_of.get(line.id)
        fixed = frozenset(one.agency for one in hub.fixed_shares_of.get(line.id, ()))
        days = days_in_period(line, period)
        assert days is not None
        key = (line.basis, line.driver, counts_vacant(line), listed, fixed, days, period.number)
        if key not in self._parts:
            window = self._window_for(line, days)
            taking = [one for one in self.in_order if one not in fixed and (listed is None or one in listed)]
            vacant = self._vacant_for(line) if counts_vacant(line) else _NONE_VACANT
            self._parts[key] = parts_of(window, taking, vacant)
        return self._parts[key]

    def _weights_for(self, line: CostLine) -> Weights:
        key = (line.basis, line.driver)
        if key not in self._weights:
            self._weights[key] = weights_of(line, self.facts)
        return self._weights[key]

    def _window_for(self, line: CostLine, days: tuple[date, date]) -> Window:
        key = (line.basis, line.driver, days)
        if key not in self._windows:
            self._windows[key] = Window.of(self._weights_for(line), *days)
        return self._windows[key]

    def _vacant_for(self, line: CostLine) -> Timeline[int]:
        if line.basis not in self._vacant:
            self._vacant[line.basis] = vacant_desks(self._weights_for(line), self.facts)
        return self._vacant[line.basis]

    def _caps(self, line: CostLine, period: Period) -> dict[RecordId, Pence]:
        caps = {}
        for one in self.facts.hub.caps_of.get(line.id, ()):
            if one.agency != self.facts.host:
                to_date = self.share_to_date(line, one.agency, period)
                split = self.split(line, period)
                before = to_date - (split.of(one.agency) if split else 0)
                if above := over_cap(to_date, before, one.pence):
                    caps[one.agency] = above
        return caps

    def _awards(self, split: Split, caps: Mapping[RecordId, Pence]) -> dict[RecordId, Award]:
        awards = {}
        for agency, mean in self._means_for(split).items():
            pence = split.of(agency) - caps.get(agency, 0)
            if pence:
                awards[agency] = shared_award(pence, mean)
        return awards

    def _means_for(self, split: Split) -> Mapping[RecordId, MeanReduction]:
        """What those who share in `split` have off: the same for every line with its parts."""
        parts = split.parts
        if id(parts) not in self._means:
            self._means[id(parts)] = {
                agency: mean_over_days(reductions, parts.first, parts.last)
                if agency in split.fixed
                else mean_over_part(reductions, agency, parts)
                for agency, reductions in self.reductions.items()
                if agency in split.fixed or parts.of.get(agency)
            }
        return self._means[id(parts)]
