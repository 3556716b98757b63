"""`DeskGrid`: the desks of a floor sorted into cells, so that a part of it is found quickly."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from hubdesk.desktop.plan.desk_shape import DeskShape
from hubdesk.domain.ids import RecordId

CELL = 8.0
"""Metres along the side of a cell."""


class Cell(NamedTuple):
    """The place of a cell in its grid."""

    across: int
    down: int


class Cells(NamedTuple):
    """A block of cells, its last ones included."""

    left: int
    top: int
    right: int
    bottom: int


class DeskGrid:
    """Shapes by id, each in the cell of its box's centre. A shape may reach out of its cell by `reach`."""

    def __init__(self, shapes: Iterable[DeskShape] = ()) -> None:
        self.shapes: dict[RecordId, DeskShape] = {}
        self._cells: defaultdict[Cell, dict[RecordId, None]] = defaultdict(dict)
        self._reach = 0.0
        self._used: Cells | None = None
        for shape in shapes:
            self.put(shape)

    def put(self, shape: DeskShape) -> Cell:
        """Take in a shape, in place of the one with its id, which has been taken out."""
        cell = cell_at(shape.box.center())
        self.shapes[shape.desk.id] = shape
        self._cells[cell][shape.desk.id] = None
        self._reach = max(self._reach, shape.box.width() / 2, shape.box.height() / 2)
        self._used = _block(cell) if self._used is None else _around(self._used, cell)
        return cell

    def take(self, id_: RecordId) -> Cell | None:
        """Take out a shape; the cell it was in, None if there is none."""
        shape = self.shapes.pop(id_, None)
        if shape is None:
            return None
        cell = cell_at(shape.box.center())
        del self._cells[cell][id_]
        if not self._cells[cell]:
            del self._cells[cell]
        return cell

    @property
    def bounds(self) -> QRectF:
        """The box around all shapes."""
        boxes = [shape.box for shape in self.shapes.values()]
        if not boxes:
            return QRectF()
        left, top = min(box.left() for box in boxes), min(box.top() for box in boxes)
        right, bottom = max(box.right() for box in boxes), max(box.bottom() for box in boxes)
        return QRectF(left, top, right - left, bottom - top)

    def cells_over(self, rect: QRectF) -> Cells:
        """The block of cells whose shapes may reach into `rect`: the same wherever all of them do."""
        reached = rect.adjusted(-self._reach, -self._reach, self._reach, self._reach)
        first, last = cell_at(reached.topLeft()), cell_at(reached.bottomRight())
        used = self._used or _block(first)
        return Cells(
            max(first.across, used.left),
            max(first.down, used.top),
            min(last.across, used.right),
            min(last.down, used.bottom),
        )

    def filled(self, block: Cells) -> Iterator[Cell]:
        """The cells of a block that have desks."""
        left, top, right, bottom = block
        if (right - left + 1) * (bottom - top + 1) > len(self._cells):
            for cell in self._cells:
                if left <= cell.across <= right and top <= cell.down <= bottom:
                    yield cell
            return
        for down in range(top, bottom + 1):
            for across in range(left, right + 1):
                if (cell := Cell(across, down)) in self._cells:
                    yield cell

    def cell_of(self, id_: RecordId) -> Cell | None:
        """The cell that a shape is in; None if there is no such shape."""
        shape = self.shapes.get(id_)
        return None if shape is None else cell_at(shape.box.center())

    def in_cell(self, cell: Cell) -> Collection[RecordId]:
        return self._cells.get(cell, {}).keys()

    def near(self, rect: QRectF) -> Iterator[DeskShape]:
        """The shapes whose boxes meet `rect`."""
        for cell in self.filled(self.cells_over(rect)):
            for id_ in self._cells[cell]:
                shape = self.shapes[id_]
                if shape.box.intersects(rect):
                    yield shape

    def at(self, point: QPointF) -> tuple[RecordId, ...]:
        """The shapes under a point, topmost first."""
        spot = QRectF(point.x() - 0.001, point.y() - 0.001, 0.002, 0.002)
        return tuple(reversed([shape.desk.id for shape in self.near(spot) if shape.holds(point)]))

    def within(self, region: QPolygonF) -> tuple[RecordId, ...]:
        """The shapes that lie wholly within a region."""
        fill, bounds = Qt.FillRule.OddEvenFill, region.boundingRect()
        return tuple(
            shape.desk.id
            for shape in self.near(bounds)
            if bounds.contains(shape.box)
            and all(region.containsPoint(corner, fill) for corner in shape.corners.toList())
        )


def cell_at(point: QPointF) -> Cell:
    """The cell that a point of the scene is in."""
    return Cell(floor(point.x() / CELL), floor(point.y() / CELL))


def _block(cell: Cell) -> Cells:
    return Cells(cell.across, cell.down, cell.across, cell.down)


def _around(block: Cells, cell: Cell) -> Cells:
    left, top, right, bottom = block
    return Cells(min(left, cell.across), min(top, cell.down), max(right, cell.across), max(bottom, cell.down))
