"""What earlier periods have to do with it: adjustments with their reasons, and the year so far."""

from collections.abc import Iterator

from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.run import Adjustment
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.names import counted
from hubdesk.exchange.statement.figures import MINUS
from hubdesk.exchange.statement.statement import Cell, Column, Kind, Table, Words
from hubdesk.workflows.statement.account import Account
from hubdesk.workflows.statement.columns import VAT, VAT_CODE, Draft, money, words

_MOST_REASONS = 4
_PLAIN = (LineKind.LICENCE, LineKind.SHARED)
"""What needs no word behind the licence or cost that it is."""


def adjustments_table(account: Account) -> Table | None:
    """What was issued, what it is now, and why."""
    rows = [_row(account, one) for one in account.adjustments]
    columns = (
        Column("Period", Kind.NOTE),
        words("What changed"),
        money("Issued £"),
        money("Now £"),
        money("Difference £"),
        VAT_CODE,
        VAT,
    )
    introduction = "Earlier periods, worked out again by what is known now. The difference is charged here."
    told = Draft("Adjustments of earlier periods", columns, rows, introduction=introduction)
    return told.table() if rows else None


def _row(account: Account, one: Adjustment) -> tuple[Cell, ...]:
    line = one.line
    code: Cell = None
    vat: Cell = None
    if line.vat_code is not None or line.vat_pence:
        code, vat = Words(line.vat_code or ""), line.vat_pence
    return (
        Words(line.of or ""),
        Words(_what(account, one), tuple(_reasons(one))),
        one.issued,
        one.reworked,
        line.pence,
        code,
        vat,
    )


def _what(account: Account, one: Adjustment) -> str:
    line = one.line
    if line.source == POOL:
        return "Concessions that the partners pay for together"
    found = account.run.source(line.source)
    named = account.run.source_code(line.source)
    named = f"{named} {found.name}" if isinstance(found, CostLine) else f"Licence {named}"
    return named if line.of_kind in _PLAIN or line.of_kind is None else f"{named}: {line.of_kind.value}"


def _reasons(one: Adjustment) -> Iterator[str]:
    yield from (reason.replace("-£", f"{MINUS}£") for reason in one.reasons[:_MOST_REASONS])
    if (left := len(one.reasons) - _MOST_REASONS) > 0:
        yield f"and {counted(left, 'more fact')} changed"
    if one.issued_code is not None and one.line.vat_code != one.issued_code:
        yield f"VAT code {one.line.vat_code or 'none'} in place of {one.issued_code}"


def year_table(account: Account) -> Table | None:
    """Every run of the year up to this one, and what they come to; nothing for a sum of the year itself."""
    run = account.run
    if run.summed:
        return None
    rows: list[tuple[Cell, ...]] = []
    for one in (*account.worked.earlier, run):
        net, vat = account.charged_by(one)
        if net or vat or one is run:
            state = "this statement" if one is run else "issued before"
            rows.append((Words(f"{one.name}, {state}"), net, vat, net + vat))
    columns = (words("Run"), money("Net £"), money("VAT £"), money("Total £"))
    return Draft(f"The year {run.year.name} to date", columns, rows, "Year to date", total_from=1).table()
