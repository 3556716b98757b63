"""Verbs of the charges: recharge, issue, explain."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.charging.run import Run
from hubdesk.cli.figures import cover_in_words, headings_and_rows
from hubdesk.cli.given import AmountsAsked, Hub, RunName, amounts_for, now
from hubdesk.cli.opened import as_it_stands, to_change
from hubdesk.cli.terminal import failed, moment, number, progress, report, say, table, width
from hubdesk.cli.trees import explained
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Refused, Severity
from hubdesk.workflows.issuing import issue as issued
from hubdesk.workflows.outgoing import Outgoing, agency_in, outgoing
from hubdesk.workflows.outputs import refuse_lost_files
from hubdesk.workflows.recharge_run import run_named

_STANDARD_OUTPUT = Path("-")

Agency = Annotated[str | None, typer.Option("--agency", metavar="CODE", help="That agency alone")]
Workbook = Annotated[
    Path | None, typer.Option("--xlsx", metavar="F.xlsx", help="Write the recharge workbook")
]
Journal = Annotated[Path | None, typer.Option("--journal", metavar="F.csv", help="Write journal lines")]
Invoices = Annotated[Path | None, typer.Option("--invoices", metavar="F.csv", help="Write invoice lines")]
JsonFile = Annotated[
    Path | None, typer.Option("--json", metavar="F", help="Write JSON; - is standard output")
]


def recharge(  # noqa: PLR0913  as many options as the verb has
    hub: Hub,
    period: RunName,
    *,
    amounts: AmountsAsked = None,
    agency: Agency = None,
    xlsx: Workbook = None,
    json: JsonFile = None,
    journal: Journal = None,
    invoices: Invoices = None,
) -> None:
    """Work out what each agency is charged: a draft, or the run as it was issued."""
    amounts = amounts_for(period, amounts)
    json_file = json if json != _STANDARD_OUTPUT else None
    refuse_lost_files(hub, (path for path in (xlsx, journal, invoices, json_file) if path is not None))
    standing = as_it_stands(hub)
    with progress(f"Working out {period}"):
        going = outgoing(standing, period, amounts, agency)
    asked: list[tuple[Path | None, Callable[[Path], None]]] = [
        (xlsx, partial(going.write_workbook, written_at=moment(now()))),
        (journal, going.write_journal),
        (invoices, going.write_invoices),
        (json_file, going.write_json),
    ]
    files = [(path, write) for path, write in asked if path is not None]
    for path, write in files:
        with progress(f"Writing {path}"):
            write(path)
    report(going.problems)
    if json == _STANDARD_OUTPUT:
        typer.echo(going.json(), nl=False)
    else:
        _show(going)
        for path, _ in files:
            say(f"Wrote {path}")


def _show(going: Outgoing) -> None:
    say(_heading(going.run))
    headings, rows = headings_and_rows(going.run, going.only, width())
    table(headings, rows, right=headings[2:])
    if going.only is None:
        say(cover_in_words(going.run))


def issue(hub: Hub, period: RunName, *, amounts: AmountsAsked = None) -> None:
    """Issue a run: freeze it for good, with its number and hash. What comes later is adjusted in the next."""
    amounts = amounts_for(period, amounts)
    try:
        with to_change(hub) as store, progress(f"Issuing {period}"):
            run, problems, agreement = issued(store, period, amounts, at=now())
    except Refused as refusal:
        unsettled = [one for one in refusal.problems if one.severity is Severity.BEFORE_ISSUE]
        if not unsettled:
            raise
        report(refusal.problems)
        typer.echo(f"Not issued: {number(len(unsettled), 'thing')} to settle first", err=True)
        failed()
    report(problems)
    assert run.issue is not None
    total = pounds(sum(line.pence + line.vat_pence for line in run.lines))
    say(f"Issued {run.name}: {total} with VAT, hash {run.issue.sha256}")
    if agreement:
        say(agreement)


def explain(
    hub: Hub,
    period: RunName,
    agency: Annotated[str, typer.Argument(metavar="AGENCY", help="An agency's code")],
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="A licence's or cost line's code, for every step")
    ] = None,
) -> None:
    """Show why an agency pays what it pays, down to the facts."""
    standing = as_it_stands(hub)
    with progress(f"Working out {period}"):
        run = run_named(standing, period, None)
        told = explained(run, agency_in(run, agency), source)
    say(_heading(run))
    for line in told:
        say(line)


def _heading(run: Run) -> str:
    state = f"issued on {moment(run.issue.at)} by {run.issue.by}" if run.issue else "a draft"
    if run.summed:
        state = "the sum of its periods, to look at"
    return f"{run.facts.hub.settings.name}, {run.name}, on {run.amounts.value}s: {state}"
