"""What the process that reads hands back: a few files in a folder.

JSON and bare numbers, not pickles: whatever a hostile file makes of the process that reads it, what
comes back is only ever data.
"""

import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays.faults import Fault, Unfit
from hubdesk.exchange.underlays.picture import BlockPlace, Label, Layer, Line, Measure, Picture, Raster

_ANSWER = "answer.json"
_PIXELS = "pixels"
_PLACES = "places"
_LAST_WORDS = "last-words"


def answer_fault(folder: Path, fault: Fault) -> None:
    """Hand back that the file cannot be an underlay."""
    _put(folder, {"fault": asdict(fault)})


def answer_picture(folder: Path, picture: Picture) -> None:
    """Hand back a picture."""
    plain = _plain_picture(picture)
    if picture.raster is not None:
        (folder / _PIXELS).write_bytes(picture.raster.rgba)
        plain["raster"] = [picture.raster.width, picture.raster.height]
    with (folder / _PLACES).open("wb") as file:
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
    return (folder / _ANSWER).exists()


def picture_in(folder: Path) -> Picture:
    """The picture that was handed back. Raises Unfit."""
    plain = _got(folder)["picture"]
    size = plain["raster"]
    return Picture(
        kind=UnderlayKind(plain["kind"]),
        width=plain["width"],
        height=plain["height"],
        measure=Measure(plain["measure"]),
        mm_per_unit=plain["mm_per_unit"],
        corner=(plain["corner"][0], plain["corner"][1]),
        page=plain["page"],
        pages=plain["pages"],
        raster=None if size is None else Raster(size[0], size[1], (folder / _PIXELS).read_bytes()),
        layers=tuple(Layer(**layer) for layer in plain["layers"]),
        lines=_lines(folder, plain["lines"]),
        labels=tuple(Label(**label | {"at": tuple(label["at"])}) for label in plain["labels"]),
        notes=tuple(Problem(**note | {"severity": Severity(note["severity"])}) for note in plain["notes"]),
    )


def blocks_in(folder: Path) -> tuple[BlockPlace, ...]:
    """The places of blocks that were handed back. Raises Unfit."""
    pairs = ("at", "centre", "scale", "within")
    return tuple(
        BlockPlace(**plain | {name: tuple(plain[name]) for name in pairs}) for plain in _got(folder)["blocks"]
    )


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


def _lines(folder: Path, lengths: list[tuple[str, int]]) -> tuple[Line, ...]:
    numbers = array("d")
    numbers.frombytes((folder / _PLACES).read_bytes())
    each = iter(numbers)
    places = zip(each, each, strict=True)
    return tuple(Line(layer, tuple(islice(places, length))) for layer, length in lengths)


def _put(folder: Path, plain: Mapping[str, Any]) -> None:
    draft = folder / "draft.json"
    draft.write_text(json.dumps(plain), "utf-8")
    draft.rename(folder / _ANSWER)


def _got(folder: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((folder / _ANSWER).read_text("utf-8"))
    if "fault" in plain:
        raise Unfit(Fault(**plain["fault"]))
    return plain
