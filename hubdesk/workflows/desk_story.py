"""A desk's story as at a day: who sits there and since when, by which licence, at what cost, who before."""

from dataclasses import dataclass
from datetime import date

from hubdesk.charging.stretches import concession_on, concessions_of
from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.workflows.year_cost import AgencyCost, YearCost


@dataclass(frozen=True, slots=True)
class Stay:
    """One allocation of the desk: whose it is, who is charged for it, and its days (None: open-ended)."""

    allocation: RecordId
    agency: Agency
    payer: Agency
    first: date
    last: date | None
    pinned: bool = False
    """Whether it stays when another plan is proposed."""


@dataclass(frozen=True, slots=True)
class Held:
    """A licence in force on the day, its desks then, and what is taken off it."""

    licence: Licence
    desks: int
    concession: Concession | None


@dataclass(frozen=True, slots=True)
class DeskStory:
    """What there is to tell of `desk` on `day`.

    `stay` is None where nobody sits there. `before` and `after` are the other stays, the nearest first.
    `held` are the licences of whoever pays, in order of code. `cost` is theirs for the year, None where
    nobody sits there or the year has not been worked out.
    """

    desk: Desk
    day: date
    floor: Floor
    area: Area | None
    area_agency: Agency | None
    stay: Stay | None
    before: tuple[Stay, ...]
    after: tuple[Stay, ...]
    held: tuple[Held, ...]
    cost: AgencyCost | None
    year_name: str

    @property
    def in_service(self) -> bool:
        return holds(self.desk, self.day)

    @property
    def licensed(self) -> int:
        """The desks that whoever pays is licensed for, over all licences."""
        return sum(one.desks for one in self.held)


def desk_story(hub: Hub, desk: RecordId, day: date, cost: YearCost | None = None) -> DeskStory:
    """The story of a desk of `hub`; with `cost`, the year's as it was worked out, it tells money too."""
    record = hub.desks[desk]
    area = hub.area_of(record, day)
    stays = [
        Stay(one.id, hub.agencies[one.agency], hub.agencies[one.payer], one.first, one.last, one.pinned)
        for one in hub.allocations_of.get(desk, ())
    ]
    now = next((one for one in stays if holds(one, day)), None)
    return DeskStory(
        desk=record,
        day=day,
        floor=hub.floors[record.floor],
        area=area,
        area_agency=hub.agencies[area.agency] if area and area.agency else None,
        stay=now,
        before=tuple(one for one in reversed(stays) if one.last is not None and one.last < day),
        after=tuple(one for one in stays if one.first > day),
        held=_held(hub, now.payer, day) if now else (),
        cost=cost.of.get(now.payer.id) if now and cost else None,
        year_name=cost.year.name if cost else "",
    )


def _held(hub: Hub, agency: Agency, day: date) -> tuple[Held, ...]:
    return tuple(
        Held(one, one.desks_on(day), concession_on(concessions_of(one, hub), day))
        for one in hub.licences_of.get(agency.id, ())
        if holds(one, day)
    )
