"""Drop-ins against the room that there is for them: free desks, rooms for one party, areas that are open."""

from collections.abc import Iterator
from datetime import date, timedelta

from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.drop_in_room import AreaRoom, Crowd
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.occurrences import last_occurrence, next_occurrence
from hubdesk.domain.problem import Problem
from hubdesk.domain.timeline import ONE_DAY

_WEEK = 7


def crowded(hub: Hub) -> Iterator[Problem]:
    """Drop-ins that need more desks at once than are free, or meet in a room that is one party's at a time.

    Between two days on which something turns, one week is as another: so one of each is looked at.
    """
    for id_ in dict.fromkeys(one.area for one in hub.drop_ins.values()):
        room = AreaRoom(hub, hub.areas[id_])
        told: set[tuple[tuple[RecordId, ...], int]] = set()
        for day in _days_to_look_at(room):
            for crowd in room.crowds_on(day):
                if (crowd.ids, day.weekday()) not in told:
                    told.add((crowd.ids, day.weekday()))
                    yield _crowd(room, crowd, day)


def area_closed(hub: Hub) -> Iterator[Problem]:
    """Drop-ins on days on which their area is not there."""
    for one in hub.drop_ins.values():
        area = hub.areas[one.area]
        begins = next_occurrence(one, one.first or one.on or area.first or date.min)
        ends = last_occurrence(one)
        if begins is None or (holds(area, begins) and holds(area, ends or date.max)):
            continue
        days = " ".join(
            f"{word} {in_words(day)}" for word, day in (("from", area.first), ("to", area.last)) if day
        )
        yield warning(
            "drop-in-area-closed",
            f"It is planned on days on which area {area.code} is not there ({area.code} is there {days})",
            named(hub, one),
            "Choose another area, or other days",
            (one.id, area.id),
            "last" if holds(area, begins) else "first",
        )


def _days_to_look_at(room: AreaRoom) -> Iterator[date]:
    """The first day of each weekday after each day on which something turns."""
    turns = sorted({room.opens, *(day for day in room.turning_days() if day > room.opens)})
    for place, begins in enumerate(turns):
        ends = turns[place + 1] - ONE_DAY if place + 1 < len(turns) else date.max
        for step in range(min(_WEEK, (ends - begins).days + 1)):
            yield begins + timedelta(days=step)


def _crowd(room: AreaRoom, crowd: Crowd, day: date) -> Problem:
    """`day` is the first on which it is so."""
    hub = room.hub
    codes = sorted({hub.agencies[one.agency].code for one in crowd.drop_ins})
    who = codes[0] if len(codes) == 1 else f"{', '.join(codes[:-1])} and {codes[-1]}"
    when = f"{_crowd_day(room, crowd, day)} {crowd.starts:%H:%M} to {crowd.ends:%H:%M}"
    area = hub.areas[crowd.area]
    if crowd.free is None:
        return warning(
            "drop-in-room-twice",
            f"{who} are in the same room at once, {when}",
            named(hub, area),
            "Give one of them another room or time",
            (*crowd.ids, area.id),
            "area",
        )
    are = f"{crowd.free} is" if crowd.free == 1 else f"{crowd.free or 'none'} are"
    together = " together" if len(crowd.drop_ins) > 1 else ""
    return warning(
        "drop-in-beyond-desks",
        f"Drop-ins of {who} need {crowd.needed} {'desk' if crowd.needed == 1 else 'desks'}{together} "
        f"and {are} free, {when}",
        named(hub, area),
        "Give them fewer desks, another time or another area, or vacate a desk there",
        (*crowd.ids, area.id),
        "desks",
    )


def _crowd_day(room: AreaRoom, crowd: Crowd, day: date) -> str:
    """ "on Tuesdays", with the first such day where it was not always so; a single day by its date."""
    weekday = crowd.drop_ins[0].weekday
    if weekday is None or any(one.weekday is None for one in crowd.drop_ins):
        return f"on {in_words(day)}"
    always = day - room.opens < timedelta(days=_WEEK)
    since = "" if always else f", first on {in_words(day)},"
    return f"on {weekday.value}s{since}"
