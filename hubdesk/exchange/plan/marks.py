"""Marks: how desks and areas are told apart, on screen and on paper. Never by colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import AreaKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.colour import WHITE, contrast, in_the_dark, ink_on, mixed, standing_out
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.labels import LONGEST, short_labels
from hubdesk.exchange.plan.telling_apart import Look, Thing, free_colour, told_apart

DARK_GROUND = "#1e1f22"
"""The ground that `darkened` marks are made for."""
_SEEN = 3.0
"""The contrast that what carries meaning has against what is around it (WCAG 2.2, 1.4.11)."""
_READ = 4.5
"""The contrast of text (WCAG 2.2, 1.4.3)."""


class Edge(Enum):
    """How a mark is outlined."""

    SOLID = "solid"
    DASHED = "dashed"
    BOLD = "bold"
    """On paper; on a screen, where what is selected has a bold edge, it is a solid one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a desk or an area is shown. Colours are "#rrggbb"; equal marks mean the same.

    `ink` is for text on `fill` (4.5:1 or better), `strokes` for the hatch on it and `outline` for the
    edge, which stands out from the ground even where the fill does not (3:1 or better). `label` is at
    most five characters, empty where there is nothing to say.
    """

    fill: str
    ink: str
    strokes: str
    outline: str
    hatch: Hatch = Hatch.NONE
    spacing: Spacing = Spacing.WIDE
    label: str = ""
    edge: Edge = Edge.SOLID


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A mark, what it means, and how many desks bear it."""

    mark: Mark
    words: str
    count: int


def mark(look: Look, label: str) -> Mark:
    """The mark of that fill and hatch, on paper or a light screen."""
    return Mark(
        look.fill,
        ink_on(look.fill),
        standing_out(look.fill, look.fill, _SEEN),
        standing_out(look.fill, WHITE, _SEEN),
        look.hatch,
        look.spacing,
        label,
    )


VACANT = Mark(WHITE, "#333333", "#808080", "#666666")
"""A desk in service at which nobody sits: an empty outline."""
OUT_OF_SERVICE = Mark("#f2f2f2", "#333333", "#8c8c8c", "#8c8c8c", Hatch.CROSS, label="out", edge=Edge.DASHED)
"""A desk that is not yet, or no longer, in service."""
UNTOLD = Mark("#f4f4f4", "#333333", "#8c8c8c", "#8c8c8c")
"""A desk that is nobody's business: somebody else's or nobody's, which cannot be told from this."""


def marks_of_agencies(hub: Hub) -> Mapping[RecordId, Mark]:
    """The mark of each agency: its own colour or one of sixteen, a hatch, and its code.

    Up to sixteen agencies all differ in hatch, so that greyscale print and the common kinds of colour
    blindness leave them apart; more differ in colour or hatch. One more agency rarely changes the
    colour of another, and never one that is set: see `colour_for`.
    """
    return _marks_of(tuple(map(_marked, sorted(hub.agencies.values(), key=lambda one: one.code))))


class _Marked(NamedTuple):
    """What of an agency its mark depends on."""

    id: RecordId
    code: str
    name: str
    """Empty where the code is short enough to be the label."""
    colour: str


def _marked(one: Agency) -> _Marked:
    return _Marked(one.id, one.code, one.name if len(one.code) > LONGEST else "", one.colour)


@lru_cache(maxsize=8)
def _marks_of(agencies: tuple[_Marked, ...]) -> Mapping[RecordId, Mark]:
    """Asked for after every change, by everything that shows agencies; few changes are to these fields."""
    labels = short_labels([(one.code, one.name) for one in agencies])
    looks = told_apart([Thing(one.code, one.colour) for one in agencies])
    marks = {one.id: mark(look, label) for one, look, label in zip(agencies, looks, labels, strict=True)}
    return MappingProxyType(marks)


def colour_for(hub: Hub, code: str) -> str:
    """The colour that an agency with that code, about to be added, would do well to have set."""
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    return free_colour([Thing(one.code, one.colour) for one in agencies], code)


_AREA_KINDS: Mapping[AreaKind, tuple[str, Hatch, str]] = {
    AreaKind.NEIGHBOURHOOD: ("#f7f4ec", Hatch.NONE, "N"),
    AreaKind.RESTRICTED: ("#f6e3e3", Hatch.BACK_DIAGONAL, "X"),
    AreaKind.PUBLIC: ("#e3eef8", Hatch.NONE, "P"),
    AreaKind.RECEPTION: ("#dcefe9", Hatch.NONE, "R"),
    AreaKind.POD: ("#ece4f5", Hatch.NONE, "O"),
    AreaKind.MEETING: ("#e9e6f4", Hatch.NONE, "M"),
    AreaKind.REFRESHMENT: ("#f8ecd6", Hatch.NONE, "T"),
    AreaKind.CIRCULATION: ("#ededed", Hatch.NONE, "C"),
}


def marks_of_area_kinds() -> Mapping[AreaKind, Mark]:
    """A light tint for each kind of area, with a letter; restricted ones are hatched besides."""
    return {
        kind: Mark(fill, "#333333", mixed(fill, "#8c1a1a", 0.22), "#767676", hatch, Spacing.WIDE, letter)
        for kind, (fill, hatch, letter) in _AREA_KINDS.items()
    }


@lru_cache(maxsize=1024)
def darkened(light: Mark) -> Mark:
    """`light` as it is shown on a dark ground: same hue, hatch and label, the same contrasts kept."""
    fill = in_the_dark(light.fill)
    return replace(
        light,
        fill=fill,
        ink=standing_out(in_the_dark(light.ink), fill, _READ),
        strokes=standing_out(fill, fill, min(_SEEN, contrast(light.strokes, light.fill))),
        outline=standing_out(in_the_dark(light.outline), DARK_GROUND, _SEEN),
    )
