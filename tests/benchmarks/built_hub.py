"""A hub that asks the question of a building made from a seed."""

from collections.abc import Iterator
from decimal import Decimal

from hubdesk.allocating.problem.question import NOBODY, Question
from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.timeline import Timeline
from tests.benchmarks.hubs import FIRST

_MM = 1_000
_ROUND_MM = 2_000
"""Around the desks of an area, and of a floor."""


def hub_of(question: Question) -> Hub:
    """Floors, areas, desks, agencies and rules of a question of `tests.benchmarks.buildings`."""
    return Hub.of([*_building(question), *_agencies(question), *_sitting(question)])


def _building(question: Question) -> Iterator[Record]:
    corners: dict[RecordId, list[tuple[int, int]]] = {}
    levels: dict[RecordId, int] = {}
    for seat in question.seats:
        place = question.cells[seat.cell].place
        levels[place] = seat.level
        corners.setdefault(place, []).append(_spot(seat.x_m, seat.y_m))
        kind = DeskKind.ACCESSIBLE if question.cells[seat.cell].accessible else DeskKind.STANDARD
        x, y = _spot(seat.x_m, seat.y_m)
        yield Desk(seat.desk, seat.code, _floor(seat.level), x, y, place, kind=kind)
    for place, spots in corners.items():
        left, top = (min(one) - _ROUND_MM // 2 for one in zip(*spots, strict=True))
        right, bottom = (max(one) + _ROUND_MM // 2 for one in zip(*spots, strict=True))
        outline = (Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom))
        code = place.removeprefix("area ")
        yield Area(place, code, _floor(levels[place]), code, AreaKind.NEIGHBOURHOOD, outline)
    spots = [spot for of_place in corners.values() for spot in of_place]
    wide, deep = (max(one) + _ROUND_MM for one in zip(*spots, strict=True))
    for level in sorted(set(levels.values())):
        yield Floor(_floor(level), f"F{level}", f"F{level}", level, wide, deep)


def _agencies(question: Question) -> Iterator[Record]:
    yield HubSettings(RecordId("settings"), "Building", question.members[0].agency)
    yield DeskRate(RecordId("rate"), Timeline.of([(FIRST, 300_000)]))
    for place, member in enumerate(question.members):
        yield Agency(member.agency, member.code, f"Agency {place}", Sector.PUBLIC)
        licence = RecordId(f"licence {place}")
        steps = Timeline.of([(FIRST, member.desks)])
        yield Licence(licence, f"L{place:03}", member.agency, FIRST, None, steps, "O")
        if member.together:
            yield PlacementRule(member.together, member.agency, RuleKind.TOGETHER)
    for bar in question.bars:
        (out,) = {question.cells[cell].place for cell in bar.cells}
        agency, code = question.members[bar.member].agency, out.removeprefix("area ")
        yield PlacementRule(bar.record, agency, RuleKind.KEEP_OUT, code)
    for one, other in question.linked:
        ends = (question.members[one].agency, question.members[other].agency)
        yield WorkingLink(RecordId(f"link {one} {other}"), *ends, Decimal(int(question.links[one, other])))


def _sitting(question: Question) -> Iterator[Record]:
    for place, (seat, member) in enumerate(zip(question.seats, question.today.tolist(), strict=True)):
        if member != NOBODY:
            yield Allocation(RecordId(f"seat {place}"), seat.desk, question.members[member].agency, FIRST)


def _spot(x_m: float, y_m: float) -> tuple[int, int]:
    return round(x_m * _MM) + _ROUND_MM, round(y_m * _MM) + _ROUND_MM


def _floor(level: int) -> RecordId:
    return RecordId(f"floor {level}")
