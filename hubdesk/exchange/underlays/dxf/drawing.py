"""A DXF drawing as lines and labels on layers."""

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hubdesk.domain.problem import Problem
from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.dxf.model import Frame, Model, modelled
from hubdesk.exchange.underlays.dxf.texts import Writing
from hubdesk.exchange.underlays.picture import Label, Line, Measure, Picture
from hubdesk.exchange.underlays.wish import Wish

_LIKELY_MM = (2_000, 5_000_000)
"""A storey is longer than a room and shorter than a town."""


def read_dxf(body: Path, wish: Wish) -> Picture:
    """The drawing; its unit is the drawing's. Raises Unfit."""
    model = modelled(body)
    frame, spread = model.frame, model.spread
    return Picture(
        kind=wish.kind,
        width=frame.width,
        height=frame.height,
        measure=Measure.UNKNOWN if model.mm_per_unit is None else Measure.BUILDING,
        mm_per_unit=model.mm_per_unit,
        corner=(frame.left, -frame.top),
        layers=model.layers.listed(spread.entities, Counter(placed.layer for placed in spread.placed)),
        lines=tuple(Line(layer, tuple(map(frame.on_picture, run))) for layer, run in spread.runs),
        labels=tuple(_label(layer, writing, frame) for layer, writing in spread.writings),
        notes=tuple(_notes(model, wish.name)),
    )


def _label(layer: str, writing: Writing, frame: Frame) -> Label:
    across, up = writing.along
    turn = math.degrees(math.atan2(-up, across)) % 360
    return Label(layer, writing.text, frame.on_picture(writing.at), math.hypot(across, up), turn)


def _notes(model: Model, name: str) -> Iterator[Problem]:
    if model.mm_per_unit is None:
        yield faults.NO_UNITS.noted_on(name)
    else:
        longer = max(model.frame.width, model.frame.height) * model.mm_per_unit
        if not _LIKELY_MM[0] <= longer <= _LIKELY_MM[1]:
            yield faults.unlikely_size(longer / 1000).noted_on(name)
    left_out = model.stencils.left_out
    if left_out:
        yield faults.left_out(left_out.total(), tuple(left_out)).noted_on(name)
