"""A drawing or picture that lies under a floor's plan, to draw it over."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from hubdesk.domain.ids import RecordId


class UnderlayKind(Enum):
    """What sort of file an underlay comes from; the value is its usual file ending."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"
    PDF = "pdf"
    DXF = "dxf"


@dataclass(frozen=True, slots=True)
class Source:
    """What an underlay shows: a file that the store keeps, and how large it is in its own units.

    A unit is a pixel, an SVG user unit, a PDF point or a DXF drawing unit. `picture` is the SHA-256 of
    the file's bytes; `page` is that of a PDF, the first being 0. `corner_x`, `corner_y` are the coordinates,
    y downwards, that the file itself gives its top-left corner: 0 where it counts from there, and far
    from it in a DXF of a whole estate.
    """

    kind: UnderlayKind
    picture: str
    width: Decimal
    height: Decimal
    page: int = 0
    corner_x: Decimal = Decimal(0)
    corner_y: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Underlay:
    """A source laid under a floor.

    `x_mm`, `y_mm` is where its top-left corner lies, millimetres from the floor's; about that corner it
    is turned by `rotation`, degrees clockwise. `mm_per_unit` is its scale: millimetres on the floor to a
    unit of the source. `opacity` is in per cent. `hidden_layers` are those of a DXF that are not drawn.
    What `picture`, `page`, `width`, `height`, `corner_x` and `corner_y` are, `Source` says.
    """

    id: RecordId
    floor: RecordId
    name: str
    kind: UnderlayKind
    picture: str
    width: Decimal
    height: Decimal
    mm_per_unit: Decimal
    page: int = 0
    corner_x: Decimal = Decimal(0)
    corner_y: Decimal = Decimal(0)
    x_mm: int = 0
    y_mm: int = 0
    rotation: Decimal = Decimal(0)
    opacity: int = 50
    locked: bool = False
    shown: bool = True
    hidden_layers: tuple[str, ...] = ()
