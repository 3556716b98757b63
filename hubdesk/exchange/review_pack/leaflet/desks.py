"""The agency's desks: where they are on the plan, and each in a list."""

from collections.abc import Sequence

from hubdesk.domain.days import in_words
from hubdesk.domain.names import counted
from hubdesk.exchange.review_pack.leaflet.figures import day
from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Section, Table, Why
from hubdesk.exchange.review_pack.pack import DeskLine, Pack, Reckoned
from hubdesk.exchange.review_pack.wording import desks_compared
from hubdesk.exchange.statement.statement import Column, Kind, Words


def plans_of(pack: Pack) -> Section:
    """Where the desks are."""
    if not pack.floors:
        words = "You have no desk and no area of your own, so no floor is shown."
    else:
        words = (
            "Your desks are filled in, with their codes and a bold edge; all others are plain, taken or not."
        )
    return Section("plans", "Where your desks are", (words,), floors=pack.floors)


def list_of(pack: Pack, workings: dict[str, Reckoned]) -> Section:
    """Each desk, from when, and what is out of the ordinary."""
    when = in_words(pack.as_at)
    compared = " ".join(desks_compared(pack))
    if not pack.desks:
        words = (f"On {when} the records have no desk of yours.", compared)
        return Section("desks", "Your desks", words if pack.licences else words[:1])
    floors = dict.fromkeys(one.floor for one in pack.desks)
    return Section(
        "desks",
        "Your desks",
        (compared,),
        tables=tuple(
            _on_floor(floor, [one for one in pack.desks if one.floor == floor], workings) for floor in floors
        ),
    )


def _on_floor(floor: str, desks: Sequence[DeskLine], workings: dict[str, Reckoned]) -> Table:
    ends = any(one.until for one in desks)
    columns = [
        Column("Desk", Kind.WORDS),
        Column("Area", Kind.WORDS),
        Column("Kind", Kind.WORDS),
        Column("Yours from", Kind.NOTE),
        *([Column("To", Kind.NOTE)] if ends else []),
    ]
    rows = tuple(_row(one, workings.pop(one.asked.key, None), ends=ends) for one in desks)
    return Table(f"{floor}: {counted(len(desks), 'desk')}", tuple(columns), rows)


def _row(one: DeskLine, working: Reckoned | None, *, ends: bool) -> Row:
    cells = (
        Words(one.code, (one.note,) if one.note else ()),
        Words(one.area),
        Words(one.kind),
        day(one.since),
    )
    why = Why(f"Desk {one.code}", working=working) if working else None
    return Row((*cells, day(one.until)) if ends else cells, why)
