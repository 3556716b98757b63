"""Laying out a floor as an architect does: rooms, and benches of desks within them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.box import Box, box_of
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.ids import RecordId, new_id

AISLE_MM = 2_200
"""Between two benches: two people sit back to back, and a third passes."""


def metres(left: float, top: float, right: float, bottom: float) -> Box:
    """The box of those edges, in metres."""
    return Box(*(round(edge * 1000) for edge in (left, top, right, bottom)))


class Run(Enum):
    """Which way benches run on the plan."""

    DOWN = "down"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class DeskSize:
    """Width is along the sitter's edge, in millimetres."""

    width_mm: int
    depth_mm: int
    kind: DeskKind = DeskKind.STANDARD


STANDARD = DeskSize(1600, 800)
TOUCHDOWN = DeskSize(1200, 700, DeskKind.TOUCHDOWN)


class FloorPlan:
    """A floor being laid out. Desks are numbered through the floor as they are placed: "G-001" on."""

    def __init__(self, floor: Floor) -> None:
        self.floor = floor
        self.areas: list[Area] = []
        self.desks: list[Desk] = []

    def area(self, code: str, name: str, kind: AreaKind, box: Box) -> Area:
        return self._keep(Area(new_id(), code, self.floor.id, name, kind, box.outline))

    def sole_use(self, code: str, name: str, box: Box, agency: RecordId) -> Area:
        """A neighbourhood that one agency has to itself."""
        neighbourhood = AreaKind.NEIGHBOURHOOD
        return self._keep(Area(new_id(), code, self.floor.id, name, neighbourhood, box.outline, "", agency))

    def restricted(self, code: str, name: str, box: Box, agency: RecordId, clearance: str) -> Area:
        """A locked room for the sole use of one agency, whose people are cleared to enter it."""
        room = Area(new_id(), code, self.floor.id, name, AreaKind.RESTRICTED, box.outline, clearance, agency)
        return self._keep(room)

    def during(self, code: str, first: date | None, last: date | None) -> None:
        """The area `code` is there from `first` to `last` only."""
        self.areas = [replace(one, first=first, last=last) if one.code == code else one for one in self.areas]

    def measured(self, code: str, square_metres: str) -> None:
        """The area `code` was measured on site, inside its walls."""
        measure = Decimal(square_metres)
        self.areas = [replace(one, area_m2=measure) if one.code == code else one for one in self.areas]

    def benches(
        self,
        area: Area,
        pairs: Sequence[int],
        run: Run = Run.DOWN,
        size: DeskSize = STANDARD,
        first: date | None = None,
    ) -> None:
        """Benches of back-to-back pairs in the middle of `area`, in service from `first`.

        `pairs` says for each bench how many pairs long it is: (4, 4) is two benches of 2×4 desks.
        """
        room = box_of(area.outline)
        taken = len(pairs) * 2 * size.depth_mm + (len(pairs) - 1) * AISLE_MM
        span = room.right - room.left if run is Run.DOWN else room.bottom - room.top
        offset = (span - taken) // 2
        for count in pairs:
            self._bench(room, offset, count, run, size, first)
            offset += 2 * size.depth_mm + AISLE_MM

    def accessible(self, *codes: str) -> None:
        """Desks that rise and fall, with room for a wheelchair beside them."""
        self.desks = [
            replace(desk, kind=DeskKind.ACCESSIBLE) if desk.code in codes else desk for desk in self.desks
        ]

    def _keep(self, area: Area) -> Area:
        self.areas.append(area)
        return area

    def _bench(
        self, room: Box, offset: int, pairs: int, run: Run, size: DeskSize, first: date | None
    ) -> None:
        """Seen with the bench running down the plan, its back edges on one line; else turned on its side."""
        length = room.bottom - room.top if run is Run.DOWN else room.right - room.left
        start = (length - pairs * size.width_mm) // 2
        for side, turn in ((1, (90, 180)), (3, (270, 0))):
            for place in range(pairs):
                aside = offset + side * size.depth_mm // 2
                along = start + place * size.width_mm + size.width_mm // 2
                x, y = (aside, along) if run is Run.DOWN else (along, aside)
                self.desks.append(
                    Desk(
                        new_id(),
                        f"{self.floor.code}-{len(self.desks) + 1:03}",
                        self.floor.id,
                        room.left + x,
                        room.top + y,
                        None,
                        Decimal(turn[0] if run is Run.DOWN else turn[1]),
                        size.width_mm,
                        size.depth_mm,
                        size.kind,
                        first,
                    )
                )
