"""The command line: where the verbs are put together, and where it ends well or badly."""

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NoReturn

import typer

from hubdesk.cli import allocating, charges, hubs, looking, plans, reviews, statements, visits
from hubdesk.cli.terminal import REFUSED, report, speak_plainly
from hubdesk.cli.usage import in_words
from hubdesk.domain.problem import Refused

WRONG_USAGE = 2
"""Exit status: what was typed is no command, or not all of one."""
A_BUG = 70
"""Exit status of a fault in Hubdesk itself (EX_SOFTWARE of sysexits.h), which is none of 0, 1 and 2."""

app = typer.Typer(
    name="hubdesk",
    help="Desks, rates and recharges of shared public-service buildings.",
    epilog="Exits with 0 when done, 1 when something in what was given stands in the way, 2 on wrong usage, "
    "70 when Hubdesk itself is at fault.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("sample")(hubs.sample)
app.command("template")(hubs.template)
app.command("import")(hubs.import_)
app.command("roll-forward")(hubs.roll_forward)
app.command("export")(hubs.export)
app.command("plan")(plans.plan)
app.command("allocate")(allocating.allocate)
app.command("check")(looking.check)
app.command("recharge")(charges.recharge)
app.command("statements")(statements.statements)
app.command("drop-ins")(visits.drop_ins)
app.command("issue")(charges.issue)
app.command("runs")(looking.runs)
app.command("view")(looking.view)
app.command("verify")(looking.verify)
app.command("log")(looking.log)
app.command("explain")(charges.explain)
app.add_typer(reviews.app, name="review")


def main(
    arguments: Sequence[str] | None = None, window: Callable[[Sequence[str]], int] | None = None
) -> NoReturn:
    """Run the command line with `arguments`, by default those of the process, and exit.

    `window` opens the window with arguments of its own, for verbs that show something there.
    """
    speak_plainly()
    try:
        status = app(arguments, prog_name="hubdesk", standalone_mode=False, obj=window)
    except typer.TyperException as wrong:
        if told := in_words(wrong):
            typer.echo(told, err=True)
        sys.exit(WRONG_USAGE)
    except typer.Abort:
        sys.exit(REFUSED)
    except Refused as refused:
        report(refused.problems)
        sys.exit(REFUSED)
    except Exception:  # noqa: BLE001  the crash handler of the command line
        _own_up(traceback.format_exc())
        sys.exit(A_BUG)
    sys.exit(status or 0)


def _own_up(details: str) -> None:
    """Say that this is Hubdesk's fault, and put what happened into a file to send in."""
    typer.echo("Something is wrong in Hubdesk itself, not in what you gave it.", err=True)
    try:
        with NamedTemporaryFile(
            "w", prefix="hubdesk-fault-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(details)
    except OSError:
        typer.echo("Tell whoever looks after Hubdesk for you what you typed.", err=True)
        return
    typer.echo(
        f"What happened is in {Path(file.name)}. Send that file to whoever looks after Hubdesk.", err=True
    )
