"""Other programs' drawings as underlays of a plan: PNG, JPEG, SVG, a page of a PDF, DXF.

Every file is taken to be hostile: it is read in a process of its own, bounded in size, time and memory,
and what comes back are plain values. The libraries are loaded there only.
"""

from hubdesk.exchange.underlays.kinds import ENDINGS, kind_of
from hubdesk.exchange.underlays.limits import MOST_BYTES
from hubdesk.exchange.underlays.picture import (
    BlockPlace,
    Label,
    Layer,
    Line,
    Measure,
    Picture,
    Place,
    Raster,
)
from hubdesk.exchange.underlays.reading import Cancelled, blocks_of, read_underlay

__all__ = [
    "ENDINGS",
    "MOST_BYTES",
    "BlockPlace",
    "Cancelled",
    "Label",
    "Layer",
    "Line",
    "Measure",
    "Picture",
    "Place",
    "Raster",
    "blocks_of",
    "kind_of",
    "read_underlay",
]
