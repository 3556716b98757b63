"""Real DXF drawings, made for the tests."""

import io

import ezdxf
from ezdxf.document import Drawing
from ezdxf.layouts import BlockLayout

MM, CM, M, INCH, FEET, NONE = 4, 5, 6, 1, 2, 0
"""Values of $INSUNITS."""


def drawing(units: int = MM) -> Drawing:
    document = ezdxf.new("R2010", units=units)
    for layer, colour in (("WALLS", 1), ("DESKS", 3), ("TEXT", 7)):
        document.layers.add(layer, color=colour)
    return document


def room(
    document: Drawing, width: float = 12_000, depth: float = 8_000, at: tuple[float, float] = (0, 0)
) -> None:
    """Four walls, from their bottom left corner."""
    x, y = at
    corners = [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)]
    document.modelspace().add_lwpolyline(corners, close=True, dxfattribs={"layer": "WALLS"})


def desk_block(document: Drawing, name: str = "DESK", base: tuple[float, float] = (0, 0)) -> BlockLayout:
    """A desk of 1600 by 800, drawn from its bottom left corner on layer 0."""
    block = document.blocks.new(name, base_point=base)
    block.add_lwpolyline([(0, 0), (1600, 0), (1600, 800), (0, 800)], close=True)
    return block


def file_of(document: Drawing, form: str = "asc") -> bytes:
    """The document as a file, plain or binary ("bin")."""
    if form == "bin":
        binary = io.BytesIO()
        document.write(binary, fmt="bin")
        return binary.getvalue()
    text = io.StringIO()
    document.write(text)
    return document.encode(text.getvalue())


def nested_blocks(levels: int, each: int, leaf: int = 1) -> bytes:
    """A drawing whose blocks use one another `each` times a level."""
    document = drawing()
    block = document.blocks.new("B0")
    for at in range(leaf):
        block.add_line((0, at), (1, at))
    for level in range(1, levels + 1):
        block = document.blocks.new(f"B{level}")
        for at in range(each):
            block.add_blockref(f"B{level - 1}", (at, 0))
    document.modelspace().add_blockref(f"B{levels}", (0, 0))
    return file_of(document)
