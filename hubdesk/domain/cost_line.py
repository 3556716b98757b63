"""Cost lines: property and administration costs of a charging year, and who shares them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import year_name


class Recovery(Enum):
    """How a cost comes back; the value is the workbook's word."""

    LICENCE = "licence"
    """Paid for by the desk rate, not charged again."""
    SHARED = "shared"
    HOST = "host"
    """Not recharged."""


class Basis(Enum):
    """What a shared cost is apportioned by; the value is the workbook's word, but for `DRIVER`."""

    LICENSED_DESKS = "licensed desks"
    ALLOCATED_DESKS = "allocated desks"
    AREA = "area"
    EQUAL = "equal"
    DRIVER = "driver"
    """By the driver that the cost line names; the workbook then has the driver's name."""


class VacantPolicy(Enum):
    """Who carries vacant desks on the two desk bases; the value is the workbook's word."""

    HOST_PAYS = "host pays"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class CostLine:
    """One cost of the charging year that starts in the calendar year `year`.

    `budget` and `actual` are pence (None: not known yet; 0 is an actual). `first` and `last` default
    to the whole year. `driver` is a driver's name where the basis is `DRIVER`, else empty.
    """

    id: RecordId
    code: str
    name: str
    year: int
    budget: Pence
    actual: Pence | None = None
    cost_class: str = ""
    recovery: Recovery = Recovery.SHARED
    basis: Basis = Basis.LICENSED_DESKS
    driver: str = ""
    vacant: VacantPolicy = VacantPolicy.HOST_PAYS
    first: date | None = None
    last: date | None = None
    vat_code: str = ""
    cost_centre: str = ""
    subjective: str = ""

    @property
    def year_name(self) -> str:
        return year_name(self.year)

    @property
    def basis_name(self) -> str:
        """The basis as people write it: a driver by its name."""
        return self.driver if self.basis is Basis.DRIVER else self.basis.value


@dataclass(frozen=True, slots=True)
class Participant:
    """An agency on the named list of a cost line. A line without any is shared by all with a weight."""

    id: RecordId
    cost_line: RecordId
    agency: RecordId


@dataclass(frozen=True, slots=True)
class FixedShare:
    """An agency that pays `percent` of a cost line before the rest is shared."""

    id: RecordId
    cost_line: RecordId
    agency: RecordId
    percent: Decimal


@dataclass(frozen=True, slots=True)
class ShareCap:
    """The most, in pence a year, that an agency pays of a cost line."""

    id: RecordId
    cost_line: RecordId
    agency: RecordId
    pence: Pence
