"""The verb that proposes who sits where: allocate."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hubdesk.cli.given import Hub, a_day, now
from hubdesk.cli.opened import to_change, to_look
from hubdesk.cli.terminal import failed, number, progress, report, say, table
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub as HubValue
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.json.recharge import write_json
from hubdesk.workflows.document import Document
from hubdesk.workflows.outputs import refuse_lost_files

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated, Allocating

_STANDARD_OUTPUT = Path("-")


def allocate(
    hub: Hub,
    *,
    as_at: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="From which day; if left out, from today"),
    ] = None,
    seconds: Annotated[
        float, typer.Option(min=0, metavar="N", help="How long to look for a better plan")
    ] = 30,
    moves: Annotated[
        int | None,
        typer.Option(min=0, max=100, metavar="PERCENT", help="At most so many of a hundred desks move"),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Another one looks in another order")] = 1,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="F", help="Write JSON; - is standard output")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Allocate the desks so from that day")] = False,
) -> None:
    """Propose who sits where: near those they work with, within every rule, and with few moves.

    A plan costs what working links, an agency's spread, pieces that it is torn into and moves come to.
    The plan found is told beside today's, and beside what is proved that no plan can cost less than.
    """
    from hubdesk.allocating.proposal import change_of
    from hubdesk.workflows.placing.as_json import as_json
    from hubdesk.workflows.placing.proposing import Allocating
    from hubdesk.workflows.placing.ways_out import ways_out_of, ways_told

    file = json if json != _STANDARD_OUTPUT else None
    if file is not None:
        refuse_lost_files(hub, [file])
    with to_change(hub) if apply else to_look(hub) as store:
        with progress(f"Opening {hub}"):
            document = Document(store, clock=now)
        day = as_at or now().astimezone().date()
        with progress("Asking the hub") as tell:
            search = Allocating.of(document.hub, day, moves, seed)
            found = search.search(seconds, lambda so_far: tell(_going_on(so_far)))
        text = as_json(document.hub, found)
        change = change_of(document.hub, found.proposal) if apply and found.proposal else None
        if change:
            document.apply(change)
        if json == _STANDARD_OUTPUT:
            typer.echo(text, nl=False)
        elif file is not None:
            write_json(file, text)
        if found.proposal is None:
            report(found.conflict)
            with progress("Looking for a way out"):
                ways = ways_out_of(document.hub, found, lambda: None)
            for line in ways_told(ways):
                typer.echo(line, err=True)
            failed()
        lines = list(_told(document.hub, found))
        if change is not None:
            lines.append(f"Done: {change.title}" if change else "Nobody moves: there is nothing to change")
    if json == _STANDARD_OUTPUT:
        return
    _table(document.hub, found)
    for line in (*lines, *([f"Wrote {file}"] if file else [])):
        say(line)


def _going_on(search: "Allocating") -> str:
    """What the search is about, and the best that it has found."""
    if search.best is None:
        return search.phase or "Looking for a plan that keeps every rule"
    proved = f"; none can cost less than {search.bound:,.0f}" if search.bound else ""
    return f"{search.phase}: {search.best.cost.total:,.0f}{proved}"


def _table(hub: HubValue, found: "Allocated") -> None:
    from hubdesk.workflows.placing.proposing import agencies_placed

    rows = [
        (
            hub.agencies[one.agency].code,
            hub.agencies[one.agency].name,
            f"{one.desks:,}",
            f"{one.moves:,}",
            ", ".join(f"{_code(hub, place)} {desks:,}" for place, desks in one.places),
        )
        for one in agencies_placed(found)
    ]
    table(("Agency", "Name", "Desks", "Moves", "Where"), rows, right={"Desks", "Moves"})


def _told(hub: HubValue, found: "Allocated") -> Iterator[str]:
    """What the plan costs beside today's, term by term, and what is proved."""
    from hubdesk.workflows.placing.cost_terms import cost_terms

    now_, then = found.today, found.cost
    assert found.proposal is not None
    assert now_ is not None
    assert then is not None
    yield f"Who sits where from {in_words(found.proposal.day)}, after {number(found.proposal.moved, 'move')}"
    for term in cost_terms(now_, then):
        yield f"{term.words}: {term.then:,.1f}; today {term.today:,.1f}"
    if found.status.value == "optimal":
        yield "No plan that keeps every rule costs less: this is proved"
    elif found.bound:
        yield f"No plan that keeps every rule can cost less than {found.bound:,.1f}"


def _code(hub: HubValue, place: RecordId) -> str:
    area = hub.areas.get(place)
    return area.code if area else f"floor {hub.floors[place].code}"
