"""Where the places of an underlay's drawing come to lie on its floor."""

from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.turning import cosine_and_sine
from hubdesk.domain.underlay import Underlay


def on_floor(underlay: Underlay, across: float, down: float) -> Point:
    """The place of the floor, to the millimetre, over a place of the drawing.

    That is told in units of the drawing from its top-left corner, y downwards.
    """
    cosine, sine = cosine_and_sine(underlay.rotation)
    scale = float(underlay.mm_per_unit)
    return Point(
        underlay.x_mm + round((across * cosine - down * sine) * scale),
        underlay.y_mm + round((across * sine + down * cosine) * scale),
    )


def edges(underlay: Underlay) -> Outline:
    """The four corners of the drawing on the floor, clockwise from its own top left."""
    width, height = float(underlay.width), float(underlay.height)
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    return tuple(on_floor(underlay, across, down) for across, down in corners)


def middle(underlay: Underlay) -> Point:
    """The place of the floor under the drawing's middle."""
    return on_floor(underlay, float(underlay.width / 2), float(underlay.height / 2))


def on_drawing(underlay: Underlay, place: Point) -> tuple[float, float]:
    """The place of the drawing, in its units, that lies under a place of the floor."""
    cosine, sine = cosine_and_sine(underlay.rotation)
    right, down = place.x - underlay.x_mm, place.y - underlay.y_mm
    scale = float(underlay.mm_per_unit)
    return (right * cosine + down * sine) / scale, (down * cosine - right * sine) / scale


def is_over(underlay: Underlay, place: Point) -> bool:
    """Whether the drawing covers that place of the floor."""
    across, down = on_drawing(underlay, place)
    return 0 <= across <= underlay.width and 0 <= down <= underlay.height
