"""What is said, and where: results on standard output, problems and progress on standard error."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import NoReturn

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from hubdesk.domain.days import in_words
from hubdesk.domain.problem import Problem, Severity, sentence

REFUSED = 1
"""Exit status: there are errors in what was given, or a refusal."""
_WIDE = 400

_COLOURS = {
    Severity.ERROR: typer.colors.RED,
    Severity.BEFORE_ISSUE: typer.colors.MAGENTA,
    Severity.WARNING: typer.colors.YELLOW,
}


def say(text: str) -> None:
    """A line of the result."""
    typer.echo(text)


def report(problems: Iterable[Problem]) -> None:
    """List `problems` on standard error: how grave, where, what, the £ at stake, and what to do."""
    for one in problems:
        severity = typer.style(one.severity.value, fg=_COLOURS[one.severity])
        typer.echo(f"{severity}: {one.where}: {one.happened}", err=True)
        typer.echo(f"    {sentence(one.remedy)}", err=True)


def counted(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: "no errors, 2 before issue, 1 warning"."""
    found = [one.severity for one in problems]
    errors, unsettled, warnings = (found.count(severity) for severity in Severity)
    settle = f"{unsettled or 'nothing'} to settle before issue"
    return f"{number(errors, 'error')}, {settle}, {number(warnings, 'warning')}"


def number(count: int, noun: str, plural: str = "") -> str:
    """ "no desks", "1 desk", "1,200 desks"."""
    return f"{f'{count:,}' if count else 'no'} {noun if count == 1 else plural or noun + 's'}"


def moment(at: datetime | str) -> str:
    """A moment, or its ISO text, on the user's own clock: "7 November 2026, 09:15"."""
    local = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone()
    return f"{in_words(local.date())}, {local:%H:%M}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[str] = ()) -> None:
    """Columns under `headings`, those in `right` set flush right; a pipe gets every column in full."""
    console = Console(width=width())
    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in headings:
        made.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    console.print(made)


def width() -> int:
    """How many characters fit on a line: what the terminal has, and in a file or pipe plenty."""
    console = Console()
    return console.width if console.is_terminal else _WIDE


def failed() -> NoReturn:
    """End the verb: there are errors, and they have been told."""
    raise typer.Exit(REFUSED)


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], object]]:
    """Show that `what` is going on, to somebody who watches; nothing in a file or a pipe.

    What is going on now is said by the function that it gives.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with Status(what, console=console) as status:
        yield status.update


def speak_plainly() -> None:
    """Let no character that a terminal lacks stop the program: it is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
