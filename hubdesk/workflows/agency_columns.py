"""The columns of the tables of agencies, of their licences, and of who joins and leaves."""

from dataclasses import dataclass, replace
from typing import Any

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import agencies
from hubdesk.editing.records import found
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.agencies_on import AgencyOn
from hubdesk.workflows.joiners_and_leavers import JoinerOrLeaver, Turn
from hubdesk.workflows.review.agreed import Agreed
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Choice, Day, Pounds, Text, Whole

_JOURNAL, _INVOICE = "by journal", "by invoice"


@dataclass(frozen=True, slots=True)
class ShownAgency:
    """An agency as its table shows it, with its mark on the plan."""

    of: AgencyOn
    mark: Mark
    agreed: Agreed | None = None
    """How it agreed what it occupies on the day; None where that is not known, or it is not asked."""

    @property
    def id(self) -> RecordId:
        return self.of.id


def sectors(_hub: Hub) -> list[tuple[str, Sector]]:
    """The words for the sectors, and the sectors."""
    return [(sector.value, sector) for sector in Sector]


def agency_columns() -> tuple[Column[ShownAgency], ...]:
    """Who they are, their desks on the day, what the year costs them, and their codes in the ledger."""
    return (
        Column(
            id="code",
            title="Code",
            kind=Text(),
            value=lambda row: row.of.agency.code,
            edit=lambda hub, row, code: agencies.rename(hub, row.id, code),
            mark=lambda row: row.mark,
            note=lambda row: "The host of the hub" if row.of.is_host else "",
        ),
        _text("name", "Name", sample="Citizens Advice Bureau"),
        Column(
            id="sector",
            title="Sector",
            kind=Choice(sectors),
            value=lambda row: row.of.agency.sector.value,
            edit=lambda hub, row, sector: _changed(hub, row, sector=sector),
        ),
        Column(
            id="licensed",
            title="Licensed",
            kind=Whole(),
            value=lambda row: row.of.desks.licensed,
            total=summed,
            hint="Desks licensed as at the day",
        ),
        Column(
            id="allocated",
            title="Allocated",
            kind=Whole(),
            value=lambda row: row.of.desks.allocated,
            total=summed,
            hint="Desks in service that are allocated and charged to it as at the day",
        ),
        Column(
            id="vacant",
            title="Vacant",
            kind=Whole(),
            value=lambda row: row.of.vacant,
            total=summed,
            note=lambda row: row.of.standing if row.of.vacant < 0 else "",
            hint="Desks licensed and not allocated; below zero, desks beyond its licence",
        ),
        Column(
            id="accessible",
            title="Accessible desks wanted",
            kind=Whole(),
            value=lambda row: row.of.agency.accessible_desks,
            edit=lambda hub, row, desks: _changed(hub, row, accessible_desks=desks or None),
            may_be_blank=True,
            shown=False,
            hint="So many of its desks are to be accessible ones when a plan is proposed; blank: none",
        ),
        Column(
            id="year",
            title="The year",
            kind=Pounds(),
            value=lambda row: row.of.pence,
            total=summed,
            opens=True,
            hint="What the charging year of the day costs it as things stand, without VAT",
        ),
        Column(
            id="agreed",
            title="Occupancy",
            kind=Text(),
            value=lambda row: row.agreed.short if row.agreed else None,
            note=lambda row: row.agreed.told if row.agreed and not row.agreed.stands else "",
            sample="N" * 16,
            hint="Whether it has agreed, in a review, the desks and licences that it has on the day",
        ),
        Column(
            id="agreed_by",
            title="Agreed by",
            kind=Text(),
            value=lambda row: row.agreed.by if row.agreed and row.agreed.was else None,
            shown=False,
        ),
        Column(
            id="agreed_on",
            title="Agreed on",
            kind=Day(),
            value=lambda row: row.agreed.on if row.agreed and row.agreed.was else None,
            shown=False,
        ),
        Column(id="standing", title="As at the day", kind=Text(), value=lambda row: row.of.standing),
        Column(
            id="books",
            title="Recharged",
            kind=Choice(lambda _hub: [(_INVOICE, False), (_JOURNAL, True)]),
            value=lambda row: _JOURNAL if row.of.agency.internal else _INVOICE,
            edit=lambda hub, row, internal: _changed(hub, row, internal=internal),
        ),
        _text("customer_code", "Customer code"),
        _text("cost_centre", "Cost centre"),
        _text("subjective", "Subjective"),
        _text("purchase_order", "Purchase order"),
        _text("contact", "Contact", shown=False),
        _text("email", "Email", shown=False),
        _text("colour", "Colour", shown=False),
    )


def _text(field: str, title: str, *, shown: bool = True, sample: str = "") -> Column[ShownAgency]:
    """A field of the agency that is words."""
    return Column(
        id=field,
        title=title,
        kind=Text(),
        value=lambda row: getattr(row.of.agency, field),
        edit=lambda hub, row, words: _changed(hub, row, **{field: words or ""}),
        may_be_blank=field != "name",
        shown=shown,
        sample=sample,
    )


def _changed(hub: Hub, row: ShownAgency, **fields: Any) -> Change:
    return agencies.change(hub, replace(found(hub, Agency, row.id), **fields))


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One who joins or leaves, with the names that the table shows."""

    of: JoinerOrLeaver
    code: str
    name: str
    mark: Mark

    @property
    def id(self) -> RecordId:
        return self.of.id

    @property
    def words(self) -> str:
        return "Joins" if self.of.turn is Turn.JOINS else "Leaves"


def turn_columns() -> tuple[Column[ShownTurn], ...]:
    """When, who, and with how many desks."""
    return (
        Column(
            id="day",
            title="Day",
            kind=Day(),
            value=lambda row: row.of.day,
            hint="The first day of one who joins, the last day of one who leaves",
        ),
        Column(id="turn", title="What", kind=Text(), value=lambda row: row.words),
        Column(id="code", title="Agency", kind=Text(), value=lambda row: row.code, mark=lambda row: row.mark),
        Column(id="name", title="Name", kind=Text(), value=lambda row: row.name),
        Column(id="desks", title="Desks", kind=Whole(), value=lambda row: row.of.desks),
    )
