"""Which columns a file for the ledger has, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from hubdesk.charging.ledger import InvoiceLine, JournalLine, LedgerLine, invoice_lines, journal_lines
from hubdesk.charging.run import Run
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import Column, LedgerFile
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period

L = TypeVar("L", JournalLine, InvoiceLine)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money in a cell, so that a file may tell it from a code."""

    pence: Pence


Cell = str | date | Sum
Fill = Callable[[Run, L], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, ready for a file of any format."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout(Generic[L]):
    """What can fill a column of one kind of file, by name, and the columns that it has by default."""

    fields: Mapping[str, Fill[L]]
    built_in: tuple[Column, ...]

    def table(self, run: Run, lines: Sequence[L], columns: Sequence[Column]) -> Table:
        """`lines` under `columns`, or the built-in ones; a column whose field is unknown stays empty."""
        chosen = columns or self.built_in
        return Table(
            tuple(column.heading for column in chosen),
            tuple(tuple(self._cell(run, line, column) for column in chosen) for line in lines),
        )

    def _cell(self, run: Run, line: L, column: Column) -> Cell:
        fill = self.fields.get(column.field)
        return "" if fill is None else fill(run, line)


def _last_day(run: Run, _line: LedgerLine) -> date:
    return run.of.last if isinstance(run.of, Period) else run.year.last


def _common() -> dict[str, Callable[[Run, LedgerLine], Cell]]:
    return {
        "reference": lambda _, line: line.reference,
        "run": lambda run, _: run.name,
        "last day": _last_day,
        "agency code": lambda _, line: line.agency.code,
        "agency name": lambda _, line: line.agency.name,
        "source": lambda _, line: line.source_code,
        "adjusts": lambda _, line: line.of or "",
        "description": lambda _, line: line.description,
        "cost centre": lambda _, line: line.cost_centre,
        "subjective": lambda _, line: line.subjective,
        "VAT code": lambda _, line: line.vat_code,
    }


JOURNAL: Layout[JournalLine] = Layout(
    fields={
        **_common(),
        "debit": lambda _, line: Sum(line.debit),
        "credit": lambda _, line: Sum(line.credit),
        "amount": lambda _, line: Sum(line.pence),
    },
    built_in=(
        Column("Reference", "reference"),
        Column("Date", "last day"),
        Column("Cost centre", "cost centre"),
        Column("Subjective", "subjective"),
        Column("Description", "description"),
        Column("VAT code", "VAT code"),
        Column("Debit", "debit"),
        Column("Credit", "credit"),
    ),
)
"""The journal. `amount` is one column for both: a credit is below zero."""

INVOICES: Layout[InvoiceLine] = Layout(
    fields={
        **_common(),
        "customer code": lambda _, line: line.agency.customer_code,
        "purchase order": lambda _, line: line.agency.purchase_order,
        "contact": lambda _, line: line.agency.contact,
        "email": lambda _, line: line.agency.email,
        "net": lambda _, line: Sum(line.net),
        "VAT": lambda _, line: Sum(line.vat),
        "gross": lambda _, line: Sum(line.gross),
    },
    built_in=(
        Column("Reference", "reference"),
        Column("Date", "last day"),
        Column("Customer", "customer code"),
        Column("Name", "agency name"),
        Column("Purchase order", "purchase order"),
        Column("Description", "description"),
        Column("Cost centre", "cost centre"),
        Column("Subjective", "subjective"),
        Column("VAT code", "VAT code"),
        Column("Net", "net"),
        Column("VAT", "VAT"),
        Column("Gross", "gross"),
    ),
)
"""Invoice lines, for the ledger to make invoices of."""


def journal_table(run: Run, agency: RecordId | None = None) -> Table:
    """The journal of `run`, or of one agency, under the columns that the user chose or the built-in ones."""
    lines = [line for line in journal_lines(run) if agency in (None, line.agency.id)]
    return JOURNAL.table(run, lines, _chosen(run, LedgerFile.JOURNAL))


def invoice_table(run: Run, agency: RecordId | None = None) -> Table:
    """The invoice lines of `run`, or of one agency, under the user's columns or the built-in ones."""
    lines = [line for line in invoice_lines(run) if agency in (None, line.agency.id)]
    return INVOICES.table(run, lines, _chosen(run, LedgerFile.INVOICES))


def table_of(file: LedgerFile, run: Run) -> Table:
    """What `file` of `run` holds."""
    return journal_table(run) if file is LedgerFile.JOURNAL else invoice_table(run)


def built_in(file: LedgerFile) -> tuple[Column, ...]:
    """The columns that `file` has where the user chose none."""
    return JOURNAL.built_in if file is LedgerFile.JOURNAL else INVOICES.built_in


def fields_of(file: LedgerFile) -> tuple[str, ...]:
    """What can fill a column of `file`, by name."""
    return tuple(JOURNAL.fields if file is LedgerFile.JOURNAL else INVOICES.fields)


def _chosen(run: Run, file: LedgerFile) -> tuple[Column, ...]:
    settings = run.facts.hub.ledger
    return settings.columns(file) if settings else ()
