"""Days on which something in the building changes."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.change import merged, removing, updating
from hubdesk.domain.turning_days import turning_days, turning_days_after
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


def test_a_change_counts_as_if_everything_were_counted_again() -> None:
    before = a_hub().agency("AAA").floor("G").desks(2).allocation("G-001", "AAA", "2026-07-01").build()
    seat = next(iter(before.allocations.values()))
    change = merged(
        "Leave, and take a desk out of service",
        [
            updating("Leave", (seat, replace(seat, last=date(2026, 9, 30)))),
            removing("Remove", before.desk_codes["G-002"]),
            updating("Rename", (before.floor_codes["G"], replace(before.floor_codes["G"], name="Low"))),
        ],
    )
    span = date(2026, 4, 1), date(2027, 3, 31)
    was = turning_days(before, *span)
    assert turning_days_after(was, change, *span) == turning_days(before.applying(change), *span) != was
