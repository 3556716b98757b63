"""Desks and areas turned and mirrored together on the plan."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from hubdesk.domain.area import Area
from hubdesk.domain.box import Axis
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.turning import normal, turned
from hubdesk.editing.pieces import arranged, box_around, pieces

_HALF_TURN = Decimal(180)


def rotate(
    hub: Hub,
    desks: Iterable[RecordId],
    areas: Iterable[RecordId],
    degrees: Decimal,
    about: Point | None = None,
) -> Change:
    """All clockwise around `about`, by default the centre of the box around them."""
    chosen = pieces(hub, desks, areas)
    pivot = about or box_around(chosen).centre
    return arranged(hub, "Rotate", (_rotated(piece.record, pivot, degrees) for piece in chosen))


def mirror(hub: Hub, desks: Iterable[RecordId], areas: Iterable[RecordId], axis: Axis) -> Change:
    """Across: left becomes right; down: top becomes bottom. About the middle of the box around all.

    Twice is as it was.
    """
    chosen = pieces(hub, desks, areas)
    ends = sum(box_around(chosen).span(axis))
    return arranged(hub, "Mirror", (_mirrored(piece.record, axis, ends) for piece in chosen))


def _rotated(record: Desk | Area, pivot: Point, degrees: Decimal) -> Desk | Area:
    if isinstance(record, Area):
        return replace(record, outline=tuple(turned(corner, pivot, degrees) for corner in record.outline))
    to = turned(Point(record.x_mm, record.y_mm), pivot, degrees)
    return replace(record, x_mm=to.x, y_mm=to.y, rotation=normal(record.rotation + degrees))


def _mirrored(record: Desk | Area, axis: Axis, ends: int) -> Desk | Area:
    """`ends` is the sum of both ends of the box: what a place and its image add up to."""
    if isinstance(record, Area):
        return replace(record, outline=tuple(_image(corner, axis, ends) for corner in record.outline))
    to = _image(Point(record.x_mm, record.y_mm), axis, ends)
    turn = -record.rotation if axis is Axis.ACROSS else _HALF_TURN - record.rotation
    return replace(record, x_mm=to.x, y_mm=to.y, rotation=normal(turn))


def _image(point: Point, axis: Axis, ends: int) -> Point:
    return Point(ends - point.x, point.y) if axis is Axis.ACROSS else Point(point.x, ends - point.y)
