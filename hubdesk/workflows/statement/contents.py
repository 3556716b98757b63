"""A statement put together: who writes to whom, what is charged and why, and where the desks are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from hubdesk.charging.ledger import reference_of
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing
from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import Period
from hubdesk.exchange.statement.statement import FloorShown, Head, Statement, Table
from hubdesk.workflows.statement.account import Account, Worked
from hubdesk.workflows.statement.charges import changing_table, licences_table, shared_table
from hubdesk.workflows.statement.desks import MOST_FLOORS, day_shown, floors_shown
from hubdesk.workflows.statement.earlier import adjustments_table, year_table
from hubdesk.workflows.statement.letterhead import Letterhead, paragraphs
from hubdesk.workflows.statement.others import others_table
from hubdesk.workflows.statement.saying import days_in_words
from hubdesk.workflows.statement.summary import due, summary_table
from hubdesk.workflows.statement.vat import vat_table

SHORT_HASH = 12
"""The first so many characters of a run's SHA-256: plenty to tell it from any other by eye."""


@dataclass(frozen=True)
class Sender:
    """What all statements of a run have in common besides the run.

    `hub` is as it is now, and its plan is shown; `made` is the day; in `fonts` lies the typeface.
    """

    hub: Hub
    letterhead: Letterhead
    made: date
    fonts: Path


def statement_of(worked: Worked, agency: Agency, sender: Sender) -> Statement:
    """The statement of `agency`: figures, names and codes as the run has them, and nobody else's."""
    account = Account(worked, agency)
    run = worked.run
    floors, note = _floors(account, sender)
    hub_name = run.facts.hub.settings.name
    return Statement(
        title=f"{hub_name}, {run.name}: statement of recharge for {agency_name(agency)}",
        head=_head(account, sender),
        due=due(account),
        introduction=paragraphs(sender.letterhead.texts.introduction),
        tables=tuple(_tables(account)),
        floors=floors,
        floors_note=note,
        closing=tuple(_closing(account, sender.letterhead)),
        method=tuple(_method(account)),
        footer=_footer(run, agency),
        made=sender.made,
    )


def _tables(account: Account) -> Iterator[Table]:
    yield summary_table(account)
    for table in (
        licences_table(account),
        shared_table(account),
        changing_table(account),
        others_table(account),
        adjustments_table(account),
        vat_table(account),
        year_table(account),
    ):
        if table is not None:
            yield table


def _head(account: Account, sender: Sender) -> Head:
    run, agency, texts = account.run, account.agency, sender.letterhead.texts
    host = run.agency(run.facts.host)
    to = (agency.name or agency.code, agency.contact, agency.email)
    return Head(
        issuer=host.name or host.code,
        address=tuple(line.strip() for line in texts.address.splitlines() if line.strip()),
        to=tuple(line for line in to if line),
        title="Statement of recharge",
        about=f"{run.facts.hub.settings.name}, {_what_of(run)}",
        facts=tuple(_facts(run, agency)),
        draft=_not_yet(run),
        logo=sender.letterhead.logo,
    )


def _what_of(run: Run) -> str:
    """The run in words: "1 April to 30 June 2026", "year end of 2026-27"."""
    if isinstance(run.of, Closing):
        return f"year end of {run.year.name}"
    return days_in_words(run.of.first, run.of.last)


def _facts(run: Run, agency: Agency) -> Iterator[tuple[str, str]]:
    yield "Statement", reference_of(run, agency)
    of = run.of if isinstance(run.of, Period) else run.year
    yield "Period", days_in_words(of.first, of.last)
    yield "Issued", _issued_on(run) or "not issued"
    if run.issue:
        yield "Run", f"{run.issue.sequence}, hash {run.issue.sha256[:SHORT_HASH]}"
    yield "Costs", "budgets" if run.amounts.value == "budget" else "actuals where known"
    for caption, value in (("Customer", agency.customer_code), ("Purchase order", agency.purchase_order)):
        if value:
            yield caption, value


def _issued_on(run: Run) -> str:
    return in_words(datetime.fromisoformat(run.issue.at).date()) if run.issue else ""


def _not_yet(run: Run) -> str:
    if run.issue is not None:
        return ""
    if run.summed:
        return "A draft: the sum of the year's periods, to look at. Nothing is to be paid by it."
    return "Draft, not issued. Nothing is to be paid by it, and its figures may still change."


def _footer(run: Run, agency: Agency) -> str:
    if run.issue is None:
        state = "sum of the year, to look at" if run.summed else "draft, not issued"
        return f"{reference_of(run, agency)} · {state}"
    return f"{reference_of(run, agency)} · issued {_issued_on(run)} · hash {run.issue.sha256[:SHORT_HASH]}"


def _floors(account: Account, sender: Sender) -> tuple[tuple[FloorShown, ...], str]:
    """The plans and what is to be said of them all. A year end charges for no days, and shows none."""
    run = account.run
    if not isinstance(run.of, Period):
        return (), ""
    day = day_shown(sender.hub, account.agency, run.of.first, run.of.last)
    if day is None:
        return (), ""
    shown = floors_shown(sender.hub, account.agency, day, sender.made, sender.fonts)
    most = f" The {MOST_FLOORS} floors with most of them." if len(shown) == MOST_FLOORS else ""
    records = f"as the hub's records of {in_words(sender.made)} have it"
    return shown, f"On {in_words(day)}, {records}.{most} Other desks are grey."


def _closing(account: Account, letterhead: Letterhead) -> Iterator[tuple[str, tuple[str, ...]]]:
    texts, run = letterhead.texts, account.run
    owed = run.issue is not None and not account.is_host and due(account).pence > 0
    if owed and (payment := paragraphs(texts.payment)):
        yield "Payment", payment
    host = run.agency(run.facts.host)
    asked = paragraphs(texts.contact) or (
        " · ".join(line for line in (host.name or host.code, host.contact, host.email) if line),
    )
    yield "Questions", asked


def _method(account: Account) -> Iterator[str]:
    yield (
        "A licence is desks × rate × days ÷ days of the charging year. Each period is the year to its end "
        "less the year to the end of the period before, so that the periods add up to the year to the penny."
    )
    yield (
        "A shared cost is split by the figures shown; whole pence are shared out and odd pennies go to the "
        "largest remainders, so that all shares together are the cost. Where the host pays for vacant desks, "
        "they count among all."
    )
    if account.is_host:
        yield "The host is charged no VAT."
    if account.run.issue is not None:
        yield "An issued run is never altered. What turns out to be wrong is put right in a later one."
