"""What the process that reads hands back: a few files in a folder.

JSON and bare numbers, not pickles: whatever a hostile file makes of the process that reads it, what
comes back is only ever data. Whoever asked checks it (see `answered`).
"""

import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hubdesk.exchange.underlays.faults import Fault
from hubdesk.exchange.underlays.picture import BlockPlace, Picture

ANSWER = "answer.json"
PIXELS = "pixels"
PLACES = "places"
_LAST_WORDS = "last-words"


def answer_fault(folder: Path, fault: Fault) -> None:
    """Hand back that the file cannot be an underlay."""
    _put(folder, {"fault": asdict(fault)})


def answer_picture(folder: Path, picture: Picture) -> None:
    """Hand back a picture."""
    plain = _plain_picture(picture)
    if picture.raster is not None:
        (folder / PIXELS).write_bytes(picture.raster.rgba)
        plain["raster"] = [picture.raster.width, picture.raster.height]
    with (folder / PLACES).open("wb") as file:
        for line in picture.lines:
            array("d", (along for place in line.places for along in place)).tofile(file)
    _put(folder, {"picture": plain})


def answer_blocks(folder: Path, places: Iterable[BlockPlace]) -> None:
    """Hand back where blocks are."""
    _put(folder, {"blocks": [asdict(place) for place in places]})


def answer_crash(folder: Path, traceback: str) -> None:
    """Hand back what went wrong where nobody expected it."""
    (folder / _LAST_WORDS).write_text(traceback, "utf-8", "backslashreplace")


def last_words(folder: Path) -> str:
    """What went wrong where nobody expected it, as far as it was told."""
    told = folder / _LAST_WORDS
    return told.read_text("utf-8") if told.exists() else "nothing said"


def has_answer(folder: Path) -> bool:
    """Whether an answer was handed back whole."""
    return (folder / ANSWER).exists()


def _plain_picture(picture: Picture) -> dict[str, Any]:
    return {
        "kind": picture.kind.value,
        "width": picture.width,
        "height": picture.height,
        "measure": picture.measure.value,
        "mm_per_unit": picture.mm_per_unit,
        "corner": picture.corner,
        "page": picture.page,
        "pages": picture.pages,
        "raster": None,
        "layers": [asdict(layer) for layer in picture.layers],
        "lines": [[line.layer, len(line.places)] for line in picture.lines],
        "labels": [asdict(label) for label in picture.labels],
        "notes": [
            {
                "severity": note.severity.value,
                "code": note.code,
                "what": note.what,
                "where": note.where,
                "remedy": note.remedy,
            }
            for note in picture.notes
        ],
    }


def _put(folder: Path, plain: Mapping[str, Any]) -> None:
    draft = folder / "draft.json"
    draft.write_text(json.dumps(plain), "utf-8")
    draft.rename(folder / ANSWER)
