"""Other programs' drawings, laid under a floor's plan."""

from enum import Enum


class UnderlayKind(Enum):
    """What sort of file an underlay comes from; the value is its usual file ending."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"
    PDF = "pdf"
    DXF = "dxf"
