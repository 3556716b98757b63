"""The table of working links: who is best close to whom, and how much that counts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.problem import Refused
from hubdesk.editing import links
from hubdesk.editing.records import found
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.kinds import Choice, Measure, Text


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A working link as the table shows it."""

    link: WorkingLink
    agency: str
    agency_mark: Mark
    other: str
    other_mark: Mark

    @property
    def id(self) -> RecordId:
        return self.link.id


def link_rows(hub: Hub, agency: RecordId | None = None) -> tuple[LinkRow, ...]:
    """Every link, or those of one `agency`, the strongest first."""
    marks = marks_of_agencies(hub)
    rows = [
        LinkRow(
            one,
            hub.agencies[one.agency].code,
            marks[one.agency],
            hub.agencies[one.other].code,
            marks[one.other],
        )
        for one in hub.working_links.values()
        if agency in (None, one.agency, one.other)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.link.strength, row.agency, row.other, row.id)))


def link_columns() -> tuple[Column[LinkRow], ...]:
    """Which two agencies, how strong the link is, and why."""
    return (
        Column(
            id="agency",
            title="Agency",
            kind=Choice(agencies_offered),
            value=lambda row: row.agency,
            edit=lambda hub, row, agency: _changed(hub, row, agency=agency),
            mark=lambda row: row.agency_mark,
            sample="POLICE",
        ),
        Column(
            id="other",
            title="Works with",
            kind=Choice(agencies_offered),
            value=lambda row: row.other,
            edit=lambda hub, row, other: _changed(hub, row, other=other),
            mark=lambda row: row.other_mark,
            sample="POLICE",
        ),
        Column(
            id="strength",
            title="Strength",
            kind=Measure(),
            value=lambda row: row.link.strength,
            edit=lambda hub, row, strength: _changed(hub, row, strength=strength),
            hint="Above 0, usually 1 to 10: a metre between them counts so often",
        ),
        Column(
            id="reason",
            title="Reason",
            kind=Text(),
            value=lambda row: row.link.reason,
            edit=lambda hub, row, reason: _changed(hub, row, reason=reason or ""),
            may_be_blank=True,
            sample="N" * 30,
        ),
    )


def adding_links() -> Adding:
    """How rows come in that are pasted below the last."""
    return Adding("working link", _made)


def agencies_offered(hub: Hub) -> list[tuple[str, RecordId]]:
    """The codes of all agencies, in order, and which agencies they are."""
    return sorted((one.code, one.id) for one in hub.agencies.values())


def _made(hub: Hub, values: Mapping[str, Any]) -> Change:
    if not values.keys() >= {"agency", "other", "strength"}:
        raise Refused(
            error(
                "link-incomplete",
                "A working link needs its two agencies and its strength",
                "the working links",
                "Copy these columns too, in the order of the table or with their headings",
            )
        )
    return links.add(
        hub,
        WorkingLink(
            new_id(), values["agency"], values["other"], values["strength"], values.get("reason", "")
        ),
    )


def _changed(hub: Hub, row: LinkRow, **fields: Any) -> Change:
    return links.change(hub, replace(found(hub, WorkingLink, row.id), **fields))
