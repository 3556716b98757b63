"""On which days a drop-in happens, beside every day of two years looked at one by one."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.ids import RecordId
from hubdesk.domain.occurrences import (
    at_once,
    happens_on,
    last_occurrence,
    monday_of,
    next_occurrence,
    occurrences,
)

SPAN = [date(2026, 1, 1) + timedelta(days=one) for one in range(730)]
DAYS = st.sampled_from(SPAN)


def visit(
    weekday: Weekday | None, on: date | None = None, first: date | None = None, last: date | None = None
) -> DropIn:
    one, agency, area = (RecordId(letter * 16) for letter in "abc")
    return DropIn(one, agency, area, weekday, on, time(10), time(12), first, last)


DROP_INS = st.one_of(
    st.builds(lambda on: visit(None, on), DAYS),
    st.builds(
        lambda weekday, first, last: visit(weekday, first=first, last=last),
        st.sampled_from(Weekday),
        st.none() | DAYS,
        st.none() | DAYS,
    ),
)


@given(DROP_INS, DAYS, DAYS)
def test_occurrences_are_the_days_that_it_happens_on(one: DropIn, first: date, last: date) -> None:
    looked = [day for day in SPAN if first <= day <= last and happens_on(one, day)]
    assert list(occurrences(one, first, last)) == looked
    following = next((day for day in SPAN if day >= first and happens_on(one, day)), None)
    if following is not None:
        assert next_occurrence(one, first) == following


@given(DROP_INS)
def test_the_last_occurrence_is_the_last_of_them(one: DropIn) -> None:
    happening = [day for day in SPAN if happens_on(one, day)]
    last = last_occurrence(one)
    if one.weekday is not None and one.last is None:
        assert last is None
    elif happening:
        assert last == happening[-1]


def test_a_weekly_one_is_there_on_its_weekday_only_from_its_first_day_to_its_last() -> None:
    tuesdays = visit(Weekday.TUESDAY, first=date(2026, 4, 7), last=date(2026, 4, 21))
    days = [7, 14, 21]
    assert list(occurrences(tuesdays, date.min, date.max)) == [date(2026, 4, day) for day in days]
    assert last_occurrence(visit(Weekday.TUESDAY, first=date(2026, 4, 8), last=date(2026, 4, 10))) is None


def test_the_calendar_has_two_ends() -> None:
    mondays = visit(Weekday.MONDAY)
    assert next_occurrence(mondays, date.min) == date.min
    assert next_occurrence(visit(Weekday.MONDAY), date.max) is None
    assert list(occurrences(visit(Weekday.FRIDAY), date.max, date.max)) == [date.max]
    assert monday_of(date.min) == date.min
    assert monday_of(date(2026, 11, 29)) == date(2026, 11, 23)


def test_one_that_begins_as_another_ends_is_not_there_at_once() -> None:
    early, late = visit(Weekday.MONDAY), visit(Weekday.MONDAY)
    assert at_once(early, late)
    later = DropIn(early.id, early.agency, early.area, Weekday.MONDAY, None, time(12), time(13))
    assert not at_once(early, later)
    assert not at_once(later, early)
