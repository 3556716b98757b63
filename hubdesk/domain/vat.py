"""VAT codes and their dated rates. The user chooses the treatment; the program never decides it."""

from dataclasses import dataclass, field
from decimal import Decimal

from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline

VAT_MEANINGS = {
    "S": "standard",
    "R": "reduced",
    "Z": "zero",
    "E": "exempt",
    "O": "outside scope",
}
"""The codes of the charging rules, section 5."""

NO_VAT_CODES = frozenset("ZEO")
"""Codes that need no rate, since they mean that no VAT is charged. One listed with a rate is reported."""


@dataclass(frozen=True, slots=True)
class VatCode:
    """A VAT code and its percentage, dated."""

    id: RecordId
    code: str
    percent: Timeline[Decimal] = field(default_factory=Timeline)
