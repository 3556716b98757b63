"""Handles of a licence: dragged within their reach, each is one change that puts the boundary there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.problem import Refused
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.licence_handles import Part, handles_of, moved, reach, told, within_reach
from hubdesk.workflows.licence_spans import licence_span, licence_spans
from tests.builders import a_hub, random_hub

STEPS = {"2026-04-01": 10, "2026-05-16": 12}


def test_a_licence_is_held_by_its_ends_and_its_steps() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", STEPS, last="2027-03-31").build()
    (span,) = licence_spans(hub)
    start, step, end = handles_of(span)
    assert [told(span, one, one.day) for one in (start, step, end)] == [
        "Starts on 1 April 2026 with 10 desks",
        "12 desks from 16 May 2026",
        "Ends on 31 March 2027",
    ]
    assert reach(span, step) == (date(2026, 4, 2), date(2027, 3, 31))
    assert within_reach(span, step, date(2030, 1, 1)) == date(2027, 3, 31)
    open_ended = licence_span(hub.applying(moved(hub, end, date(2028, 4, 1))).licences[span.id])
    assert told(open_ended, handles_of(open_ended)[-1], None) == "Open-ended"


def test_a_licence_that_was_changed_meanwhile_is_not_dragged() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", STEPS, last="2027-03-31").build()
    (span,) = licence_spans(hub)
    _, step, end = handles_of(span)
    later = hub.applying(moved(hub, end, date(2027, 7, 1)))
    assert moved(later, step, date(2026, 6, 1)), "another part of it does not matter"
    with pytest.raises(Refused, match="changed meanwhile"):
        moved(later, end, date(2027, 1, 1))


@hypothesis_settings(max_examples=60)
@given(st.integers(0, 10**6), st.dates(date(2024, 1, 1), date(2029, 1, 1)))
def test_a_handle_comes_where_it_is_put_and_its_neighbours_stay(seed: int, day: date) -> None:
    hub = random_hub(seed, agencies=4, lines=1, desks=2)
    for span in licence_spans(hub):
        for handle in handles_of(span):
            to = within_reach(span, handle, day)
            try:
                change = moved(hub, handle, to)
            except Refused as refused:
                pytest.fail(str(refused))
            after = handles_of(licence_span(hub.applying(change).licences[span.id]))
            assert [one.day for one in after if one.place != handle.place] == [
                one.day for one in handles_of(span) if one.place != handle.place
            ]
            assert after[handle.place].day == to
            assert after[handle.place].part is handle.part
            if handle.part is Part.END:
                assert hub.applying(change).licences[span.id].last == to - ONE_DAY
