"""VAT by code: what is charged under each, and the VAT on it."""

from collections import defaultdict

from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.vat import VAT_MEANINGS
from hubdesk.exchange.statement.statement import Cell, Table, Words
from hubdesk.workflows.statement.account import Account
from hubdesk.workflows.statement.columns import NET, Draft, money, words


def vat_table(account: Account) -> Table | None:
    """A row to each code, and to each earlier period that is adjusted; the host is charged none."""
    if all(line.vat_code is None for line in account.booked):
        return None
    sums: defaultdict[tuple[bool, str, str], list[Pence]] = defaultdict(lambda: [0, 0])
    for line in account.booked:
        code = line.vat_code
        about = sums[code is None, (line.of or "") if code else "", code or ""]
        about[0] += line.pence
        about[1] += line.vat_pence
    rows: list[tuple[Cell, ...]] = [
        (Words(_what(account, code, of)), net, vat, net + vat)
        for (_, of, code), (net, vat) in sorted(sums.items())
    ]
    columns = (words("Code"), money(NET), money("VAT £"), money("With VAT £"))
    return Draft("VAT", columns, rows).table()


def _what(account: Account, code: str, of: str) -> str:
    if not code:
        return "without a VAT code"
    meaning = VAT_MEANINGS.get(code, "")
    named = f"{code}, {meaning}" if meaning else code
    if of:
        return f"{named}, on adjustments of {of}"
    run = account.run
    vat = run.facts.hub.vat_by_code.get(code)
    percent = vat.percent.at(run.of.last) if vat and isinstance(run.of, Period) and not run.summed else None
    return named if percent is None else f"{named}, {decimal_text(percent)} %"
