"""What stands in the cells of a column: how a value is shown, copied, said, typed and put in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds
from hubdesk.domain.names import natural_order
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.typed_day import FORMS, typed_day
from hubdesk.domain.typed_number import typed_number

MINUS = "−"
"""The minus of printed figures, as wide as a digit."""


class Unreadable(Exception):
    """What was typed is nothing that the column holds: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, understood: the value for an edit, and how the cell shows it."""

    value: Any
    shown: str


class Kind(Protocol):
    """What the cells of a column hold. No value is None but for blank cells, which never come here."""

    @property
    def is_figure(self) -> bool:
        """Whether it stands at the right, in digits of one width."""
        ...

    @property
    def unit(self) -> str:
        """What the heading says behind the title: "£", "m²" or nothing."""
        ...

    def show(self, value: Any) -> str:
        """As the screen and paper have it."""
        ...

    def copied(self, value: Any) -> str:
        """As spreadsheets take it in."""
        ...

    def say(self, value: Any) -> str:
        """As a screen reader reads it out, with its unit."""
        ...

    def key(self, value: Any) -> Any:
        """What puts values in order."""
        ...

    def read(self, text: str, hub: Hub, today: date) -> Typed:
        """What `text`, not blank, means. Raises Unreadable."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """Words, or a code. Numbers in them count as numbers where they are put in order."""

    is_figure = False
    unit = ""

    def show(self, value: str) -> str:
        return value

    copied = show
    say = show

    def key(self, value: str) -> Any:
        return natural_order(value.casefold())

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        return Typed(text.strip(), text.strip())


@dataclass(frozen=True, slots=True)
class Pounds:
    """Money: whole pence, shown as pounds and pence."""

    is_figure = True
    unit = "£"

    def show(self, value: int) -> str:
        return pounds(value).replace("£", "").replace("-", MINUS)

    def copied(self, value: int) -> str:
        return f"{Decimal(value) / 100:.2f}"

    def say(self, value: int) -> str:
        return pounds(value).replace("-", MINUS)

    def key(self, value: int) -> int:
        return value

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        pence = _number(text, "an amount", "pounds and pence such as 1234.50") * 100
        if pence != pence.to_integral_value():
            raise Unreadable(
                f"{quoted(text)} has parts of a penny",
                "Type pounds with at most two decimals, such as 1234.50",
            )
        return Typed(int(pence), self.show(int(pence)))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number: of desks, of people."""

    is_figure = True
    unit = ""

    def show(self, value: int) -> str:
        return f"{value:,}".replace("-", MINUS)

    def copied(self, value: int) -> str:
        return str(value)

    say = show

    def key(self, value: int) -> int:
        return value

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        number = _number(text, "a number", "a whole number such as 3")
        if number != number.to_integral_value():
            raise Unreadable(f"{quoted(text)} is not a whole number", "Type a whole number such as 3")
        return Typed(int(number), self.show(int(number)))


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with decimals: of square metres, of full-time posts. `places` None: as many as it has."""

    unit: str = ""
    places: int | None = None
    is_figure = True

    def show(self, value: Decimal) -> str:
        return with_commas(value, self.places)

    def copied(self, value: Decimal) -> str:
        return decimal_text(value)

    def say(self, value: Decimal) -> str:
        return f"{self.show(value)} {self.unit}".strip()

    def key(self, value: Decimal) -> Decimal:
        return value

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        number = _number(text.strip().removesuffix(self.unit), "a number", "a number such as 12.5")
        return Typed(number, self.show(number))


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage: 40 is "40 %". `places` None: as many as it has."""

    places: int | None = None
    is_figure = True
    unit = ""

    def show(self, value: Decimal) -> str:
        return f"{with_commas(value, self.places)} %"

    def copied(self, value: Decimal) -> str:
        return f"{decimal_text(value)}%"

    say = show

    def key(self, value: Decimal) -> Decimal:
        return value

    def read(self, text: str, _hub: Hub, _today: date) -> Typed:
        number = _number(text.strip().removesuffix("%"), "a percentage", "a percentage such as 40")
        return Typed(number, self.show(number))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar."""

    is_figure = False
    unit = ""

    def show(self, value: date) -> str:
        return in_words(value)

    copied = show
    say = show

    def key(self, value: date) -> date:
        return value

    def read(self, text: str, _hub: Hub, today: date) -> Typed:
        day = typed_day(text, today)
        if day is None:
            raise Unreadable(f"{quoted(text)} is not a day", f"Type it as {FORMS}")
        return Typed(day, self.show(day))


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words, which may depend on the hub. The value of a cell is its word.

    `offered` pairs each word with what an edit is given for it. Case does not matter in what is typed, and
    as many letters do as no other word begins with.
    """

    offered: Callable[[Hub], Sequence[tuple[str, Any]]]
    is_figure = False
    unit = ""

    def show(self, value: str) -> str:
        return value

    copied = show
    say = show

    def key(self, value: str) -> Any:
        return Text().key(value)

    def read(self, text: str, hub: Hub, _today: date) -> Typed:
        offered = self.offered(hub)
        wanted = _plain(text)
        fitting = [pair for pair in offered if _plain(pair[0]) == wanted]
        fitting = fitting or [pair for pair in offered if _plain(pair[0]).startswith(wanted)]
        if len(fitting) != 1:
            words = [word for word, _ in fitting or offered]
            what = "could be several of the words here" if fitting else "is none of the words here"
            raise Unreadable(f"{quoted(text)} {what}", f"Type {either(words)}")
        word, value = fitting[0]
        return Typed(value, word)


def with_commas(value: Decimal, places: int | None) -> str:
    """A number as tables show it: thousands apart, a real minus, halves rounded away from zero."""
    if places is None:
        shown = f"{Decimal(decimal_text(value)):,f}"
    else:
        shown = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    return shown.replace("-", MINUS) if any(digit in shown for digit in "123456789") else shown.lstrip("-")


def quoted(text: str) -> str:
    """What was typed, for a message; cut short where it is long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 40 else f'{line[:40]}…'}”"


def either(words: Sequence[str], most: int = 8) -> str:
    """ "a, b or c", and how many more where they are many."""
    if not words:
        return "something that is there: there is nothing to choose from yet"
    shown, more = list(words[:most]), len(words) - most
    if more > 0:
        return f"{', '.join(shown)} or one of {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _number(text: str, what: str, such: str) -> Decimal:
    """The number that `text` means. Raises Unreadable, which knows what spreadsheets put for figures."""
    number = typed_number(text)
    if number is not None:
        return number
    bare = text.strip()
    if bare and not bare.strip("#"):
        raise Unreadable(
            f"{quoted(text)} is what a spreadsheet shows where a column is too narrow",
            "Make the column wider there, and copy it again",
        )
    if bare.startswith("#"):
        raise Unreadable(
            f"{quoted(text)} is a fault in the spreadsheet", f"Put it right there, or type {such}"
        )
    raise Unreadable(f"{quoted(text)} is not {what}", f"Type {such}")
