"""What people call a record: where a problem is, and what a change is of."""

import re
from typing import Protocol

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record import KIND_NAMES, Record
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.underlay import Underlay
from hubdesk.domain.vat import VatCode

_DIGITS = re.compile(r"(\d+)")


def named(hub: Hub, record: Record) -> str:  # noqa: C901, PLR0911, PLR0912  one line to a kind
    """`record` as people call it: "desk G-014", "cost line C01 of 2026-27". Dangling references are "?"."""
    match record:
        case HubSettings():
            return "the hub's settings"
        case LedgerSettings():
            return "the ledger settings"
        case StatementSettings():
            return "the texts of statements"
        case DeskRate():
            return "the desk rate"
        case Agency() | Floor() | Area() | Desk() | Licence() | VatCode():
            return f"{KIND_NAMES[type(record)].replace('vat', 'VAT')} {record.code}"
        case Underlay():
            return f"underlay “{record.name}”"
        case Concession():
            scope = (
                _code(hub, Licence, record.licence, "licence ")
                if record.licence
                else f"the {record.sector.value if record.sector else '?'} sector"
            )
            return f"concession of {scope}"
        case CostLine():
            return f"cost line {record.code} of {record.year_name}"
        case Participant() | FixedShare() | ShareCap():
            agency = _code(hub, Agency, record.agency)
            return f"{KIND_NAMES[type(record)]} of {agency} in {_line(hub, record.cost_line)}"
        case DriverFigure():
            return f"driver {record.driver} of {_code(hub, Agency, record.agency)}"
        case Allocation():
            return f"desk {_code(hub, Desk, record.desk)}, allocated to {_code(hub, Agency, record.agency)}"
        case WorkingLink():
            one, other = _code(hub, Agency, record.agency), _code(hub, Agency, record.other)
            return f"working link of {one} and {other}"
        case PlacementRule():
            return f"rule “{record.kind.value}” of {_code(hub, Agency, record.agency)}"
        case DropIn():
            return f"drop-in of {_code(hub, Agency, record.agency)} in {_code(hub, Area, record.area)}"
        case PlacementSettings():
            return "the placement settings"
        case ReviewSettings():
            return "the review settings"
        case ReviewRound():
            return f"review “{record.name}”"
        case AgencyReview():
            return f"review by {_code(hub, Agency, record.agency)}"
        case Query():
            return query_name(record)
        case QueryMessage():
            query = hub.queries.get(record.query)
            return f"message on {query_name(query) if query else 'query ?'}"


class Called(Protocol):
    """What has a code and may have a name."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


def floor_name(floor: Called) -> str:
    """ "People floor" for one called People, or called People floor; one without a name by its code."""
    if not floor.name:
        return f"Floor {floor.code}"
    return floor.name if "floor" in floor.name.casefold().split() else f"{floor.name} floor"


def agency_name(agency: Agency) -> str:
    """ "Citizens Advice (CAB)"; one whose name is its code, or that has none, by its code."""
    return agency.code if agency.name in ("", agency.code) else f"{agency.name} ({agency.code})"


def query_name(query: Query) -> str:
    """ "query 12"."""
    return f"query {query.number}"


def counted(count: int, noun: str) -> str:
    """ "1 desk", "1,200 desks"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def natural_order(code: str) -> list[tuple[int, int, str]]:
    """A key to sort codes by as people do: G-9 comes before G-10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(code) if part]


def _code(
    hub: Hub, kind: type[Agency] | type[Desk] | type[Licence] | type[Area], id_: RecordId, before: str = ""
) -> str:
    found = hub.table(kind).get(id_)
    return f"{before}{found.code}" if found else f"{before}?"


def _line(hub: Hub, id_: RecordId) -> str:
    line = hub.cost_lines.get(id_)
    return named(hub, line) if line else "cost line ?"
