"""What who sits where does to each agency's charges: by how many £ more or less, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.bases import counts_vacant
from hubdesk.charging.run import Run
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import counted
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import all_told
from hubdesk.workflows.year_cost import NoYearCost, effects_of, year_cost

_MOST_NAMED = 3
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class ChargeChange:
    """By how many `pence` more an agency pays in `year`, without VAT; below 0, by how many less."""

    agency: RecordId
    year: ChargingYear
    pence: Pence
    why: str

    @property
    def told(self) -> str:
        """ "£120.50 more in 2026-27", "no change"."""
        if not self.pence:
            return "no change"
        return f"{pounds(abs(self.pence))} {'more' if self.pence > 0 else 'less'} in {self.year.name}"


def charge_changes(
    hub: Hub, change: Change, day: date, issued: Sequence[Run] = ()
) -> tuple[ChargeChange, ...] | NoYearCost:
    """Every agency, in order of code: what `change`, of who sits where from `day` on, does to its year.

    The year is the charging year that holds `day`; what is issued of it already comes back as
    adjustments. Costs follow who sits where only where they are shared by allocated desks.
    """
    was = year_cost(hub, day, issued)
    if isinstance(was, NoYearCost):
        return was
    effects = effects_of(change, was, hub, issued)
    if isinstance(effects, NoYearCost):
        return effects
    pence = {one.agency: one.pence for one in effects}
    reasons = _Reasons(hub, hub.applying(change), day)
    return tuple(
        ChargeChange(one.id, was.year, pence.get(one.id, 0), reasons.of(one.id, pence.get(one.id, 0)))
        for one in sorted(hub.agencies.values(), key=lambda one: one.code)
    )


def charges_told(hub: Hub, changes: tuple[ChargeChange, ...] | NoYearCost) -> str:
    """Who pays more or less, in a sentence; the largest change first."""
    if isinstance(changes, NoYearCost):
        return f"What it does to charges is not known: {all_told(changes.problems)}"
    changed = sorted((one for one in changes if one.pence), key=lambda one: -abs(one.pence))
    if not changed:
        return "Nobody pays more or less."
    told = [f"{hub.agencies[one.agency].code} {one.told}" for one in changed[:_MOST_TOLD]]
    if len(changed) > _MOST_TOLD:
        more = len(changed) - _MOST_TOLD
        told.append(f"{more:,} other {'agency' if more == 1 else 'agencies'} by no more than these")
    return f"Without VAT: {'; '.join(told)}."


class _Reasons:
    """Why an agency pays more, less or the same: the desks that it is charged for, and what goes by them."""

    def __init__(self, before: Hub, after: Hub, day: date) -> None:
        self._year = ChargingYear.containing(day, before.settings.year_start)
        listed = before.cost_lines_of.get(self._year.starts_in, ())
        lines = [
            one for one in listed if one.recovery is Recovery.SHARED and one.basis is Basis.ALLOCATED_DESKS
        ]
        self._lines = _named(lines)
        self._host = before.settings.host if any(counts_vacant(one) for one in lines) else None
        self._had, self._has = _charged(before, day), _charged(after, day)

    def of(self, agency: RecordId, pence: Pence) -> str:
        if not self._lines:
            return f"No change: no cost of {self._year.name} is shared by allocated desks"
        had, has = self._had[agency], self._has[agency]
        desks = counted(has, "desk")
        told = f"{desks} instead of {had:,}" if has != had else f"{desks}, as before"
        if not pence:
            return f"No change: {told}"
        told += f"; {self._lines} by allocated desks"
        more = sum(self._has.values()) - sum(self._had.values())
        if agency == self._host and more:
            return f"{told}, and {abs(more):,} {'fewer' if more > 0 else 'more'} vacant, which the host pays"
        return told if has != had else f"{told}, of which others have more or fewer"


def _charged(hub: Hub, day: date) -> Counter[RecordId]:
    """How many desks each agency is charged for on `day`."""
    here: Iterable[Allocation] = hub.allocations.values()
    return Counter(one.payer for one in here if holds(one, day) and holds(hub.desks[one.desk], day))


def _named(lines: Sequence[CostLine]) -> str:
    """ "“Cleaning” goes", "“Cleaning”, “Guard” and 2 more go"; nothing for none."""
    names = [f"“{one.name or one.code}”" for one in sorted(lines, key=lambda one: one.code)]
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], f"{len(names) - _MOST_NAMED + 1:,} more"]
    *others, last = names or [""]
    if not last:
        return ""
    return f"{', '.join(others)} and {last} go" if others else f"{last} goes"
