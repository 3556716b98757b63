"""A floor of the building."""

from dataclasses import dataclass

from hubdesk.domain.geometry import Outline
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Floor:
    """One storey. `level` 0 is the ground. Sizes in millimetres; without an outline it is a rectangle."""

    id: RecordId
    code: str
    name: str
    level: int
    width_mm: int
    depth_mm: int
    theme: str = ""
    outline: Outline = ()
