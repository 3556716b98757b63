"""What a finding on the plan says to people, and what they can do about it."""

from collections.abc import Mapping
from typing import NamedTuple

from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.clearances import AISLE_MM, WHEELCHAIR_MM, Concern, Finding
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem


class _Words(NamedTuple):
    code: str
    what: str
    remedy: str


_WORDS: Mapping[Concern, _Words] = {
    Concern.OVERLAP: _Words("desks-overlap", "They stand {metres} m in one another", "Move one of them away"),
    Concern.OUTSIDE_FLOOR: _Words(
        "desk-over-floor", "It reaches {metres} m out of floor {place}", "Move it onto the floor"
    ),
    Concern.OUTSIDE_AREA: _Words(
        "desk-over-area",
        "It reaches {metres} m out of area {place}",
        "Move it into the area, or reshape the area around it",
    ),
    Concern.WHEELCHAIR: _Words(
        "wheelchair-gap",
        f"{{metres}} m is left beside an accessible desk; a wheelchair takes {WHEELCHAIR_MM / 1000:g} m",
        "Move one of them further away, or right up to the end of the other",
    ),
    Concern.AISLE: _Words(
        "narrow-aisle",
        f"{{metres}} m is left where people sit and pass; guidance is {AISLE_MM / 1000:g} m",
        "Move one of them further away",
    ),
}


def advice(hub: Hub, finding: Finding) -> Problem:
    """`finding` as a warning, for the panel of problems and for whoever points at it."""
    words = _WORDS[finding.concern]
    codes = [hub.desks[desk].code for desk in finding.desks]
    where = f"desk {codes[0]}" if len(codes) == 1 else f"desks {' and '.join(codes)}"
    place = _place(hub, finding)
    what = words.what.format(metres=f"{finding.gap.mm / 1000:.2f}", place=place.code if place else "")
    return warning(words.code, what, where, words.remedy, finding.desks)


def _place(hub: Hub, finding: Finding) -> Floor | Area | None:
    if finding.place is None:
        return None
    return hub.areas.get(finding.place) or hub.floors.get(finding.place)
