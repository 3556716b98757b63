"""Whether the plan bears on the charges at all: what a year's bases count of desks and areas."""

from dataclasses import dataclass
from datetime import date

from hubdesk.charging.bases import counts_vacant
from hubdesk.charging.facts import CHARGED_BY
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.cost_line import Basis, Recovery
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear


@dataclass(frozen=True, slots=True)
class PlanBases:
    """What of the plan a year's shared costs go by; with none of it, no charge follows the plan."""

    allocations: bool
    """Who is allocated to which desk."""
    areas: bool
    """The square metres of areas of sole use."""
    capacity: bool
    """How many desks are in service, because the host carries the vacant ones."""

    def __bool__(self) -> bool:
        return self.allocations or self.areas or self.capacity


def depends(hub: Hub, day: date) -> PlanBases:
    """What of the plan the shared costs of the charging year that holds `day` go by."""
    year = ChargingYear.containing(day, hub.settings.year_start)
    listed = hub.cost_lines_of.get(year.starts_in, ())
    shared = [line for line in listed if line.recovery is Recovery.SHARED]
    return PlanBases(
        allocations=any(line.basis is Basis.ALLOCATED_DESKS for line in shared),
        areas=any(line.basis is Basis.AREA for line in shared),
        capacity=any(counts_vacant(line) for line in shared),
    )


def may_change_charges(hub: Hub, change: Change, day: date) -> bool:
    """Whether `change`, not made yet, can move a charge of the year of `day`.

    Where not, there is nothing to work out: moving a desk about costs nobody anything.
    """
    bases = depends(hub, day)
    return any(_bears(edit, bases) for edit in change.edits)


def _bears(edit: Edit, bases: PlanBases) -> bool:
    match edit.before, edit.after:
        case Desk() as before, Desk() as after if (before.first, before.last) == (after.first, after.last):
            return False
    if edit.kind is Desk:
        return bases.capacity or bases.allocations
    if edit.kind is Allocation:
        return bases.allocations
    if edit.kind is Area:
        return bases.areas
    return edit.kind in CHARGED_BY
