"""An area of a floor: a neighbourhood, a restricted room, a pod."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hubdesk.domain.geometry import Outline
from hubdesk.domain.ids import RecordId


class AreaKind(Enum):
    """What an area is for; the value is the workbook's word."""

    NEIGHBOURHOOD = "neighbourhood"
    RESTRICTED = "restricted"
    PUBLIC = "public"
    RECEPTION = "reception"
    POD = "pod"
    MEETING = "meeting"
    REFRESHMENT = "refreshment"
    CIRCULATION = "circulation"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a floor. `agency` is the one for whose sole use it is.

    `area_m2`, in square metres, stands in place of what the outline encloses. No drag on the plan
    moves or reshapes a `locked` one.
    """

    id: RecordId
    code: str
    floor: RecordId
    name: str
    kind: AreaKind
    outline: Outline = ()
    clearance: str = ""
    agency: RecordId | None = None
    area_m2: Decimal | None = None
    first: date | None = None
    last: date | None = None
    locked: bool = False
