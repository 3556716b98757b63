"""What of the plan a record stands for: where to look for it, and what to select there."""

from collections.abc import Iterable, Iterator
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule


def on_the_plan(hub: Hub, records: Iterable[RecordId], day: date) -> tuple[Desk | Area | Floor, ...]:
    """The desks, areas and floors that the records of those ids stand for, each once.

    An allocation stands for its desk; an agency, its licence or its rule for the desks where it sits on
    `day`. What has no place, a cost line for instance, is left out.
    """
    found = (place for id_ in records for place in _places(hub, id_, day))
    return tuple({place.id: place for place in found}.values())


def _places(hub: Hub, id_: RecordId, day: date) -> Iterator[Desk | Area | Floor]:
    record: Record | None = next((one[id_] for one in hub.tables.values() if id_ in one), None)
    match record:
        case Desk() | Area() | Floor():
            yield record
        case Allocation():
            yield hub.desks[record.desk]
        case DropIn():
            yield hub.areas[record.area]
        case Agency():
            yield from _desks_of(hub, record.id, day)
        case Licence() | PlacementRule():
            yield from _desks_of(hub, record.agency, day)
        case _:
            return


def _desks_of(hub: Hub, agency: RecordId, day: date) -> Iterator[Desk]:
    for one in hub.allocations.values():
        if one.agency == agency and holds(one, day):
            yield hub.desks[one.desk]
