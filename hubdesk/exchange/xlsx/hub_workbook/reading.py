"""Reading a hub workbook: every sheet into records, and every fault on the way."""

from dataclasses import dataclass, field
from pathlib import Path

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record
from hubdesk.exchange.xlsx.hub_workbook import plain_sheets, settings_sheet, share_sheets, stepped_sheets
from hubdesk.exchange.xlsx.hub_workbook.catalogue import (
    AGENCIES,
    ALLOCATIONS,
    AREAS,
    CONCESSIONS,
    COST_LINES,
    DESKS,
    DROP_INS,
    FLOORS,
    LICENCE_DESKS,
    LICENCES,
    PLACEMENT_RULES,
    WORKING_LINKS,
)
from hubdesk.exchange.xlsx.hub_workbook.doubts import Doubts
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft
from hubdesk.exchange.xlsx.hub_workbook.provenance import Provenance
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet
from hubdesk.exchange.xlsx.hub_workbook.table import Book, book_of
from hubdesk.exchange.xlsx.incoming.screening import screened

_CODED = (AGENCIES, FLOORS, AREAS, DESKS, LICENCES)
_OTHERS = (CONCESSIONS, ALLOCATIONS, WORKING_LINKS, PLACEMENT_RULES, DROP_INS)


@dataclass(frozen=True)
class Reading:
    """What a workbook holds: the hub as far as it could be read, and what stands in its way.

    `sheets` are those that it has, and `absent` the fields that it has no column for, by kind of record.
    Where there are faults, the hub has stand-ins in it, and is good for nothing but to be checked.
    """

    hub: Hub
    faults: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    provenance: Provenance
    doubts: Doubts
    absent: dict[type[Record], frozenset[str]] = field(default_factory=dict)
    sheets: frozenset[Sheet] = frozenset()


def read(path: Path, onto: Hub | None = None) -> Reading:
    """What the workbook at `path` holds.

    With `onto`, records with a code keep the id that they have there, and sheets that the workbook
    lacks are taken from there. Raises Refused if it cannot be opened as a workbook at all, and
    OSError if the file cannot be read.
    """
    return _reading(book_of(screened(path)), onto)


def _reading(book: Book, onto: Hub | None) -> Reading:
    draft = Draft(book, onto)
    for sheet in _CODED:
        plain_sheets.read_coded(draft, sheet)
    stepped_sheets.read_licence_desks(draft)
    stepped_sheets.read_rates(draft)
    stepped_sheets.read_vat_codes(draft)
    stepped_sheets.read_drivers(draft)
    plain_sheets.read_cost_lines(draft)
    share_sheets.read_shares(draft)
    for sheet in _OTHERS:
        plain_sheets.read_plain(draft, sheet)
    settings_sheet.read_settings(draft)
    return Reading(
        draft.hub(),
        tuple(book.faults),
        tuple(book.warnings),
        draft.provenance,
        draft.doubts,
        _absent(book),
        frozenset(book.tables),
    )


def _absent(book: Book) -> dict[type[Record], frozenset[str]]:
    absent = {
        sheet.record: frozenset(
            name for column in sheet.columns if column not in table.letters for name in column.fields
        )
        for sheet, table in book.tables.items()
        if sheet in (*_CODED, COST_LINES, *_OTHERS)
    }
    if LICENCE_DESKS not in book.tables and LICENCES in book.tables:
        absent[LICENCES.record] |= {"desks"}
    return absent
