"""Drawings under the floors of a random hub."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from hubdesk.domain.floor import Floor
from hubdesk.domain.underlay import Underlay, UnderlayKind
from tests.builders.chance import Chance


def underlays(chance: Chance, floors: Iterable[Floor]) -> Iterator[Underlay]:
    """Up to three to a floor, one of them as large as it."""
    for floor in floors:
        for number in range(chance.rng.randrange(4)):
            kind = chance.rng.choice(list(UnderlayKind))
            scale = Decimal(chance.rng.choice(["5", "12.7", "0.0254"]))
            yield Underlay(
                chance.id(),
                floor.id,
                f"Drawing {chance.rng.randrange(3)}.{kind.value}",
                kind,
                f"{chance.rng.getrandbits(256):064x}",
                floor.width_mm / scale if not number else chance.figure(4_000) + 500,
                floor.depth_mm / scale if not number else chance.figure(3_000) + 500,
                scale,
                page=chance.rng.randrange(3) if kind is UnderlayKind.PDF else 0,
                corner_x=chance.figure(10**6) if kind is UnderlayKind.DXF else Decimal(0),
                corner_y=-chance.figure(10**6) if kind is UnderlayKind.DXF else Decimal(0),
                x_mm=chance.rng.randrange(-5_000, 5_000),
                y_mm=chance.rng.randrange(-5_000, 5_000),
                rotation=Decimal(chance.rng.choice(["0", "90", "359.5"])),
                opacity=chance.rng.randrange(101),
                locked=chance.one_in(3),
                shown=not chance.one_in(3),
                hidden_layers=("A-FURN", "Möbel, “alt”") if kind is UnderlayKind.DXF else (),
            )
