"""What a statement comes to: the sums at its top."""

from collections.abc import Iterable

from hubdesk.charging.lines import Line, LineKind
from hubdesk.exchange.statement.statement import Cell, Due, Table, Words
from hubdesk.workflows.statement.account import Account
from hubdesk.workflows.statement.columns import NET, Draft, money, words
from hubdesk.workflows.statement.others import OTHERS_KINDS

_SUMS = (
    ("Desk licences", (LineKind.LICENCE,)),
    ("Shared costs", (LineKind.SHARED, LineKind.FIXED_SHARE)),
    ("Over caps, not charged", (LineKind.CAP,)),
    ("Concessions", (LineKind.CONCESSION,)),
    ("Paid for others", OTHERS_KINDS),
)


def summary_table(account: Account) -> Table:
    """A row to each kind of charge, and all of them together."""
    rows: list[tuple[Cell, ...]] = []
    for what, kinds in _SUMS:
        if lines := [line for line in account.own if line.kind in kinds]:
            rows.append(_row(what, lines))
    if adjusting := [one.line for one in account.adjustments]:
        rows.append(_row("Adjustments of earlier periods", adjusting))
    if not rows:
        rows.append((Words("Nothing is charged"), 0, 0, 0))
    columns = (words("Charged for"), money(NET), money("VAT £"), money("Total £"))
    return Draft("What it comes to", columns, rows, due(account).words, total_from=1).table()


def due(account: Account) -> Due:
    """What there is to pay, or to get back, VAT included; the host has nobody to pay."""
    net, vat = account.charged_by(account.run)
    whole = net + vat
    if account.run.summed:
        return Due("The year in all", whole)
    words = "The host's own part" if account.is_host else "Credit to you" if whole < 0 else "To pay"
    return Due(words if account.run.issue else f"{words}, as a draft", whole)


def _row(what: str, lines: Iterable[Line]) -> tuple[Cell, ...]:
    kept = tuple(lines)
    net, vat = sum(line.pence for line in kept), sum(line.vat_pence for line in kept)
    return Words(what), net, vat, net + vat
