"""`Warnings`: looks for narrow aisles and the like on the floor on screen, in a worker, once edits pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.clearances import Finding, clearances
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor


class Warnings(QObject):
    """Tells the plan what was found. Guidance, and not a claim that a layout complies with anything."""

    def __init__(self, plan: Plan, jobs: Jobs) -> None:
        super().__init__(plan)
        self._plan = plan
        self._latest: Latest[tuple[Finding, ...]] = Latest(jobs, self._question, self)
        self._latest.came.connect(plan.set_findings)
        plan.floor_changed.connect(self._anew)
        plan.layers_changed.connect(self._ask)
        plan.session.as_at_changed.connect(self._anew)
        plan.session.changed.connect(self._changed)
        self._ask()

    def _question(self) -> Callable[[], tuple[Finding, ...]]:
        hub, floor, day = self._plan.session.hub, self._plan.floor, self._plan.session.as_at
        if floor is None or floor.id not in hub.floors:
            return tuple
        return lambda: clearances(hub, floor.id, day)

    def _ask(self) -> None:
        if self._plan.shows(Layer.WARNINGS):
            self._latest.ask()

    def _anew(self) -> None:
        """What was found does not hold of another floor or day."""
        self._plan.set_findings(())
        self._ask()

    def _changed(self, change: Change) -> None:
        # What was found of desks that are elsewhere now, or gone, does not hold until it is looked for anew.
        touched = {edit.id for edit in change.edits if edit.kind is Desk}
        self._plan.set_findings(
            tuple(one for one in self._plan.findings if touched.isdisjoint(one.desks))
            if self._plan.shows(Layer.WARNINGS)
            else ()
        )
        if any(edit.kind in (Desk, Area, Floor) for edit in change.edits):
            self._ask()
