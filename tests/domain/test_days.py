"""Days, counted on by months."""

from datetime import date

from hubdesk.domain.days import months_on


def test_a_month_on_is_the_last_day_where_the_month_is_short() -> None:
    assert months_on(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_on(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert months_on(date(2026, 11, 23), -11) == date(2025, 12, 23)


def test_beyond_the_calendar_is_its_end() -> None:
    assert months_on(date(9999, 12, 1), 1) == date.max
    assert months_on(date(1, 1, 1), -1) == date.min
