"""What may be typed or chosen in a cell that is to be filled in."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.days import in_words, months_on
from hubdesk.exchange.review_pack.pack import Pack

LONGEST_NOTE = 1000
"""Letters in a note: enough for what belongs to one line."""

_DAY_0 = date(1899, 12, 30)
_MONTHS_OFFERED = 15
_MONTHS_BACK = 24
_MONTHS_ON = 36


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words, from a drop-down."""

    words: tuple[str, ...]
    say: str = ""
    """What shows beside the cell while it is chosen."""


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `least` to `most`."""

    least: int
    most: int
    say: str = ""


@dataclass(frozen=True, slots=True)
class AnyNumber:
    """A number of 0 or above."""

    most: int
    say: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day from `first` to `last`: those `offered` are in a drop-down, any other can be typed."""

    offered: tuple[date, ...]
    first: date
    last: date

    @property
    def serials(self) -> tuple[int, int]:
        """First and last as a worksheet counts days."""
        return (self.first - _DAY_0).days, (self.last - _DAY_0).days

    @property
    def said(self) -> str:
        return f"from {in_words(self.first)} to {in_words(self.last)}"


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words of one's own."""

    longest: int = LONGEST_NOTE


Entry = OneOf | WholeNumber | AnyNumber | Day | FreeText


def wished_days(pack: Pack) -> Day:
    """Days that a wish or a correction may start on: the snapshot's and then first days are offered.

    Any day from two years before the snapshot to three years after it can be typed.
    """
    month = pack.as_at.replace(day=1)
    offered = (pack.as_at, *(months_on(month, on) for on in range(1, _MONTHS_OFFERED + 1)))
    return Day(offered, months_on(month, -_MONTHS_BACK), months_on(month, _MONTHS_ON))


def signing_days(pack: Pack) -> Day:
    """Days on which an answer may be signed, late ones too; none is offered."""
    return Day((), pack.made, months_on(pack.deadline, 12))


Choices = tuple[str, ...] | tuple[date, ...]


def choices(entry: Entry) -> Choices:
    """What the drop-down of `entry` offers; nothing where it has none."""
    match entry:
        case OneOf(words):
            return words
        case Day(offered):
            return offered
        case WholeNumber() | AnyNumber() | FreeText():
            return ()
