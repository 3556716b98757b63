"""Dragging a licence's ends and steps: what moves with them, and what stands in the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.cost_line import FixedShare
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.problem import Refused
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import agencies, licences
from tests.builders import HubBuilder, a_hub, random_hub

DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 1))


def hub() -> HubBuilder:
    """CAB has 4 desks from 1 June 2026 and 6 from 1 September, until 31 March 2027."""
    steps = {"2026-06-01": 4, "2026-09-01": 6}
    return (
        a_hub().agency("CAB", "voluntary").licence("L01", "CAB", steps, first="2026-06-01", last="2027-03-31")
    )


def licence(now: Hub) -> Licence:
    return now.licence_codes["L01"]


def desks(now: Hub, *days: str) -> list[int]:
    return [licence(now).desks_on(date.fromisoformat(day)) for day in days]


def test_an_earlier_start_has_the_desks_that_it_began_with() -> None:
    now = hub().build()
    change = licences.start(now, licence(now).id, date(2026, 4, 15))
    assert change.title == "Licence L01 starts on 15 April 2026"
    after = now.applying(change)
    assert desks(after, "2026-04-14", "2026-04-15", "2026-08-31", "2026-09-01") == [0, 4, 4, 6]


def test_a_later_start_has_the_desks_of_that_day() -> None:
    now = hub().build()
    after = now.applying(licences.start(now, licence(now).id, date(2026, 10, 1)))
    assert desks(after, "2026-09-30", "2026-10-01") == [0, 6]
    earlier = after.applying(licences.start(after, licence(after).id, date(2026, 7, 1)))
    assert desks(earlier, "2026-07-01", "2026-09-30") == [6, 6], "steps that were passed by are gone"


def test_awards_go_with_the_ends_that_they_share() -> None:
    now = hub().award("L01", 40, first="2026-06-01", last="2027-03-31").build()
    (award,) = now.concessions.values()
    after = now.applying(licences.start(now, licence(now).id, date(2026, 5, 1)))
    after = after.applying(licences.set_last(after, licence(after).id, None))
    assert (after.concessions[award.id].first, after.concessions[award.id].last) == (date(2026, 5, 1), None)
    after = after.applying(licences.set_last(after, licence(after).id, date(2026, 12, 31)))
    assert after.concessions[award.id].last == date(2026, 12, 31)


def test_an_award_that_was_over_before_the_new_start_goes() -> None:
    now = hub().award("L01", 40, first="2026-06-01", last="2026-06-30").build()
    assert not now.applying(licences.start(now, licence(now).id, date(2026, 7, 1))).concessions


def test_a_later_end_holds_on_the_desks_that_it_ended_with() -> None:
    now = hub().build()
    after = now.applying(licences.set_last(now, licence(now).id, date(2026, 8, 15)))
    assert desks(after, "2026-08-15", "2026-08-16") == [4, 0]
    change = licences.set_last(after, licence(now).id, None)
    assert change.title == "Licence L01 is open-ended"
    assert desks(after.applying(change), "2026-09-01", "2030-01-01") == [4, 4]


def test_the_ends_do_not_pass_each_other() -> None:
    now = hub().build()
    with pytest.raises(Refused, match="It ends on 31 March 2027, before 1 April 2027"):
        licences.start(now, licence(now).id, date(2027, 4, 1))
    with pytest.raises(Refused, match="does not go on after 31 May 2026"):
        licences.set_last(now, licence(now).id, date(2026, 5, 31))


def test_a_step_is_moved_between_those_beside_it() -> None:
    now = hub().build()
    change = licences.move_step(now, licence(now).id, date(2026, 9, 1), date(2026, 11, 16))
    assert change.title == "Licence L01: 6 desks from 16 November 2026 in place of 1 September 2026"
    assert desks(now.applying(change), "2026-11-15", "2026-11-16") == [4, 6]
    for beyond in (date(2026, 6, 1), date(2027, 4, 1)):
        with pytest.raises(Refused, match="is not between the steps before and after it"):
            licences.move_step(now, licence(now).id, date(2026, 9, 1), beyond)
    with pytest.raises(Refused, match="There is no step on 2 September 2026"):
        licences.move_step(now, licence(now).id, date(2026, 9, 2), date(2026, 11, 16))


@hypothesis_settings(max_examples=60)
@given(st.integers(0, 10**6), DAYS, DAYS)
def test_ends_come_where_they_are_put_and_bring_in_no_error(seed: int, first: date, last: date) -> None:
    now = random_hub(seed, agencies=5, lines=2, desks=4)
    for one in sorted(now.licences):
        after = _done(now, one, licences.start, first)
        if after is not None:
            moved = after.licences[one]
            was = now.licences[one]
            assert (moved.first, moved.last) == (first, was.last)
            for day in (max(first, was.first), was.last or date(2029, 1, 1)):
                assert moved.desks_on(day) == was.desks_on(day)
        after = _done(now, one, licences.set_last, last)
        if after is not None:
            moved = after.licences[one]
            was = now.licences[one]
            assert (moved.first, moved.last) == (was.first, last)
            for day in (was.first, min(last, was.last or last), last):
                assert moved.desks_on(day) == was.desks_on(min(day, was.last or day))


def _done(now: Hub, one: RecordId, edit: Callable[[Hub, RecordId, date], Change], day: date) -> Hub | None:
    try:
        change = edit(now, one, day)
    except Refused:
        return None
    assert not errors_of(now, change)
    return now.applying(change)


def test_a_leaver_pays_no_fixed_share_of_what_starts_after_it_left() -> None:
    now = (
        hub()
        .cost_line("C01", 100)
        .fixed_share("C01", "CAB", 20)
        .cost_line("C02", 100, first="2026-10-01")
        .fixed_share("C02", "CAB", 20)
        .build()
    )
    after = now.applying(agencies.leave(now, now.agency_codes["CAB"].id, date(2026, 10, 1) - ONE_DAY))
    kept = [after.cost_lines[one.cost_line].code for one in after.all(FixedShare)]
    assert kept == ["C01"]


def test_an_agency_that_was_here_before_joins_again_with_an_award() -> None:
    now = hub().licence("L02", "HBC", 3).award("L02", 40).build()
    agency, old = now.agency_codes["CAB"], now.licence_codes["L02"]
    (award,) = now.concessions.values()
    again = replace(old, id=new_id(), code="L03", agency=agency.id)
    given_too = replace(award, id=new_id(), licence=again.id)
    change = agencies.join(now, agency, again, given_too)
    assert change.title == "CAB joins with 3 desks from 1 April 2026"
    assert change.added == (again, given_too)
