"""Writing out the blocks of a drawing: every line, text and block where it comes to lie."""

import math
from collections import Counter
from collections.abc import Iterable

from ezdxf.math import Matrix44, Vec2, Vec3, convex_hull_2d

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.dxf.layers import Layers
from hubdesk.exchange.underlays.dxf.outlines import Run
from hubdesk.exchange.underlays.dxf.stencil import ON_ITS_USER, Stencil, Stencils, Use
from hubdesk.exchange.underlays.dxf.texts import Writing
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_PLACES


class Placed:
    """One use of a block, where it comes to lie: `matrix` takes the block's own coordinates there."""

    def __init__(self, block: str, layer: str, matrix: Matrix44, within: tuple[str, ...]) -> None:
        self.block, self.layer, self.matrix, self.within = block, layer, matrix, within


class Spread:
    """A drawing without blocks, still in its own coordinates, y upwards."""

    def __init__(self, stencils: Stencils, layers: Layers) -> None:
        self.runs: list[tuple[str, Run]] = []
        self.writings: list[tuple[str, Writing]] = []
        self.placed: list[Placed] = []
        self.entities: Counter[str] = Counter()
        self._stencils, self._layers = stencils, layers
        self._places = 0
        self._hulls: dict[str, list[Vec2]] = {}
        self._spread(stencils.of_model(), Matrix44(), ON_ITS_USER, frozen=False, within=())

    def hull(self, block: str) -> list[Vec2]:
        """The outermost corners of all that a block draws, in its own coordinates."""
        key = block.lower()
        if key not in self._hulls:
            stencil = self._stencils.of_block(block)
            corners = [Vec2(place) for _, run in stencil.runs for place in run]
            for use in stencil.uses:
                inner = self.hull(use.block)
                corners.extend(
                    corner for matrix in use.matrices for corner in matrix.fast_2d_transform(inner)
                )
            self._hulls[key] = _outermost(corners)
        return self._hulls[key]

    def _spread(
        self, stencil: Stencil, matrix: Matrix44, user: str, *, frozen: bool, within: tuple[str, ...]
    ) -> None:
        """Write out a stencil that is on the layer `user`; all goes on that layer where it is `frozen`."""

        def layer_of(own: str) -> str:
            return user if frozen or own == ON_ITS_USER else self._layers.name(own)

        for own, run in stencil.runs:
            self._places += len(run)
            if self._places > MOST_PLACES:
                raise Unfit(faults.too_large("The drawing has too many corners", faults.CRASHED.remedy))
            self.runs.append((layer_of(own), _moved(run, matrix)))
        for own, writing in stencil.writings:
            along = matrix.transform_direction(Vec3(writing.along))
            (at,) = _moved((writing.at,), matrix)
            self.writings.append((layer_of(own), Writing(writing.text, at, (along.x, along.y))))
        for own, many in stencil.entities.items():
            self.entities[layer_of(own)] += many
        for use in stencil.uses:
            self._spread_use(use, matrix, layer_of(use.layer), frozen=frozen, within=within)

    def _spread_use(
        self, use: Use, matrix: Matrix44, layer: str, *, frozen: bool, within: tuple[str, ...]
    ) -> None:
        inner = self._stencils.of_block(use.block)
        frozen = frozen or self._layers.is_frozen(layer)
        for one in use.matrices:
            there = one * matrix
            self.placed.append(Placed(use.block, layer, there, within))
            self._spread(inner, there, layer, frozen=frozen, within=(*within, use.block))


def _moved(run: Iterable[tuple[float, float]], matrix: Matrix44) -> Run:
    return tuple((place.x, place.y) for place in matrix.fast_2d_transform(run))


def _outermost(corners: list[Vec2]) -> list[Vec2]:
    """The corners of the convex hull, or all of them where they lie on one line."""
    distinct = list(dict.fromkeys(corners))
    if len(distinct) < 4:
        return distinct
    first = distinct[0]
    furthest = max(distinct, key=first.distance)
    lean = furthest - first
    if all(math.isclose(lean.det(corner - first), 0, abs_tol=1e-9 * lean.magnitude) for corner in distinct):
        return distinct
    return convex_hull_2d(distinct)
