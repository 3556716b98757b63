"""A timeline holds from its day until the next step, and its spans lose no day and double none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.timeline import ONE_DAY, Step, Timeline

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
PAIRS = st.dictionaries(DAYS, st.integers(0, 5), max_size=6)


@given(PAIRS, DAYS)
def test_a_value_holds_until_the_next_step(pairs: dict[date, int], day: date) -> None:
    begun = [first for first in pairs if first <= day]
    assert Timeline.of(pairs.items()).at(day) == (pairs[max(begun)] if begun else None)


@given(PAIRS, DAYS, st.integers(0, 400))
def test_spans_are_the_days_one_by_one(pairs: dict[date, int], first: date, length: int) -> None:
    timeline, last = Timeline.of(pairs.items()), first + timedelta(days=length)
    by_span = {
        span.first + timedelta(days=offset): span.value
        for span in timeline.spans(first, last)
        for offset in range(span.days)
    }
    each_day = (first + timedelta(days=offset) for offset in range(length + 1))
    assert by_span == {day: value for day in each_day if (value := timeline.at(day)) is not None}
    spans = list(timeline.spans(first, last))
    assert sum(span.days for span in spans) == len(by_span), "a day in two spans"
    assert spans == sorted(spans, key=lambda span: span.first)


@given(PAIRS, DAYS, st.integers(0, 5))
def test_a_step_can_be_set_and_taken_away(pairs: dict[date, int], first: date, value: int) -> None:
    timeline = Timeline.of(pairs.items())
    stepped = timeline.with_step(first, value)
    assert stepped.at(first) == value
    assert stepped.at(first - ONE_DAY) == timeline.at(first - ONE_DAY)
    if first not in pairs:
        assert stepped.without_step(first) == timeline


def test_spans_reach_to_the_ends_of_the_calendar() -> None:
    timeline = Timeline.of([(date.min, 1), (date(2026, 4, 1), 2)])
    assert [(span.first, span.last) for span in timeline.spans(date.min, date.max)] == [
        (date.min, date(2026, 3, 31)),
        (date(2026, 4, 1), date.max),
    ]


def test_two_steps_on_a_day_are_refused() -> None:
    day = date(2026, 4, 1)
    with pytest.raises(ValueError, match="out of order"):
        Timeline((Step(day, 1), Step(day, 2)))
    empty: Timeline[int] = Timeline()
    assert empty.first is None
    assert not empty
