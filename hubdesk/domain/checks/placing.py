"""Working links, placement rules and drop-ins."""

from collections.abc import Iterator

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.rule import RuleKind


def links(hub: Hub) -> Iterator[Problem]:
    """Links of an agency with itself, or without a strength above zero."""
    for link in hub.working_links.values():
        if link.agency == link.other:
            yield error(
                "link-with-itself",
                "An agency is linked with itself",
                named(hub, link),
                "Name the other agency, or remove the link",
                (link.id,),
                "other",
            )
        if link.strength.is_finite() and link.strength <= 0:
            yield error(
                "link-strength",
                f"The strength {link.strength} is not above zero",
                named(hub, link),
                "Type a strength above zero; people use 1 to 10",
                (link.id,),
                "strength",
            )


def rules(hub: Hub) -> Iterator[Problem]:
    """Rules whose value names no floor or area, or that lack the value they need."""
    for rule in hub.placement_rules.values():
        match rule.kind:
            case RuleKind.CLEARANCE:
                wrong, needed = not rule.value, "a clearance"
            case RuleKind.STAY_ON_FLOOR:
                wrong, needed = rule.value not in hub.floor_codes, "a floor's code"
            case RuleKind.KEEP_OUT:
                places = rule.value in hub.area_codes or rule.value in hub.floor_codes
                wrong, needed = not places, "a floor's or an area's code"
            case RuleKind.PUBLIC_ACCESS | RuleKind.GROUND_FLOOR | RuleKind.TOGETHER:
                continue
        if wrong:
            yield error(
                "rule-value",
                f"“{rule.value}” is not {needed} of this hub" if rule.value else f"It needs {needed}",
                named(hub, rule),
                f"Type {needed}",
                (rule.id,),
                "value",
            )


def drop_ins(hub: Hub) -> Iterator[Problem]:
    """Drop-ins with both or neither of weekday and date, or that end before they start."""
    for one in hub.drop_ins.values():
        if (one.weekday is None) == (one.on is None):
            yield error(
                "drop-in-day",
                "It has neither a weekday nor a date" if one.on is None else "It has a weekday and a date",
                named(hub, one),
                "Give a weekday if it recurs, or a date if it is once, and not both",
                (one.id,),
                "weekday",
            )
        if one.ends <= one.starts:
            yield error(
                "drop-in-times",
                f"It ends at {one.ends:%H:%M}, and starts at {one.starts:%H:%M}",
                named(hub, one),
                "Put the end after the start",
                (one.id,),
                "ends",
            )
