"""The lines that one entity of a drawing is made of, in the coordinates it is drawn in."""

import math
from collections.abc import Iterable, Iterator

from ezdxf import path
from ezdxf.disassemble import make_primitive
from ezdxf.entities import Arc, Circle, DXFEntity, Hatch, MPolygon, Polyline
from ezdxf.math import UVec, Vec3

from hubdesk.exchange.underlays.picture import Place

Run = tuple[Place, ...]
"""Corners one after another, y upwards."""

_FINEST = 1e-5
_COARSEST = 2e-3
_PATHS = {"LINE", "LWPOLYLINE", "SPLINE", "HELIX", "ELLIPSE", "SOLID", "TRACE", "3DFACE", "WIPEOUT"}
_DRAWN_AS_THEY_ARE = {"ARC", "CIRCLE", "POLYLINE", "HATCH", "MPOLYGON", "MESH"}
DRAWN = _PATHS | _DRAWN_AS_THEY_ARE
"""The kinds of entities that have lines of their own."""


def runs_of(entity: DXFEntity, fine: float) -> Iterator[Run]:
    """The runs of an entity of a kind in DRAWN, curves within `fine` drawing units of true.

    Raises what ezdxf does over an entity that is not as it should be.
    """
    match entity:
        case Arc() | Circle():
            yield _run(entity.flattening(_tolerance(abs(entity.dxf.radius), fine)))
        case Hatch() | MPolygon():
            for edge in path.from_hatch(entity):
                yield _flat(edge, fine)
        case Polyline() if not (entity.is_2d_polyline or entity.is_3d_polyline):
            yield from _faces(entity)
        case _ if entity.dxftype() == "MESH":
            yield from _faces(entity)
        case _:
            yield _flat(path.make_path(entity), fine)


def _faces(entity: DXFEntity) -> Iterator[Run]:
    mesh = make_primitive(entity).mesh
    for face in mesh.faces_as_vertices() if mesh is not None else ():
        corners = list(face)
        yield _run([*corners, *corners[:1]])


def _flat(drawn: path.Path, fine: float) -> Run:
    if not drawn.has_curves:
        return _run(drawn.control_vertices())
    xs, ys = zip(*((corner.x, corner.y) for corner in drawn.control_vertices()), strict=True)
    extent = max(max(xs) - min(xs), max(ys) - min(ys))
    return _run(drawn.flattening(_tolerance(extent, fine)))


def _tolerance(size: float, fine: float) -> float:
    """How far from true: `fine`, within reason for curves that are very large or very small."""
    if not (math.isfinite(size) and size > 0):
        raise ValueError("a curve without a size")
    return min(max(fine, size * _FINEST), size * _COARSEST)


def _run(corners: Iterable[UVec]) -> Run:
    run = tuple((corner.x, corner.y) for corner in map(Vec3, corners))
    if not all(math.isfinite(x) and math.isfinite(y) for x, y in run):
        raise ValueError("a corner that is nowhere")
    return run
