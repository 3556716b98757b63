"""Where an agency may sit and whom it works with, in words, and what of that is not kept on a day."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.names import agency_name, counted, floor_name, natural_order
from hubdesk.domain.placement import misfits
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.whereabouts import Whereabouts
from hubdesk.workflows.placing.pairs import Seated, pairs_of, seated_on, way_told

_CODES_NAMED = 6
"""As many desks as are named by their codes."""


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule in words, and in words where it is not kept; nothing where it is."""

    rule: PlacementRule
    words: str
    broken: str = ""


@dataclass(frozen=True, slots=True)
class LinkTold:
    """A working link in words, with how far the two are apart."""

    link: WorkingLink
    words: str


@dataclass(frozen=True, slots=True)
class AgencyPlacing:
    """What there is to know of where `agency` sits; `amiss` is what is not kept besides its rules."""

    agency: Agency
    rules: tuple[RuleTold, ...]
    links: tuple[LinkTold, ...]
    amiss: tuple[str, ...]


def agency_placing(hub: Hub, agency: RecordId, day: date, seated: Seated) -> AgencyPlacing:
    """Of `agency`, with who is `seated` where on `day`."""
    record, desks = hub.agencies[agency], seated.get(agency, ())
    broken = _broken(hub, record, desks, Whereabouts(hub, day), day)
    own = sorted(hub.rules_of.get(agency, ()), key=lambda one: (list(RuleKind).index(one.kind), one.value))
    rules = tuple(RuleTold(one, rule_told(hub, one), broken.get(one.id, "")) for one in own)
    ids = {one.id for one in own}
    elsewhere = (words for id_, words in broken.items() if id_ not in ids)
    return AgencyPlacing(
        record,
        rules,
        tuple(_links(hub, agency, seated)),
        (*elsewhere, *_accessible(record, desks)),
    )


def rule_told(hub: Hub, rule: PlacementRule) -> str:
    """ "Stays on the People floor (1)"."""
    match rule.kind:
        case RuleKind.PUBLIC_ACCESS:
            return "Needs public access"
        case RuleKind.GROUND_FLOOR:
            return "On the ground floor"
        case RuleKind.CLEARANCE:
            return f"Needs an area with the clearance “{rule.value}”"
        case RuleKind.TOGETHER:
            return "Kept together, in one area"
        case RuleKind.STAY_ON_FLOOR:
            return f"Stays on {_floor(hub, rule.value)}"
        case RuleKind.KEEP_OUT:
            return f"Keeps out of {_floor_or_area(hub, rule.value)}"


def broken_on(hub: Hub, day: date) -> Mapping[RecordId, str]:
    """The rules that are not kept on `day`, and in words where."""
    seated, whereabouts = seated_on(hub, day), Whereabouts(hub, day)
    told: dict[RecordId, str] = {}
    for agency in hub.rules_of:
        told |= _broken(hub, hub.agencies[agency], seated.get(agency, ()), whereabouts, day)
    return {id_: words for id_, words in told.items() if id_ in hub.placement_rules}


def _broken(
    hub: Hub, agency: Agency, desks: Sequence[Desk], whereabouts: Whereabouts, day: date
) -> Mapping[RecordId, str]:
    """What is not kept at the agency's `desks`, in words, by the rule, or by the area that is another's.

    Desks of one place are judged at one of them, for no rule tells a difference between them.
    """
    places = _by_place(desks, whereabouts)
    at: defaultdict[RecordId, list[Desk]] = defaultdict(list)
    what: dict[RecordId, str] = {}
    for there in places.values():
        for problem in misfits(hub, agency, there[0], day):
            at[problem.records[1]] += there
            what[problem.records[1]] = problem.what
    told = {
        id_: _at_desks("Not kept at", found)
        if id_ in hub.placement_rules
        else f"{_at_desks('', found)}: {_lowered(what[id_])}"
        for id_, found in at.items()
    }
    for rule in hub.rules_of.get(agency.id, ()):
        if rule.kind is RuleKind.TOGETHER and len(places) > 1:
            told[rule.id] = f"Not kept: {_spread_over(hub, places)}"
    return told


def _by_place(desks: Sequence[Desk], whereabouts: Whereabouts) -> Mapping[RecordId, list[Desk]]:
    """By area, else by floor."""
    places: defaultdict[RecordId, list[Desk]] = defaultdict(list)
    for desk in desks:
        area = whereabouts.area_of(desk)
        places[area.id if area else desk.floor].append(desk)
    return places


def _links(hub: Hub, agency: RecordId, seated: Seated) -> Iterator[LinkTold]:
    """The strongest first."""
    for pair in pairs_of(hub).values():
        if agency in (pair.agency.id, pair.other.id):
            way, other = way_told(hub, pair, seated), pair.partner_of(agency)
            for link in pair.links:
                why = f" ({link.reason})" if link.reason else ""
                strength = decimal_text(link.strength)
                yield LinkTold(link, f"Works with {agency_name(other)}, strength {strength}: {way}{why}")


def _accessible(agency: Agency, desks: Sequence[Desk]) -> Iterator[str]:
    wanted = agency.accessible_desks or 0
    has = sum(desk.kind is DeskKind.ACCESSIBLE for desk in desks)
    if has < wanted:
        yield f"It wants {counted(wanted, 'accessible desk')}, and has {has or 'none'}"


def _spread_over(hub: Hub, places: Mapping[RecordId, Sequence[Desk]]) -> str:
    """ "in 2 places: 16 in area G-JCP, 2 on the People floor"."""
    counts = Counter({place: len(desks) for place, desks in places.items()}).most_common()
    each = (f"{count:,} {_within(hub, place)}" for place, count in counts)
    return f"in {len(places)} places: {', '.join(each)}"


def _within(hub: Hub, place: RecordId) -> str:
    area = hub.areas.get(place)
    return f"in area {area.code}" if area else f"on the {floor_name(hub.floors[place])}"


def _at_desks(verb: str, desks: Sequence[Desk]) -> str:
    """ "Not kept at 3 desks: G-001, G-002, G-003"; without a verb: "3 desks (G-001, G-002, G-003)"."""
    codes = sorted((desk.code for desk in desks), key=natural_order)
    named = ", ".join(codes[:_CODES_NAMED])
    if len(codes) > _CODES_NAMED:
        named += f" and {len(codes) - _CODES_NAMED:,} more"
    count = counted(len(codes), "desk")
    return f"{verb} {count}: {named}" if verb else f"{count} ({named})"


def _lowered(what: str) -> str:
    return what[:1].lower() + what[1:]


def _floor_or_area(hub: Hub, code: str) -> str:
    """An area goes before a floor of the same code."""
    if code in hub.area_codes:
        area = hub.area_codes[code]
        return f"area {code}" if area.name in ("", code) else f"{area.name} ({code})"
    return _floor(hub, code)


def _floor(hub: Hub, code: str) -> str:
    """ "the People floor (1)"; by its code alone where it has no name, or is gone."""
    floor = hub.floor_codes.get(code)
    return f"the {floor_name(floor)} ({code})" if floor is not None and floor.name else f"floor {code}"
