"""Working links as a matrix: agencies by agencies, the strength in each cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import links
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.placing.pairs import Pair, pairs_of
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An agency, and whom it works with."""

    agency: Agency
    mark: Mark
    pairs: Mapping[RecordId, Pair]
    """By the other agency."""

    @property
    def id(self) -> RecordId:
        return self.agency.id

    def strength(self, other: RecordId) -> Decimal | None:
        """None where they have no link."""
        return self.pairs[other].strength if other in self.pairs else None

    def note(self, other: RecordId) -> str:
        """That a cell stands for several links, where it does."""
        several = other in self.pairs and len(self.pairs[other].links) > 1
        return f"{len(self.pairs[other].links)} links together" if several else ""


def matrix_rows(hub: Hub) -> tuple[MatrixRow, ...]:
    """Every agency, in order of code."""
    marks = marks_of_agencies(hub)
    of: dict[RecordId, dict[RecordId, Pair]] = {id_: {} for id_ in hub.agencies}
    for pair in pairs_of(hub).values():
        of[pair.agency.id][pair.other.id] = pair
        of[pair.other.id][pair.agency.id] = pair
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    return tuple(MatrixRow(one, marks[one.id], of[one.id]) for one in agencies)


def matrix_columns(hub: Hub) -> tuple[Column[MatrixRow], ...]:
    """The agency of the row, and a column for each. What is typed holds both ways; blank is no link."""
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    return (
        Column(
            id="code",
            title="Agency",
            kind=Text(),
            value=lambda row: row.agency.code,
            mark=lambda row: row.mark,
            sample="POLICE",
        ),
        *(_with(agency) for agency in agencies),
    )


def _with(other: Agency) -> Column[MatrixRow]:
    def edit(hub: Hub, row: MatrixRow, strength: Decimal | None) -> Change:
        return links.set_strength(hub, row.id, other.id, strength)

    return Column(
        id=other.id,
        title=other.code,
        kind=Measure(),
        value=lambda row: row.strength(other.id),
        edit=edit,
        open_to=lambda row: row.id != other.id,
        may_be_blank=True,
        note=lambda row: row.note(other.id),
        sample="10.5",
        hint=f"How strong the link with {other.name or other.code} is, usually 1 to 10. Blank: none",
    )
