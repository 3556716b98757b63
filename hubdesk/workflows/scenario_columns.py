"""The tables of the page "What if": agencies beside scenarios, and agencies beside bases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hubdesk.domain.money import Pence
from hubdesk.workflows.bases_compared import AS_NOW, BasesCompared, BasisRow, basis_words
from hubdesk.workflows.scenario_compare import AgencyRow, Comparison, InOne, difference_words
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text
from hubdesk.workflows.year_cost import Stream

T = TypeVar("T")

TODAY = "today"
_LONGEST = 24
"""Letters of a scenario's name in a heading, which would make its column too wide; the tooltip has it all."""


@dataclass(frozen=True, slots=True)
class Difference(Pounds):
    """Pounds more or less than today: always with their sign."""

    def show(self, value: Pence) -> str:
        return f"+{Pounds.show(self, value)}" if value > 0 else Pounds.show(self, value)

    def say(self, value: Pence) -> str:
        return difference_words(value)


def compared_columns(comparison: Comparison) -> tuple[Column[AgencyRow], ...]:
    """Today, and each scenario with its difference, first as a figure and then in words."""
    return tuple(_compared(comparison))


def bases_columns(compared: BasesCompared) -> tuple[Column[BasisRow], ...]:
    """A column to each basis, in their order."""
    return tuple(_bases(compared))


def place_of(column: str) -> int | None:
    """The place of the scenario, or basis, whose figures a column has; None for today's and for words."""
    return int(column.split(".", maxsplit=1)[0]) if column[:1].isdigit() else None


def _compared(comparison: Comparison) -> Iterator[Column[AgencyRow]]:
    yield from _agency()
    yield Column(
        id=TODAY,
        title="Today",
        kind=Pounds(),
        value=lambda row: row.today,
        total=summed,
        opens=True,
        hint="What it is charged for the whole year as the hub stands, without VAT",
    )
    for place, stream in enumerate(Stream):
        yield Column(
            id=f"today.{stream.name.lower()}",
            title=f"Today: {stream.value}",
            kind=Pounds(),
            value=_today(place),
            total=summed,
            shown=False,
        )
    for place, one in enumerate(comparison.others):
        yield from _of_scenario(place, one.scenario.name, issued=bool(comparison.issued))


def _of_scenario(place: int, name: str, *, issued: bool) -> Iterator[Column[AgencyRow]]:
    def figure(of: Callable[[InOne], Any]) -> Callable[[AgencyRow], Any]:
        return lambda row: None if (one := _at(row.scenarios, place)) is None else of(one)

    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
    yield Column(
        id=f"{place}.pence",
        title=short,
        kind=Pounds(),
        value=figure(lambda one: one.pence),
        total=summed,
        opens=True,
        hint=f"What it would be charged for the whole year in “{name}”, without VAT",
    )
    yield Column(
        id=f"{place}.more",
        title="More or less",
        kind=Difference(),
        value=figure(lambda one: one.more),
        total=summed,
        hint=f"By how much it would pay more (+) or less (−) in “{name}” than today",
    )
    yield Column(
        id=f"{place}.words",
        title="Who gains",
        kind=Text(),
        value=figure(lambda one: gain_words(one.more)),
        sample="pays more",
        hint=f"Who pays and who gains by “{name}”",
    )
    yield Column(
        id=f"{place}.issued",
        title=f"{short}: as adjustment",
        kind=Difference(),
        value=figure(lambda one: one.in_issued),
        total=summed,
        shown=issued,
        hint="Of the difference, what falls in issued periods, and would be adjusted in the next run",
    )
    for number, stream in enumerate(Stream):
        yield Column(
            id=f"{place}.{stream.name.lower()}",
            title=f"{short}: {stream.value}",
            kind=Pounds(),
            value=_stream(place, number),
            total=summed,
            shown=False,
        )


def _today(number: int) -> Callable[[AgencyRow], Pence]:
    return lambda row: row.streams[number]


def _stream(place: int, number: int) -> Callable[[AgencyRow], Pence | None]:
    return lambda row: None if (streams := _at(row.scenario_streams, place)) is None else streams[number]


def _on(place: int) -> Callable[[BasisRow], Pence | None]:
    return lambda row: _at(row.pence, place)


def _at(values: Sequence[T], place: int) -> T | None:
    """A table has other columns a moment before it has the rows for them: those show nothing yet."""
    return values[place] if place < len(values) else None


def gain_words(more: Pence) -> str:
    """Who pays and who gains, in two words."""
    return "no change" if not more else "pays more" if more > 0 else "gains"


def _bases(compared: BasesCompared) -> Iterator[Column[BasisRow]]:
    yield from _agency()
    for place, basis in enumerate(compared.bases):
        now = " (as now)" if basis.is_now and basis.name != AS_NOW else ""
        words = basis_words(basis.name)
        yield Column(
            id=f"{place}.{basis.name}",
            title=f"{words[0].upper()}{words[1:]}{now}",
            kind=Pounds(),
            value=_on(place),
            total=summed,
            opens=True,
            hint="What each agency would pay for the whole year, without VAT",
        )


def _agency() -> Iterator[Column[Any]]:
    yield Column(id="agency", title="Agency", kind=Text(), value=lambda row: row.code)
    yield Column(
        id="name",
        title="Name",
        kind=Text(),
        value=lambda row: f"{row.name}, host" if row.is_host else row.name,
        sample="Registration Service",
    )
