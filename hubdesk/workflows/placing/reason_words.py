"""Reasons in words: whom an agency is near, and what stands against its sitting elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hubdesk.domain.area import Area
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, floor_name
from hubdesk.domain.problem import Problem
from hubdesk.domain.rule import RuleKind

if TYPE_CHECKING:
    from hubdesk.allocating.problem.question import Question
    from hubdesk.allocating.reasons.agency import AgencyReasons, Partner
    from hubdesk.allocating.reasons.elsewhere import Elsewhere
    from hubdesk.allocating.score import Cost

TERMS = {
    "proximity": "Ways to those it works with",
    "spread": "Its own spread",
    "pieces": "Pieces that it is torn into",
    "moves": "Moves",
}
"""Each term of an agency's cost by its field."""
NEXT_BEST = 3
_STRONGEST = 3
_HOLDERS = 2
_SLIGHT_PART = 0.0005
"""Of what a plan costs: less is no difference to speak of."""
_NO_DIFFERENCE = "no difference to speak of"
_EXACT_M = 10
"""Metres from which on decimals say nothing."""

_RULES = {
    RuleKind.PUBLIC_ACCESS: "{agency} needs public access, and the public does not come there",
    RuleKind.GROUND_FLOOR: "{agency} is to be on the ground floor",
    RuleKind.CLEARANCE: "{agency} needs an area with the clearance “{value}”",
    RuleKind.TOGETHER: "{agency} is to be kept together",
    RuleKind.STAY_ON_FLOOR: "{agency} is to stay on floor {value}",
    RuleKind.KEEP_OUT: "{agency} is to keep out of {value}",
}


def metres_told(metres: float) -> str:
    """ "12 m"; with a decimal below ten metres."""
    return f"{metres:,.0f} m" if abs(metres) >= _EXACT_M else f"{metres:.1f} m"


def per_cent_told(part: float) -> str:
    """ "+4.1 %", of a part of 1."""
    return f"{100 * part:+,.1f} %".replace("-", "−")


def agency_called(hub: Hub, agency: RecordId) -> str:
    """The name by which its neighbours know it, or its code."""
    return hub.agencies[agency].name or hub.agencies[agency].code


def place_called(hub: Hub, place: RecordId) -> str:
    """ "Gallery (1-GAL)"; what no area covers of a floor: "Ground floor, outside areas"."""
    area = hub.areas.get(place)
    if area is None:
        return f"{floor_name(hub.floors[place])}, outside areas"
    return f"area {area.code}" if area.name in ("", area.code) else f"{area.name} ({area.code})"


def against_told(hub: Hub, question: "Question", member: int, problem: Problem) -> str:
    """What stands against a place: "restricted area, needs clearance “police vetting”"."""
    rule = next((one for id_ in problem.records if (one := hub.placement_rules.get(id_))), None)
    if rule is not None and not problem.code.startswith("place-"):
        return _RULES[rule.kind].format(agency=question.members[member].code, value=rule.value)
    area = next((found for id_ in problem.records if (found := hub.areas.get(id_))), None)
    return problem.what if area is None else _area(hub, area)


def elsewhere_told(hub: Hub, question: "Question", member: int, one: "Elsewhere", plan: "Cost") -> str:
    """What sitting there would mean; `plan` is what the plan costs that it is compared with."""
    why = why_told(hub, question, member, one, plan)
    if one.more is None or is_slight(one.more, plan):
        return why
    more = per_cent_told(one.more.total / plan.total) if plan.total else f"{one.more.total:+,.1f}"
    return f"{more}, because {why}"


def why_told(hub: Hub, question: "Question", member: int, one: "Elsewhere", plan: "Cost") -> str:
    """What stands against sitting there; or, where nothing does, what most accounts for the difference."""
    if one.against:
        return "; ".join(against_told(hub, question, member, each) for each in one.against)
    if one.more is None:
        held = [
            f"{desks:,} held by {agency_called(hub, question.members[who].agency)}"
            for who, desks in one.held_by[:_HOLDERS]
        ]
        return ", ".join([f"{counted(one.short, 'desk')} short", *held])
    return _NO_DIFFERENCE if is_slight(one.more, plan) else _because(hub, question, one, one.more)


def is_slight(more: "Cost", plan: "Cost") -> bool:
    """Whether that is nothing beside what a plan costs."""
    return abs(more.total) <= _SLIGHT_PART * plan.total


def partner_told(hub: Hub, question: "Question", one: "Partner") -> str:
    """ "Benefits, strength 5: 12 m on average"."""
    name = agency_called(hub, question.members[one.member].agency)
    return f"{name}, strength {one.strength:g}: {metres_told(one.metres)} on average"


def read_aloud(hub: Hub, question: "Question", reasons: "AgencyReasons", plan: "Cost") -> Iterator[str]:
    """All of it, sentence by sentence."""
    agency = agency_called(hub, question.members[reasons.member].agency)
    terms = [
        f"{words.lower()} {getattr(reasons.cost, term):,.1f}"
        for term, words in TERMS.items()
        if getattr(reasons.cost, term)
    ]
    yield f"{agency} costs {reasons.cost.total:,.1f}{': ' if terms else ''}{', '.join(terms)}."
    strongest = sorted(reasons.partners, key=lambda one: (-one.strength, one.member))[:_STRONGEST]
    if strongest:
        yield f"It works with {'; '.join(partner_told(hub, question, one) for one in strongest)}."
    best = reasons.next_best[:NEXT_BEST]
    for one in best:
        told = elsewhere_told(hub, question, reasons.member, one, plan)
        yield f"In {place_called(hub, one.place)}: {told}."
    if not best:
        yield "There is no other place where all of it could sit beside those who are there."


def _because(hub: Hub, question: "Question", one: "Elsewhere", more: "Cost") -> str:
    """What most accounts for the difference, of what goes the same way."""
    sign = 1 if more.total >= 0 else -1
    reasons = [
        (sign * more.spread, f"its own desks would be {'further apart' if sign > 0 else 'nearer together'}"),
        (sign * more.pieces, f"it would fall into {'more' if sign > 0 else 'fewer'} pieces"),
        (sign * more.moves, f"{'more' if sign > 0 else 'fewer'} of its desks would move"),
    ]
    if one.further:
        most = max(one.further, key=lambda each: sign * each.cost)
        direction = "further from" if most.metres > 0 else "nearer to"
        name = agency_called(hub, question.members[most.member].agency)
        reasons.append((sign * most.cost, f"{metres_told(abs(most.metres))} {direction} {name}"))
    return max(reasons, key=lambda each: each[0])[1]


def area_kept_told(hub: Hub, area: RecordId) -> str:
    """ "Only Police may sit in G-CUS"."""
    one = hub.areas[area]
    if one.agency is not None:
        return f"Only {agency_called(hub, one.agency)} may sit in {one.code}"
    return f"Only those with the clearance “{one.clearance}” may sit in {one.code}"


def _area(hub: Hub, area: Area) -> str:
    if area.agency is not None:
        return f"for the sole use of {agency_called(hub, area.agency)}"
    return f"restricted area, needs clearance “{area.clearance}”"
