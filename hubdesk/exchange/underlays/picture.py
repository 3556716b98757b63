"""What is drawn of an underlay: values without any library's objects in them.

Lengths and places are in the file's own units (pixels, points, drawing units), x to the right and
y downwards from the picture's top-left corner.
"""

from dataclasses import dataclass
from enum import Enum

from hubdesk.domain.problem import Problem
from hubdesk.domain.underlay import UnderlayKind

Place = tuple[float, float]
"""A place on a picture, in its own units."""


class Measure(Enum):
    """What a picture's `mm_per_unit` measures."""

    BUILDING = "in the building"
    """True millimetres: the picture is calibrated as it comes."""
    PAPER = "on paper"
    """Millimetres of the sheet: true ones only with the scale that it was drawn to."""
    UNKNOWN = "not known"
    """The file does not say: the picture must be calibrated by two points."""


@dataclass(frozen=True, slots=True)
class Raster:
    """Dots to draw over the whole of a picture: rows from the top, four bytes a dot (red, green, blue, 255).

    A drawing with a transparent ground has been laid on white, as on paper. Whoever paints it relies on
    there being a dot for every place. Raises ValueError where there are more or fewer.
    """

    width: int
    height: int
    rgba: bytes

    def __post_init__(self) -> None:
        if min(self.width, self.height) < 1 or len(self.rgba) != 4 * self.width * self.height:
            raise ValueError(f"{len(self.rgba)} bytes are not {self.width} × {self.height} dots")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of a drawing; `colour` is "#rrggbb", and `shown` whether the drawing itself shows it.

    `entities` counts what is drawn on it, blocks with all they hold, and `blocks` the uses of blocks on it.
    """

    name: str
    entities: int
    colour: str
    shown: bool
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A run of straight pieces; curves have become short ones. A closed one ends where it begins."""

    layer: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text that begins at `at` on its base line; `rotation` is degrees clockwise."""

    layer: str
    text: str
    at: Place
    height: float
    rotation: float


@dataclass(frozen=True, slots=True)
class Picture:
    """An underlay as it is to be drawn: a raster, or lines and labels by layer.

    `corner` is where the picture's top-left corner lies in the file's own coordinates, y downwards too, so
    that a newer file of the same drawing can be laid exactly over the older. `page` counts from 0.
    `notes` tell what was left out, and what to do about it.
    """

    kind: UnderlayKind
    width: float
    height: float
    measure: Measure
    mm_per_unit: float | None = None
    corner: Place = (0.0, 0.0)
    page: int = 0
    pages: int = 1
    raster: Raster | None = None
    layers: tuple[Layer, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """One place where a drawing uses a block, in the units and from the corner of its Picture.

    `centre` is the middle of the block's extents and `at` its insertion point; `width` and `depth` are
    the extents before turning by `rotation` degrees clockwise, and true to `scale` (across, along;
    negative where mirrored). `within` names the blocks that hold this one, outermost first: a bench
    and its desks are both given, and whoever asks for desks chooses by `block`.
    """

    block: str
    layer: str
    at: Place
    centre: Place
    width: float
    depth: float
    rotation: float
    scale: Place
    within: tuple[str, ...] = ()
