"""How full the hub is on a day: of the whole hub, of each floor, and of each agency."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class FloorDesks:
    """The desks of one floor that are in service, and how many of them each agency pays for.

    A licence is for desks of the building and not of a floor, so a floor has no number licensed.
    """

    floor: RecordId
    in_service: int
    of: Mapping[RecordId, int]
    """Desks allocated, by the agency that is charged; agencies without any are left out."""

    @property
    def allocated(self) -> int:
        return sum(self.of.values())

    @property
    def vacant(self) -> int:
        return self.in_service - self.allocated


@dataclass(frozen=True, slots=True)
class AgencyDesks:
    """What one agency is licensed for, and the desks in service that are allocated and charged to it.

    `present` says that it holds a licence (if only for no desks), sits at a desk or is charged for one.
    """

    agency: RecordId
    licensed: int
    allocated: int
    present: bool

    @property
    def to_place(self) -> int:
        """Desks that it is licensed for and does not have yet; below zero, by how many it is over."""
        return self.licensed - self.allocated


@dataclass(frozen=True, slots=True)
class OccupancyOn:
    """The hub on `day`. `floors` go from the lowest up; `agencies` are all there are, by code.

    An allocation counts as it does in the charges: while its desk is in service, and for the agency
    that pays for it.
    """

    day: date
    floors: Mapping[RecordId, FloorDesks]
    agencies: Mapping[RecordId, AgencyDesks]

    @property
    def in_service(self) -> int:
        return sum(one.in_service for one in self.floors.values())

    @property
    def licensed(self) -> int:
        return sum(one.licensed for one in self.agencies.values())

    @property
    def allocated(self) -> int:
        return sum(one.allocated for one in self.floors.values())

    @property
    def vacant(self) -> int:
        return self.in_service - self.allocated

    @property
    def to_place(self) -> int:
        """Desks licensed and not allocated, of all agencies that are short of any."""
        return sum(max(0, one.to_place) for one in self.agencies.values())


def occupancy_on(hub: Hub, day: date) -> OccupancyOn:
    """The occupancy of `hub`, which has no errors, on `day`."""
    in_service: Counter[RecordId] = Counter()
    floor_of: dict[RecordId, RecordId] = {}
    for desk in hub.desks.values():
        if holds(desk, day):
            in_service[desk.floor] += 1
            floor_of[desk.id] = desk.floor
    paid: defaultdict[RecordId, Counter[RecordId]] = defaultdict(Counter)
    seated = set()
    for one in hub.allocations.values():
        if one.desk in floor_of and holds(one, day):
            paid[floor_of[one.desk]][one.payer] += 1
            seated.add(one.agency)
    floors = sorted(hub.floors.values(), key=lambda floor: (floor.level, floor.code))
    agencies = sorted(hub.agencies.values(), key=lambda agency: agency.code)
    allocated = sum(paid.values(), Counter())
    return OccupancyOn(
        day,
        {one.id: FloorDesks(one.id, in_service[one.id], dict(paid.get(one.id, {}))) for one in floors},
        {one.id: _of(hub, one.id, day, allocated[one.id], one.id in seated) for one in agencies},
    )


def _of(hub: Hub, agency: RecordId, day: date, allocated: int, seated: bool) -> AgencyDesks:  # noqa: FBT001
    held = any(holds(licence, day) for licence in hub.licences_of.get(agency, ()))
    licensed = hub.licensed_desks(agency, day)
    return AgencyDesks(agency, licensed, allocated, held or seated or allocated > 0)
