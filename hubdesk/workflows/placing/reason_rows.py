"""Why an agency sits where it does, as tables: its cost, whom it is near, and other places."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Percent, Text

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of an agency's cost, in metres times strength."""

    id: str
    words: str
    cost: Decimal


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """An agency that it works with, and the mean way to it."""

    id: RecordId
    code: str
    mark: Mark
    strength: Decimal
    metres: Decimal
    cost: Decimal


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Another place: how much more the plan would cost, and what part of all of it that is.

    Neither where something stands against it.
    """

    id: RecordId
    place: str
    more: Decimal | None
    percent: Decimal | None
    told: str


@dataclass(frozen=True, slots=True)
class AgencyTold:
    """All of one agency. The best other place comes first, then those that are too small, then the others."""

    agency: RecordId
    sits: str
    terms: tuple[TermRow, ...]
    partners: tuple[PartnerRow, ...]
    places: tuple[PlaceRow, ...]
    aloud: tuple[str, ...]
    """Sentence by sentence."""


def agencies_of(hub: Hub, allocated: "Allocated") -> tuple[tuple[RecordId, str], ...]:
    """The agencies that reasons can be asked of, with their codes and names."""
    return tuple(
        (one.agency, f"{one.code}  {hub.agencies[one.agency].name}".strip())
        for one in allocated.question.members
        if one.desks
    )


def term_columns() -> tuple[Column[TermRow], ...]:
    """Each term and what it comes to."""
    return (
        Column(id="term", title="Cost of", kind=Text(), value=lambda row: row.words),
        Column(
            id="cost",
            title="Cost",
            kind=Measure(places=1),
            value=lambda row: row.cost,
            hint="In metres times strength. The ways to a partner are in its own cost too",
        ),
    )


def partner_columns() -> tuple[Column[PartnerRow], ...]:
    """Whom it works with, how closely, and how far away that is."""
    return (
        Column(
            id="agency",
            title="Works with",
            kind=Text(),
            value=lambda row: row.code,
            mark=lambda row: row.mark,
        ),
        Column(id="strength", title="Strength", kind=Measure(), value=lambda row: row.strength),
        Column(
            id="metres",
            title="Mean way",
            kind=Measure("m", 1),
            value=lambda row: row.metres,
            hint="Along walls and aisles, from a desk of the one to a desk of the other",
        ),
        Column(id="cost", title="Cost", kind=Measure(places=1), value=lambda row: row.cost),
    )


def place_columns() -> tuple[Column[PlaceRow], ...]:
    """Each other place, and what it would mean to sit there."""
    return (
        Column(id="place", title="Other place", kind=Text(), value=lambda row: row.place),
        Column(
            id="percent",
            title="Costs more",
            kind=Percent(1),
            value=lambda row: row.percent,
            hint="Of what the whole plan costs, if nobody else moved; below 0, it costs less",
        ),
        Column(id="told", title="Why, or why not", kind=Text(), value=lambda row: row.told, sample="N" * 40),
    )
