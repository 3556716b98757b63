"""Which figures a run's recharge has: each can be named, so that each can be opened."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from hubdesk.charging.lines import Line, LineKind
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.year_cost import Stream


class Measure(Enum):
    """What of a run a figure counts; the value is the word people see."""

    PERIOD = "this period"
    """The run's own lines, without VAT; none at a year end."""
    ADJUSTMENTS = "adjustments"
    """What the run puts right of earlier periods, without VAT."""
    NET = "before VAT"
    """The period and the adjustments."""
    VAT = "VAT"
    """The VAT of the period and of the adjustments."""
    TO_PAY = "to pay"
    """The period, the adjustments and their VAT."""
    YEAR_TO_DATE = "year to date"
    """To pay of this run and of the year's runs before it."""
    FORECAST = "forecast for the year"
    """To pay of all that was issued of the year, of this run, and of drafts of what is left of the year."""


class Heading(NamedTuple):
    """A figure of every agency: all of a measure, or one stream of it, or one licence or cost of that."""

    measure: Measure
    stream: Stream | None = None
    source: RecordId | None = None

    @property
    def id(self) -> str:
        """A word of its own, the same from one start of the program to the next."""
        parts = (self.measure.name, self.stream.name if self.stream else "", self.source or "")
        return "/".join(parts).rstrip("/").lower()

    @property
    def words(self) -> str:
        """What it is called; a source has its own name."""
        return self.stream.value if self.stream else self.measure.value


LICENCES, CONCESSIONS, SHARED, BORNE = (Heading(Measure.PERIOD, stream) for stream in Stream)
PERIOD, ADJUSTMENTS, NET, VAT, TO_PAY, YEAR_TO_DATE, FORECAST = (Heading(one) for one in Measure)


@dataclass(frozen=True, slots=True)
class Figure:
    """A heading's figure of one agency, or of all (None)."""

    heading: Heading
    agency: RecordId | None = None


def counts(measure: Measure, line: Line) -> bool:
    """Whether a figure of that measure is about `line` at all."""
    if measure is Measure.PERIOD:
        return line.kind is not LineKind.ADJUSTMENT
    return measure is not Measure.ADJUSTMENTS or line.kind is LineKind.ADJUSTMENT


def counted(measure: Measure, line: Line) -> Pence:
    """What of `line` a figure of that measure counts."""
    if measure is Measure.VAT:
        return line.vat_pence
    with_vat = measure in (Measure.TO_PAY, Measure.YEAR_TO_DATE, Measure.FORECAST)
    return line.pence + line.vat_pence if with_vat else line.pence
