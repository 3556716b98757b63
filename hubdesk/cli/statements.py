"""The verb that writes statements: a run as files for each agency, or with all else that goes out of it."""

from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.given import AmountsAsked, Hub, RunName, amounts_for, now
from hubdesk.cli.opened import to_look
from hubdesk.cli.terminal import number, progress, report, say
from hubdesk.workflows.standing import standing_of


def statements(
    hub: Hub,
    period: RunName,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the files go; made if it is not there")
    ],
    *,
    amounts: AmountsAsked = None,
    agency: Annotated[str | None, typer.Option(metavar="CODE", help="That agency alone")] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="The recharge workbook and the ledger's CSV files too")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="In place of files of the same names; else none is written")
    ] = False,
) -> None:
    """Write a statement to each agency: what it is charged and why, as tagged PDF."""
    from hubdesk.workflows.statements import Existing, Folder, letterhead
    from hubdesk.workflows.statements import statements as statements_of

    amounts = amounts_for(period, amounts)
    with progress(f"Opening {hub}"), to_look(hub) as store:
        standing = standing_of(store)
        head = letterhead(store, standing.hub)
    made = now()
    with progress(f"Working out {period}"):
        of = statements_of(standing, period, amounts, agency, head, made=made)
        going_out = Folder(of, folder, hub=hub, made=made)
        files = going_out.everything if everything else going_out.statements
    existing = Existing.REPLACE if replace else Existing.KEEP
    with progress(f"Writing {number(len(files), 'file')}"):
        written = going_out.write(files, existing, lambda *_: None)
    report((*going_out.problems, *going_out.left_out))
    for path in written:
        say(f"Wrote {path}")
