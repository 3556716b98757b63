"""An agency: an organisation in the hub."""

from dataclasses import dataclass
from enum import Enum

from hubdesk.domain.ids import RecordId


class Sector(Enum):
    """The sector an agency belongs to; the value is the workbook's word."""

    PUBLIC = "public"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation in the hub, with the codes by which the host's ledger knows it.

    `colour` is "#rrggbb" or empty. `internal` agencies are recharged by journal, others by invoice.
    At least so many of its desks are to be `accessible_desks`.
    """

    id: RecordId
    code: str
    name: str
    sector: Sector
    colour: str = ""
    contact: str = ""
    email: str = ""
    customer_code: str = ""
    cost_centre: str = ""
    subjective: str = ""
    purchase_order: str = ""
    internal: bool = False
    accessible_desks: int | None = None
