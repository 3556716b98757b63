"""Opening a DXF with ezdxf: as it stands, or mended where a program wrote it carelessly."""

from pathlib import Path

import ezdxf
from ezdxf import recover
from ezdxf.document import Drawing
from ezdxf.lldxf.const import DXFError

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit

BROKEN = (DXFError, OSError, ValueError, LookupError, TypeError, ArithmeticError)
"""What ezdxf raises over what is not DXF, in a file or in one part of it."""
_TAIL_BYTES = 1_024


def opened(body: Path) -> Drawing:
    """The document. Raises Unfit."""
    # What is cut off could be mended into half a drawing, without anybody noticing.
    if b"EOF" not in body.read_bytes()[-_TAIL_BYTES:]:
        raise Unfit(faults.damaged("it ends too early"))
    try:
        return ezdxf.readfile(body)
    except BROKEN:
        return _mended(body)


def _mended(body: Path) -> Drawing:
    try:
        document, _ = recover.readfile(body)
    except BROKEN as trouble:
        raise Unfit(faults.damaged("it cannot be opened as a DXF drawing")) from trouble
    return document
