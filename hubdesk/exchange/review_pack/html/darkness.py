"""Plans on a dark page: to each colour that was drawn its counterpart, as rules of style."""

import re
from collections.abc import Iterable, Iterator

from hubdesk.exchange.plan.colour import WHITE, in_the_dark
from hubdesk.exchange.plan.marks import DARK_GROUND, darkened
from hubdesk.exchange.review_pack.plan import MARKS

_DRAWN = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')
_WRITTEN = re.compile(r'<text [^>]*fill="(#[0-9a-f]{6})"')


def dark_rules(drawings: Iterable[str]) -> str:
    """Rules by which `drawings`, SVGs in a plan of the page, are shown as the reader's screen is: dark."""
    drawn: set[tuple[str, str]] = set()
    written: set[str] = set()
    for svg in drawings:
        drawn.update(_DRAWN.findall(svg))
        written.update(_WRITTEN.findall(svg))
    if not drawn:
        return ""
    rules = "".join((*_shapes(drawn), *_letters(written)))
    return f"@media screen and (prefers-color-scheme: dark) {{\n{rules}}}\n"


def _shapes(drawn: set[tuple[str, str]]) -> Iterator[str]:
    known = {("fill", WHITE): DARK_GROUND}
    for mark in MARKS:
        dark = darkened(mark)
        known |= {("fill", mark.fill): dark.fill if mark.fill != WHITE else DARK_GROUND}
        known |= {("stroke", mark.strokes): dark.strokes, ("stroke", mark.outline): dark.outline}
    for kind, colour in sorted(drawn):
        yield f'.plan [{kind}="{colour}"] {{ {kind}: {known.get((kind, colour)) or in_the_dark(colour)}; }}\n'


def _letters(written: set[str]) -> Iterator[str]:
    """Letters on a desk by its mark, others by themselves; their rules weigh more than those of shapes."""
    inks = {mark.ink: darkened(mark).ink for mark in reversed(MARKS)}
    for colour in sorted(written):
        yield f'.plan text[fill="{colour}"] {{ fill: {inks.get(colour) or in_the_dark(colour)}; }}\n'
