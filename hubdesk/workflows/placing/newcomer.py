"""Somebody who comes new: with how many desks, beside whom; and the places for it, as values and a table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hubdesk.allocating.proposal import Proposal, change_of
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.domain.rule import RuleKind
from hubdesk.editing import allocations
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text, Whole


@dataclass(frozen=True, slots=True)
class Newcomer:
    """So many `desks`, `accessible` ones among them, for an `agency` of the hub that has none.

    That sits by its own working links and rules. Somebody new (None) works with `works_with`, each with the
    strength of the link, and keeps `rules`, each with its value.
    """

    desks: int
    agency: RecordId | None = None
    accessible: int = 0
    works_with: tuple[tuple[RecordId, Decimal], ...] = ()
    rules: tuple[tuple[RuleKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewcomerPlace:
    """A place for it: the `proposal` that seats it there, or why it cannot sit there (then there is none).

    `cost` is what the plan costs more by, in metres times strength; `metres` the mean way to those whom it
    works with, by how much they count, None where it works with nobody. `moved` desks of others move.
    """

    id: str
    place: str
    free: int | None
    cost: Decimal | None
    metres: Decimal | None
    moved: int
    told: str
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class NewcomerPlaces:
    """Every place of the hub, the best first; `notes` are what to think of wherever it sits."""

    hub: Hub
    day: date
    newcomer: Newcomer
    places: tuple[NewcomerPlace, ...]
    notes: tuple[Problem, ...] = ()


def newcomer_columns() -> tuple[Column[NewcomerPlace], ...]:
    """Where, how good that is, and what stands against it."""
    return (
        Column(id="place", title="Place", kind=Text(), value=lambda row: row.place, sample="N" * 24),
        Column(
            id="free",
            title="Free desks",
            kind=Whole(),
            value=lambda row: row.free,
            hint="Desks there that nobody has",
        ),
        Column(
            id="cost",
            title="Cost",
            kind=Measure(places=0),
            value=lambda row: row.cost,
            hint="What the plan costs more by: metres times strength of working links, spread, pieces, moves",
        ),
        Column(
            id="metres",
            title="Mean way",
            kind=Measure("m", 1),
            value=lambda row: row.metres,
            hint="To those it works with; a strong link counts more",
        ),
        Column(
            id="moved",
            title="Others move",
            kind=Whole(),
            value=lambda row: row.moved if row.proposal else None,
            hint="Desks of others that move for it",
        ),
        Column(
            id="told",
            title="How far, or what stands against it",
            kind=Text(),
            value=lambda row: row.told,
            sample="N" * 36,
        ),
    )


def newcomer_change(hub: Hub, found: NewcomerPlaces, place: NewcomerPlace) -> Change:
    """Its desks become its own from the day on, and who moves for it moves, as one change to `hub`.

    Raises Refused if a desk or the agency is gone.
    """
    agency, proposal = found.newcomer.agency, place.proposal
    assert agency is not None
    assert proposal is not None
    if place.moved:
        return change_of(hub, proposal)
    desks = [one.go_to for one in proposal.moves if one.go_to]
    return allocations.allocate(hub, desks, agency, found.day)
