"""Desks out of the blocks of a DXF underlay: which kinds of block there are, and where desks would stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from hubdesk.domain.desk import DeskKind
from hubdesk.domain.lying import on_floor
from hubdesk.domain.turning import normal
from hubdesk.domain.underlay import Underlay
from hubdesk.editing.desk_arrays import DeskPlace
from hubdesk.exchange.underlays import BlockPlace

BlockKey = tuple[str, str]
"""Block and layer."""

_QUARTER = 90
_SMALLEST_MM = 1


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A block as one layer of a drawing uses it; the size on the floor is that of most of its places."""

    block: str
    layer: str
    count: int
    width_mm: int
    depth_mm: int

    @property
    def key(self) -> BlockKey:
        return self.block, self.layer

    @property
    def could_be_a_desk(self) -> bool:
        """Whether it has about the size of one: a guess to begin with."""
        short, long = sorted((self.width_mm, self.depth_mm))
        return 500 <= short <= 1_200 and 900 <= long <= 2_400


def kinds_of_block(underlay: Underlay, places: Iterable[BlockPlace]) -> tuple[BlockKind, ...]:
    """The kinds of block among `places` at the underlay's scale, those used most first."""
    sizes: dict[BlockKey, list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        sizes[place.block, place.layer].append(_size(underlay, place))
    kinds = [
        BlockKind(block, layer, len(found), *max(sorted(set(found)), key=found.count))
        for (block, layer), found in sizes.items()
    ]
    return tuple(sorted(kinds, key=lambda kind: (-kind.count, kind.block.casefold(), kind.layer.casefold())))


@dataclass(frozen=True, slots=True)
class AsDesks:
    """How chosen blocks become desks: with `size` millimetres, width and depth, or as large as each is.

    `quarters` turns every desk clockwise by so many right angles: blocks do not say where one sits.
    """

    chosen: Collection[BlockKey]
    kind: DeskKind = DeskKind.STANDARD
    size: tuple[int, int] | None = None
    quarters: int = 0


def desk_places(underlay: Underlay, places: Iterable[BlockPlace], how: AsDesks) -> tuple[DeskPlace, ...]:
    """Where desks would stand, in the drawing's order. A block within one that is chosen is a part of it."""
    chosen = frozenset(how.chosen)
    names = {block for block, _ in chosen}
    return tuple(
        _desk(underlay, place, how)
        for place in places
        if (place.block, place.layer) in chosen and names.isdisjoint(place.within)
    )


def _desk(underlay: Underlay, place: BlockPlace, how: AsDesks) -> DeskPlace:
    centre = on_floor(underlay, *place.centre)
    width, depth = _size(underlay, place)
    if how.quarters % 2:
        width, depth = depth, width
    if how.size is not None:
        width, depth = how.size
    turn = Decimal(str(round(place.rotation, 2))) + underlay.rotation + _QUARTER * how.quarters
    return DeskPlace(centre.x, centre.y, normal(turn), width, depth, how.kind)


def _size(underlay: Underlay, place: BlockPlace) -> tuple[int, int]:
    scale = float(underlay.mm_per_unit)
    return max(_SMALLEST_MM, round(place.width * scale)), max(_SMALLEST_MM, round(place.depth * scale))
