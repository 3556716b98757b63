"""A concession: a percentage off, and who pays for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.agency import Sector
from hubdesk.domain.ids import RecordId


class Funder(Enum):
    """Who pays for a concession; the value is the workbook's word."""

    HOST = "host"
    PARTNERS = "partners"


class Applies(Enum):
    """What a concession is taken off; the value is the workbook's word."""

    LICENCE = "licence"
    LICENCE_AND_SHARED = "licence and shared"


@dataclass(frozen=True, slots=True)
class Concession:
    """`percent` off, from `first` to `last`: a sector's standing rate, or an award to one licence.

    Exactly one of `sector` and `licence` is set. `desk_cap` limits the desks of each licence to which
    it applies. `review` is the day on which it is to be looked at again.
    """

    id: RecordId
    sector: Sector | None
    licence: RecordId | None
    percent: Decimal
    first: date
    last: date | None = None
    desk_cap: int | None = None
    applies: Applies = Applies.LICENCE
    funder: Funder = Funder.HOST
    reason: str = ""
    review: date | None = None
