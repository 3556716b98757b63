"""`hubdesk review answers`: the workbooks that came back are read, told, and taken in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.given import Hub, now, today
from hubdesk.cli.opened import to_change, to_look
from hubdesk.cli.terminal import failed, number, progress, report, say
from hubdesk.store import Store
from hubdesk.workflows.document import Document


def answers(
    hub: Hub,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="The workbooks that came back")],
    *,
    choose: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Take this one in where a choice is to be made: another answer, an older copy; "
            "may be said again",
        ),
    ] = None,
    look: Annotated[bool, typer.Option("--look", help="Tell what they say, and take nothing in")] = False,
) -> None:
    """Take in the answers of agencies, as one change: what each agrees, and what it asks as queries.

    A file that is refused, or that leaves a choice to be made, is told in full and left out; the others
    are taken in. Ends with 1 if any was left out.
    """
    chosen = {one.resolve() for one in choose or ()}
    every = tuple(dict.fromkeys((*files, *(choose or ()))))
    with to_look(hub) if look else to_change(hub) as store:
        taken, all_ = _answers(store, hub, every, chosen, look=look)
    if not look:
        say(f"Took in {number(taken, 'answer')} of {number(all_, 'file')}")
    if taken < all_:
        failed()


def _answers(
    store: Store, hub: str, files: Sequence[Path], chosen: set[Path], *, look: bool
) -> tuple[int, int]:
    """How many were taken in, or could be, and of how many."""
    from hubdesk.workflows.review.answers import change_of, keep_files, taken_in
    from hubdesk.workflows.review.incoming import Standing
    from hubdesk.workflows.review.incoming_told import told_in_short

    with progress(f"Opening {hub}"):
        document = Document(store, clock=now)
    day = today()
    with progress("Reading the answers") as tell:

        def told(done: int) -> None:
            tell(f"Reading {files[done].name}, {done + 1} of {len(files)}")

        incoming = taken_in(document.hub, store, files, day, before_each=told)
    for one in incoming:
        say(f"{one.name}: {one.standing.value}" + (f"; {told_in_short(one)}" if one.can_be_taken else ""))
        report(one.problems)
    ready = [
        one
        for path, one in zip(files, incoming, strict=True)
        if one.standing is Standing.READY or (one.can_be_taken and path.resolve() in chosen)
    ]
    if ready and not look:
        change = change_of(document.hub, ready, day)
        keep_files(store, ready)
        document.apply(change)
    return len(ready), len(files)
