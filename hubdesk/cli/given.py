"""What is given on the command line: arguments and options that several verbs share."""

from contextlib import suppress
from datetime import UTC, date, datetime
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run_name import parse_run_name
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.days import from_words
from hubdesk.domain.period import FIRST_OF_APRIL, BadPeriodName, parse_year, year_name
from hubdesk.domain.problem import Refused
from hubdesk.domain.typed_day import EARLIEST, LATEST, within


def _run_name(text: str) -> str:
    try:
        return parse_run_name(text, FIRST_OF_APRIL).name
    except BadPeriodName as trouble:
        raise typer.BadParameter(str(trouble)) from trouble


def _year_name(text: str) -> str:
    try:
        return year_name(parse_year(text))
    except BadPeriodName as trouble:
        raise typer.BadParameter(str(trouble)) from trouble


Hub = Annotated[
    str, typer.Argument(metavar="HUB", help="A hub: its file, or postgresql://user@server/database")
]
RunName = Annotated[
    str,
    typer.Argument(
        metavar="PERIOD",
        parser=_run_name,
        help="2026-27-Q1, 2026-27-M01, 2026-27 for the year, 2026-27-close for the year end",
    ),
]
YearName = Annotated[
    str, typer.Argument(metavar="YEAR", parser=_year_name, help="A charging year such as 2027-28")
]
AmountsAsked = Annotated[
    Amounts | None,
    typer.Option(
        "--amounts",
        help="Budgets, or actuals where known; if left out, budgets until the year goes over to actuals",
    ),
]


def amounts_for(name: str, amounts: Amounts | None) -> Amounts | None:
    """`amounts`, which a year end does not take. Raises BadParameter."""
    if amounts is not None and "-close" in name:
        raise typer.BadParameter("A year end always uses actuals", param_hint="--amounts")
    return amounts


def a_day(text: str) -> date:
    """The day that `text` names: "7 November 2026", "7 Nov 2026" or 2026-11-07. Raises BadParameter."""
    try:
        day = from_words(text) or date.fromisoformat(text.strip())
    except ValueError:
        raise typer.BadParameter(f"“{text}” is not a day such as 7 November 2026 or 2026-11-07") from None
    if day != within(day):
        raise typer.BadParameter(f"“{text}” is not a day from {EARLIEST.year} to {LATEST.year}")
    return day


def a_text(path: Path) -> str:
    """The words of a plain text file: UTF-8, else as Windows wrote it. Raises Refused."""
    try:
        body = path.read_bytes()
    except OSError as trouble:
        what = f"The file cannot be read: {trouble.strerror or trouble}"
        remedy = "Check its name, and that you may read it"
        raise Refused(error("text-not-readable", what, str(path), remedy)) from trouble
    for encoding in ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            words = body.decode(encoding)
            if "\0" not in words:
                return "\n".join(words.splitlines())
    what = "It is no plain text"
    raise Refused(error("text-not-plain", what, str(path), "Save it as plain text, UTF-8, and name that"))


def user() -> str:
    """Who is at the keyboard, as the machine knows them."""
    try:
        return legible(getuser())
    except (OSError, KeyError):
        return "somebody without a name on this machine"


def legible(name: str) -> str:
    """`name`, with a question mark for each byte of it that is no character, so that it can be kept."""
    return name.encode("utf-8", "replace").decode("utf-8")


def now() -> datetime:
    """The present moment, which no room below asks for."""
    return datetime.now(UTC)


def today() -> date:
    """The day that it is where the user is."""
    return now().astimezone().date()
