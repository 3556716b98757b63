"""Every scene there is, in the order of the contact sheet."""

from collections.abc import Callable

from tests.screenshots import (
    agencies,
    allocating,
    asking,
    charts,
    checking,
    costs,
    drawing,
    dropping_in,
    explaining,
    panels,
    placing,
    proposing,
    querying,
    recharging,
    review_pack,
    reviewing,
    settings,
    what_if,
    workings,
)
from tests.screenshots.stage import Stage

Scene = Callable[[Stage], None]

SCENES: tuple[Scene, ...] = (
    *panels.SCENES,
    *drawing.SCENES,
    *allocating.SCENES,
    *placing.SCENES,
    *proposing.SCENES,
    *explaining.SCENES,
    *checking.SCENES,
    *agencies.SCENES,
    *asking.SCENES,
    *costs.SCENES,
    *workings.SCENES,
    *settings.SCENES,
    *charts.SCENES,
    *recharging.SCENES,
    *reviewing.SCENES,
    *review_pack.SCENES,
    *querying.SCENES,
    *what_if.SCENES,
    *dropping_in.SCENES,
)
"""A scene's name has the words of its pictures' names."""
