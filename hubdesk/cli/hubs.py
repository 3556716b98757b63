"""Verbs that make, fill, change and copy a hub: sample, template, import, roll-forward, export."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.given import Hub, YearName, legible, now, user
from hubdesk.cli.opened import to_change, to_look
from hubdesk.cli.terminal import number, progress, report, say
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub as TheHub
from hubdesk.domain.hub import Stale
from hubdesk.domain.period import parse_year
from hubdesk.domain.problem import Problem, Refused
from hubdesk.editing.roll_forward import roll_forward as rolled_forward
from hubdesk.store import create_store
from hubdesk.workflows.clashes import clashes
from hubdesk.workflows.document import Document
from hubdesk.workflows.export_hub import export_hub_workbook, write_template
from hubdesk.workflows.import_hub import read_hub_workbook, update_from_workbook
from hubdesk.workflows.outputs import refuse_lost_files
from hubdesk.workflows.resources import Sample, sample_workbook

Workbook = Annotated[Path, typer.Argument(metavar="BOOK.xlsx", help="A hub workbook")]
Out = Annotated[
    str, typer.Argument(metavar="OUT", help="A file that is not there yet, or the URL of an empty database")
]
OutWorkbook = Annotated[Path, typer.Argument(metavar="OUT.xlsx", help="The workbook to write")]


class Form(Enum):
    """As what a hub can be exported."""

    HUB_WORKBOOK = "hub-workbook"


_WRITTEN_AS: Mapping[Form, Callable[[TheHub, Path], Iterable[Problem]]] = {
    Form.HUB_WORKBOOK: export_hub_workbook
}

_IS_THERE = frozenset({"exists", "not-empty"})
"""The codes of refusals to make a new hub where a file or a hub stands."""


def sample(which: Annotated[Sample, typer.Argument(metavar="SAMPLE", help="Which sample")], out: Out) -> None:
    """Make a sample hub to try things on. Both samples are illustrations."""
    _bring_in(sample_workbook(which), out, f"The {which.value} sample")


def template(out: OutWorkbook) -> None:
    """Write a blank hub workbook, with notes on every column, to fill in and import."""
    if os.path.lexists(out):
        # It may be one that somebody has filled in.
        what = f"{out} is there already. It was left as it is"
        raise Refused(error("exists", what, str(out), "Choose another name"))
    write_template(out)
    say(f"Wrote {out}. Fill it in, then: hubdesk import {out} my-hub.hubdesk")


def import_(
    book: Workbook,
    out: Out,
    *,
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="OUT is a hub that is there: list what differs, and make it one change"
        ),
    ] = False,
) -> None:
    """Bring in a hub workbook: every fault at once, or a new hub."""
    if update:
        _update(book, out)
    else:
        try:
            _bring_in(book, out, f"Import of {legible(book.name)}")
        except Refused as refusal:
            raise Refused(*map(_or_update, refusal.problems)) from refusal


def roll_forward(
    hub: Hub,
    year: YearName,
    uplift: Annotated[
        str, typer.Option(metavar="PERCENT", help="Raise budgets and the desk rate by so much")
    ] = "0",
) -> None:
    """Make a year's cost lines from those of the year before."""
    percent = _percent(uplift)
    with to_change(hub) as store:
        document = Document(store, clock=now)
        change = rolled_forward(document.hub, parse_year(year), percent)
        _apply(document, change)
    say(f"{change.title}: {number(len(change.added), 'record')} added. Budgets are the old ones, uplifted.")


def export(
    hub: Hub,
    out: OutWorkbook,
    form: Annotated[Form, typer.Option("--as", help="As what to write it")],
) -> None:
    """Write a hub as a workbook that can be imported again."""
    refuse_lost_files(hub, [out])
    with to_look(hub) as store:
        records = store.read_hub()
    with progress(f"Writing {out}"):
        warnings = _WRITTEN_AS[form](records, out)
    report(warnings)
    say(f"Wrote {out}")


def _bring_in(book: Path, out: str, title: str) -> None:
    with progress(f"Reading {book.name}"):
        imported = read_hub_workbook(book)
        create_store(out, imported.hub, user=user(), title=title, when=now()).close()
    report(imported.warnings)
    say(f"{out}: {_in_figures(imported.hub)}")


def _or_update(problem: Problem) -> Problem:
    """`problem`; where it is that something is there already, with the other thing to do about it."""
    if problem.code not in _IS_THERE:
        return problem
    return replace(problem, remedy=f"{problem.remedy} To bring these changes into it, add --update.")


def _update(book: Path, hub: str) -> None:
    with to_change(hub) as store:
        document = Document(store, clock=now)
        with progress(f"Reading {book.name}"):
            update = update_from_workbook(document.hub, book)
        for line in update.differences:
            say(line)
        report(update.warnings)
        _apply(document, update.change)
    count = len(update.change.edits)
    say(f"{number(count, 'record')} changed" if count else "Nothing differs")


def _apply(document: Document, change: Change) -> None:
    """Apply `change`. Raises Refused, where somebody else was there first with both values."""
    try:
        document.apply(change)
    except Stale as stale:
        raise Refused(*clashes(stale, document.hub)) from stale


def _in_figures(hub: TheHub) -> str:
    counts = (
        number(len(hub.desks), "desk"),
        number(len(hub.agencies), "agency", "agencies"),
        number(len(hub.licences), "licence"),
        number(len(hub.cost_lines), "cost line"),
    )
    return f"{hub.settings.name}, {', '.join(counts)}"


def _percent(text: str) -> Decimal:
    try:
        return Decimal(text.removesuffix("%"))
    except InvalidOperation:
        raise typer.BadParameter(f"“{text}” is not a percentage such as 3.5", param_hint="--uplift") from None
