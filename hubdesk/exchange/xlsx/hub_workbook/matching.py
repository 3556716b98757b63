"""Telling which records of a workbook are which of a hub's, so that they keep their ids."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, replace

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.query import QueryMessage
from hubdesk.domain.record import KINDS, Record
from hubdesk.domain.review import AgencyReview, ReviewSettings
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.reading import Reading

_KNOWN_BY: Mapping[type[Record], tuple[str, ...]] = {
    DeskRate: (),
    VatCode: ("code",),
    Concession: ("sector", "licence", "first"),
    Participant: ("cost_line", "agency"),
    FixedShare: ("cost_line", "agency"),
    ShareCap: ("cost_line", "agency"),
    DriverFigure: ("driver", "agency"),
    Allocation: ("desk", "agency", "first"),
    WorkingLink: ("agency", "other"),
    PlacementRule: ("agency", "kind", "value"),
    DropIn: ("agency", "area", "weekday", "on", "starts"),
}
"""The fields by which people know a record that is not referred to; all others have a code and its id."""

_ON_THE_PLAN_ALONE: Mapping[type[Record], tuple[str, ...]] = {Desk: ("locked",), Area: ("locked",)}
"""Fields that no workbook has a column for."""


def matched(reading: Reading, hub: Hub) -> Hub:
    """The hub of `reading`, which was read onto `hub`, with the ids that `hub` has for the same things.

    Fields that the workbook has no column for stay as they are in `hub`, and so do the ledger settings,
    the texts of statements, the placement settings, reviews, queries and the underlays, which it has no
    sheet for; but an underlay goes with its floor, and what an agency agreed or asked with the agency.
    """
    ids: dict[RecordId, RecordId] = {}
    floors = reading.hub.floors  # A floor with a code that `hub` has is read with its id.
    records: list[Record] = [
        *hub.all(LedgerSettings),
        *hub.all(StatementSettings),
        *hub.all(PlacementSettings),
        *_reviewed(hub, reading.hub.agencies),
        *(underlay for underlay in hub.underlays.values() if underlay.floor in floors),
    ]
    for kind in KINDS.values():
        old: Mapping[RecordId, Record] = hub.table(kind)
        pairs = _pairs(kind, old, reading.hub.table(kind))
        for record in reading.hub.all(kind):
            before = pairs.get(record.id)
            if before is None:
                records.append(record)
                continue
            ids[record.id] = before.id
            unread = (*reading.absent.get(kind, ()), *_ON_THE_PLAN_ALONE.get(kind, ()))
            kept = {name: getattr(before, name) for name in unread}
            records.append(replace(record, id=before.id, **kept))
    reading.provenance.rename(ids)
    reading.doubts.rename(ids)
    return Hub.of(records)


def _reviewed(hub: Hub, agencies: Mapping[RecordId, Agency]) -> Iterator[Record]:
    """Rounds, reviews and queries of `hub` as far as they are of `agencies`."""
    yield from hub.all(ReviewSettings)
    yield from hub.review_rounds
    yield from (one for one in hub.all(AgencyReview) if one.agency in agencies)
    queries = {one.id: one for one in hub.queries.values() if one.agency in agencies}
    yield from queries.values()
    yield from (one for one in hub.all(QueryMessage) if one.query in queries)


def _pairs(
    kind: type[Record], old: Mapping[RecordId, Record], new: Mapping[RecordId, Record]
) -> dict[RecordId, Record]:
    """The old record of each new one that has one, by the new one's id.

    Of several that are known by the same, those that are equal go together first, then in order.
    """
    pairs = {id_: old[id_] for id_ in new if id_ in old}
    if kind not in _KNOWN_BY:
        return pairs
    content = tuple(one.name for one in fields(kind) if one.name != "id")
    for names in (content, _KNOWN_BY[kind]):
        taken = {record.id for record in pairs.values()}
        waiting: defaultdict[Hashable, list[Record]] = defaultdict(list)
        for record in old.values():
            if record.id not in taken:
                waiting[_known_by(record, names)].append(record)
        for id_, record in new.items():
            queue = waiting.get(_known_by(record, names))
            if id_ not in pairs and queue:
                pairs[id_] = queue.pop(0)
    return pairs


def _known_by(record: Record, names: tuple[str, ...]) -> Hashable:
    return tuple(getattr(record, name) for name in names)
