"""The verb about partners who drop in: drop-ins."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.given import Hub, a_day, now, today
from hubdesk.cli.opened import as_it_stands
from hubdesk.cli.terminal import number, progress, say, table
from hubdesk.workflows.outputs import refuse_lost_files


def drop_ins(
    hub: Hub,
    *,
    as_at: Annotated[
        date | None,
        typer.Option(parser=a_day, metavar="DAY", help="The week of that day; if left out, this week"),
    ] = None,
    poster: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A poster of the weeks from that one on: .pdf or .html"),
    ] = None,
    calendar: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A calendar file for Outlook and other calendars: .ics"),
    ] = None,
    agency: Annotated[
        str | None, typer.Option(metavar="CODE", help="Only the drop-ins of that agency")
    ] = None,
) -> None:
    """Who drops in when, and who meets whom: as text, as a poster, as a calendar file."""
    from hubdesk.domain.drop_in_room import Rooms
    from hubdesk.workflows.drop_ins.asked import agency_asked, ending_of
    from hubdesk.workflows.drop_ins.calendar import write_calendar
    from hubdesk.workflows.drop_ins.meetings import companions
    from hubdesk.workflows.drop_ins.poster import drop_in_poster, write_poster
    from hubdesk.workflows.drop_ins.week import week_of
    from hubdesk.workflows.drop_ins.words import day_called, listed, times, week_called

    outputs = [path for path in (poster, calendar) if path is not None]
    refuse_lost_files(hub, outputs)
    ending_of(poster, (".pdf", ".html", ".htm"))
    ending_of(calendar, (".ics",))
    known = as_it_stands(hub).hub
    asked = agency_asked(known, agency)
    day = as_at or today()
    rooms = Rooms(known)
    week = week_of(rooms, day, asked)
    say(f"{known.settings.name}: {week_called(week.monday)}")
    if week.visits:
        rows = [
            (
                day_called(one.day),
                times(one.drop_in.starts, one.drop_in.ends),
                one.agency.code,
                one.area.code,
                str(one.drop_in.desks or ""),
                one.drop_in.purpose,
                one.trouble,
            )
            for one in week.visits
        ]
        table(("Day", "Times", "Agency", "Area", "Desks", "Purpose", "Look at"), rows, right={"Desks"})
    else:
        say("Nobody drops in")
    if week.residents:
        say(f"In on every working day: {listed(one.code for one in week.residents)}")
    for one in companions(rooms, week.monday, asked):
        say(one.told)
    if poster is not None:
        with progress(f"Writing {poster.name}"):
            made = drop_in_poster(known, day, today(), asked)
            write_poster(made, poster)
        say(f"Wrote {poster}: {number(len(made.pages), 'page')}, one to each week that is different")
    if calendar is not None:
        written = write_calendar(known, day, asked, now(), calendar)
        say(f"Wrote {calendar}: {number(written, 'drop-in')}")
