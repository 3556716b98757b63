"""Placement rules."""

from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.editing.records import added, changed, found, removed

__all__ = ["add", "change", "remove"]


def add(hub: Hub, *rules: PlacementRule) -> Change:
    """New placement rules. Raises Refused if one with its id is there already."""
    return added(hub, *rules)


def change(hub: Hub, *rules: PlacementRule) -> Change:
    """Each placement rule as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *rules)


def remove(hub: Hub, rule: RecordId) -> Change:
    """The placement rule gone. Raises Refused if somebody removed it meanwhile."""
    return removed(hub, found(hub, PlacementRule, rule))


def naming(hub: Hub, place: Floor | Area) -> tuple[PlacementRule, ...]:
    """The rules whose value is the code of `place`; an area goes before a floor of the same code."""
    kinds = {RuleKind.KEEP_OUT} if isinstance(place, Area) else {RuleKind.KEEP_OUT, RuleKind.STAY_ON_FLOOR}
    if isinstance(place, Floor) and place.code in hub.area_codes:
        kinds.remove(RuleKind.KEEP_OUT)
    return tuple(
        rule for rule in hub.placement_rules.values() if rule.kind in kinds and rule.value == place.code
    )
