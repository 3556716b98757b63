"""What an agency pays for others: the host's part of the building, and a partner's share of concessions."""

from collections.abc import Iterator

from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.workings.sentence import sentence
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.statement.figures import MINUS, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Table, Words
from hubdesk.workflows.statement.account import Account
from hubdesk.workflows.statement.charges import Found
from hubdesk.workflows.statement.columns import NET, Draft, money, words

OTHERS_KINDS = (
    LineKind.VACANT_DESKS,
    LineKind.UNSHARED,
    LineKind.CAP_FUNDED,
    LineKind.CONCESSION_FUNDED,
)
"""What is borne for others, in the order of the columns."""


def others_table(account: Account) -> Table | None:
    """Vacant desks, days that nobody shares, and caps and concessions of others, source by source."""
    rows: list[tuple[Cell, ...]] = []
    for source, found in account.by_source.items():
        borne: list[Cell] = [found[kind].pence if kind in found else None for kind in OTHERS_KINDS]
        if any(one is not None for one in borne):
            net = sum(one for one in borne if isinstance(one, int))
            rows.append((Words(_what(account, source), tuple(_why(account, source, found))), *borne, net))
    columns = (
        words("For"),
        money("Vacant desks £"),
        money("No figures £"),
        money("Over caps £"),
        money("Concessions £"),
        money(NET),
    )
    return Draft("Paid for others", columns, rows).table() if rows else None


def _what(account: Account, source: RecordId) -> str:
    if source == POOL:
        return "Concessions that the partners pay for together"
    found = account.run.source(source)
    if isinstance(found, CostLine):
        return f"{found.code} {found.name}"
    return f"Licence {account.run.source_code(source)}"


def _why(account: Account, source: RecordId, found: Found) -> Iterator[str]:
    recharge = account.run.recharge
    if source == POOL and recharge is not None:
        yield sentence(found[LineKind.CONCESSION_FUNDED], recharge).replace("-£", f"{MINUS}£")
    one = account.worked.costs.get(source)
    if one is None:
        return
    if LineKind.VACANT_DESKS in found:
        part = account.worked.shares.vacant(one.split.parts)
        yield f"vacant desks: {part.words}, {part.percent} of {sum_of_money(one.split.rest)}"
    if LineKind.UNSHARED in found:
        parts = one.split.parts
        yield f"{parts.running.idle} of {parts.days} days on which nobody has a figure"
