"""`DeskBatches`: the desks of a floor grouped by what they wear, so that each group is drawn in one call."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from hubdesk.desktop.plan.coordinates import MM
from hubdesk.desktop.plan.desk_grid import Cell, Cells, DeskGrid
from hubdesk.desktop.plan.desk_shape import DeskShape, shape_of
from hubdesk.desktop.plan.dressing import Dressing, Wear
from hubdesk.domain.desk import Desk
from hubdesk.domain.ids import RecordId

CHAIR = 0.21
"""Metres of a chair's radius."""


class Batch:
    """Desks that wear the same."""

    def __init__(self) -> None:
        self.upright: list[QRectF] = []
        self.turned: list[QPolygonF] = []
        self.shapes: list[DeskShape] = []

    def take(self, shape: DeskShape) -> None:
        self.shapes.append(shape)
        if shape.turned is None:
            self.upright.append(shape.box)
        else:
            self.turned.append(shape.turned)

    def add(self, other: "Batch") -> None:
        self.upright += other.upright
        self.turned += other.turned
        self.shapes += other.shapes

    @cached_property
    def middles(self) -> QPolygonF:
        """The middle of each desk."""
        return QPolygonF([shape.box.center() for shape in self.shapes])

    @cached_property
    def rooms(self) -> list[tuple[float, float]]:
        """Metres across and down that upright words have in the middle of each desk."""
        return [_room(shape) for shape in self.shapes]

    @cached_property
    def chairs(self) -> QPolygonF:
        """The middle of a chair at the sitter's edge of each desk, half under it."""
        return QPolygonF([_chair(shape) for shape in self.shapes])


def _room(shape: DeskShape) -> tuple[float, float]:
    if shape.turned is None:
        return shape.box.width(), shape.box.height()
    side = min(shape.desk.width_mm, shape.desk.depth_mm) * MM
    return side * 1.1, side * 0.8


def _chair(shape: DeskShape) -> QPointF:
    (dx, dy), reach = shape.front, shape.desk.depth_mm / 2 * MM + 0.4 * CHAIR
    return shape.box.center() + QPointF(dx * reach, dy * reach)


Batches = Mapping[Wear, Batch]


class DeskBatches:
    """The desks of one floor, in batches by wear and cell."""

    def __init__(self, dressing: Dressing) -> None:
        self._dressing = dressing
        self.grid = DeskGrid()
        self._cells: dict[Cell, dict[Wear, Batch]] = {}
        self._asked: tuple[Cells, frozenset[RecordId]] | None = None
        self._answer: Batches = {}
        self.version = 0
        """Another number after every change."""

    def show(self, desks: Iterable[Desk]) -> None:
        """These desks and no others."""
        self.grid = DeskGrid(shape_of(desk) for desk in desks)
        self._cells.clear()
        self._renewed()

    def put(self, desk: Desk) -> None:
        """A desk that is new, or is not as it was."""
        self.remove(desk.id)
        self._cells.pop(self.grid.put(shape_of(desk)), None)
        self._renewed()

    def remove(self, desk: RecordId) -> None:
        cell = self.grid.take(desk)
        if cell is not None:
            self._cells.pop(cell, None)
            self._renewed()

    def redress(self, desks: Iterable[RecordId]) -> None:
        """These wear something else now."""
        for desk in desks:
            if (cell := self.grid.cell_of(desk)) is not None:
                self._cells.pop(cell, None)
        self._renewed()

    def over(self, rect: QRectF, without: frozenset[RecordId] = frozenset()) -> Batches:
        """The desks that may reach into `rect`, but for those in `without`."""
        asked = (self.grid.cells_over(rect), without)
        if asked != self._asked:
            self._asked, self._answer = asked, self._joined(*asked)
        return self._answer

    def of(self, desks: Iterable[RecordId]) -> Batches:
        """Some desks; those that are gone are left out."""
        return self._grouped(desks)

    def _renewed(self) -> None:
        self.version += 1
        self._asked = None

    def _joined(self, block: Cells, without: frozenset[RecordId]) -> Batches:
        joined: dict[Wear, Batch] = {}
        for batches in self._in(block, without):
            for wear, batch in batches.items():
                whole = joined.get(wear)
                if whole is None:
                    whole = joined[wear] = Batch()
                whole.add(batch)
        return joined

    def _in(self, block: Cells, without: frozenset[RecordId]) -> Iterator[Batches]:
        for cell in self.grid.filled(block):
            members = self.grid.in_cell(cell)
            if without and not without.isdisjoint(members):
                yield self._grouped(desk for desk in members if desk not in without)
                continue
            batches = self._cells.get(cell)
            if batches is None:
                batches = self._cells[cell] = self._grouped(members)
            yield batches

    def _grouped(self, desks: Iterable[RecordId]) -> dict[Wear, Batch]:
        groups: dict[Wear, Batch] = {}
        shapes, dressing = self.grid.shapes, self._dressing
        for desk in desks:
            if (shape := shapes.get(desk)) is None:
                continue
            wear = dressing[desk]
            batch = groups.get(wear)
            if batch is None:
                batch = groups[wear] = Batch()
            batch.take(shape)
        return groups
