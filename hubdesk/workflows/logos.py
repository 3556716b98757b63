"""Logos for statements: pictures from files, read where they can do no harm, and kept in the store."""

from collections.abc import Callable

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Picture, kind_of, read_underlay
from hubdesk.store import Store

MOST_BYTES = 2_000_000
"""Of a logo's file: each statement carries it."""
LONGEST_SIDE = 1_200
"""The dots along its longer side: on 50 mm of paper, as many as a printer can show."""
KINDS = frozenset({UnderlayKind.PNG, UnderlayKind.JPEG, UnderlayKind.SVG})
_LEAST_SHARE = 20
"""A logo is at most so many times as long as it is high, or as high as it is long."""


def read_logo(body: bytes, *, name: str, cancelled: Callable[[], bool | None]) -> Picture:
    """The picture in the file `body`, called `name`, with its dots, on white.

    Takes up to the seconds that an underlay may, so call it from a worker. Raises Refused in words for the
    user where it cannot be a logo, and underlays' Cancelled or what `cancelled` raises.
    """
    if len(body) > MOST_BYTES:
        what = f"The file has more than the {MOST_BYTES / 1e6:g} MB that a logo may have"
        raise _refused("logo-too-large", what, name, "Save it smaller, or as an SVG")
    if _kind(body) not in KINDS:
        what = "This is not a PNG, JPEG or SVG picture"
        raise _refused("logo-kind", what, name, "Save the logo as one of these, and choose that")
    try:
        picture = read_underlay(body, name=name, longest_side=LONGEST_SIDE, cancelled=cancelled)
    except Refused as trouble:
        what = "The picture cannot be drawn: it is damaged, or asks for more than a logo may take"
        remedy = "Open it in the program it comes from, and save it again as a PNG"
        raise _refused("logo-damaged", what, name, remedy) from trouble
    if max(picture.width, picture.height) > _LEAST_SHARE * min(picture.width, picture.height):
        what = "The picture is so narrow that nothing of it could be seen on a statement"
        raise _refused("logo-narrow", what, name, "Choose another, or cut it to size")
    return picture


def _kind(body: bytes) -> UnderlayKind | None:
    try:
        return kind_of(body)
    except Refused:
        return None


def logo(store: Store, sha256: str, *, cancelled: Callable[[], bool | None]) -> Picture:
    """The logo kept as `sha256`, read anew: what a team keeps may come from anybody.

    Raises as `read_logo` does, and Refused where it is not there or harmed.
    """
    return read_logo(store.file(sha256), name="the logo", cancelled=cancelled)


def _refused(code: str, what: str, name: str, remedy: str) -> Refused:
    return Refused(error(code, what, name, remedy))
