"""Reasons: which facts changed since a run was issued, in words (charging rules, section 6)."""

from collections.abc import Sequence

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import Line
from hubdesk.charging.reasons.agencies import agency_changes, vat_changes
from hubdesk.charging.reasons.concessions import concession_changes
from hubdesk.charging.reasons.cost_lines import (
    cost_line_changes,
    fixed_share_and_cap_changes,
    participant_changes,
)
from hubdesk.charging.reasons.dated import dated_changes
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.charging.reasons.figures import driver_changes, plan_changes
from hubdesk.charging.reasons.licences import licence_changes, rate_changes
from hubdesk.charging.recharge import Recharge

__all__ = ["FactChange", "dated_changes", "fact_changes", "reasons_for"]


def fact_changes(before: Facts, old: Amounts, after: Facts, new: Amounts) -> tuple[FactChange, ...]:
    """What changed from one set of facts and amounts to another of the same year, in words."""
    return (
        *rate_changes(before, after),
        *licence_changes(before, after),
        *concession_changes(before, after),
        *cost_line_changes(before, old, after, new),
        *fixed_share_and_cap_changes(before, after),
        *participant_changes(before, after),
        *driver_changes(before, after),
        *plan_changes(before, after),
        *agency_changes(before, after),
        *vat_changes(before, after),
    )


def reasons_for(line: Line, again: Recharge, changes: Sequence[FactChange]) -> tuple[str, ...]:
    """The changes that bear on the adjustment `line` of the period worked out `again`."""
    hub, last = again.facts.hub, again.period.last
    bearing = tuple(change.text for change in changes if change.bears_on(line, hub, last))
    return bearing or tuple(change.text for change in changes)
