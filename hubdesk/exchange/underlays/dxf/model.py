"""A DXF drawing, opened and written out, with the frame that its picture has."""

from dataclasses import dataclass
from pathlib import Path

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.dxf.counting import refuse_too_many
from hubdesk.exchange.underlays.dxf.layers import Layers
from hubdesk.exchange.underlays.dxf.opening import opened
from hubdesk.exchange.underlays.dxf.spreading import Spread
from hubdesk.exchange.underlays.dxf.stencil import Stencils
from hubdesk.exchange.underlays.dxf.units import mm_per_unit
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.picture import Place

_FINE_MM = 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle around all lines, in the drawing's coordinates, y upwards."""

    left: float
    top: float
    width: float
    height: float

    def on_picture(self, place: Place) -> Place:
        """A place of the drawing from the picture's top-left corner, y downwards."""
        return place[0] - self.left, self.top - place[1]


@dataclass(frozen=True, slots=True)
class Model:
    """What was read of a drawing."""

    spread: Spread
    frame: Frame
    layers: Layers
    stencils: Stencils
    mm_per_unit: float | None


def modelled(body: Path) -> Model:
    """The drawing. Raises Unfit."""
    document = opened(body)
    known = mm_per_unit(document, body.read_bytes())
    # Without units curves are as true as any drawing shows.
    stencils = Stencils(document, fine=_FINE_MM / known if known else 0.0)
    layers = Layers(document)
    refuse_too_many(stencils)
    spread = Spread(stencils, layers)
    return Model(spread, _frame(spread), layers, stencils, known)


def _frame(spread: Spread) -> Frame:
    xs = [place[0] for _, run in spread.runs for place in run]
    ys = [place[1] for _, run in spread.runs for place in run]
    if not xs:
        raise Unfit(faults.NOTHING_DRAWN)
    left, top = min(xs), max(ys)
    width, height = max(xs) - left, top - min(ys)
    if width <= 0 or height <= 0:
        raise Unfit(faults.NOTHING_DRAWN)
    return Frame(left, top, width, height)
