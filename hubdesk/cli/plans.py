"""The verb that puts a floor on paper: plan."""

from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.given import Hub, a_day, today
from hubdesk.cli.opened import to_look
from hubdesk.cli.terminal import number, progress, say
from hubdesk.exchange.plan.paper import SCALES, Paper, scale_name
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.outputs import refuse_lost_files
from hubdesk.workflows.standing import standing_of

_FIT = "fit"


class PaperName(Enum):
    """Paper as it is typed."""

    A4 = "A4"
    A3 = "A3"


def _scale(text: str) -> int | str:
    asked = text.strip().lower()
    if asked == _FIT:
        return _FIT
    known = {name: scale for scale in SCALES for name in (scale_name(scale), str(scale))}
    if asked.replace(" ", "") in known:
        return known[asked.replace(" ", "")]
    names = ", ".join(map(scale_name, SCALES))
    raise typer.BadParameter(f"“{text}” is none of {names} or {_FIT}")


def plan(  # noqa: PLR0913  as many options as the verb has
    hub: Hub,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write: .pdf, .svg or .png")],
    floor: Annotated[str, typer.Option(metavar="CODE", help="Which floor, by its code")],
    *,
    as_at: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="As it is on that day; if left out, today"),
    ] = None,
    agency: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="For that agency: its desks, and nothing about any other"),
    ] = None,
    paper: Annotated[PaperName, typer.Option(help="Paper")] = PaperName.A4,
    scale: Annotated[
        str, typer.Option(parser=_scale, metavar="SCALE", help="1:50 to 1:500, or fit: the largest that fits")
    ] = _FIT,
    tiled: Annotated[
        bool, typer.Option("--tiled", help="Over as many pages as the scale takes, to lay side by side")
    ] = False,
    underlay: Annotated[
        bool, typer.Option("--underlay/--no-underlay", help="Over the drawings that lie under the floor")
    ] = True,
    colour_by: Annotated[
        ColourBy, typer.Option(help="What the colour and hatch of a desk tell")
    ] = ColourBy.AGENCY,
) -> None:
    """Put a floor on paper, to scale: as PDF, SVG or PNG."""
    from hubdesk.workflows.plan_sheet import PlanWanted, pictures_under, prices, write_plan

    refuse_lost_files(hub, [out])
    with progress(f"Opening {hub}"), to_look(hub) as store:
        standing = standing_of(store)
        pictures = pictures_under(store, standing.hub, floor) if underlay and agency is None else {}
    made = today()
    day = as_at or made
    wanted = PlanWanted(
        floor=floor,
        day=day,
        made=made,
        agency=agency,
        paper=Paper[paper.value],
        scale=None if scale == _FIT else int(scale),
        tiled=tiled,
        by=colour_by,
        pictures=pictures,
        yearly=prices(standing, day) if colour_by is ColourBy.PRICE else {},
    )
    with progress(f"Drawing {out.name}"):
        written = write_plan(standing.hub, wanted, out)
    pages = f" on {number(written.pages, 'page')}" if written.pages > 1 else ""
    say(f"Wrote {out}: {scale_name(written.scale)} on {paper.value}{pages}")
