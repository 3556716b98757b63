"""One XML part of a workbook, looked over as a stream: what it would cost to open."""

import re
from typing import IO
from xml.parsers import expat

from hubdesk.exchange.xlsx.incoming.bounds import Bounds

_CHUNK = 64 * 1024
_LIGHT = {"row": 2, "c": 1, "v": 1, "t": 1, "f": 1, "si": 6, "is": 12}
_HEAVY = 30
MOST_DEPTH = 50
_LONGEST_TAG = 1_000_000
_MOST_TRANSLATED = 1_000_000
"""The characters of shared formulas, each counted for every cell that shares it."""
_MOST_CLAIMED = 1_000_000_000
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_LETTERS = re.compile(r"[A-Z]{1,9}")
_NEW_WORKBOOK = "Copy the rows that matter into a new workbook (hubdesk template makes one), and import that."


class BadPart(Exception):
    """A part of the workbook is out of bounds: a word for scripts, what is wrong, what to do."""

    def __init__(self, code: str, what: str, remedy: str = _NEW_WORKBOOK) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.remedy = remedy


class PartScreen:
    """Looks over the parts of one workbook, counting what they would cost together."""

    def __init__(self, bounds: Bounds) -> None:
        self._most_rows = bounds.rows
        self._most_columns = bounds.columns
        self._most_effort = bounds.effort
        self._effort = 0
        self._rows = 0
        self._row = 0
        self._place = 0
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._translated = 0
        self._formula: str | None = None
        self._formulas: dict[str, int] = {}

    def check(self, stream: IO[bytes]) -> None:
        """Raises BadPart if this part, with those before, is out of bounds or not XML."""
        self._rows = self._row = self._depth = 0
        self._formula, self._formulas = None, {}
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._parser = parser
        fed = 0
        try:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
                fed += len(chunk)
                if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise BadPart("damaged-workbook", "The workbook holds a piece of markup without end")
            parser.Parse(b"", True)  # noqa: FBT003 - takes it by place only
        except expat.ExpatError as trouble:
            raise BadPart(
                "damaged-workbook", "The workbook is damaged: one of its parts is not XML"
            ) from trouble

    @staticmethod
    def _doctype(*_: object) -> None:
        raise BadPart(
            "document-type",
            "The workbook holds a document type with entities, which no spreadsheet program writes",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._depth += 1
        self._effort += _LIGHT.get(tag, _HEAVY)
        if self._depth > MOST_DEPTH:
            raise BadPart("damaged-workbook", "The workbook nests its markup too deeply")
        if self._effort > self._most_effort:
            raise BadPart(
                "workbook-too-large", "The workbook holds far more cells and styles than a hub needs"
            )
        if tag == "row":
            self._begin_row(attributes.get("r", ""))
        elif tag == "c":
            letters = _LETTERS.match(attributes.get("r", "").upper())
            self._place = _column(letters[0]) if letters else self._place + 1
        elif tag in {"v", "is", "f"}:
            self._check_place()
        if tag == "f" and attributes.get("t") == "shared":
            self._formula = attributes.get("si", "")
            self._parser.CharacterDataHandler = self._text
            self._translate(self._formulas.get(self._formula, 0))
        elif tag == "dimension":
            _check_claim(attributes.get("ref", ""))

    def _check_place(self) -> None:
        if self._row > self._most_rows:
            raise _too_many_rows(f"A sheet of the workbook is filled in as far down as row {self._row:,}")
        if self._place > self._most_columns:
            raise BadPart(
                "too-many-columns",
                f"Something stands in row {self._row:,}, beyond column {self._most_columns} of its sheet",
            )

    def _begin_row(self, number: str) -> None:
        self._rows += 1
        self._place = 0
        self._row = int(number) if number.isdecimal() and len(number) < 20 else self._row + 1
        if self._rows > self._most_rows:
            raise _too_many_rows(
                f"A sheet of the workbook has more than {self._most_rows:,} rows, blank ones included"
            )

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._formula is not None and name.rpartition(" ")[2] == "f":
            self._formula = None
            self._parser.CharacterDataHandler = None

    def _text(self, text: str) -> None:
        assert self._formula is not None
        self._formulas[self._formula] = self._formulas.get(self._formula, 0) + len(text)
        self._translate(len(text))

    def _translate(self, characters: int) -> None:
        """Counts the characters that openpyxl reads to move a shared formula to one more cell."""
        self._translated += characters
        if self._translated > _MOST_TRANSLATED:
            raise BadPart(
                "too-many-formulas",
                "The workbook is full of formulas",
                "Copy the cells, paste them as values (Paste special, Values), save, and import again.",
            )


def _too_many_rows(what: str) -> BadPart:
    return BadPart(
        "too-many-rows",
        what,
        "Delete the blank rows below the last one that is filled in, save, and import again.",
    )


def _check_claim(area: str) -> None:
    """Raises BadPart where a sheet says that it holds more cells than anybody could have filled in."""
    found = _RANGE.fullmatch(area)
    if not found:
        return
    left, top, right, bottom = found.groups()
    cells = (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
    if cells > _MOST_CLAIMED:
        raise BadPart("too-many-cells", f"A sheet of the workbook says that it holds {cells:,} cells")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
