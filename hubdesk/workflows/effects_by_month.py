"""What a change that is not made yet would do to everybody's charges, month by month of a charging year."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.by_month import YearCharged, effects_in_months, year_charged
from hubdesk.charging.facts import facts_of
from hubdesk.charging.run import Run
from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors, errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.workflows.recharge_run import billing_in, on_actuals
from hubdesk.workflows.year_cost import NoYearCost


@dataclass(frozen=True, slots=True)
class AgencyMonths:
    """By how many pence more, without VAT, one agency pays in each of the twelve months; below zero, less."""

    agency: RecordId
    effects: tuple[Pence, ...]

    @property
    def pence(self) -> Pence:
        """By how much more it pays in the year."""
        return sum(self.effects)


@dataclass(frozen=True, slots=True)
class EffectsByMonth:
    """The effect of a change on everybody in `year`: of each agency, the largest first, then by code.

    The twelve months of an agency come to its effect in `year_cost.effects_of`, to the penny. `hub` is the
    hub after the change, which knows the names of those who join. `without_costs` says that no cost line
    of the year is known yet, so that licence charges are all there is; `was` is what the hub charges as it
    stands, to be handed in with the next question about it.
    """

    hub: Hub
    year: ChargingYear
    of: tuple[AgencyMonths, ...]
    without_costs: bool
    was: YearCharged = field(compare=False, repr=False)

    @property
    def changed(self) -> tuple[AgencyMonths, ...]:
        """Those who pay more or less in any month."""
        return tuple(one for one in self.of if any(one.effects))


def effects_by_month(
    change: Change,
    hub: Hub,
    year: ChargingYear,
    issued: Sequence[Run] = (),
    was: YearCharged | None = None,
) -> EffectsByMonth | NoYearCost:
    """What `change` to `hub` would do in `year`; the errors that stand in its way, if any.

    `was` is that of an earlier answer about the same hub and year, under the same runs.

    As in `year_cost`, the year is worked out as if nothing had been issued yet: what is issued already
    comes back as adjustments in the next run. Raises Refused where charges cannot be worked out.
    """
    if found := errors(hub) or errors_of(hub, change):
        return NoYearCost(found)
    after = hub.applying(change)
    was = was or _charged(hub, year, issued)
    effects = effects_in_months(was, _charged(after, year, issued))
    known = {**hub.agencies, **after.agencies}
    agencies = [AgencyMonths(one, effects.get(one, (0,) * 12)) for one in known]
    agencies.sort(key=lambda one: (-abs(one.pence), known[one.agency].code))
    return EffectsByMonth(after, year, tuple(agencies), not after.cost_lines_of.get(year.starts_in), was)


def _charged(hub: Hub, year: ChargingYear, issued: Sequence[Run]) -> YearCharged:
    amounts = Amounts.ACTUAL if on_actuals(issued, year) else Amounts.BUDGET
    return year_charged(facts_of(hub, year, billing_in(hub, issued, year)), amounts)
