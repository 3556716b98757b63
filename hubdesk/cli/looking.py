"""Verbs that only look: check, runs, view, verify, log."""

from pathlib import Path
from typing import Annotated

import typer

from hubdesk.charging.verify import verify as verified
from hubdesk.cli.given import Hub
from hubdesk.cli.opened import as_it_stands, to_look
from hubdesk.cli.terminal import counted, failed, moment, number, progress, report, say, table
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.json.recharge import problems_json
from hubdesk.exchange.review_pack import hubview
from hubdesk.workflows.log_check import log_problems
from hubdesk.workflows.run_problems import problems_of_hub


def check(
    hub: Hub,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="The problems as a JSON list on standard output")
    ] = False,
) -> None:
    """Check a hub: errors, what to settle before issuing, and what is unwise."""
    standing = as_it_stands(hub)
    with progress("Checking"):
        found = problems_of_hub(standing)
    report(found)
    if as_json:
        typer.echo(problems_json(found), nl=False)
    else:
        say(f"{standing.hub.settings.name}: {counted(found)}")
    if any(one.severity is Severity.ERROR for one in found):
        failed()


def runs(hub: Hub) -> None:
    """List the issued runs, in order."""
    issued = as_it_stands(hub).runs
    if not issued:
        say("No run is issued yet")
        return
    rows = [
        (
            str(run.issue.sequence),
            run.name,
            moment(run.issue.at),
            run.issue.by,
            run.amounts.value,
            pounds(sum(line.pence for line in run.lines)),
            run.issue.sha256[:12],
        )
        for run in issued
        if run.issue
    ]
    table(("No", "Run", "Issued", "By", "Amounts", "Net", "Hash"), rows, right={"No", "Net"})


def view(
    context: typer.Context,
    pack: Annotated[Path, typer.Argument(metavar="FILE", help="A review pack: a file that ends in .hubview")],
) -> None:
    """Look at a review pack in a window: its plan, desks and charges, and nothing to change."""
    with progress(f"Reading {pack.name}"):
        hubview.read(pack)
    window = context.obj
    if window is None:
        raise Refused(
            Problem(
                Severity.ERROR,
                "no-window",
                f"{pack.name} is a whole review pack, but there is no window here to show it in",
                str(pack),
                "Start Hubdesk with its own command: hubdesk view FILE",
            )
        )
    raise typer.Exit(window(["--view", str(pack)]))


def verify(hub: Hub) -> None:
    """Work every issued run out again, and see that nothing issued or logged has been touched."""
    with to_look(hub) as store, progress("Working every run out again"):
        kept = store.runs()
        found = (*verified(kept), *log_problems(store))
    report(found)
    if found:
        failed()
    say(f"{number(len(kept), 'run')} verified: worked out again, the same to the penny, the chain unbroken")


def log(hub: Hub) -> None:
    """List every change: when, by whom, what."""
    with to_look(hub) as store:
        rows = [(str(one.sequence), moment(one.when), one.who, one.title) for one in store.log()]
    table(("No", "When", "Who", "What"), rows, right={"No"})
