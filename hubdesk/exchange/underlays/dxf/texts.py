"""The texts of a drawing, each line with about its place: for finding one's way, not for measuring."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ezdxf.entities import DXFEntity, MText, Text

from hubdesk.exchange.underlays.picture import Place

_LONGEST = 200
_WIDTH_OF_A_LETTER = 0.6  # of its height, about
_LINE = 1.6  # of a letter's height


@dataclass(frozen=True, slots=True)
class Writing:
    """A line of text from `at` along `along`, which is as long as the letters are high; y upwards."""

    text: str
    at: Place
    along: Place


def writings_of(entity: DXFEntity) -> Iterator[Writing]:
    """The lines of a text. Raises what ezdxf does over an entity that is not as it should be."""
    match entity:
        case Text():  # and attributes, which are texts
            at = entity.ocs().to_wcs(entity.dxf.insert)
            yield from _lines([entity.plain_text()], at.x, at.y, entity.dxf.height, entity.dxf.rotation)
        case MText():
            height = entity.dxf.char_height
            lines = [line for line in str(entity.plain_text()).splitlines() if line.strip()]
            column, row = (entity.dxf.attachment_point - 1) % 3, (entity.dxf.attachment_point - 1) // 3
            longest = max(map(len, lines), default=0) * height * _WIDTH_OF_A_LETTER
            total = height + (len(lines) - 1) * height * _LINE
            turn = math.radians(entity.get_rotation())
            across, up = -longest * column / 2, total * row / 2 - height
            x = entity.dxf.insert.x + across * math.cos(turn) - up * math.sin(turn)
            y = entity.dxf.insert.y + across * math.sin(turn) + up * math.cos(turn)
            yield from _lines(lines, x, y, height, math.degrees(turn))
        case _:
            return


def _lines(lines: list[str], x: float, y: float, height: float, rotation: float) -> Iterator[Writing]:
    turn = math.radians(rotation)
    along = (height * math.cos(turn), height * math.sin(turn))
    for number, line in enumerate(lines):
        text = " ".join(line.split())[:_LONGEST]
        down = number * _LINE
        at = (x + along[1] * down, y - along[0] * down)
        if text and height > 0 and all(map(math.isfinite, (*at, *along))):
            yield Writing(text, at, along)
