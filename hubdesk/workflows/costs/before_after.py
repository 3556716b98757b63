"""What each agency pays before and after something, as rows of a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text
from hubdesk.workflows.year_cost import AgencyEffect


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One agency's year before and after, in pence without VAT."""

    agency: RecordId
    code: str
    name: str
    before: Pence
    after: Pence

    @property
    def id(self) -> RecordId:
        return self.agency

    @property
    def more(self) -> Pence:
        return self.after - self.before


def before_after_rows(hub: Hub, effects: Iterable[AgencyEffect]) -> tuple[BeforeAfter, ...]:
    """`effects` with the names of the agencies, in their order."""
    agencies = hub.agencies
    return tuple(
        BeforeAfter(one.agency, agencies[one.agency].code, agencies[one.agency].name, one.before, one.after)
        for one in effects
    )


def before_after_columns(before: str, after: str) -> tuple[Column[BeforeAfter], ...]:
    """Headed by what `before` and `after` are."""
    return (
        Column(id="code", title="Agency", kind=Text(), value=lambda row: row.code, sample="MBC"),
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, sample="Citizens Advice"),
        Column(id="before", title=before, kind=Pounds(), value=lambda row: row.before, total=summed),
        Column(id="after", title=after, kind=Pounds(), value=lambda row: row.after, total=summed),
        Column(id="more", title="Difference", kind=Pounds(), value=lambda row: row.more, total=summed),
    )
