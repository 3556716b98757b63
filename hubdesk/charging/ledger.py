"""Journal and invoice lines: a run as the host's ledger takes it.

An internal agency is recharged by journal: its own codes are debited and the source's credited, so
the journal balances agency by agency and source by source. An external agency gets an invoice, whose
lines name the source's codes as income. Nobody invoices himself: a host marked internal is journalled,
which moves its own share, vacant desks and what it funds from the building's codes to its own; the
share of a host that is not stays where its costs are booked. The partners' pool has no codes of its
own; it is credited to the host's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hubdesk.charging.lines import POOL, Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What journal and invoice lines have in common.

    `of` is the earlier period that the line adjusts, if it does; `vat_code` is the ledger's code.
    """

    reference: str
    agency: Agency
    source: RecordId
    source_code: str
    of: str | None
    description: str
    cost_centre: str
    subjective: str
    vat_code: str


@dataclass(frozen=True, slots=True)
class JournalLine(LedgerLine):
    """One posting: `pence` above zero is a debit, below zero a credit. VAT is posted by itself."""

    pence: Pence

    @property
    def debit(self) -> Pence:
        return max(self.pence, 0)

    @property
    def credit(self) -> Pence:
        return max(-self.pence, 0)


@dataclass(frozen=True, slots=True)
class InvoiceLine(LedgerLine):
    """One line of an agency's invoice, in pence; the cost centre and subjective are those of the income.

    There is one to each line of the recharge, so that a concession shows, and VAT rounds as charged.
    The ledger gives the invoice its number.
    """

    net: Pence
    vat: Pence

    @property
    def gross(self) -> Pence:
        return self.net + self.vat


def journal_lines(run: Run) -> tuple[JournalLine, ...]:
    """The journal of `run`, debit and credit in turn; all of them together come to nothing."""
    return tuple(
        posting
        for agency, lines in _by_agency(run)
        if agency.internal
        for posting in _postings(run, agency, lines)
    )


def invoice_lines(run: Run) -> tuple[InvoiceLine, ...]:
    """The invoice lines of `run`, agency by agency in order of code."""
    return tuple(
        _invoice_line(run, agency, line)
        for agency, lines in _by_agency(run)
        if not agency.internal and agency.id != run.facts.host
        for line in lines
    )


def reference_of(run: Run, agency: Agency) -> str:
    """By what the ledger knows a line: run and agency, "2026-27-Q1/HBC"."""
    return f"{run.name}/{agency.code}"


class _Posted(NamedTuple):
    source: RecordId
    of: str | None


def _by_agency(run: Run) -> Iterator[tuple[Agency, list[Line]]]:
    """The agencies of `run` in order of code, each with its lines in order of source."""
    found: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in run.booked:
        found[line.agency].append(line)
    for agency in sorted(map(run.agency, found), key=lambda one: one.code):
        yield agency, sorted(found[agency.id], key=lambda line: place_of(run, line.source, line.of))


def place_of(run: Run, source: RecordId, of: str | None) -> tuple[str, bool, bool, str]:
    """The run's own lines before adjustments; licences, then cost lines by code, then the pool."""
    found = run.source(source)
    return (of or "", found is None, isinstance(found, CostLine), run.source_code(source))


def _postings(run: Run, agency: Agency, lines: Iterable[Line]) -> Iterator[JournalLine]:
    net: defaultdict[_Posted, Pence] = defaultdict(int)
    vat: defaultdict[_Posted, dict[str, Pence]] = defaultdict(dict)
    for line in lines:
        about = _Posted(line.source, line.of)
        net[about] += line.pence
        if line.vat_code is not None:
            vat[about][line.vat_code] = vat[about].get(line.vat_code, 0) + line.vat_pence
    for about, pence in net.items():
        yield from _pair(run, agency, about, "", pence)
        for code, due in vat[about].items():
            yield from _pair(run, agency, about, code, due)


def _pair(run: Run, agency: Agency, about: _Posted, vat_code: str, pence: Pence) -> Iterator[JournalLine]:
    """`pence` debited to the agency and credited to the source; nothing for nothing."""
    words = posting_words(run, about.source, about.of, vat_code)
    codes = ((agency.cost_centre, agency.subjective, pence), (*income_codes(run, about.source), -pence))
    for cost_centre, subjective, amount in codes if pence else ():
        yield JournalLine(
            reference=reference_of(run, agency),
            agency=agency,
            source=about.source,
            source_code=run.source_code(about.source),
            of=about.of,
            description=words,
            cost_centre=cost_centre,
            subjective=subjective,
            vat_code=ledger_vat_code(run, vat_code),
            pence=amount,
        )


def _invoice_line(run: Run, agency: Agency, line: Line) -> InvoiceLine:
    kind = line.of_kind or line.kind
    cost_centre, subjective = income_codes(run, line.source)
    return InvoiceLine(
        reference=reference_of(run, agency),
        agency=agency,
        source=line.source,
        source_code=run.source_code(line.source),
        of=line.of,
        description=invoice_words(run, line.source, line.of, kind),
        cost_centre=cost_centre,
        subjective=subjective,
        vat_code=ledger_vat_code(run, line.vat_code or ""),
        net=line.pence,
        vat=line.vat_pence,
    )


def income_codes(run: Run, source: RecordId) -> tuple[str, str]:
    """The cost centre and subjective credited with what `source` brings in."""
    found = run.source(source) or run.agency(run.facts.host)
    return found.cost_centre, found.subjective


def ledger_vat_code(run: Run, code: str) -> str:
    """The ledger's word for a VAT code of the hub; without one in its map, the hub's own."""
    settings = run.facts.hub.ledger
    return settings.ledger_code(code) if settings else code


def posting_words(run: Run, source: RecordId, of: str | None, vat_code: str) -> str:
    """What a posting is for, in words; `vat_code` is the hub's, empty for the amount itself."""
    return _words(run, source) + (f": VAT {vat_code}" if vat_code else "") + _adjusting(of)


def invoice_words(run: Run, source: RecordId, of: str | None, kind: LineKind) -> str:
    """What an invoice line is for, in words."""
    return f"{_words(run, source)}: {kind.value}{_adjusting(of)}"


def _words(run: Run, source: RecordId) -> str:
    if source == POOL:
        return "Concessions paid for by the partners"
    found = run.source(source)
    if isinstance(found, CostLine):
        return f"{found.code} {found.name}"
    return f"{run.source_code(source)} desks"


def _adjusting(of: str | None) -> str:
    return f", adjustment of {of}" if of else ""
