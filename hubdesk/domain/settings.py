"""The hub's own settings and its desk rate: one record of each to a hub."""

from dataclasses import dataclass, field

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.timeline import Timeline

POUNDS = "GBP"
"""The currency that amounts are in, and the only one: by its ISO 4217 code."""


@dataclass(frozen=True, slots=True)
class HubSettings:
    """What the hub is called, who hosts it, and how its charging year is cut."""

    id: RecordId
    name: str
    host: RecordId
    """The agency that runs the building."""
    year_start: YearStart = field(default_factory=YearStart)
    billing: Billing = Billing.QUARTER
    currency: str = POUNDS


@dataclass(frozen=True, slots=True)
class DeskRate:
    """The annual licence rate per desk, in pence, the same for every agency."""

    id: RecordId
    pence: Timeline[Pence] = field(default_factory=Timeline)
