"""Underlays: laid under a floor, set to scale, moved, turned, faded, replaced."""

import dataclasses
import math
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import named
from hubdesk.domain.turning import cosine_and_sine, normal, turned
from hubdesk.domain.underlay import Source, Underlay, UnderlayKind
from hubdesk.editing.records import added, called, changed, found, refusal, removed

_SCALE = Context(prec=12)
"""The digits of a scale: a hundredth of a millimetre in 10,000 km."""

_DRAWN_TO_SCALE = frozenset({UnderlayKind.SVG, UnderlayKind.PDF, UnderlayKind.DXF})
"""The kinds whose unit is a length. A pixel is as large as whoever scanned it chose."""


def add(hub: Hub, *underlays: Underlay) -> Change:
    """New underlays. Raises Refused if one with its id is there already."""
    return added(hub, *underlays)


def lay(
    hub: Hub,
    floor: RecordId,
    name: str,
    source: Source,
    mm_per_unit: Decimal | None = None,
    hidden_layers: Iterable[str] = (),
) -> Change:
    """A new underlay in the floor's top-left corner, without those of its layers.

    It has the scale `mm_per_unit` where that is known, else it is as large as the floor holds.
    """
    under = found(hub, Floor, floor)
    scale = _fitting(under, source) if mm_per_unit is None else mm_per_unit
    hidden = tuple(sorted(hidden_layers))
    underlay = Underlay(
        new_id(), floor, name, mm_per_unit=scale, hidden_layers=hidden, **dataclasses.asdict(source)
    )
    return dataclasses.replace(
        added(hub, underlay), title=f"Lay {named(hub, underlay)} under floor {under.code}"
    )


def change(hub: Hub, *underlays: Underlay) -> Change:
    """Each underlay as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *underlays)


def remove(hub: Hub, *underlays: RecordId) -> Change:
    """Nothing that was drawn over them changes, and their pictures stay in the store."""
    return removed(hub, *(found(hub, Underlay, one) for one in underlays))


def calibrate(hub: Hub, underlay: RecordId, a: Point, b: Point, distance_mm: int) -> Change:
    """Two points of the floor, as the underlay lies now, are to be `distance_mm` apart.

    What lies at `a` stays there. Raises Refused if the points are the same, or the distance not above 0.
    """
    before = found(hub, Underlay, underlay)
    apart = math.dist(a, b)
    if not apart:
        raise refusal(
            "points-coincide",
            "Both points are at the same place",
            named(hub, before),
            "Click two points that are far from each other, such as the ends of the longest wall",
            before,
        )
    if distance_mm <= 0:
        raise refusal(
            "distance-not-above-zero",
            f"The distance is {distance_mm / 1000:g} m",
            named(hub, before),
            "Type the distance between the two points, in metres",
            before,
        )
    factor = Decimal(distance_mm) / Decimal(apart)
    after = dataclasses.replace(
        before,
        mm_per_unit=_SCALE.multiply(before.mm_per_unit, factor),
        x_mm=a.x + round((before.x_mm - a.x) * factor),
        y_mm=a.y + round((before.y_mm - a.y) * factor),
    )
    return changed(hub, after, title=f"Set {named(hub, before)} to scale")


def rename(hub: Hub, underlay: RecordId, name: str) -> Change:
    """Called `name`; underlays of a floor lie on each other in the order of their names."""
    before = found(hub, Underlay, underlay)
    return changed(
        hub, dataclasses.replace(before, name=name), title=f"Rename {named(hub, before)} to “{name}”"
    )


def move(hub: Hub, underlay: RecordId, right_mm: int, down_mm: int) -> Change:
    """By that way on its floor."""
    before = found(hub, Underlay, underlay)
    after = dataclasses.replace(before, x_mm=before.x_mm + right_mm, y_mm=before.y_mm + down_mm)
    return changed(hub, after, title=f"Move {named(hub, before)}")


def rotate(hub: Hub, underlay: RecordId, about: Point, degrees: Decimal) -> Change:
    """Clockwise by `degrees` around a point of the floor."""
    before = found(hub, Underlay, underlay)
    corner = turned(Point(before.x_mm, before.y_mm), about, degrees)
    rotation = normal(before.rotation + degrees)
    after = dataclasses.replace(before, x_mm=corner.x, y_mm=corner.y, rotation=rotation)
    return changed(hub, after, title=f"Rotate {named(hub, before)}")


def replace(hub: Hub, underlay: RecordId, source: Source) -> Change:
    """Another source where the one of `underlay` lies: a later issue of the drawing, say.

    The scale stays as it was set where both are drawn to scale alike; else the new one takes up the
    same width. Where both count from a corner of their own, as two issues of a DXF do though their
    edges differ, what has the same coordinates comes to lie where it lay.
    """
    before = found(hub, Underlay, underlay)
    alike = source.kind is before.kind and source.kind in _DRAWN_TO_SCALE
    scale, layers = before.mm_per_unit, before.hidden_layers
    right = down = Decimal(0)
    if alike:
        right, down = source.corner_x - before.corner_x, source.corner_y - before.corner_y
    elif source.width > 0:
        scale = _SCALE.divide(before.mm_per_unit * before.width, source.width)
    cosine, sine = map(Decimal, cosine_and_sine(before.rotation))
    after = dataclasses.replace(
        before,
        **dataclasses.asdict(source),
        mm_per_unit=scale,
        x_mm=before.x_mm + round((right * cosine - down * sine) * scale),
        y_mm=before.y_mm + round((right * sine + down * cosine) * scale),
        hidden_layers=layers if alike else (),
    )
    return changed(hub, after, title=f"Replace the drawing of {named(hub, before)}")


def fade(hub: Hub, underlay: RecordId, opacity: int) -> Change:
    """Drawn with that opacity, in per cent."""
    before = found(hub, Underlay, underlay)
    return changed(
        hub, dataclasses.replace(before, opacity=opacity), title=f"Fade {named(hub, before)} to {opacity} %"
    )


def lock(hub: Hub, *underlays: RecordId) -> Change:
    """No drag on the plan moves them from now on."""
    return _each(hub, "Lock", underlays, locked=True)


def unlock(hub: Hub, *underlays: RecordId) -> Change:
    """A drag on the plan may move them again."""
    return _each(hub, "Unlock", underlays, locked=False)


def show(hub: Hub, *underlays: RecordId) -> Change:
    """Drawn again."""
    return _each(hub, "Show", underlays, shown=True)


def hide(hub: Hub, *underlays: RecordId) -> Change:
    """Not drawn for now."""
    return _each(hub, "Hide", underlays, shown=False)


def show_layers(hub: Hub, underlay: RecordId, layers: Iterable[str]) -> Change:
    """Those layers drawn again; the rest as it was."""
    before, chosen = found(hub, Underlay, underlay), frozenset(layers)
    return _hiding(hub, before, frozenset(before.hidden_layers) - chosen, f"Show {_layers(chosen)}")


def hide_layers(hub: Hub, underlay: RecordId, layers: Iterable[str]) -> Change:
    """Those layers not drawn for now; the rest as it was."""
    before, chosen = found(hub, Underlay, underlay), frozenset(layers)
    return _hiding(hub, before, frozenset(before.hidden_layers) | chosen, f"Hide {_layers(chosen)}")


def _fitting(floor: Floor, source: Source) -> Decimal:
    """The largest scale at which the source does not stick out of the floor.

    A source without a size, which no check lets in, has a millimetre to a unit.
    """
    if source.width <= 0 or source.height <= 0:
        return Decimal(1)
    across = _SCALE.divide(Decimal(floor.width_mm), source.width)
    return min(across, _SCALE.divide(Decimal(floor.depth_mm), source.height))


def _each(hub: Hub, verb: str, underlays: tuple[RecordId, ...], **values: Any) -> Change:
    chosen = tuple(found(hub, Underlay, one) for one in underlays)
    after = (dataclasses.replace(one, **values) for one in chosen)
    return changed(hub, *after, title=f"{verb} {called(hub, chosen)}")


def _hiding(hub: Hub, before: Underlay, hidden: frozenset[str], what: str) -> Change:
    after = dataclasses.replace(before, hidden_layers=tuple(sorted(hidden)))
    return changed(hub, after, title=f"{what} of {named(hub, before)}")


def _layers(layers: frozenset[str]) -> str:
    return f"layer “{next(iter(layers))}”" if len(layers) == 1 else f"{len(layers)} layers"
