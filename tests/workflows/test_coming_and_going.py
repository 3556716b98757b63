"""Who is about to leave a desk, and who is about to come."""

from datetime import date

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.coming_and_going import Turn, turns_after

TODAY = date(2026, 11, 10)
DESK, POL, CAB = RecordId("desk"), RecordId("POL"), RecordId("CAB")


def seat(agency: RecordId, first: date, last: date | None = None) -> Allocation:
    return Allocation(RecordId(f"{agency}-{first}"), DESK, agency, first, last)


def turns(*seats: Allocation) -> Turn | None:
    return turns_after(Hub.of([Agency(POL, "POL", "Police", Sector.PUBLIC), *seats]), TODAY).get(DESK)


def test_one_who_stays_neither_leaves_nor_comes() -> None:
    assert turns(seat(POL, date(2026, 4, 1))) is None
    assert turns(seat(POL, date(2026, 4, 1), date(2027, 3, 31))) is None


def test_who_leaves_within_thirty_days_is_told_today_included() -> None:
    today, last = seat(POL, date(2026, 4, 1), TODAY), seat(POL, date(2026, 4, 1), date(2026, 12, 10))
    assert turns(today) == Turn(leaving=today)
    assert turns(last) == Turn(leaving=last)
    assert turns(seat(POL, date(2026, 4, 1), date(2026, 12, 11))) is None
    assert turns(seat(POL, date(2026, 4, 1), date(2026, 11, 9))) is None


def test_who_comes_is_told_from_the_day_after() -> None:
    soon = seat(CAB, date(2026, 11, 11))
    assert turns(soon, seat(POL, date(2026, 12, 1))) == Turn(joining=soon)
    assert turns(seat(CAB, TODAY)) is None
    assert turns(seat(CAB, date(2026, 12, 11))) is None


def test_a_desk_is_handed_on() -> None:
    leaving, coming = seat(POL, date(2026, 4, 1), date(2026, 11, 15)), seat(CAB, date(2026, 11, 16))
    assert turns(coming, leaving) == Turn(leaving, coming)


def test_an_agency_that_goes_on_by_another_allocation_stays() -> None:
    assert turns(seat(POL, date(2026, 4, 1), date(2026, 11, 15)), seat(POL, date(2026, 11, 16))) is None


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    last = seat(POL, date(2026, 4, 1), date.max)
    assert turns_after(Hub.of([last]), date.max) == {DESK: Turn(leaving=last)}
