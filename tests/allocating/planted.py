"""Hubs in which there is a plan: it was made first, and whatever is asked was read off it."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tests.builders.hub import HubBuilder, a_hub

WIDE_M = 10
"""Each floor is three bays so wide, an area each."""
_BAYS = 3
_SIDE = 4
"""Desks of an area, each way."""


class PlantedDesk(NamedTuple):
    code: str
    floor: str
    area: str
    x_m: int
    y_m: int
    accessible: bool


@dataclass
class Planted:
    """A building of the floors 1 and up; `plan` says which agency is to have which desk, by codes.

    The last area of each floor is for people with a clearance of its own, and of the one agency there.
    """

    rng: random.Random
    floors: int
    agencies: int
    hub: HubBuilder = field(default_factory=a_hub)
    desks: list[PlantedDesk] = field(default_factory=list)
    plan: dict[str, str] = field(default_factory=dict)

    def seated_anyhow(self, stay: float) -> "Planted":
        """So many of them sit as planned already, some of those for good; the others sit anywhere."""
        moved = [desk for desk in self.plan if self.rng.random() > stay]
        others = self.rng.sample([self.plan[desk] for desk in moved], len(moved))
        today = self.plan | dict(zip(moved, others, strict=True))
        for desk, agency in today.items():
            pinned = agency == self.plan[desk] and self.rng.randrange(6) == 0
            self.hub.allocation(desk, agency, pinned=pinned)
        return self

    def add_agency(self, code: str, desks: int, accessible: int | None = None) -> None:
        """One that is to have so many desks."""
        self.hub.agency(code, accessible_desks=accessible).licence(f"L-{code}", code, desks)


def planted(seed: int, floors: int = 2, agencies: int = 4) -> Planted:
    """Nine desks in ten are somebody's; agencies have theirs one after the other, some sixteen each."""
    made = Planted(random.Random(seed), floors, agencies)
    made.desks += _desks(made)
    made.plan |= {desk: agency for desk, agency in _seating(made) if made.rng.randrange(10)}
    for floor in range(1, floors + 1):
        _build(made, str(floor))
    for code in sorted(set(made.plan.values())):
        _ask(made, code)
    for one, other in pairwise(sorted(set(made.plan.values()))):
        made.hub.link(one, other, made.rng.choice([2, 5, 10]))
    return made


def _desks(made: Planted) -> Iterator[PlantedDesk]:
    for floor in range(1, made.floors + 1):
        for bay in range(_BAYS):
            area = f"{floor}-N{bay}"
            for place in range(_SIDE * _SIDE):
                row, column = divmod(place, _SIDE)
                x_m, y_m = WIDE_M * bay + 2 + 2 * column, 2 + 3 * row
                accessible = made.rng.randrange(6) == 0
                yield PlantedDesk(f"{area}-{place:02}", str(floor), area, x_m, y_m, accessible)


def _seating(made: Planted) -> Iterator[tuple[str, str]]:
    """Who has each desk: the agency P and the floor in the last area of each, else A1, A2 and so on."""
    shared = [desk.code for desk in made.desks if not _is_closed(desk.area)]
    cuts = sorted(made.rng.sample(range(1, len(shared)), made.agencies - 1))
    for number, (first, last) in enumerate(pairwise([0, *cuts, len(shared)])):
        for desk in shared[first:last]:
            yield desk, f"A{number + 1}"
    for one in made.desks:
        if _is_closed(one.area):
            yield one.code, f"P{one.floor}"


def _is_closed(area: str) -> bool:
    return area.endswith(f"N{_BAYS - 1}")


def _build(made: Planted, floor: str) -> None:
    made.hub.floor(floor, int(floor), WIDE_M * _BAYS, 20)
    for bay in range(_BAYS):
        code, left, right = f"{floor}-N{bay}", bay * WIDE_M, (bay + 1) * WIDE_M
        made.hub.area(
            code,
            floor,
            kind="restricted" if _is_closed(code) else "public" if bay == 0 else "neighbourhood",
            clearance=f"pass {floor}" if _is_closed(code) else "",
            outline=[(left, 0), (right, 0), (right, 20), (left, 20)],
        )
    for desk in made.desks:
        if desk.floor == floor:
            kind = "accessible" if desk.accessible else "standard"
            made.hub.desk(desk.code, floor, desk.x_m, desk.y_m, kind=kind)


def _ask(made: Planted, code: str) -> None:
    """The agency, its licence, and some of the rules that hold where it is to sit."""
    where: Mapping[str, PlantedDesk] = {desk.code: desk for desk in made.desks}
    here = [where[desk] for desk, agency in made.plan.items() if agency == code]
    areas, floors = {desk.area for desk in here}, {desk.floor for desk in here}
    made.add_agency(code, len(here), made.rng.choice([None, sum(desk.accessible for desk in here)]))
    if code.startswith("P"):
        made.hub.rule(code, "needs clearance", f"pass {min(floors)}")
    elif made.rng.randrange(2):
        made.hub.rule(code, "needs public access")
    if len(areas) == 1 and made.rng.randrange(2):
        made.hub.rule(code, "keep together")
    if len(floors) == 1 and made.rng.randrange(2):
        made.hub.rule(code, "stay on floor", min(floors))
    for area in sorted({desk.area for desk in made.desks} - areas):
        if made.rng.randrange(6) == 0:
            made.hub.rule(code, "keep out of", area)
