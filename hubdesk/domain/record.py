"""Every kind of record in a hub, its name, and what it refers to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.underlay import Underlay
from hubdesk.domain.vat import VatCode

Record = (
    HubSettings
    | LedgerSettings
    | StatementSettings
    | DeskRate
    | Floor
    | Area
    | Desk
    | Underlay
    | Agency
    | Licence
    | VatCode
    | Concession
    | CostLine
    | Participant
    | FixedShare
    | ShareCap
    | DriverFigure
    | Allocation
    | WorkingLink
    | PlacementRule
    | DropIn
    | PlacementSettings
    | ReviewSettings
    | ReviewRound
    | AgencyReview
    | Query
    | QueryMessage
)

KINDS: Mapping[str, type[Record]] = {
    "settings": HubSettings,
    "ledger": LedgerSettings,
    "statement": StatementSettings,
    "rate": DeskRate,
    "agency": Agency,
    "floor": Floor,
    "area": Area,
    "desk": Desk,
    "underlay": Underlay,
    "licence": Licence,
    "vat code": VatCode,
    "concession": Concession,
    "cost line": CostLine,
    "participant": Participant,
    "fixed share": FixedShare,
    "cap": ShareCap,
    "driver figure": DriverFigure,
    "allocation": Allocation,
    "working link": WorkingLink,
    "placement rule": PlacementRule,
    "drop-in": DropIn,
    "placement settings": PlacementSettings,
    "review settings": ReviewSettings,
    "review round": ReviewRound,
    "review": AgencyReview,
    "query": Query,
    "query message": QueryMessage,
}
"""The name of each kind, in an order in which nothing refers to a later one but the settings to the host."""

KIND_NAMES: Mapping[type[Record], str] = {kind: name for name, kind in KINDS.items()}


class Reference(NamedTuple):
    """A field that holds the id of a record of the kind `to`."""

    field: str
    to: type[Record]


REFERENCES: Mapping[type[Record], tuple[Reference, ...]] = {
    HubSettings: (Reference("host", Agency),),
    Area: (Reference("floor", Floor), Reference("agency", Agency)),
    Desk: (Reference("floor", Floor), Reference("area", Area)),
    Underlay: (Reference("floor", Floor),),
    Licence: (Reference("agency", Agency),),
    Concession: (Reference("licence", Licence),),
    Participant: (Reference("cost_line", CostLine), Reference("agency", Agency)),
    FixedShare: (Reference("cost_line", CostLine), Reference("agency", Agency)),
    ShareCap: (Reference("cost_line", CostLine), Reference("agency", Agency)),
    DriverFigure: (Reference("agency", Agency),),
    Allocation: (
        Reference("desk", Desk),
        Reference("agency", Agency),
        Reference("charged_to", Agency),
    ),
    WorkingLink: (Reference("agency", Agency), Reference("other", Agency)),
    PlacementRule: (Reference("agency", Agency),),
    DropIn: (Reference("agency", Agency), Reference("area", Area)),
    AgencyReview: (Reference("round", ReviewRound), Reference("agency", Agency)),
    Query: (Reference("agency", Agency), Reference("round", ReviewRound)),
    QueryMessage: (Reference("query", Query),),
}


def references(record: Record) -> Iterator[tuple[Reference, RecordId]]:
    """The references that `record` makes, left-out ones left out."""
    for reference in REFERENCES.get(type(record), ()):
        target = getattr(record, reference.field)
        if target is not None:
            yield reference, target
