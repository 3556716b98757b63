"""Drop-ins as a poster: a page to each week that is different, as PDF or as one HTML page."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from hubdesk.domain.days import in_words
from hubdesk.domain.drop_in_room import Rooms
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.exchange.poster.html import poster_html
from hubdesk.exchange.poster.pdf import poster_pdf
from hubdesk.exchange.poster.poster import Card, Poster, PosterDay, PosterPage
from hubdesk.exchange.replacing import replacing
from hubdesk.workflows.drop_ins.week import Week, week_of
from hubdesk.workflows.drop_ins.words import area_called, listed, week_called, weekday_of
from hubdesk.workflows.resources import fonts_folder, poster_template

WEEKS_AHEAD = 13
"""A quarter: a poster shows the weeks from the one that is asked for to this many on."""
_MOST_NAMED = 6


def drop_in_poster(hub: Hub, day: date, made: date, agency: RecordId | None = None) -> Poster:
    """The weeks from that of `day` on, those that are alike on one page; with an `agency`, its own alone."""
    alike: dict[tuple[object, ...], list[Week]] = {}
    for week in _weeks(hub, day, agency):
        visits = ((one.day.weekday(), one.drop_in) for one in week.visits)
        alike.setdefault((*visits, week.residents), []).append(week)
    who = f": {hub.agencies[agency].name or hub.agencies[agency].code}" if agency else ""
    pages = tuple(_page(hub, weeks) for weeks in alike.values())
    return Poster(f"Who is in when at {hub.settings.name}{who}", made, pages)


def write_poster(poster: Poster, path: Path) -> None:
    """As HTML where `path` ends in .html, else as PDF; whole or not at all. Raises Refused."""
    if path.suffix.lower() in (".html", ".htm"):
        content = poster_html(poster).encode()
    else:
        content = poster_pdf(poster, poster_template(), fonts_folder())
    with replacing(path) as draft:
        draft.write_bytes(content)


def _weeks(hub: Hub, day: date, agency: RecordId | None) -> Iterator[Week]:
    rooms = Rooms(hub)
    for step in range(WEEKS_AHEAD):
        ordinal = day.toordinal() + 7 * step
        if ordinal > date.max.toordinal():
            return
        yield week_of(rooms, date.fromordinal(ordinal), agency)


def _page(hub: Hub, weeks: Sequence[Week]) -> PosterPage:
    marks = marks_of_agencies(hub)
    first = weeks[0]
    days = []
    for day in first.days:
        visits = first.on(day)
        cards = tuple(
            Card(
                f"{one.drop_in.starts:%H:%M}–{one.drop_in.ends:%H:%M}",
                one.agency.name or one.agency.code,
                one.agency.code,
                area_called(one.area),
                one.drop_in.purpose,
                marks[one.agency.id],
            )
            for one in visits
        )
        dated = in_words(day).rsplit(" ", 1)[0] if len(weeks) == 1 else ""
        days.append(PosterDay(weekday_of(day).value, dated, cards))
    return PosterPage(_when(weeks), tuple(days), _always(first))


def _when(weeks: Sequence[Week]) -> str:
    """ "Week of 23 November 2026"; of more, the runs of them: "Weeks from 5 to 26 October 2026"."""
    if len(weeks) == 1:
        return week_called(weeks[0].monday)
    runs: list[list[date]] = []
    for week in weeks:
        if runs and week.monday - runs[-1][-1] == timedelta(days=7):
            runs[-1].append(week.monday)
        else:
            runs.append([week.monday])
    said = [
        f"of {in_words(run[0])}" if len(run) == 1 else f"from {in_words(run[0])} to {_sunday(run[-1])}"
        for run in runs
    ]
    return f"Weeks {listed(said)}"


def _sunday(monday: date) -> str:
    return in_words(date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal())))


def _always(week: Week) -> str:
    """Who has desks here: in on every working day. Many are told by their number."""
    if not week.residents:
        return ""
    if len(week.residents) > _MOST_NAMED:
        return f"In on every working day: the {len(week.residents)} agencies with desks here."
    return f"In on every working day: {listed(one.name or one.code for one in week.residents)}."
