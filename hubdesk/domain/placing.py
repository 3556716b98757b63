"""Placement settings: how far apart floors are, and what counts for how much when agencies are placed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class PlacementSettings:
    """At most one record to a hub; without it the defaults hold.

    A plan is judged by its cost, in metres times strength of working links; the weights are in that
    measure, and a weight of 0 leaves its term out.
    """

    id: RecordId
    floor_m: Decimal = Decimal(20)
    """Metres that each floor between two desks adds to the way between them."""
    spread: Decimal = Decimal(3)
    """An agency's own desks are to be near one another as if it were linked with itself so strongly."""
    pieces: Decimal = Decimal(20)
    """For each piece that an agency is torn into beyond the first."""
    moves: Decimal = Decimal(1)
    """For each desk of today that an agency gives up for another."""


def weighed(settings: PlacementSettings) -> Iterator[tuple[str, Decimal]]:
    """The figures of `settings`, by field."""
    for field in ("floor_m", "spread", "pieces", "moves"):
        yield field, getattr(settings, field)
