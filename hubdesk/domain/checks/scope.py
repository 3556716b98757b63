"""The part of a hub around a change, so that checking one edit does not look at ten thousand desks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import REFERENCES, Record
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.vat import VatCode

Share = TypeVar("Share", Participant, FixedShare, ShareCap)
Kind = type[Record]

_RELATED: frozenset[frozenset[Kind]] = frozenset(
    {
        *(frozenset({kind, to}) for kind, references in REFERENCES.items() for _, to in references),
        frozenset({Licence, DeskRate}),
        frozenset({Licence, CostLine}),
        frozenset({Licence, VatCode}),
        frozenset({CostLine, VatCode}),
        frozenset({CostLine, HubSettings}),
        frozenset({CostLine, DriverFigure}),
        frozenset({PlacementRule, Floor}),
        frozenset({PlacementRule, Area}),
    }
)
"""The kinds between which an error can lie: those that refer to each other, and what checks compare."""


def around(hub: Hub, change: Change) -> Hub:
    """`hub` with all that errors near the records of `change` can depend on, and little else.

    Whole kinds that nothing touched bears on are left out. Of desks, allocations and shares, which
    come in thousands, it keeps those touched, those that refer to a touched record or share a desk, a
    line or a code with it, and the desks that these need.
    """
    touched = {edit.id for edit in change.edits}
    records = [record for edit in change.edits for record in (edit.before, edit.after) if record is not None]
    near = _near({edit.kind for edit in change.edits})
    tables: dict[type, Mapping[RecordId, Record]] = {kind: hub.table(kind) for kind in near}
    if near & {Desk, Allocation}:
        tables[Allocation] = allocations = dict(_allocations(hub, touched, records))
        tables[Desk] = dict(_desks(hub, touched, records, allocations.values()))
    lines = {one.cost_line for one in records if isinstance(one, Participant | FixedShare | ShareCap)}
    if Participant in near:
        tables[Participant] = _shares(hub.table(Participant), lines | touched, touched)
    if FixedShare in near:
        tables[FixedShare] = _shares(hub.table(FixedShare), lines | touched, touched)
    if ShareCap in near:
        tables[ShareCap] = _shares(hub.table(ShareCap), lines | touched, touched)
    return Hub(tables)


def _near(touched: set[Kind]) -> set[Kind]:
    """The kinds touched and related ones, whatever all these refer to, and what every hub has one of."""
    near = touched | {kind for pair in _RELATED if pair & touched for kind in pair}
    near |= {HubSettings, DeskRate}
    while more := {to for kind in near for _, to in REFERENCES.get(kind, ())} - near:
        near |= more
    return near


def _shares(
    table: Mapping[RecordId, Share], lines: set[RecordId], agencies: set[RecordId]
) -> dict[RecordId, Share]:
    return {id_: one for id_, one in table.items() if one.cost_line in lines or one.agency in agencies}


def _allocations(
    hub: Hub, touched: set[RecordId], records: list[Record]
) -> Iterator[tuple[RecordId, Allocation]]:
    """The allocations of the touched desks and agencies, and their neighbours at the same desk."""
    desks = {one.desk for one in records if isinstance(one, Allocation)} | touched
    return (
        (id_, one)
        for id_, one in hub.allocations.items()
        if one.desk in desks or one.agency in touched or one.charged_to in touched
    )


def _desks(
    hub: Hub, touched: set[RecordId], records: list[Record], allocations: Iterable[Allocation]
) -> Iterator[tuple[RecordId, Desk]]:
    codes = {record.code for record in records if isinstance(record, Desk)}
    needed = {one.desk for one in allocations} | touched
    return (
        (id_, desk)
        for id_, desk in hub.desks.items()
        if id_ in needed or desk.floor in touched or desk.area in touched or desk.code in codes
    )
