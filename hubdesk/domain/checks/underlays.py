"""Underlays: called something, neither vanishing nor boundless, and faded by a percentage."""

from collections.abc import Iterator

from hubdesk.domain.checks.bounds import MOST_MM, MOST_UNITS
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem


def names(hub: Hub) -> Iterator[Problem]:
    """Underlays without a name."""
    for underlay in hub.underlays.values():
        if not underlay.name.strip():
            yield error(
                "underlay-without-name",
                "This underlay has no name",
                named(hub, underlay),
                "Type a name, such as that of its file",
                (underlay.id,),
                "name",
            )


def sizes(hub: Hub) -> Iterator[Problem]:
    """Underlays that would be narrower than a millimetre on their floor, or wider than 10 km."""
    for underlay in hub.underlays.values():
        units, scale = (underlay.width, underlay.height), underlay.mm_per_unit
        if not all(one.is_finite() for one in (*units, scale)):
            continue  # For the bounds to tell, as the next.
        if abs(scale) > MOST_MM or any(abs(one) > MOST_UNITS for one in units):
            continue
        width, height = (one * scale for one in units)
        if scale > 0 and 1 <= width <= MOST_MM and 1 <= height <= MOST_MM:
            continue
        yield error(
            "underlay-size",
            f"At {width / 1000:,.3f} m × {height / 1000:,.3f} m it is too small or too large for a floor",
            named(hub, underlay),
            "Set its scale again: by two points and the distance between them, or as a figure",
            (underlay.id,),
            "mm_per_unit",
        )


def opacities(hub: Hub) -> Iterator[Problem]:
    """Opacities outside 0 to 100 %."""
    for underlay in hub.underlays.values():
        if not 0 <= underlay.opacity <= 100:
            yield error(
                "underlay-opacity",
                f"An opacity of {underlay.opacity} % is not between 0 and 100",
                named(hub, underlay),
                "Choose a percentage from 0, not seen at all, to 100",
                (underlay.id,),
                "opacity",
            )
