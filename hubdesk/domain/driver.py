"""Drivers: dated figures that costs are shared by."""

from dataclasses import dataclass, field
from decimal import Decimal

from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class DriverFigure:
    """One agency's figure for the driver named `driver` (FTE, footfall, kWh …); 0 before its first step."""

    id: RecordId
    driver: str
    agency: RecordId
    figures: Timeline[Decimal] = field(default_factory=Timeline)
