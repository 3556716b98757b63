"""The layers of a drawing: how they are called, whether they show, and their colours."""

from collections import Counter

from ezdxf.colors import aci2rgb
from ezdxf.document import Drawing
from ezdxf.entities import Layer as TableLayer

from hubdesk.exchange.underlays.dxf.opening import BROKEN
from hubdesk.exchange.underlays.picture import Layer

_BLACK = "#000000"
_WHITE_ON_BLACK = 0xC0
"""What is paler than this all round is meant for a black screen, and is black on paper."""


class Layers:
    """The drawing's layers by name, whatever the case: DXF does not tell “Desks” from “DESKS”."""

    def __init__(self, document: Drawing) -> None:
        self._by_key = {layer.dxf.name.lower(): layer for layer in document.layers}

    def name(self, name: str) -> str:
        """A layer's name as the drawing's table of layers has it."""
        layer = self._by_key.get(name.lower())
        return name if layer is None else str(layer.dxf.name)

    def is_frozen(self, name: str) -> bool:
        """Whether neither the layer shows nor what is inside the blocks on it."""
        layer = self._by_key.get(name.lower())
        return layer is not None and layer.is_frozen()

    def listed(self, entities: Counter[str], blocks: Counter[str]) -> tuple[Layer, ...]:
        """The layers that have something on them, in the order of the alphabet."""
        names = sorted(+entities | +blocks, key=str.casefold)
        return tuple(self._layer(name, entities[name], blocks[name]) for name in names)

    def _layer(self, name: str, entities: int, blocks: int) -> Layer:
        layer = self._by_key.get(name.lower())
        if layer is None:
            return Layer(name, entities, _BLACK, shown=True, blocks=blocks)
        shown = not (layer.is_frozen() or layer.is_off())
        return Layer(name, entities, _colour(layer), shown, blocks)


def _colour(layer: TableLayer) -> str:
    try:
        red, green, blue = layer.rgb or aci2rgb(layer.color)
    except BROKEN:
        return _BLACK
    return _BLACK if min(red, green, blue) >= _WHITE_ON_BLACK else f"#{red:02x}{green:02x}{blue:02x}"
