"""Working links: which agencies depend on each other."""

from dataclasses import dataclass
from decimal import Decimal

from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class WorkingLink:
    """`agency` and `other` work together, the more the greater `strength` (above 0; people use 1 to 10)."""

    id: RecordId
    agency: RecordId
    other: RecordId
    strength: Decimal
    reason: str = ""
