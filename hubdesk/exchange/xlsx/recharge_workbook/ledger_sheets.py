"""The Journal and Invoices sheets: the lines of the ledger files, with live amounts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hubdesk.charging.ledger import (
    income_codes,
    invoice_words,
    ledger_vat_code,
    place_of,
    posting_words,
    reference_of,
)
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, added, exact, if_, largest, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.charged import Charged, ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Content, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject

_TOP = 3
_JOURNAL_HEADS = ("Reference", "Cost centre", "Subjective", "Description", "VAT code", "Debit £", "Credit £")
_INVOICE_HEADS = (
    "Reference",
    "Customer",
    "Name",
    "Purchase order",
    "Description",
    "Cost centre",
    "Subjective",
    "VAT code",
    "Net £",
    "VAT £",
    "Gross £",
)


@dataclass(frozen=True)
class LedgerSheet:
    """The sheet, and the totals of its figures in pounds."""

    sheet: Sheet
    totals: tuple[Cell, ...]


class _Row(NamedTuple):
    words: Sequence[Content]
    pence: Sequence[Expression]
    nil: bool


@dataclass(frozen=True)
class Ledger:
    """What the ledger sheets are made from."""

    subject: Subject
    inputs: Inputs | None
    lines: ChargedLines

    def journal(self) -> LedgerSheet:
        """The journal: every posting that the facts can bring, those that are nil as things are last."""
        rows = [row for agency in self.subject.agencies if agency.internal for row in self._postings(agency)]
        return self._sheet("Journal", _JOURNAL_HEADS, (26, 14, 14, 60, 9, 14, 14), rows)

    def invoices(self) -> LedgerSheet:
        """The invoice lines, likewise."""
        external = [one for one in self.subject.agencies if not one.internal and one.id != self.subject.host]
        rows = [row for agency in external for row in self._invoice(agency)]
        widths = (24, 13, 30, 14, 52, 12, 12, 9, 13, 12, 13)
        return self._sheet("Invoices", _INVOICE_HEADS, widths, rows)

    def _in_order(self, agency: Agency) -> list[Charged]:
        run = self.subject.run
        return sorted(self.lines.of_agency(agency.id), key=lambda line: place_of(run, line.source, line.of))

    def _postings(self, agency: Agency) -> Iterator[_Row]:
        """Debit and credit in turn: what each source comes to, then its VAT."""
        net: defaultdict[tuple[RecordId, str | None], list[Expression]] = defaultdict(list)
        vat: defaultdict[tuple[RecordId, str | None], dict[str, list[Expression]]] = defaultdict(dict)
        for line in self._in_order(agency):
            net[line.source, line.of].append(line.pence)
            if line.vat is not None:
                vat[line.source, line.of].setdefault(self._vat_code(line), []).append(line.vat)
        for (source, of), pence in net.items():
            yield from self._pair(agency, source, of, "", added(pence))
            for code, due in vat[source, of].items():
                yield from self._pair(agency, source, of, code or "–", added(due))

    def _pair(
        self, agency: Agency, source: RecordId, of: str | None, vat_code: str, pence: Expression
    ) -> Iterator[_Row]:
        run = self.subject.run
        words = posting_words(run, source, of, vat_code)
        shown = self._code_shown(source, of, vat_code) if vat_code else ""
        nil = not _pence(pence)
        for codes, amount in (
            ((agency.cost_centre, agency.subjective), pence),
            (income_codes(run, source), -pence),
        ):
            texts = (reference_of(run, agency), *codes, words, shown)
            yield _Row(texts, (largest(0, amount), largest(0, -amount)), nil)

    def _invoice(self, agency: Agency) -> Iterator[_Row]:
        run = self.subject.run
        for line in self._in_order(agency):
            texts = (
                reference_of(run, agency),
                agency.customer_code,
                agency.name,
                agency.purchase_order,
                invoice_words(run, line.source, line.of, line.kind),
                *income_codes(run, line.source),
                "" if line.vat is None else self._code_shown(line.source, line.of, self._vat_code(line)),
            )
            vat = rounded(0) if line.vat is None else line.vat
            nil = not _pence(line.pence) and not _pence(vat)
            yield _Row(texts, (line.pence, vat, line.pence + vat), nil)

    def _vat_code(self, line: Charged) -> str:
        """The hub's code of `line`, as things are."""
        if line.of is not None:
            return line.vat_code or ""
        found = self.subject.run.source(line.source)
        return found.vat_code if found else ""

    def _code_shown(self, source: RecordId, of: str | None, code: str) -> Content:
        """The ledger's code; it follows the code on Inputs, but for an adjustment, which is fixed."""
        run = self.subject.run
        if of is not None or self.inputs is None or source not in self.inputs.vat_codes:
            return ledger_vat_code(run, code)
        cell = self.inputs.vat_codes[source]
        settings = run.facts.hub.ledger
        shown: Expression = if_(exact(cell, ""), "", cell)
        for mapped in settings.vat_codes if settings else ():
            shown = if_(exact(cell, mapped.code), mapped.ledger_code, shown)
        return shown

    def _sheet(
        self, name: str, heads: Sequence[str], widths: Sequence[float], rows: Sequence[_Row]
    ) -> LedgerSheet:
        sheet = Sheet(name, widths=widths, frozen=(_TOP + 1, 0), repeated=(_TOP, _TOP))
        sheet.put(0, 0, name, "Title")
        about = f"{self.subject.hub.settings.name} · {self.subject.run.name}"
        sheet.put(1, 0, f"{about} · the lines of the ledger file, then those that are nil", "Subtitle")
        figures = 2 if heads is _JOURNAL_HEADS else 3
        words = len(heads) - figures
        for column, head in enumerate(heads):
            sheet.put(_TOP, column, head, "Head" if column < words else "Head figure")
        row = _TOP + 1
        for one in sorted(rows, key=lambda one: one.nil):
            sheet.put_row(row, 0, one.words)
            style = "Money or nothing" if figures == 2 else "Money"
            sheet.put_row(row, words, [pence / 100 for pence in one.pence], style)
            row += 1
        sheet.put(row, 0, "Together", "Text total")
        sheet.put_row(row, 1, [None] * (words - 1), "Text total")
        totals = []
        for column in range(words, len(heads)):
            total: Expression | float = 0.0
            if rows:
                total = rounded(sum_of(sheet.rows[_TOP + 1][column].to(sheet.rows[row - 1][column])), 2)
            totals.append(sheet.put(row, column, total, "Money total"))
        return LedgerSheet(sheet, tuple(totals))


def _pence(one: Expression) -> int:
    value = one.worked_out()
    assert isinstance(value, float)
    return round(value)
