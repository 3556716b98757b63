"""Placement: what speaks against an agency at a desk, by its rules and by whose the area is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.rule import PlacementRule, RuleKind

_WHERE_THE_PUBLIC_COMES = (AreaKind.PUBLIC, AreaKind.RECEPTION)


def misfits(hub: Hub, agency: Agency, desk: Desk, day: date) -> Iterator[Problem]:
    """What speaks against `agency` at `desk` on `day`, wherever else it sits.

    Not among it is whether its desks are together, which no desk shows by itself: see `place_of`.
    """
    area = hub.area_of(desk, day)
    if area is not None:
        yield from _area_of_another(hub, agency, desk, area)
    for rule in hub.rules_of.get(agency.id, ()):
        if not _keeps(hub, rule, desk, area, day):
            words = _WORDS[rule.kind]
            told = {"agency": agency.code, "floor": hub.floors[desk.floor].code, "value": rule.value}
            what, remedy = words.what.format(**told), words.remedy.format(**told)
            yield warning(words.code, what, named(hub, desk), remedy, (desk.id, rule.id))


def keeps_together(hub: Hub, agency: RecordId) -> PlacementRule | None:
    """The rule by which the desks of `agency` are to be in one place, if it has one."""
    return next((one for one in hub.rules_of.get(agency, ()) if one.kind is RuleKind.TOGETHER), None)


def place_of(hub: Hub, desk: Desk, day: date) -> RecordId:
    """What counts as one place for desks that are to be together: an area, or else the floor."""
    area = hub.area_of(desk, day)
    return area.id if area else desk.floor


def _area_of_another(hub: Hub, agency: Agency, desk: Desk, area: Area) -> Iterator[Problem]:
    """An area for another's sole use, or one that `agency` has no clearance for."""
    if area.agency not in (None, agency.id):
        yield warning(
            "area-of-another",
            f"It is in area {area.code}, which is for the sole use of {hub.agencies[area.agency].code}",
            named(hub, desk),
            "Choose a desk elsewhere, or change whose the area is",
            (desk.id, area.id),
        )
    elif area.kind is AreaKind.RESTRICTED and area.clearance and area.agency is None:
        cleared = (one for one in hub.rules_of.get(agency.id, ()) if one.kind is RuleKind.CLEARANCE)
        if not any(_same(one.value, area.clearance) for one in cleared):
            yield warning(
                "area-needs-clearance",
                f"It is in area {area.code}, which is for people with the clearance “{area.clearance}”",
                named(hub, desk),
                f"Choose a desk elsewhere, or give {agency.code} the rule “needs clearance”",
                (desk.id, area.id),
            )


def _keeps(hub: Hub, rule: PlacementRule, desk: Desk, area: Area | None, day: date) -> bool:
    """Whether `desk`, in `area`, is such as `rule` demands."""
    floor = hub.floors[desk.floor]
    match rule.kind:
        case RuleKind.PUBLIC_ACCESS:
            kept = _public_comes_to(hub, desk, area, day)
        case RuleKind.GROUND_FLOOR:
            kept = floor.level == 0
        case RuleKind.CLEARANCE:
            kept = area is not None and _same(area.clearance, rule.value)
        case RuleKind.STAY_ON_FLOOR:
            kept = floor.code == rule.value
        case RuleKind.KEEP_OUT:
            kept = rule.value not in (floor.code, area.code if area else None)
        case RuleKind.TOGETHER:
            kept = True
    return kept


class _Words(NamedTuple):
    """How a broken rule is told; "{agency}", "{floor}" and "{value}" stand for codes and the rule's value."""

    code: str
    what: str
    remedy: str


_WORDS: Mapping[RuleKind, _Words] = {
    RuleKind.PUBLIC_ACCESS: _Words(
        "no-public-access",
        "{agency} needs public access, and the public does not come here",
        "Choose a desk on a floor with a reception or a public area",
    ),
    RuleKind.GROUND_FLOOR: _Words(
        "not-on-ground-floor",
        "{agency} is to be on the ground floor, and this is floor {floor}",
        "Choose a desk on the ground floor",
    ),
    RuleKind.CLEARANCE: _Words(
        "clearance-missing",
        "{agency} needs an area with the clearance “{value}”",
        "Choose a desk in an area with that clearance",
    ),
    RuleKind.STAY_ON_FLOOR: _Words(
        "off-its-floor",
        "{agency} is to stay on floor {value}, and this is floor {floor}",
        "Choose a desk on floor {value}",
    ),
    RuleKind.KEEP_OUT: _Words(
        "kept-out",
        "{agency} is to keep out of {value}, and the desk is there",
        "Choose a desk outside {value}",
    ),
}


def _public_comes_to(hub: Hub, desk: Desk, area: Area | None, day: date) -> bool:
    """Whether the desk is on a floor that the public comes to, and in no area closed to it."""
    if area is not None and area.kind is AreaKind.RESTRICTED:
        return False
    here = hub.areas_on_floor.get(desk.floor, ())
    return any(one.kind in _WHERE_THE_PUBLIC_COMES and holds(one, day) for one in here)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
