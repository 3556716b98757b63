"""What of a selection can be moved on the plan, and what stays because it is locked."""

from dataclasses import dataclass

from hubdesk.desktop.plan.plan import Layer, Plan
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.records import refusal


@dataclass(frozen=True, slots=True)
class Movable:
    """The desks and areas that go, and how many stay because they or their layer are locked."""

    desks: tuple[RecordId, ...] = ()
    areas: tuple[RecordId, ...] = ()
    locked: int = 0

    def __bool__(self) -> bool:
        return bool(self.desks or self.areas)

    @property
    def ids(self) -> tuple[RecordId, ...]:
        return (*self.desks, *self.areas)

    def all_in(self, hub: Hub) -> bool:
        """Whether they are all still there."""
        return all(one in hub.desks for one in self.desks) and all(one in hub.areas for one in self.areas)

    @property
    def staying(self) -> str:
        """In words, empty where nothing stays: "2 locked stay"."""
        return f"{self.locked} locked {'stays' if self.locked == 1 else 'stay'}" if self.locked else ""


def movable(plan: Plan, ids: frozenset[RecordId]) -> Movable:
    """What of `ids` can be moved. What is gone meanwhile is left out."""
    hub = plan.session.hub
    desks = [hub.desks[one] for one in sorted(ids) if one in hub.desks]
    areas = [hub.areas[one] for one in sorted(ids) if one in hub.areas and hub.areas[one].outline]
    free_desks = tuple(one.id for one in desks if _free(plan, one))
    free_areas = tuple(one.id for one in areas if _free(plan, one))
    return Movable(free_desks, free_areas, len(desks) + len(areas) - len(free_desks) - len(free_areas))


def with_desks(plan: Plan, chosen: Movable) -> Movable:
    """The same with the desks that stand in the areas, unless those are locked."""
    hub, areas = plan.session.hub, frozenset(chosen.areas)
    if not areas:
        return chosen
    floors = {hub.areas[one].floor for one in areas}
    inside = [
        desk
        for floor in floors
        for desk in hub.desks_on_floor.get(floor, ())
        if (area := hub.area_of(desk)) is not None and area.id in areas
    ]
    going = dict.fromkeys([*chosen.desks, *(desk.id for desk in inside if _free(plan, desk))])
    locked = sum(not _free(plan, desk) for desk in inside if desk.id not in plan.session.selection.ids)
    return Movable(tuple(going), chosen.areas, chosen.locked + locked)


def chosen_to_move(plan: Plan, hub: Hub) -> Movable:
    """What of the selection can be moved. Raises Refused if nothing can."""
    chosen = movable(plan, plan.session.selection.ids)
    if chosen:
        return chosen
    if chosen.locked:
        records = [
            (hub.desks.get(one) or hub.areas[one])
            for one in plan.session.selection.ids
            if one in hub.desks or one in hub.areas
        ]
        raise refusal(
            "locked",
            "It is locked, or its layer is",
            records[0].code if len(records) == 1 else f"{len(records)} desks and areas",
            "Unlock it (Edit, Unlock), or its layer",
            *records,
        )
    raise refusal(
        "nothing-chosen",
        "Nothing is selected that has a place on the plan",
        "selection",
        "Click a desk or an area first",
    )


def _free(plan: Plan, record: Desk | Area) -> bool:
    layer = Layer.DESKS if isinstance(record, Desk) else Layer.AREAS
    return not record.locked and not plan.is_locked(layer)
