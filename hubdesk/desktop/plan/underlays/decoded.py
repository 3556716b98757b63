"""`Decoded`: a drawing made ready to be painted quickly at any zoom. Made in a worker."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF

from hubdesk.exchange.underlays import Label, Layer, Line, Picture, Place, Raster

_SMALLEST_SIDE = 512
"""The dots along the longer side below which a picture is not halved again."""
_STRIP = 32
"""The rows of dots that are worked on at a time; an even number."""
_DETAILS = (0.0, 1 / 4_000, 1 / 1_000)
"""How coarse lines may become, as parts of the drawing's longer side: drawn from near, farther, far off."""
_CELLS = 12
"""Lines are kept in so many by so many parts of the drawing, so that only those in view are drawn."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines of one layer that lie near each other."""

    box: QRectF
    path: QPainterPath
    corners: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """A drawing in its own units: a raster in sizes halved again and again, or lines by layer and detail."""

    picture: Picture
    """What was read, without its dots and lines."""
    images: tuple[QImage, ...]
    layers: tuple[Layer, ...]
    lines: tuple[Mapping[str, tuple[Chunk, ...]], ...]
    """By how coarse they are, as in `coarseness`."""
    coarseness: tuple[float, ...]
    labels: tuple[Label, ...]

    def image_for(self, dots_per_pixel: float) -> QImage:
        """The smallest image that has a dot for each pixel, where the first has so many to a pixel."""
        level = 0
        while dots_per_pixel >= 2 and level < len(self.images) - 1:
            level, dots_per_pixel = level + 1, dots_per_pixel / 2
        return self.images[level]

    def lines_for(self, units_per_pixel: float) -> Mapping[str, tuple[Chunk, ...]]:
        """The coarsest lines that look the same where a pixel is so many units wide."""
        fine = [
            lines
            for coarse, lines in zip(self.coarseness, self.lines, strict=True)
            if coarse <= units_per_pixel
        ]
        return fine[-1] if fine else self.lines[0]

    def end_near(self, place: Place, reach: float, hidden: Collection[str]) -> Place | None:
        """The corner or end of a line, on no `hidden` layer, next to `place` and in reach, in units."""
        x, y = place
        near = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
        found: tuple[float, Place] | None = None
        for layer, chunks in (self.lines[0] if self.lines else {}).items():
            for chunk in chunks if layer not in hidden else ():
                if not touch(chunk.box, near):
                    continue
                for index in range(chunk.corners):
                    corner = chunk.path.elementAt(index)
                    apart = hypot(corner.x - x, corner.y - y)
                    if apart <= reach and (found is None or apart < found[0]):
                        found = apart, (corner.x, corner.y)
        return None if found is None else found[1]


def touch(one: QRectF, other: QRectF) -> bool:
    """Whether boxes meet; a straight line has a box without an area, which Qt would call empty."""
    return (
        one.left() <= other.right()
        and other.left() <= one.right()
        and one.top() <= other.bottom()
        and other.top() <= one.bottom()
    )


def decoded(picture: Picture) -> Decoded:
    """`picture`, ready to be painted."""
    longest = max(picture.width, picture.height)
    coarseness = tuple(part * longest for part in _DETAILS) if picture.lines else ()
    bare = Picture(
        picture.kind,
        picture.width,
        picture.height,
        picture.measure,
        picture.mm_per_unit,
        picture.corner,
        picture.page,
        picture.pages,
        layers=picture.layers,
        notes=picture.notes,
    )
    cell = longest / _CELLS
    return Decoded(
        bare,
        images_of(picture),
        picture.layers,
        tuple(_chunks(picture.lines, coarse, cell) for coarse in coarseness),
        coarseness,
        picture.labels,
    )


def images_of(picture: Picture) -> tuple[QImage, ...]:
    """The dots of `picture`, whole, halved, quartered and so on; none where it has only lines.

    They are made strip by strip: Qt holds the interpreter while it works, and the window wants it too.
    """
    raster = picture.raster
    if raster is None:
        return ()
    images = [_whole(raster)]
    while max(images[-1].width(), images[-1].height()) >= 2 * _SMALLEST_SIDE:
        images.append(_halved(images[-1]))
    return tuple(images)


def _whole(raster: Raster) -> QImage:
    image = QImage(raster.width, raster.height, QImage.Format.Format_RGB32)
    bytes_in_row = 4 * raster.width
    painter = QPainter(image)
    for top in range(0, raster.height, _STRIP):
        rows = min(_STRIP, raster.height - top)
        dots = raster.rgba[top * bytes_in_row : (top + rows) * bytes_in_row]
        strip = QImage(dots, raster.width, rows, bytes_in_row, QImage.Format.Format_RGBX8888)
        painter.drawImage(0, top, strip)
    painter.end()
    return image


def _halved(image: QImage) -> QImage:
    """Half as wide and high; each dot the mean of four."""
    half = QImage(max(1, image.width() // 2), max(1, image.height() // 2), QImage.Format.Format_RGB32)
    painter = QPainter(half)
    for top in range(0, half.height(), _STRIP // 2):
        rows = min(_STRIP // 2, half.height() - top)
        strip = image.copy(0, 2 * top, image.width(), min(2 * rows, image.height() - 2 * top))
        smaller = strip.scaled(
            half.width(),
            rows,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(0, top, smaller)
    painter.end()
    return half


def _chunks(lines: Iterable[Line], coarse: float, cell: float) -> Mapping[str, tuple[Chunk, ...]]:
    """The lines by layer, what is finer than `coarse` left out."""
    cells: dict[str, dict[tuple[int, int], list[QPolygonF]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        corners = _thinned(line.places, coarse)
        if corners:
            x, y = corners[0]
            polygon = QPolygonF([QPointF(*corner) for corner in corners])
            cells[line.layer][int(x // cell), int(y // cell)].append(polygon)
    return {layer: tuple(_chunk(inside) for inside in within.values()) for layer, within in cells.items()}


def _chunk(polygons: Sequence[QPolygonF]) -> Chunk:
    path = QPainterPath()
    for polygon in polygons:
        path.addPolygon(polygon)
    return Chunk(path.boundingRect(), path, path.elementCount())


def _thinned(places: Sequence[Place], coarse: float) -> Sequence[Place]:
    """The corners that are farther than `coarse` from the one before; none of what is as small as that."""
    if not coarse:
        return places
    kept = [places[0]]
    for place in places[1:]:
        last = kept[-1]
        if abs(place[0] - last[0]) > coarse or abs(place[1] - last[1]) > coarse:
            kept.append(place)
    if len(kept) == 1:
        return ()
    if kept[-1] != places[-1]:
        kept.append(places[-1])
    return kept
