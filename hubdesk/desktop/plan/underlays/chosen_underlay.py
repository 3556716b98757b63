"""`ChosenUnderlay`: the underlay that is worked on, and how it would lie while a drag or a slide lasts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hubdesk.domain.geometry import Point
from hubdesk.domain.ids import RecordId
from hubdesk.domain.underlay import Underlay

if TYPE_CHECKING:
    from hubdesk.desktop.plan.plan import Plan


class ChosenUnderlay(QObject):
    """Which underlay of the floor on screen the panel and the tools mean."""

    changed = Signal()
    """Another one is meant, or it is not as it was."""
    drafted = Signal()
    """It would lie otherwise, or no longer would."""

    def __init__(self, plan: "Plan") -> None:
        super().__init__(plan)
        self._plan = plan
        self._chosen: RecordId | None = None
        self._draft: Underlay | None = None
        self._ends: Callable[[Underlay, Point, float], Point | None] = _no_end
        plan.floor_changed.connect(self.changed)

    def find_ends_by(self, ends: Callable[[Underlay, Point, float], Point | None]) -> None:
        """Take in who knows where the lines of a drawing end."""
        self._ends = ends

    def end_near(self, place: Point, reach_mm: float) -> Point | None:
        """The end of a line of the chosen drawing that is next to `place`, if one is in reach."""
        return None if self.underlay is None else self._ends(self.underlay, place, reach_mm)

    @property
    def all(self) -> tuple[Underlay, ...]:
        """Those of the floor on screen, the lowest first."""
        floor = self._plan.floor
        return () if floor is None else self._plan.session.hub.underlays_on_floor.get(floor.id, ())

    @property
    def underlay(self) -> Underlay | None:
        """The one that is meant; the topmost of the floor unless another was chosen."""
        there = self.all
        return next((one for one in there if one.id == self._chosen), there[-1] if there else None)

    def choose(self, underlay: RecordId) -> None:
        """Mean this one from now on."""
        if underlay != self._chosen:
            self._chosen = underlay
            self.changed.emit()

    @property
    def draft(self) -> Underlay | None:
        """How one of them would be if the drag or slide ended now."""
        return self._draft

    def show_draft(self, underlay: Underlay | None) -> None:
        """Show an underlay so on the plan; the hub knows nothing of it. None shows what is."""
        if underlay != self._draft:
            self._draft = underlay
            self.drafted.emit()


def _no_end(_underlay: Underlay, _place: Point, _reach_mm: float) -> None:
    """Before anything is drawn."""
