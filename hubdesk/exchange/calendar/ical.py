"""Events as an iCalendar file (RFC 5545), as Outlook, Google and Apple calendars take it in."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur, vText

from hubdesk.exchange.calendar.events import CalendarEvent

_ZONE = "Europe/London"
_LONDON = ZoneInfo(_ZONE)
_PROGRAM = "-//Hubdesk//Hubdesk//EN"
_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
"""What one program or another takes for the end of a line, where only a line feed is one in a text."""


def calendar_file(name: str, events: Iterable[CalendarEvent], made: datetime) -> bytes:
    """The calendar called `name`: the same bytes for the same. `made`, a moment, is when it is written."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PROGRAM)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _text(name))
    # What Outlook and Apple have read for a name since before there was one.
    calendar.add("x-wr-calname", _text(name))
    calendar.add("x-wr-timezone", _ZONE)
    calendar.add_component(_united_kingdom())
    for event in events:
        calendar.add_component(_event(event, made))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, made: datetime) -> Event:
    written = Event()
    written.add("uid", event.uid)
    written.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    written.add("dtstart", _on_the_wall(event.first, event.starts))
    written.add("dtend", _on_the_wall(event.first, event.ends))
    if event.weekly:
        rule: dict[str, object] = {"freq": "weekly"}
        if event.last is not None:
            rule["until"] = _on_the_wall(event.last, event.starts).astimezone(UTC)
        written.add("rrule", rule)
    written.add("summary", _text(event.summary))
    written.add("location", _text(event.location))
    if event.description:
        written.add("description", _text(event.description))
    # Somebody else is in the building: nobody's own time is taken up by that.
    written.add("transp", "TRANSPARENT")
    written.add("x-microsoft-cdo-busystatus", "FREE")
    return written


def _text(words: str) -> vText:
    """`words` without the control characters that the standard forbids (RFC 5545, 3.1)."""
    lines = _LINE_END.sub("\n", words)
    return vText("".join(one for one in lines if one in "\n\t" or unicodedata.category(one) != "Cc"))


def _on_the_wall(day: date, at: time) -> datetime:
    return datetime.combine(day, at.replace(microsecond=0), _LONDON)


def _united_kingdom() -> Timezone:
    """British Summer Time as it has been since 1996: last Sunday of March to last Sunday of October."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    zone.add("x-lic-location", _ZONE)
    hour, none = timedelta(hours=1), timedelta(0)
    for part, name, month, at, before, after in (
        (TimezoneDaylight(), "BST", 3, datetime(1996, 3, 31, 1), none, hour),  # noqa: DTZ001  on the wall
        (TimezoneStandard(), "GMT", 10, datetime(1996, 10, 27, 2), hour, none),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", at)
        part.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return zone
