"""How large a workbook may be that comes in."""

from dataclasses import dataclass

MB = 1_000_000
MOST_COLUMNS = 256
"""Of a sheet that are read."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that is read.

    Bytes as the file lies there and unpacked, parts, rows of a sheet, columns of one (beyond them, filled
    cells are refused), and `effort`: what the elements of all parts may cost, in units of a plain cell.
    """

    packed: int = 25 * MB
    unpacked: int = 50 * MB
    parts: int = 1_000
    rows: int = 300_000
    columns: int = 16_384
    effort: int = 2_000_000


OF_A_HUB = Bounds()
OF_AN_ANSWER = Bounds(
    packed=5 * MB, unpacked=25 * MB, parts=200, rows=50_000, columns=MOST_COLUMNS, effort=250_000
)
"""A review pack that comes back: a few sheets, however many rows somebody added to them."""
