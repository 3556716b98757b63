"""Placement rules: where an agency may, must or must not sit."""

from dataclasses import dataclass
from enum import Enum

from hubdesk.domain.ids import RecordId


class RuleKind(Enum):
    """What a rule demands; the value is the workbook's word."""

    PUBLIC_ACCESS = "needs public access"
    GROUND_FLOOR = "ground floor"
    CLEARANCE = "needs clearance"
    TOGETHER = "keep together"
    STAY_ON_FLOOR = "stay on floor"
    KEEP_OUT = "keep out of"


@dataclass(frozen=True, slots=True)
class PlacementRule:
    """A rule for `agency`. `value` is the clearance, or a floor's or area's code, where one is needed."""

    id: RecordId
    agency: RecordId
    kind: RuleKind
    value: str = ""
