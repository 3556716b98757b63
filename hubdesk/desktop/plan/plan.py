"""`Plan`: what the plan shows: the floor, the layers, how desks are coloured, what edits snap to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.allocating.brush import Brush
from hubdesk.desktop.plan.preview import Preview
from hubdesk.desktop.plan.proposed import NOTHING, Proposed
from hubdesk.desktop.plan.underlays.chosen_underlay import ChosenUnderlay
from hubdesk.desktop.session import Session
from hubdesk.domain.clearances import Finding
from hubdesk.domain.floor import Floor
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.cost_per_desk import cost_per_desk
from hubdesk.workflows.year_cost import YearCost


class Layer(Enum):
    """What can be shown and hidden, and locked, together; the value is what people call it."""

    UNDERLAY = "Underlay"
    AREAS = "Areas"
    DESKS = "Desks"
    LABELS = "Labels"
    PINS = "Pins"
    LINKS = "Working links"
    WARNINGS = "Warnings"


@dataclass(frozen=True, slots=True)
class Snap:
    """What a drag snaps to; `grid_mm` is the distance of the grid's lines."""

    on: bool = True
    grid: bool = True
    objects: bool = True
    angle: bool = True
    grid_mm: int = 100


@dataclass(frozen=True, slots=True)
class Copied:
    """What was duplicated last, and its copies: the next copy goes as far from them."""

    first: RecordId
    copy: RecordId
    copies: frozenset[RecordId]


class Plan(QObject):
    """What one plan shows of a session's hub. Kept apart from how it is painted."""

    floor_changed = Signal()
    """Another floor is shown, or none."""
    layers_changed = Signal()
    snap_changed = Signal()
    colour_by_changed = Signal()
    """Desks are coloured by something else, or what they cost has been worked out."""

    findings_changed = Signal()
    """Other places are narrow, or overlap, or reach out."""
    proposed_changed = Signal()
    """Another proposal lies over the floor, or none any more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.preview = Preview(session, self)
        self.copied: Copied | None = None
        self.brush = Brush(session)
        self.underlays = ChosenUnderlay(self)
        self._floor: RecordId | None = None
        self._hidden: frozenset[Layer] = frozenset({Layer.LINKS})
        self._locked: frozenset[Layer] = frozenset()
        self._snap = Snap()
        self._colour_by = ColourBy.AGENCY
        self._year: YearCost | None = None
        self._findings: tuple[Finding, ...] = ()
        self._proposed = NOTHING
        session.changed.connect(self._hub_changed)
        self._first_floor()

    @property
    def floor(self) -> Floor | None:
        """The floor that is shown; None in a hub without floors."""
        return None if self._floor is None else self.session.hub.floors.get(self._floor)

    def show_floor(self, floor: RecordId | None) -> None:
        if floor != self._floor:
            self._floor = floor
            self.floor_changed.emit()

    def shows(self, layer: Layer) -> bool:
        return layer not in self._hidden

    def is_locked(self, layer: Layer) -> bool:
        """Whether what is on the layer can be looked at but not picked or moved."""
        return layer in self._locked

    def toggle_layer(self, layer: Layer) -> None:
        self._hidden = self._hidden ^ {layer}
        self.layers_changed.emit()

    def toggle_lock(self, layer: Layer) -> None:
        self._locked = self._locked ^ {layer}
        self.layers_changed.emit()

    @property
    def colour_by(self) -> ColourBy:
        return self._colour_by

    def set_colour_by(self, by: ColourBy) -> None:
        if by is not self._colour_by:
            self._colour_by = by
            self.colour_by_changed.emit()

    @property
    def year(self) -> YearCost | None:
        """What the year of the day on screen comes to, as far as that has been worked out."""
        return self._year

    @property
    def yearly_per_desk(self) -> Mapping[RecordId, Pence]:
        """What a desk costs each agency in a year, in pence; empty until that has been worked out."""
        return cost_per_desk(self._year) if self._year else {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to look at on the floor that is shown, the gravest first, as last looked for."""
        return self._findings

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._findings:
            self._findings = findings
            self.findings_changed.emit()

    def findings_of(self, desks: Collection[RecordId]) -> tuple[Finding, ...]:
        """Those about one desk, or between several; none of a desk that is gone meanwhile."""
        about, hub = any if len(desks) == 1 else all, self.session.hub
        return tuple(
            one
            for one in self._findings
            if about(desk in desks for desk in one.desks) and all(desk in hub.desks for desk in one.desks)
        )

    @property
    def proposed(self) -> Proposed:
        """Who would sit where, if a proposal is looked at."""
        return self._proposed

    def set_proposed(self, proposed: Proposed) -> None:
        if proposed != self._proposed:
            self._proposed = proposed
            self.proposed_changed.emit()

    def set_year(self, year: YearCost | None) -> None:
        self._year = year
        if self._colour_by is ColourBy.PRICE:
            self.colour_by_changed.emit()

    @property
    def snap(self) -> Snap:
        return self._snap

    def set_snap(self, **changes: bool | int) -> None:
        self._snap = replace(self._snap, **changes)  # type: ignore[arg-type]
        self.snap_changed.emit()

    def _hub_changed(self) -> None:
        if self._floor is None or self._floor not in self.session.hub.floors:
            self._floor = None
            self._first_floor()
            self.floor_changed.emit()

    def _first_floor(self) -> None:
        floors = sorted(self.session.hub.floors.values(), key=lambda one: (one.level, one.code))
        self._floor = floors[0].id if floors else None
