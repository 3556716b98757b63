"""A desk and its place on a floor."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.ids import RecordId


class DeskKind(Enum):
    """What sort of desk; the value is the workbook's word."""

    STANDARD = "standard"
    ACCESSIBLE = "accessible"
    TOUCHDOWN = "touchdown"


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk, in service from `first` to `last`.

    `x_mm`, `y_mm` is its centre, millimetres from the floor's top-left corner; `rotation` is degrees
    clockwise. Without an `area` it belongs to the one whose outline holds the centre. No drag on the plan
    moves a `locked` one.
    """

    id: RecordId
    code: str
    floor: RecordId
    x_mm: int
    y_mm: int
    area: RecordId | None = None
    rotation: Decimal = Decimal(0)
    width_mm: int = 1600
    depth_mm: int = 800
    kind: DeskKind = DeskKind.STANDARD
    first: date | None = None
    last: date | None = None
    locked: bool = False
