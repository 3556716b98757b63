"""Licences as spans: whole, without gaps, cut where the desks change; who joins and leaves by them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.joiners_and_leavers import Turn, joiners_and_leavers
from hubdesk.workflows.licence_spans import DeskSpan, licence_spans, presence
from tests.builders import HubBuilder, a_hub, random_hub

TODAY = date(2026, 11, 23)


def test_a_licence_is_cut_where_its_desks_change() -> None:
    steps = {"2026-04-01": 10, "2026-05-16": 12, "2026-06-01": 12, "2027-06-01": 4}
    hub = a_hub().agency("CAB").licence("L01", "CAB", steps, last="2027-03-31").build()
    (span,) = licence_spans(hub)
    assert span.spans == (
        DeskSpan(date(2026, 4, 1), date(2026, 5, 15), 10),
        DeskSpan(date(2026, 5, 16), date(2027, 3, 31), 12),
    )
    assert span.steps == (date(2026, 5, 16),)


def test_licences_are_in_order_of_agency_and_of_one_agency_alone() -> None:
    hub = (
        a_hub()
        .licence("L01", "HBC", 3)
        .agency("CAB")
        .licence("L03", "CAB", first="2026-06-01")
        .licence("L02", "CAB", first="2026-07-01")
        .build()
    )
    assert [one.licence.code for one in licence_spans(hub)] == ["L03", "L02", "L01"]
    assert [one.licence.code for one in licence_spans(hub, hub.agency_codes["HBC"].id)] == ["L01"]


@hypothesis_settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_spans_are_the_licence_day_by_day(seed: int) -> None:
    for one in licence_spans(random_hub(seed, agencies=4, lines=1, desks=2)):
        assert one.spans[0].first == one.first
        assert one.spans[-1].last == one.last
        for before, after in zip(one.spans, one.spans[1:], strict=False):
            assert before.last == after.first - ONE_DAY
            assert before.desks != after.desks
        for span in one.spans:
            middle = span.first + ((span.last or span.first + timedelta(days=900)) - span.first) / 2
            for day in (span.first, middle, span.last or date(2040, 1, 1)):
                assert one.licence.desks_on(day) == span.desks


def coming(builder: HubBuilder) -> list[tuple[str, Turn, str, int]]:
    hub = builder.build()
    return [
        (hub.agencies[one.agency].code, one.turn, one.day.isoformat(), one.desks)
        for one in joiners_and_leavers(hub, TODAY)
    ]


def test_joiners_and_leavers_of_the_next_twelve_months() -> None:
    builder = (
        a_hub()
        .agency("CAB")
        .licence("L01", "CAB", 4, last="2027-03-31")
        .agency("DWP")
        .licence("L02", "DWP", 6, first="2027-02-01")
        .agency("OLD")
        .licence("L03", "OLD", last="2026-11-22")
        .agency("FAR")
        .licence("L04", "FAR", first="2027-11-24")
    )
    assert coming(builder) == [
        ("DWP", Turn.JOINS, "2027-02-01", 6),
        ("CAB", Turn.LEAVES, "2027-03-31", 4),
    ]


def test_one_that_goes_on_by_another_licence_neither_leaves_nor_joins() -> None:
    builder = (
        a_hub()
        .agency("CAB")
        .licence("L01", "CAB", 4, last="2027-03-31")
        .licence("L02", "CAB", 2, first="2027-04-01")
    )
    assert coming(builder) == []
    assert len(presence(builder.build(), builder.build().agency_codes["CAB"].id)) == 1


def test_today_is_the_last_day_of_a_leaver_and_no_first_day_of_a_joiner() -> None:
    builder = a_hub().agency("CAB").licence("L01", "CAB", 4, first="2026-11-23", last="2026-11-23")
    assert coming(builder) == [("CAB", Turn.LEAVES, "2026-11-23", 4)]
