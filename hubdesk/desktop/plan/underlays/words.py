"""What is said of underlays."""

from hubdesk.domain.underlay import Underlay, UnderlayKind

_UNITS = {
    UnderlayKind.PNG: "px",
    UnderlayKind.JPEG: "px",
    UnderlayKind.SVG: "unit",
    UnderlayKind.PDF: "pt",
    UnderlayKind.DXF: "unit",
}


def scale_in_words(underlay: Underlay) -> str:
    """How large a unit of the drawing is on the floor: "1 px = 12.3 mm"."""
    return f"1 {_UNITS[underlay.kind]} = {float(underlay.mm_per_unit):,.4g} mm"


def size_in_words(underlay: Underlay) -> str:
    """How large the whole drawing is on the floor."""
    width, height = (side * underlay.mm_per_unit / 1000 for side in (underlay.width, underlay.height))
    return f"{width:,.2f} m × {height:,.2f} m"


def row_in_words(underlay: Underlay) -> str:
    """Its row in a list: what it is called and how it stands."""
    marks = [underlay.kind.value.upper()]
    if not underlay.shown:
        marks.append("hidden")
    if underlay.locked:
        marks.append("locked")
    return f"{underlay.name} ({', '.join(marks)})"
