"""How large a workbook may be that comes in."""

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that is read: bytes as the file lies there and unpacked, parts, and rows of a sheet."""

    packed: int = 25 * MB
    unpacked: int = 50 * MB
    parts: int = 1_000
    rows: int = 300_000


OF_A_HUB = Bounds()
OF_AN_ANSWER = Bounds(packed=5 * MB, unpacked=25 * MB, parts=200, rows=50_000)
"""A review pack that comes back: a few sheets, however many rows somebody added to them."""
