"""Drawings from files, as what underlays show: kept in the store, with the sizes that were read of them."""

from decimal import Context, Decimal
from pathlib import Path

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.underlay import Source
from hubdesk.exchange.underlays import MOST_BYTES, Measure, Picture
from hubdesk.store import Store

_SIZES = Context(prec=15)
"""The digits that a double holds for certain."""


def bytes_of(path: Path) -> bytes:
    """What is in the file at `path`: a byte more than an underlay may have, where there is that much.

    Raises Refused where it cannot be read.
    """
    try:
        if not path.is_file():
            raise Refused(_unreadable(path, "There is no such file"))
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise Refused(_unreadable(path, f"It could not be read: {trouble.strerror}")) from trouble


def kept(store: Store, body: bytes, picture: Picture) -> Source:
    """What an underlay shows of the file `body`, which was read as `picture`; the store keeps the file.

    Raises Refused where the store cannot take it.
    """
    corner_x, corner_y = picture.corner
    return Source(
        picture.kind,
        store.keep_file(body),
        _exactly(picture.width),
        _exactly(picture.height),
        picture.page,
        _exactly(corner_x),
        _exactly(corner_y),
    )


def scale_of(picture: Picture, drawn_at: int | None = None) -> Decimal | None:
    """Millimetres on the floor to a unit of `picture`; None where two points have to tell.

    A sheet of paper tells with the scale that it was drawn at: 100 for 1:100.
    """
    if picture.mm_per_unit is None or picture.measure is Measure.UNKNOWN:
        return None
    if picture.measure is Measure.BUILDING:
        return _exactly(picture.mm_per_unit)
    return None if drawn_at is None else _exactly(picture.mm_per_unit) * drawn_at


def _exactly(length: float) -> Decimal:
    """The number that a file wrote, without the noise of its double."""
    return _SIZES.create_decimal_from_float(length).normalize()


def _unreadable(path: Path, what: str) -> Problem:
    return Problem(
        Severity.ERROR,
        "underlay-unreadable",
        what,
        path.name,
        "See that it is where it was and that you may open it, or choose another",
    )
