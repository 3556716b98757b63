"""What a sheet shows: a floor with its areas and desks as they are on one day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hubdesk.domain.box import Box, around, box_of
from hubdesk.domain.footprint import Footprint, Spot
from hubdesk.domain.geometry import Outline
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.plan.marks import LegendRow, Mark
from hubdesk.exchange.underlays.picture import Picture


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area, in millimetres on the floor. Without a `name` it says nothing about itself."""

    outline: Outline
    mark: Mark
    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ShownDesk:
    """A desk where it stands. Without a `code` it bears none; `doubled`, it has a second edge inside."""

    footprint: Footprint
    mark: Mark
    code: str = ""
    doubled: bool = False

    @property
    def sides(self) -> tuple[float, float]:
        """Width and depth, in millimetres on the floor."""
        return 2 * self.footprint.half_width, 2 * self.footprint.half_depth

    def corners(self, inset: float = 0.0) -> tuple[Spot, ...]:
        """The four corners in order, each edge moved inwards by `inset` millimetres."""
        stands = self.footprint
        if not inset:
            return stands.corners
        moved = replace(stands, half_width=stands.half_width - inset, half_depth=stands.half_depth - inset)
        return moved.corners


@dataclass(frozen=True, slots=True)
class Titles:
    """What the title block says, in words."""

    hub: str
    floor: str
    about: str
    as_at: str
    made: str
    size: str
    legend: str

    @property
    def document(self) -> str:
        """The title of the document: what it shows, when, and for whom or how."""
        shown = f"{self.hub}, {self.floor}, as at {self.as_at}"
        return f"{shown}. {self.about or self.legend}"


@dataclass(frozen=True)
class Plan:
    """A floor to be drawn: outline, areas and desks in millimetres, with what is written about it."""

    titles: Titles
    outline: Outline
    areas: Sequence[ShownArea]
    desks: Sequence[ShownDesk]
    legend: Sequence[LegendRow]
    notes: Sequence[str] = ()
    underlays: Sequence[tuple[Underlay, Picture]] = ()
    """What lies under the floor, from the lowest up, with what was read of it."""

    @cached_property
    def extent(self) -> Box:
        """The box around all that is drawn, in millimetres on the floor."""
        outlines = [self.outline, *(area.outline for area in self.areas)]
        return around([*map(box_of, outlines), *(desk.footprint.box for desk in self.desks)])
