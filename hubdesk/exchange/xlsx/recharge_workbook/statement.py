"""One agency's statement: what it is charged, why, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.run import Adjustment
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, Number, added, equals, if_, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.charged import Charged, ChargedLines
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.issued import notice_unless, put_notice
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Content, Sheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import Box, Source, Statement, StatementFacts
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name
from hubdesk.exchange.xlsx.recharge_workbook.vat import code_shown, vat_on

_HEADS = (
    "Code",
    "What for",
    "Shared by",
    "£",
    "Over cap £",
    "Concession £",
    "Net £",
    "VAT code",
    "VAT £",
    "Total £",
    "Concession paid by",
)
_OTHERS_HEADS = (
    "Code",
    "What for",
    "",
    "Vacant desks £",
    "No weights £",
    "Over caps £",
    "Concessions £",
    "",
    "",
    "Total £",
    "",
)
_BOX = (
    "Desk licences",
    "Shared costs",
    "Concessions",
    "Paid for others",
    "This period",
    "VAT",
    "Adjustments of earlier periods",
    "VAT on adjustments",
    "To pay",
    "Issued before in the year",
    "Year to date",
)
_CHARGE, _CAP, _CONCESSION, _NET, _CODE, _VAT, _TOTAL, _PAID_BY = range(3, 11)
_COLUMNS = 11
_VAT_WORKINGS = 12


def _payers(concession: Expression, by_host: Expression) -> Expression:
    """Who pays for a concession, in a word that follows its figures."""
    shared = if_(equals(by_host, concession), "host", "host and partners")
    return if_(equals(concession, 0), "", if_(equals(by_host, 0), "partners", shared))


class StatementSheet:
    """Builds one statement, section by section."""

    def __init__(self, agency: Agency, subject: Subject, inputs: Inputs | None, lines: ChargedLines) -> None:
        self._agency = agency
        self._subject = subject
        self._inputs = inputs
        self._lines = lines
        self.sheet = Sheet(
            agency.code,
            widths=(10, 36, 19, 14, 13, 14, 14, 10, 13, 14, 20, 3),
            other_width=12,
            frozen=(4, 0),
            pages_tall=0,
            printed_columns=_COLUMNS,
            colour=agency.colour,
        )
        self._row = 4 + len(_BOX) + 2

    def made(self, content: StatementFacts) -> Statement:
        """The statement of `content`."""
        self._head()
        licences = self._sources("Desk licences", content.licences)
        shared = self._sources("Shared costs", content.shared)
        others = self._others(content)
        adjusted = self._adjustments(content.adjustments)
        return self._box(content, licences, shared, others, adjusted)

    def _head(self) -> None:
        subject, sheet = self._subject, self.sheet
        host = subject.run.agency(subject.host)
        sheet.put(0, 0, agency_name(self._agency), "Title")
        sheet.put(1, 0, f"Statement of recharge · {subject.run.name} · {subject.days_in_words}", "Subtitle")
        issuer = host.name or host.code
        sheet.put(2, 0, f"{subject.hub.settings.name}, issued by {issuer} · {subject.standing}", "Note")

    def _section(self, title: str, heads: Sequence[str]) -> None:
        sheet = self.sheet
        sheet.put_row(self._row, 0, [title, *[None] * (_COLUMNS - 1)], "Section")
        for column, head in enumerate(heads):
            style = "Head" if column < 3 else "Head word" if column in (_CODE, _PAID_BY) else "Head figure"
            sheet.put(self._row + 1, column, head, style)
        self._row += 2

    def _sources(self, title: str, sources: Sequence[Source]) -> "_Section":
        if not sources:
            return _NOTHING
        self._section(title, _HEADS)
        first = self._row
        for one in sources:
            self._source(one)
        return self._subtotal(title, first, (_CHARGE, _CAP, _CONCESSION, _NET, _VAT, _TOTAL))

    def _subtotal(self, title: str, first: int, columns: Sequence[int]) -> "_Section":
        last = self._row - 1
        self.sheet.put(self._row, 0, title, "Text total")
        sums = {}
        for column in range(1, _COLUMNS):
            if column in columns:
                column_sum = rounded(sum_of(_filled(self.sheet, first, last, column)), 2)
                sums[column] = self.sheet.put(self._row, column, column_sum, "Money total")
            else:
                self.sheet.put(self._row, column, None, "Text total")
        self._row += 2
        return _Section(sums)

    def _source(self, one: Source) -> None:
        sheet, row = self.sheet, self._row
        sheet.put(row, 0, one.code)
        sheet.put(row, 1, one.what)
        sheet.put(row, 2, one.shared_by)
        moves = [
            (_CHARGE, one.kind, one.charge),
            (_CAP, LineKind.CAP, None if one.cap is None else -one.cap),
            (_CONCESSION, LineKind.CONCESSION, None if one.concession is None else -one.concession),
        ]
        net: list[Expression] = []
        vat: list[Expression] = []
        for column, kind, pence in moves:
            if pence is None:
                continue
            sheet.put(row, column, pence / 100, "Money")
            net.append(pence)
            due = self._vat(one, kind, pence, row, column)
            if due is not None:
                vat.append(due)
            self._lines.add(Charged(self._agency.id, kind, one.source, pence, due))
        charged = sheet.put(row, _NET, added(net) / 100, "Money")
        if one.concession is not None and one.by_host is not None:
            sheet.put(row, _PAID_BY, _payers(one.concession, one.by_host), "Word")
        if vat:
            sheet.put(row, _CODE, self._vat_code(one), "Word")
            sheet.put(row, _VAT, added(vat) / 100, "Money")
            sheet.put(row, _TOTAL, (added(net) + added(vat)) / 100, "Money")
        else:
            sheet.put(row, _TOTAL, charged, "Money")
        self._row += 1

    def _vat(
        self, one: Source, kind: LineKind, pence: Expression, row: int, column: int
    ) -> Expression | None:
        """The VAT on one part of a charge, in a working column; None for the host, who is charged none."""
        if self._agency.id == self._subject.host:
            return None
        at = _VAT_WORKINGS + column - _CHARGE
        if one.fixed_vat is not None:
            return self.sheet.put(row, at, one.fixed_vat.pence[kind], "Working")
        assert self._inputs is not None
        return self.sheet.put(row, at, vat_on(pence, one.source, self._inputs), "Working")

    def _vat_code(self, one: Source) -> Content:
        if one.fixed_vat is not None:
            return one.fixed_vat.code or ""
        assert self._inputs is not None
        return code_shown(one.source, self._inputs)

    def _others(self, content: StatementFacts) -> "_Section":
        """What the agency pays for others: the host's part, and a partner's share of the pool."""
        if not content.others and content.pool is None:
            return _NOTHING
        self._section("Paid for others", _OTHERS_HEADS)
        first = self._row
        for one in content.others:
            kinds = (
                (LineKind.VACANT_DESKS, one.vacant),
                (LineKind.UNSHARED, one.unshared),
                (LineKind.CAP_FUNDED, one.caps),
                (LineKind.CONCESSION_FUNDED, one.concessions),
            )
            self._for_others(one.source, (one.code, one.what), kinds)
        if content.pool is not None:
            kinds_of_pool = ((LineKind.CONCESSION_FUNDED, content.pool),)
            words = ("", "Concessions paid with the partners")
            self._for_others(POOL, words, ((LineKind.CONCESSION_FUNDED, None),) * 3 + kinds_of_pool)
        return self._subtotal("Paid for others", first, (3, 4, 5, 6, _TOTAL))

    def _for_others(
        self,
        source: RecordId,
        words: tuple[str, str],
        kinds: Sequence[tuple[LineKind, Expression | None]],
    ) -> None:
        self.sheet.put_row(self._row, 0, words)
        pences = []
        for column, (kind, pence) in enumerate(kinds, 3):
            if pence is not None:
                self.sheet.put(self._row, column, pence / 100, "Money")
                pences.append(pence)
                self._lines.add(Charged(self._agency.id, kind, source, pence))
        self.sheet.put(self._row, _TOTAL, added(pences) / 100, "Money")
        self._row += 1

    def _adjustments(self, adjustments: Sequence[Adjustment]) -> "_Section":
        """Earlier periods, as constants: a change in this workbook acts within its own period."""
        if not adjustments:
            return _NOTHING
        heads = (
            "Code",
            "Why",
            "Of",
            "Issued £",
            "Now £",
            "",
            "Difference £",
            "VAT code",
            "VAT £",
            "Total £",
            "",
        )
        self._section("Adjustments of earlier periods (fixed)", heads)
        first = self._row
        for one in adjustments:
            self._adjustment(one)
        return self._subtotal("Adjustments", first, (_NET, _VAT, _TOTAL))

    def _adjustment(self, one: Adjustment) -> None:
        line, sheet, row = one.line, self.sheet, self._row
        kind = line.of_kind.value if line.of_kind else ""
        code = self._subject.run.source_code(line.source)
        sheet.put(row, 0, "" if line.source == POOL else code)
        why = "; ".join(one.reasons)
        sheet.put(row, 1, f"{kind}: {why}" if why else kind, "Wrapped")
        sheet.heights[row] = 13.5 * max(1, -(-len(f"{kind}: {why}") // 36))
        sheet.put(row, 2, line.of or "")
        facts: list[tuple[int, Content]] = [
            (_CHARGE, one.issued / 100),
            (_CAP, one.reworked / 100),
            (_NET, line.pence / 100),
            (_VAT, line.vat_pence / 100),
            (_TOTAL, (line.pence + line.vat_pence) / 100),
        ]
        for column, fact in facts:
            sheet.put(row, column, fact, "Money issued")
        sheet.put(row, _CODE, line.vat_code or "", "Word")
        for booked in one.booked():
            taxed = booked.vat_code is not None
            self._lines.add(
                Charged(
                    self._agency.id,
                    line.of_kind or line.kind,
                    line.source,
                    Number(booked.pence),
                    Number(booked.vat_pence) if taxed else None,
                    line.of,
                    booked.vat_code,
                )
            )
        self._row += 1

    def _box(
        self,
        content: StatementFacts,
        licences: "_Section",
        shared: "_Section",
        others: "_Section",
        adjusted: "_Section",
    ) -> Statement:
        """The figures at the top: what it comes to."""
        capped = added([shared.at(_CHARGE), shared.at(_CAP)])
        figures: list[Expression | float] = [
            licences.at(_CHARGE),
            rounded(capped, 2),
            rounded(added([licences.at(_CONCESSION), shared.at(_CONCESSION)]), 2),
            others.at(_TOTAL),
        ]
        cells: list[Cell] = []
        for figure in figures:
            cells.append(self._figure(len(cells), figure))
        cells.append(self._figure(4, rounded(sum_of(cells[0].to(cells[3])), 2)))
        cells.append(self._figure(5, rounded(added([licences.at(_VAT), shared.at(_VAT)]), 2)))
        cells.append(self._figure(6, adjusted.at(_NET)))
        cells.append(self._figure(7, adjusted.at(_VAT)))
        cells.append(self._figure(8, rounded(sum_of(cells[4].to(cells[7])), 2)))
        cells.append(self._figure(9, content.before / 100))
        cells.append(self._figure(10, rounded(cells[8] + cells[9], 2)))
        if content.issued is not None:
            issued = Number(content.issued / 100)
            unchanged = equals(rounded(cells[8] - issued, 2), 0)
            put_notice(self.sheet, 3, _COLUMNS, notice_unless(unchanged, cells[8], issued))
        nets = (shared.cells.get(_NET), licences.cells.get(_NET))
        return Statement(self._agency, self.sheet, Box(*cells), *nets)

    def _figure(self, place: int, figure: Expression | float) -> Cell:
        total = place in (4, 8, 10)
        self.sheet.put(4 + place, 1, _BOX[place], "Text total" if total else "Text")
        self.sheet.put(4 + place, 2, None, "Text total" if total else "Text")
        style = "Money total" if total else "Money issued" if place == 9 else "Money"
        return self.sheet.put(4 + place, 3, figure, style)


@dataclass(frozen=True)
class _Section:
    """The totals of a section, by column."""

    cells: dict[int, Cell]

    def at(self, column: int) -> Expression:
        return self.cells.get(column) or rounded(0)


_NOTHING = _Section({})


def _filled(sheet: Sheet, first: int, last: int, column: int) -> Expression:
    """The range of `column` from row `first` to `last`; empty places count for nothing."""
    for row in (first, last):
        if column not in sheet.rows[row]:
            sheet.put(row, column, None, "Money")
    return sheet.rows[first][column].to(sheet.rows[last][column])
