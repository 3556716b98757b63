"""Days on which something in the building changes."""

from datetime import date

from hubdesk.domain.turning_days import turning_days
from tests.builders import a_hub


def test_what_begins_and_ends_is_counted_by_day() -> None:
    hub = (
        a_hub()
        .agency("AAA")
        .floor("G")
        .desks(2)
        .licence("L01", "AAA", {"2026-04-01": 1, "2026-07-01": 2})
        .allocation("G-001", "AAA", "2026-07-01", "2026-09-30")
        .build()
    )
    assert turning_days(hub, date(2026, 5, 1), date(2026, 12, 31)) == {
        date(2026, 7, 1): 2,  # the licence steps up, and the agency sits down
        date(2026, 10, 1): 1,
    }
