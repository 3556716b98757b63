"""The calendar file, read by another library: its occurrences are those of the hub, at the same moments."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.change import adding
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import occurrences
from hubdesk.exchange.calendar.events import CalendarEvent
from hubdesk.exchange.calendar.ical import calendar_file
from hubdesk.workflows.drop_ins.calendar import calendar_events
from tests.builders.hub import a_hub

MADE = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
MONDAY = date(2026, 1, 5)
HORIZON = date(2027, 12, 31)
LONDON = ZoneInfo("Europe/London")
HUB = a_hub().agency("CAB").floor("G").area("HALL", m2=50).build()

DAYS = st.integers(0, 700).map(lambda days: MONDAY + timedelta(days=days))
HOURS = st.integers(3, 21).flatmap(lambda hour: st.sampled_from([time(hour), time(hour, 45)]))


@st.composite
def drop_ins(draw: st.DrawFn) -> DropIn:
    weekday = draw(st.none() | st.sampled_from(Weekday))
    starts = draw(HOURS)
    one = RecordId("d" * 16)
    ids = HUB.agency_codes["CAB"].id, HUB.area_codes["HALL"].id
    if weekday is None:
        return DropIn(one, *ids, None, draw(DAYS), starts, time(22))
    return DropIn(one, *ids, weekday, None, starts, time(22), draw(st.none() | DAYS), draw(st.none() | DAYS))


def read(content: bytes) -> Any:
    return vobject.readOne(content.decode("utf-8"))


def moments(content: bytes) -> list[datetime]:
    """Every occurrence up to the horizon as a moment, as the other library makes them out."""
    found: list[datetime] = []
    for event in getattr(read(content), "vevent_list", ()):
        rule = event.getrruleset(addRDate=True)
        starts = [event.dtstart.value] if rule is None else _up_to_horizon(rule)
        found += [start.astimezone(UTC) for start in starts]
    return found


def _up_to_horizon(rule: Iterable[datetime]) -> Iterable[datetime]:
    for start in rule:
        if start.date() > HORIZON:
            return
        yield start


@settings(max_examples=60, deadline=None)
@given(drop_ins())
def test_another_library_finds_the_occurrences_of_the_hub_over_changes_of_the_clocks(one: DropIn) -> None:
    hub = HUB.applying(adding("Add", one))
    content = calendar_file("Hub", calendar_events(hub, MONDAY), MADE)
    known = [
        datetime.combine(day, one.starts, LONDON).astimezone(UTC)
        for day in occurrences(one, one.first or one.on or MONDAY, HORIZON)
    ]
    assert moments(content) == known


def weekly(last: date | None) -> CalendarEvent:
    first = date(2026, 3, 24)
    return CalendarEvent("one@hubdesk", first, last, time(10), time(12), True, "Visit", "Hall", "")


def lines(content: bytes) -> list[str]:
    return content.decode().split("\r\n")


def test_until_is_the_last_visit_in_universal_time_and_the_first_is_a_real_one() -> None:
    in_summer = lines(calendar_file("Hub", [weekly(date(2026, 4, 14))], MADE))
    assert "DTSTART;TZID=Europe/London:20260324T100000" in in_summer
    assert "RRULE:FREQ=WEEKLY;UNTIL=20260414T090000Z" in in_summer
    assert "RRULE:FREQ=WEEKLY" in lines(calendar_file("Hub", [weekly(None)], MADE))


def test_what_a_calendar_needs_to_take_it_for_the_same_event_again() -> None:
    written = lines(calendar_file("Hub", [weekly(None)], MADE))
    for line in ("METHOD:PUBLISH", "PRODID:-//Hubdesk//Hubdesk//EN", "VERSION:2.0", "UID:one@hubdesk"):
        assert line in written
    assert "DTSTAMP:20261101T093000Z" in written
    assert not [line for line in written if line.startswith("EXDATE")]
    assert calendar_file("Hub", [weekly(None)], MADE) == calendar_file("Hub", [weekly(None)], MADE)


def test_the_clocks_change_when_they_do_in_the_united_kingdom() -> None:
    starts = moments(calendar_file("Hub", [weekly(date(2026, 11, 3))], MADE))
    hours = {one.date(): one.hour for one in starts}
    assert (hours[date(2026, 3, 24)], hours[date(2026, 3, 31)]) == (10, 9)
    assert (hours[date(2026, 10, 20)], hours[date(2026, 10, 27)]) == (9, 10)


AWKWARD = '=HYPERLINK("http://x")\nEND:VEVENT\nBEGIN:VALARM; a, b \\n © ' + "Ŵ" * 90


def test_text_is_only_ever_text_however_it_begins_and_lines_are_folded() -> None:
    event = CalendarEvent("one@hubdesk", MONDAY, None, time(9), time(10), False, AWKWARD, AWKWARD, AWKWARD)
    content = calendar_file(AWKWARD, [event], MADE)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = read(content)
    [found] = calendar.vevent_list
    assert (found.summary.value, found.location.value, found.description.value) == (AWKWARD,) * 3
    assert not hasattr(found, "valarm")
    assert calendar.x_wr_calname.value == AWKWARD


@pytest.mark.parametrize(
    "control", [chr(code) for code in (*range(32), 127, 0x85, 0x9B) if code not in (9, 10)]
)
def test_control_characters_that_no_calendar_takes_are_left_out(control: str) -> None:
    words = f"one{control}two"
    event = CalendarEvent("one@hubdesk", MONDAY, None, time(9), time(10), False, words, words, words)
    content = calendar_file(words, [event], MADE).decode()
    assert control not in content.replace("\r\n", "")
    said = "one\ntwo" if control in "\r\v\f\x85" else "onetwo"
    [found] = read(content.encode()).vevent_list
    assert (found.summary.value, found.location.value, found.description.value) == (said,) * 3


@pytest.mark.parametrize("end", ["\r\n", "\u2028", "\u2029"])
def test_every_end_of_a_line_becomes_the_one_that_a_calendar_knows(end: str) -> None:
    event = CalendarEvent(
        "one@hubdesk", MONDAY, None, time(9), time(10), False, f"a{end}END:VEVENT", "Hall", ""
    )
    [found] = read(calendar_file("Hub", [event], MADE)).vevent_list
    assert found.summary.value == "a\nEND:VEVENT"


def test_a_drop_in_that_never_happens_is_no_event_and_ids_are_those_of_the_records() -> None:
    builder = a_hub().agency("CAB").agency("CUN").floor("G").area("HALL", m2=50)
    builder = builder.drop_in("CAB", "HALL", "Tuesday", first="2026-04-08", last="2026-04-10")
    hub: Hub = builder.drop_in("CUN", "HALL", "Tuesday", first="2026-04-08", purpose="Loans").build()
    [event] = calendar_events(hub, MONDAY)
    [one] = (one for one in hub.drop_ins.values() if one.purpose)
    assert (event.uid, event.first, event.last) == (f"{one.id}@hubdesk", date(2026, 4, 14), None)
    assert calendar_events(hub, MONDAY, hub.agency_codes["CAB"].id) == ()
