"""`YearSeen`: the charging year of a snapshot, worked out once for the packs of all agencies."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.facts import facts_of
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import Line
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.editing.roll_forward import roll_forward
from hubdesk.workflows.review.behind import Behind
from hubdesk.workflows.review.snapshot import Snapshot


class YearSeen:
    """What the year of `snapshot` comes to: every period under the facts of the snapshot, without VAT.

    It is the sum of its periods, as `hubdesk recharge HUB YEAR` shows it, and no adjustments. `as_at` is
    a day of the year; `rolled` says that its costs are those of the year before, unchanged. What it works
    out raises Refused where desks have no rate.
    """

    def __init__(self, snapshot: Snapshot, as_at: date, *, rolled: bool = False) -> None:
        self.as_at = as_at
        self.hub: Hub = snapshot.hub
        self.year: ChargingYear = snapshot.year
        self.rolled = rolled
        self.snapshot = snapshot
        facts = facts_of(snapshot.hub, snapshot.year, snapshot.billing)
        self.reckoning = Reckoning(facts, snapshot.amounts)
        self.periods = snapshot.year.periods(snapshot.billing)

    @cached_property
    def recharges(self) -> tuple[Recharge, ...]:
        """The recharge of each period, in order."""
        return tuple(recharge_of(self.reckoning, period) for period in self.periods)

    @cached_property
    def lines(self) -> Mapping[RecordId, tuple[Line, ...]]:
        """Every line of the year's periods by the agency that is charged."""
        found: defaultdict[RecordId, list[Line]] = defaultdict(list)
        for recharge in self.recharges:
            for line in recharge.lines:
                found[line.agency].append(line)
        return {agency: tuple(lines) for agency, lines in found.items()}

    @cached_property
    def costs(self) -> Mapping[RecordId, tuple[Apportionment, ...]]:
        """How each shared cost line falls in the periods in which it runs."""
        found: defaultdict[RecordId, list[Apportionment]] = defaultdict(list)
        for recharge in self.recharges:
            for one in recharge.apportionments:
                found[one.split.line.id].append(one)
        return {line: tuple(parts) for line, parts in found.items()}

    @cached_property
    def licences(self) -> Mapping[RecordId, tuple[LicenceCharge, ...]]:
        """What each licence is charged in each period."""
        found: defaultdict[RecordId, list[LicenceCharge]] = defaultdict(list)
        for recharge in self.recharges:
            for one in recharge.licences:
                found[one.licence.id].append(one)
        return {licence: tuple(charges) for licence, charges in found.items()}

    @cached_property
    def following(self) -> "YearSeen":
        """The next year: by its own cost lines where there are any, else by this year's unchanged."""
        year = self.year.following()
        hub, rolled = self.hub, False
        if not hub.cost_lines_of.get(year.starts_in) and hub.cost_lines_of.get(self.year.starts_in):
            hub, rolled = hub.applying(roll_forward(hub, year.starts_in)), True
        billing = hub.settings.billing
        snapshot = replace(self.snapshot, hub=hub, year=year, billing=billing, amounts=Amounts.BUDGET)
        return YearSeen(snapshot, year.first, rolled=rolled)

    @cached_property
    def behind(self) -> Behind:
        """Who stands behind the totals of the year."""
        return Behind(self.reckoning.facts, self.costs, self.recharges)

    def shared_with(self, agency: RecordId) -> tuple[CostLine, ...]:
        """The shared costs in which `agency` has a part, in order of code."""
        return tuple(
            line
            for line in self.reckoning.shared_lines
            if any(_has_part(one, agency) for one in self.costs.get(line.id, ()))
        )

    def total(self, agency: RecordId) -> Pence:
        """All that `agency` is charged for the year."""
        return sum(line.pence for line in self.lines.get(agency, ()))


def _has_part(one: Apportionment, agency: RecordId) -> bool:
    return agency in one.split.fixed or bool(one.split.parts.of.get(agency))
