"""Taking what the process that reads handed back, which nobody vouches for.

A hostile file may have taken that process over. So every part is checked for its shape and its bounds
before anything is made of it: what is not as an honest reader answers is a damaged file to the user.
"""

from array import array
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.answer import ANSWER, PIXELS, PLACES
from hubdesk.exchange.underlays.faults import Fault, Unfit
from hubdesk.exchange.underlays.limits import (
    LONGEST_SIDE,
    MOST_ANSWER_BYTES,
    MOST_DEPTH,
    MOST_ENTITIES,
    MOST_PAGES,
    MOST_PLACES,
)
from hubdesk.exchange.underlays.picture import BlockPlace, Label, Layer, Line, Measure, Picture, Raster
from hubdesk.exchange.underlays.plain import FURTHEST, Misshapen, Plain, bytes_of, parsed
from hubdesk.exchange.underlays.wish import Wish

_SMALLEST = 1e-9
"""The least a drawing measures, in its own units: what is smaller cannot be divided by."""
_MOST_NOTES = 100
_BYTES_PER_DOT = 4
_BYTES_PER_PLACE = 16


def picture_in(folder: Path, wish: Wish) -> Picture:
    """The picture that was handed back for `wish`. Raises Unfit."""
    try:
        return _picture(folder, wish, _told(folder)["picture"])
    except Misshapen as misshapen:
        raise Unfit(faults.CRASHED) from misshapen


def blocks_in(folder: Path, _wish: Wish) -> tuple[BlockPlace, ...]:
    """The places of blocks that were handed back. Raises Unfit."""
    try:
        return tuple(_block(each) for each in _told(folder)["blocks"].listed(MOST_ENTITIES))
    except Misshapen as misshapen:
        raise Unfit(faults.CRASHED) from misshapen


def _told(folder: Path) -> Plain:
    told = parsed(bytes_of(folder / ANSWER, MOST_ANSWER_BYTES))
    if told.has("fault"):
        fault = told["fault"]
        raise Unfit(Fault(fault["code"].text(), fault["what"].text(), fault["remedy"].text()))
    return told


def _picture(folder: Path, wish: Wish, told: Plain) -> Picture:
    kind = told["kind"].among(UnderlayKind)
    page, pages = told["page"].whole(0, MOST_PAGES - 1), told["pages"].whole(1, MOST_PAGES)
    if kind is not wish.kind or page != wish.page or page >= pages:
        raise Misshapen("a picture that nobody asked for")
    return Picture(
        kind=kind,
        width=told["width"].number(_SMALLEST),
        height=told["height"].number(_SMALLEST),
        measure=told["measure"].among(Measure),
        mm_per_unit=None if told["mm_per_unit"].is_none else told["mm_per_unit"].number(_SMALLEST),
        corner=told["corner"].pair(),
        page=page,
        pages=pages,
        raster=None if told["raster"].is_none else _raster(folder, wish, told["raster"]),
        layers=tuple(_layer(each) for each in told["layers"].listed(MOST_ENTITIES)),
        lines=_lines(folder, told["lines"].listed(MOST_ENTITIES)),
        labels=tuple(_label(each) for each in told["labels"].listed(MOST_ENTITIES)),
        notes=tuple(_note(each) for each in told["notes"].listed(_MOST_NOTES)),
    )


def _raster(folder: Path, wish: Wish, told: Plain) -> Raster:
    """The dots: as many as the size says, which Qt would read without asking whether they are there."""
    longest = min(wish.longest_side, LONGEST_SIDE)
    width, height = (side.whole(1, longest) for side in told.listed_as(2))
    size = width * height * _BYTES_PER_DOT
    rgba = bytes_of(folder / PIXELS, size)
    if len(rgba) != size:
        raise Misshapen(f"{len(rgba)} bytes for {width} × {height} dots")
    return Raster(width, height, rgba)


def _lines(folder: Path, told: Iterable[Plain]) -> tuple[Line, ...]:
    body = bytes_of(folder / PLACES, MOST_PLACES * _BYTES_PER_PLACE)
    if len(body) % _BYTES_PER_PLACE:
        raise Misshapen("half a place")
    numbers = array("d")
    numbers.frombytes(body)
    if not all(-FURTHEST <= number <= FURTHEST for number in numbers):
        raise Misshapen("a place that is nowhere")
    each = iter(numbers)
    places = zip(each, each, strict=True)
    lines = []
    for line in told:
        layer, length = line.listed_as(2)
        run = tuple(islice(places, length.whole(1, MOST_PLACES)))
        if len(run) != length.whole(1, MOST_PLACES):
            raise Misshapen("a line without its places")
        lines.append(Line(layer.text(), run))
    if next(places, None) is not None:
        raise Misshapen("places without a line")
    return tuple(lines)


def _layer(told: Plain) -> Layer:
    return Layer(
        name=told["name"].text(),
        entities=told["entities"].whole(0, MOST_ENTITIES),
        colour=told["colour"].colour(),
        shown=told["shown"].truth(),
        blocks=told["blocks"].whole(0, MOST_ENTITIES),
    )


def _label(told: Plain) -> Label:
    return Label(
        layer=told["layer"].text(),
        text=told["text"].text(),
        at=told["at"].pair(),
        height=told["height"].number(0),
        rotation=told["rotation"].number(),
    )


def _note(told: Plain) -> Problem:
    return Problem(
        severity=told["severity"].among(Severity),
        code=told["code"].text(),
        what=told["what"].text(),
        where=told["where"].text(),
        remedy=told["remedy"].text(),
    )


def _block(told: Plain) -> BlockPlace:
    return BlockPlace(
        block=told["block"].text(),
        layer=told["layer"].text(),
        at=told["at"].pair(),
        centre=told["centre"].pair(),
        width=told["width"].number(0),
        depth=told["depth"].number(0),
        rotation=told["rotation"].number(),
        scale=told["scale"].pair(),
        within=tuple(outer.text() for outer in told["within"].listed(MOST_DEPTH)),
    )
