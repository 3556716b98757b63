"""The question that a hub asks on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import numpy as np

from hubdesk.allocating.problem.question import (
    NOBODY,
    Bar,
    Cell,
    Floats,
    Member,
    Question,
    Seat,
    Weights,
)
from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.placement import keeps_together, misfits
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.problem import Problem
from hubdesk.domain.reading_order import reading_order
from hubdesk.domain.whereabouts import Whereabouts

_MM = 1_000


def question_of(hub: Hub, day: date, most_moved: int | None = None) -> Question:
    """Who is to sit where on `day`; at most `most_moved` per cent of the desks held now may be given up.

    An agency is to have the desks that it is licensed for, with those that others pay for and without
    those that it pays for others; one without a licence, as many as it has. Whoever wants more accessible
    desks than that wants all of them accessible. Desks that are nobody's for
    good (touchdown desks, those that somebody is to have later, those that go out of service) are no part
    of it, but where somebody sits at one: that stays, as what is pinned.
    """
    desks = [one for one in reading_order(hub.desks.values()) if holds(one, day)]
    held = {one.id: allocation for one in desks if (allocation := hub.allocation_on(one.id, day))}
    spoken_for = {one.id for one in desks if is_spoken_for(hub, one, day)}
    desks = [one for one in desks if one.id not in spoken_for or one.id in held]
    members = _members(hub, day, held.values())
    order = {member.agency: place for place, member in enumerate(members)}
    cells, cell_of = _cells(hub, desks, day)
    today = np.array([order[held[one.id].agency] if one.id in held else NOBODY for one in desks], np.intp)
    pinned = [one.id in held and (held[one.id].pinned or one.id in spoken_for) for one in desks]
    question = Question(
        day,
        members,
        tuple(_seat(hub, one, cell_of[one.id]) for one in desks),
        tuple(cells),
        tuple(_bars(hub, members, desks, cell_of, day)),
        _links(hub, order),
        today,
        np.array(pinned, dtype=bool),
        _weights(hub.placement_settings),
    )
    return question if most_moved is None else question.moving_at_most(most_moved)


def is_spoken_for(hub: Hub, desk: Desk, day: date) -> bool:
    """Whether nobody can be given the desk from `day` on for good without something else being lost."""
    later = any(one.first > day for one in hub.allocations_of.get(desk.id, ()))
    return later or desk.last is not None or desk.kind is DeskKind.TOUCHDOWN


def _members(hub: Hub, day: date, held: Collection[Allocation]) -> tuple[Member, ...]:
    """Every agency that is to have desks or has some, in order of code."""
    members = []
    for agency in sorted(hub.agencies.values(), key=lambda one: one.code):
        desks = _desks_wanted(hub, agency, day, held)
        if desks or any(one.agency == agency.id for one in held):
            rule = keeps_together(hub, agency.id)
            accessible = min(agency.accessible_desks or 0, desks)
            together = rule.id if rule else None
            members.append(Member(agency.id, agency.code, desks, accessible, together))
    return tuple(members)


def _desks_wanted(hub: Hub, agency: Agency, day: date, held: Collection[Allocation]) -> int:
    if not any(holds(licence, day) for licence in hub.licences_of.get(agency.id, ())):
        return sum(one.agency == agency.id for one in held)
    paid_by_others = sum(one.agency == agency.id and one.payer != agency.id for one in held)
    paid_for_others = sum(one.payer == agency.id and one.agency != agency.id for one in held)
    return max(0, hub.licensed_desks(agency.id, day) + paid_by_others - paid_for_others)


def _cells(hub: Hub, desks: list[Desk], day: date) -> tuple[list[Cell], Mapping[RecordId, int]]:
    whereabouts = Whereabouts(hub, day)
    cells: dict[tuple[RecordId, RecordId, DeskKind], int] = {}
    cell_of: dict[RecordId, int] = {}
    for desk in desks:
        area = whereabouts.area_of(desk)
        key = (area.id if area else desk.floor, desk.floor, desk.kind)
        cell_of[desk.id] = cells.setdefault(key, len(cells))
    return [Cell(place, kind is DeskKind.ACCESSIBLE) for place, _, kind in cells], cell_of


def _bars(
    hub: Hub, members: tuple[Member, ...], desks: list[Desk], cell_of: Mapping[RecordId, int], day: date
) -> Iterator[Bar]:
    """What speaks against each member in each cell, judged at one desk of the cell for all."""
    samples = {cell_of[desk.id]: desk for desk in reversed(desks)}
    for place, member in enumerate(members):
        against: defaultdict[RecordId, list[tuple[int, Problem]]] = defaultdict(list)
        for cell, desk in sorted(samples.items()):
            for problem in misfits(hub, hub.agencies[member.agency], desk, day):
                against[problem.records[1]].append((cell, problem))
        for record, found in against.items():
            yield Bar(place, record, frozenset(cell for cell, _ in found), found[0][1])


def _seat(hub: Hub, desk: Desk, cell: int) -> Seat:
    return Seat(desk.id, desk.code, desk.x_mm / _MM, desk.y_mm / _MM, hub.floors[desk.floor].level, cell)


def _links(hub: Hub, order: Mapping[RecordId, int]) -> Floats:
    links = np.zeros((len(order), len(order)))
    for link in hub.working_links.values():
        if link.agency in order and link.other in order and link.agency != link.other:
            one, other = order[link.agency], order[link.other]
            links[one, other] += float(link.strength)
            links[other, one] += float(link.strength)
    return links


def _weights(settings: PlacementSettings | None) -> Weights:
    known = settings or PlacementSettings(RecordId(""))
    return Weights(float(known.floor_m), float(known.spread), float(known.pieces), float(known.moves))
