"""Where a DXF drawing uses blocks: what can become desks."""

import math
from collections.abc import Collection
from pathlib import Path

from ezdxf.math import Matrix44, Vec2, Vec3

from hubdesk.exchange.underlays.dxf.model import Model, modelled
from hubdesk.exchange.underlays.dxf.spreading import Placed
from hubdesk.exchange.underlays.picture import BlockPlace

_FULL_TURN = 360.0


def read_blocks(body: Path, layers: Collection[str]) -> tuple[BlockPlace, ...]:
    """The places of blocks on `layers`. Raises Unfit."""
    model = modelled(body)
    wanted = {layer.lower() for layer in layers}
    return tuple(_place(placed, model) for placed in model.spread.placed if placed.layer.lower() in wanted)


def _place(placed: Placed, model: Model) -> BlockPlace:
    corners = model.spread.hull(placed.block)
    matrix, frame = placed.matrix, model.frame
    left, right = _range([corner.x for corner in corners])
    low, high = _range([corner.y for corner in corners])
    across, along = _scale(matrix)
    middle = matrix.transform(Vec3((left + right) / 2, (low + high) / 2))
    lean = matrix.transform_direction(Vec3(1, 0))
    turn = math.degrees(math.atan2(-lean.y, lean.x))
    at = matrix.transform(Vec3(model.stencils.base(placed.block)))
    return BlockPlace(
        block=model.stencils.called(placed.block),
        layer=placed.layer,
        at=frame.on_picture((at.x, at.y)),
        centre=frame.on_picture((middle.x, middle.y)),
        width=(right - left) * across,
        depth=(high - low) * abs(along),
        rotation=round(turn, 6) % _FULL_TURN,
        scale=(across, along),
        within=tuple(model.stencils.called(outer) for outer in placed.within),
    )


def _range(numbers: list[float]) -> tuple[float, float]:
    return (min(numbers), max(numbers)) if numbers else (0.0, 0.0)


def _scale(matrix: Matrix44) -> tuple[float, float]:
    """How much longer things become across and along; along is negative where they are mirrored."""
    across = Vec2(matrix.transform_direction(Vec3(1, 0)))
    along = Vec2(matrix.transform_direction(Vec3(0, 1)))
    length = across.magnitude
    return (length, across.det(along) / length) if length else (0.0, along.magnitude)
