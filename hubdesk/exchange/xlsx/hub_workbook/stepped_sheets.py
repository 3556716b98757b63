"""The sheets of dated values, where a row is one step of a record's timeline."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from hubdesk.domain.days import in_words
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.catalogue import DRIVERS, LICENCE_DESKS, RATES, VAT_CODES
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft, Line
from hubdesk.exchange.xlsx.hub_workbook.sheet import Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import BASIS_WORDS, plain_word


class _Steps:
    """The steps of the records of one sheet, gathered row by row."""

    def __init__(self, draft: Draft, sheet: Sheet, value: str) -> None:
        self._draft = draft
        self._first = sheet.by_key["from"]
        self._value = sheet.by_key[value]
        self._taken: dict[RecordId, dict[date, Any]] = {}

    def add(self, record: RecordId, line: Line) -> None:
        """Notes the step in `line`; a second one on a day is a fault."""
        steps = self._taken.setdefault(record, {})
        first: date | None = line.values.get(self._first)
        self._draft.provenance.note_field(record, self._value.fields[0], line.table, line.number, self._value)
        if first is not None and first in steps:
            self._draft.fault(
                line,
                self._first,
                "duplicate-step",
                f"There are two rows for {in_words(first)}",
                "Keep the one that holds, and delete the other or give it another day.",
            )
        elif first is not None and self._value in line.values:
            steps[first] = line.values[self._value]
        if line.bad:
            self._draft.doubts.touch(record)

    def of(self, record: RecordId) -> Timeline[Any]:
        return Timeline.of(self._taken.get(record, {}).items())


def read_licence_desks(draft: Draft) -> None:
    """Reads the numbers of desks into the licences; without the sheet, licences keep those they had."""
    if LICENCE_DESKS not in draft.book.tables:
        return
    steps = _Steps(draft, LICENCE_DESKS, "desks")
    licence = LICENCE_DESKS.by_key["licence"]
    for line in draft.lines(LICENCE_DESKS):
        draft.resolve(line)
        if licence in line.values:
            steps.add(line.values[licence], line)
    table = draft.records[Licence]
    for id_, record in table.items():
        table[id_] = replace(cast(Licence, record), desks=steps.of(id_))


def read_rates(draft: Draft) -> None:
    """Reads the one desk rate, which is there even if the sheet is not."""
    if RATES not in draft.book.tables:
        draft.keep(DeskRate)
        if draft.records[DeskRate]:
            return
    id_ = new_id()
    steps = _Steps(draft, RATES, "rate")
    for line in draft.lines(RATES):
        draft.provenance.note(id_, line.table, line.number)
        steps.add(id_, line)
    draft.records[DeskRate][id_] = DeskRate(id_, steps.of(id_))


def read_vat_codes(draft: Draft) -> None:
    """Reads the VAT codes and their percentages."""
    _read_stepped(
        draft,
        VAT_CODES,
        "percent",
        lambda line: line.named("code"),
        lambda id_, line, steps: VatCode(id_, line.named("code"), steps),
    )


def read_drivers(draft: Draft) -> None:
    """Reads the drivers' figures; a driver cannot be called as a basis is."""
    _read_stepped(
        draft,
        DRIVERS,
        "value",
        lambda line: _driver_key(draft, line),
        lambda id_, line, steps: DriverFigure(id_, line.named("driver"), line.named("agency"), steps),
    )


def _driver_key(draft: Draft, line: Line) -> Hashable:
    driver, agency = line.named("driver"), line.named("agency")
    if driver is not None and plain_word(driver) in BASIS_WORDS:
        draft.fault(
            line,
            DRIVERS.by_key["driver"],
            "driver-called-as-a-basis",
            f"A driver cannot be called “{driver}”, since cost lines would take it for the basis",
            "Give the driver another name, here and on the sheet Cost lines.",
        )
        return None
    return None if driver is None or agency is None else (driver, agency)


def _read_stepped(
    draft: Draft,
    sheet: Sheet,
    value: str,
    key: Callable[[Line], Hashable],
    made: Callable[[RecordId, Line, Timeline[Any]], Record],
) -> None:
    """Reads a sheet whose records are the rows of equal `key`, each a step of `value`."""
    if sheet not in draft.book.tables:
        draft.keep(sheet.record)
        return
    steps = _Steps(draft, sheet, value)
    first_lines: dict[Hashable, tuple[RecordId, Line]] = {}
    for line in draft.lines(sheet):
        draft.resolve(line)
        this = key(line)
        if this is None:
            continue
        id_, _ = first_lines.setdefault(this, (new_id(), line))
        steps.add(id_, line)
    for id_, line in first_lines.values():
        draft.add(made(id_, line, steps.of(id_)), line)
