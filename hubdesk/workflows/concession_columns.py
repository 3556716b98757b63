"""The columns of the table of concessions."""

from dataclasses import replace
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.hub import Hub
from hubdesk.editing import concessions
from hubdesk.editing.records import found
from hubdesk.workflows.concession_rows import ConcessionRow
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Choice, Day, Kind, Percent, Text, Whole


def concession_columns() -> tuple[Column[ConcessionRow], ...]:
    """What is off what, who pays for it, why, until when, and when it is looked at again."""
    return (
        Column(
            id="scope",
            title="Concession",
            kind=Text(),
            value=lambda row: row.scope,
            note=lambda row: row.told if row.review.is_due else "",
        ),
        _field("percent", "Off", Percent()),
        _field("first", "From", Day()),
        _field("last", "To", Day(), may_be_blank=True, hint="Blank: open-ended"),
        _field(
            "desk_cap",
            "At most, desks",
            Whole(),
            may_be_blank=True,
            hint="Of each licence by itself; blank: of all its desks",
        ),
        Column(
            id="applies",
            title="Taken off",
            kind=Choice(applications),
            value=lambda row: row.concession.applies.value,
            edit=lambda hub, row, applies: _changed(hub, row, applies=applies),
        ),
        Column(
            id="funder",
            title="Funded by",
            kind=Choice(funders),
            value=lambda row: row.concession.funder.value,
            edit=lambda hub, row, funder: _changed(hub, row, funder=funder),
        ),
        _field("reason", "Reason", Text(), may_be_blank=True, blank=""),
        _field("review", "Review by", Day(), may_be_blank=True),
        Column(
            id="due",
            title="As at the day",
            kind=Text(),
            value=lambda row: row.told or ("" if row.in_force else "Not in force"),
        ),
    )


def funders(_hub: Hub) -> list[tuple[str, Funder]]:
    """The words for who pays, and who."""
    return [(funder.value, funder) for funder in Funder]


def applications(_hub: Hub) -> list[tuple[str, Applies]]:
    """The words for what a concession is taken off, and what."""
    return [(applies.value, applies) for applies in Applies]


def _field(
    name: str, title: str, kind: Kind, *, may_be_blank: bool = False, blank: Any = None, hint: str = ""
) -> Column[ConcessionRow]:
    return Column(
        id=name,
        title=title,
        kind=kind,
        value=lambda row: getattr(row.concession, name),
        edit=lambda hub, row, value: _changed(hub, row, **{name: blank if value is None else value}),
        may_be_blank=may_be_blank,
        hint=hint,
    )


def _changed(hub: Hub, row: ConcessionRow, **fields: Any) -> Change:
    return concessions.change(hub, replace(found(hub, Concession, row.id), **fields))
