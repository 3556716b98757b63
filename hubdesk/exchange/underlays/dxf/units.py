"""What a drawing unit is: $INSUNITS of the DXF reference, in millimetres."""

from ezdxf.document import Drawing

_VARIABLE = b"$INSUNITS"
_MM = {
    1: 25.4,
    2: 304.8,
    3: 1_609_344.0,
    4: 1.0,
    5: 10.0,
    6: 1_000.0,
    7: 1_000_000.0,
    9: 0.0254,
    10: 914.4,
    14: 100.0,
    15: 10_000.0,
    16: 100_000.0,
    21: 1_200_000 / 3_937,
}
"""Inch, foot, mile, millimetre, centimetre, metre, kilometre, mil, yard, decimetre, decametre, hectometre and
the foot of the US survey. What is smaller or larger measures no building."""


def mm_per_unit(document: Drawing, body: bytes) -> float | None:
    """Millimetres of building to a drawing unit; None where the drawing does not say, or hardly means it."""
    # ezdxf takes metres for granted where the file is silent.
    units = document.header.get("$INSUNITS", 0) if _VARIABLE in body else 0
    return _MM.get(units) if isinstance(units, int) else None
