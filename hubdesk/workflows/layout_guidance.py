"""Guidance on how desks stand, on every floor, in the words of problems: advice, no claim of compliance."""

from datetime import date

from hubdesk.domain.area import Area
from hubdesk.domain.checks.building import desks_out_of_place
from hubdesk.domain.clearance_advice import advice
from hubdesk.domain.clearances import Concern, Finding, clearances
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem

_TOLD_AS = {Concern.OUTSIDE_FLOOR: "desk-outside-floor", Concern.OUTSIDE_AREA: "desk-outside-area"}
"""What the checks tell of a desk that is out of its place altogether."""

_Looked = tuple[date, Floor, tuple[Area, ...], tuple[Desk, ...]]
"""All that the findings of a floor depend on."""


class LayoutGuidance:
    """Looks anew only at the floors that are not as they were when last asked. For one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[RecordId, tuple[_Looked, tuple[Finding, ...]]] = {}

    def of(self, hub: Hub, day: date) -> tuple[Problem, ...]:
        """What to look at on `day` on every floor, from the lowest up; the gravest of each first.

        What is a problem of the hub already is left out.
        """
        told = {(one.code, one.records[0]) for one in desks_out_of_place(hub)}
        floors = sorted(hub.floors.values(), key=lambda one: (one.level, one.code))
        self._known = {floor.id: self._looked_at(hub, floor, day) for floor in floors}
        return tuple(
            advice(hub, finding)
            for _, findings in self._known.values()
            for finding in findings
            if (_TOLD_AS.get(finding.concern), finding.desks[0]) not in told
        )

    def _looked_at(self, hub: Hub, floor: Floor, day: date) -> tuple[_Looked, tuple[Finding, ...]]:
        areas, desks = hub.areas_on_floor.get(floor.id, ()), hub.desks_on_floor.get(floor.id, ())
        now = (day, floor, areas, desks)
        known = self._known.get(floor.id)
        return known if known and known[0] == now else (now, clearances(hub, floor.id, day))
