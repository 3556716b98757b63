"""Cells that hold words: text, codes, and words to choose from."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import cast

from hubdesk.domain.cost_line import Basis
from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.plain import decimal_text
from hubdesk.exchange.xlsx.hub_workbook.numbers import Metres
from hubdesk.exchange.xlsx.incoming.cell import BadCell, Cell, Value, quoted, text_of

_CARRIAGE_RETURN = re.compile("_x000D_\n?|\r\n?", re.IGNORECASE)
LONGEST_TEXT = 32_767
"""The characters that a worksheet cell can hold."""


@dataclass(frozen=True)
class Text:
    """Text or a code, trimmed, otherwise kept as typed; a number is the text that it shows."""

    look: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> str:
        text = _CARRIAGE_RETURN.sub("\n", text_of(cell))
        if len(text) > LONGEST_TEXT:
            raise BadCell(
                "text-too-long",
                f"The text has {len(text):,} characters",
                f"Shorten it to {LONGEST_TEXT:,} characters, the most that a cell can hold.",
            )
        return text

    def show(self, value: object) -> Value:
        return cast(str, value)


class Choice:
    """One of the words of an enumeration; case and the number of spaces do not matter."""

    def __init__(self, words: type[Enum]) -> None:
        self.look = "text"
        self.choices = tuple(str(word.value) for word in words)
        self._meanings = {plain_word(str(word.value)): word for word in words}

    def read(self, cell: Cell) -> Enum:
        meaning = self._meanings.get(plain_word(text_of(cell)))
        if meaning is None:
            raise BadCell(
                "unknown-word",
                f"{quoted(cell)} is not one of the words for this column",
                f"Type {either(self.choices)}.",
            )
        return meaning

    def show(self, value: object) -> Value:
        return str(cast(Enum, value).value)


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""

    look: str = "text"
    choices: tuple[str, ...] = ("yes", "no")

    def read(self, cell: Cell) -> bool:
        word = plain_word(text_of(cell))
        if word not in {"yes", "no", "true", "false"}:
            raise BadCell("unknown-word", f"{quoted(cell)} is neither yes nor no", "Type yes or no.")
        return word in {"yes", "true"}

    def show(self, value: object) -> Value:
        return "yes" if value else "no"


class BasisOrDriver:
    """What a cost is shared by: a basis, or a driver by its name. Read as (basis, driver's name)."""

    look = "text"

    def __init__(self) -> None:
        self._bases = {basis.value: basis for basis in Basis if basis is not Basis.DRIVER}
        self.choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> tuple[Basis, str]:
        text = text_of(cell)
        basis = self._bases.get(plain_word(text))
        return (Basis.DRIVER, text) if basis is None else (basis, "")

    def show(self, value: object) -> Value:
        basis, driver = cast(tuple[Basis, str], value)
        return driver if basis is Basis.DRIVER else basis.value


BASIS_WORDS = frozenset(basis.value for basis in Basis if basis is not Basis.DRIVER)
"""The words that name a basis, which no driver can therefore be called."""


@dataclass(frozen=True)
class Corners:
    """An outline: `x,y; x,y; …` in metres, kept in millimetres."""

    look: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> Outline:
        corners = [corner for corner in text_of(cell).split(";") if corner.strip()]
        outline = tuple(self._corner(corner, cell) for corner in corners)
        if len(outline) < 3:
            raise self._bad(f"{quoted(cell)} has fewer than three corners")
        return outline

    def _corner(self, text: str, cell: Cell) -> Point:
        parts = text.split(",")
        if len(parts) != 2:
            raise self._bad(f"{quoted(cell)} is not a list of corners")
        try:
            return Point(*(Metres().read(Cell(part)) for part in parts))
        except BadCell as trouble:
            raise self._bad(f"{quoted(cell)} is not a list of corners: {trouble.what}") from trouble

    @staticmethod
    def _bad(what: str) -> BadCell:
        return BadCell(
            "not-an-outline", what, "Type at least three corners in metres, such as 0,0; 12.5,0; 12.5,8."
        )

    def show(self, value: object) -> Value:
        metres = Metres()
        return "; ".join(
            ",".join(decimal_text(_decimal(metres.show(one))) for one in corner)
            for corner in cast(Outline, value)
        )


@dataclass(frozen=True)
class Colour:
    """A colour as `#rrggbb`."""

    look: str = "text"
    choices: tuple[str, ...] = ()

    def read(self, cell: Cell) -> str:
        text = text_of(cell)
        if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
            raise BadCell(
                "not-a-colour",
                f"{quoted(cell)} is not a colour",
                "Type # and six digits or letters a to f, such as #006666, or leave it blank.",
            )
        return text

    def show(self, value: object) -> Value:
        return cast(str, value)


def plain_word(text: str) -> str:
    """`text` as words are compared: lower case, single spaces."""
    return " ".join(text.split()).lower()


def either(words: tuple[str, ...]) -> str:
    """ "a, b or c"."""
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _decimal(value: Value) -> Decimal:
    assert isinstance(value, Decimal)
    return value
