"""The log of queries: what each says of itself, how long it has, and what hangs on it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hubdesk.domain.checks import errors
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, End, Stage
from hubdesk.domain.review import ReviewRound, ReviewSettings, State, Totals
from hubdesk.editing import queries, reviews
from hubdesk.workflows.review.proposals import proposed
from hubdesk.workflows.review.queries import (
    Listed,
    asks_words,
    changed_seen_to,
    counts,
    due_day,
    later_stages,
    places,
    query_rows,
    standing,
    told,
)
from hubdesk.workflows.review.query_stakes import charge_workings, stakes_of_queries
from hubdesk.workflows.review.raising import Raised, lines_to_ask, raised
from hubdesk.workflows.review.states import state_of
from hubdesk.workflows.standing import Standing
from tests.builders.asking import RAISED, asking
from tests.workflows.review.test_proposals import the_hub

DAY = date(2026, 5, 4)


def test_it_is_due_ninety_days_on_over_the_ends_of_months_and_years() -> None:
    hub = the_hub()
    assert due_day(hub, date(2026, 11, 30)) == date(2027, 2, 28)
    assert due_day(hub, date(2027, 12, 1)) == date(2028, 2, 29)
    hub = hub.applying(reviews.set_up(hub, ReviewSettings(new_id(), query_days=30)))
    assert due_day(hub, date(2027, 1, 31)) == date(2027, 3, 2)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due in 90 days"),
        (89, "due in 1 day"),
        (90, "due today"),
        (91, "1 day overdue"),
        (100, "10 days overdue"),
    ],
)
def test_how_long_it_has_is_told_in_words(days: int, words: str) -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001")
    assert standing(hub.queries[query], RAISED + timedelta(days)) == words


def test_an_end_is_told_with_its_day_and_is_never_overdue() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001")
    hub = hub.applying(queries.end(hub, query, End.EXPLAINED, words="", by="F", on=date(2026, 7, 1)))
    later = date(2028, 1, 1)
    assert standing(hub.queries[query], later) == "explained on 1 July 2026"
    assert not query_rows(hub, later, Listed.OVERDUE)
    assert counts(hub, later) == "1 query, all ended."


def test_the_log_lists_what_is_due_first_at_the_top_and_what_has_ended_last() -> None:
    hub, first = asking(the_hub(), "CAB", "desk G-001")
    hub, second = asking(hub, "DWP", "desk G-003", raised=date(2026, 5, 1))
    hub, third = asking(hub, "DWP", "wish", "+2", asks=Asks.WISH)
    hub = hub.applying(queries.end(hub, third, End.WITHDRAWN, words="", by="F", on=RAISED))
    today = date(2026, 8, 1)

    def ids(listed: Listed) -> list[RecordId]:
        return [one.id for one in query_rows(hub, today, listed)]

    assert ids(Listed.ALL) == [second, first, third]
    assert (ids(Listed.OPEN), ids(Listed.OVERDUE), ids(Listed.ENDED)) == ([second, first], [second], [third])
    assert counts(hub, today) == "2 queries open, 1 of them overdue."
    assert counts(the_hub(), today) == ""


@pytest.mark.parametrize(
    ("asks", "wanted", "words"),
    [
        (Asks.QUERY, "", "an explanation"),
        (Asks.CORRECTION, "not our desk", "correct it to not our desk, from 4 May 2026"),
        (Asks.CORRECTION, "", "a correction, from 4 May 2026"),
        (Asks.WISH, "+2", "wishes +2 desks, from 4 May 2026"),
        (Asks.WISH, "", "a wish or remark, from 4 May 2026"),
    ],
)
def test_what_it_asks_is_told_in_words(asks: Asks, wanted: str, words: str) -> None:
    hub, query = asking(the_hub(), "CAB", "wish", wanted, "2026-05-04", asks=asks)
    assert asks_words(hub.queries[query]) == words


def test_it_is_passed_on_from_stage_to_stage_and_never_back() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001")
    for stage in (Stage.FINANCE, Stage.HOUSE_COMMITTEE, Stage.MEDIATION):
        assert stage in later_stages(hub.queries[query])
        hub = hub.applying(queries.escalate(hub, query, stage, words="Please look", by="F", on=RAISED))
        with pytest.raises(Refused):
            queries.escalate(hub, query, Stage.FINANCE, words="", by="F", on=RAISED)
    assert later_stages(hub.queries[query]) == ()
    assert len(hub.messages_of[query]) == 3
    assert ("With", "mediation") in told(hub, hub.queries[query], RAISED)


def test_another_due_day_comes_after_it_was_raised() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001")
    change = changed_seen_to(hub, hub.queries[query], date(2026, 7, 1), " Jo ")
    assert change.title == "Query 1 is due on 1 July 2026, seen to by Jo"
    after = hub.applying(change).queries[query]
    assert (after.due, after.owner) == (date(2026, 7, 1), "Jo")
    with pytest.raises(Refused, match="raised on 15 June 2026"):
        changed_seen_to(hub, hub.queries[query], date(2026, 6, 14), "")


def codes_of(hub: Hub, query: RecordId) -> set[str]:
    found = places(hub, hub.queries[query], date(2026, 6, 1))
    return {(hub.desks.get(one) or hub.areas[one]).code for one in found}


@pytest.mark.parametrize(
    ("about", "wanted", "codes"),
    [
        ("desk G-001", "not our desk", {"G-001"}),
        ("desk G-001", "G-006", {"G-001", "G-006"}),
        ("other", "g-006", {"G-006"}),
        ("other", "G-099", set()),
        ("licence L01", "5", {"G-001", "G-002", "G-005", "G-N1"}),
        ("share C01", "", {"G-001", "G-002", "G-005", "G-N1"}),
    ],
)
def test_its_place_is_its_desk_or_what_the_agency_has(about: str, wanted: str, codes: set[str]) -> None:
    hub, query = asking(the_hub(), "CAB", about, wanted)
    assert codes_of(hub, query) == codes


def test_what_it_puts_at_stake_in_a_year() -> None:
    hub = the_hub()
    asked = {
        "desk G-001": "not our desk",
        "licence L01": "5",
        "wish": "-2",
        "share C02": "5",
    }
    of = {}
    for about, wanted in asked.items():
        hub, of[about] = asking(hub, "CAB", about, wanted, "2026-05-04")
    stakes = stakes_of_queries(Standing(hub, 1, ()), DAY)
    assert [stakes[of[one]] for one in asked] == [300_000, 300_000, 600_000, 120_000]


def test_the_workings_come_to_the_charge_of_the_period_and_a_desk_has_none() -> None:
    hub, licence = asking(the_hub(), "CAB", "licence L01", "5")
    hub, share = asking(hub, "CAB", "share C02", "5")
    hub, desk = asking(hub, "CAB", "desk G-001")
    standing_ = Standing(hub, 1, ())
    workings = [charge_workings(standing_, hub.queries[one], DAY) for one in (licence, share, desk)]
    # A quarter of 91 days: 4 desks at £3,000, and all of a cost of £1,200.
    assert [None if one is None else int(one.value) for one in workings] == [299_178, 29_918, None]


def test_every_line_of_an_agency_can_be_asked_about_by_hand() -> None:
    hub = the_hub()
    cab = hub.agency_codes["CAB"].id
    lines = lines_to_ask(hub, cab, DAY)
    assert [one.said for one in lines] == [
        "Desk G-001 on G floor",
        "Desk G-002 on G floor",
        "Desk G-005 on G floor",
        "A desk that is not on its list",
        "Licence L01",
        "Share of C01 C01",
        "Share of C02 C02",
        "Share of C03 C03",
        "More or fewer desks",
    ]
    for line in lines:
        said = Raised(cab, line, Asks.CORRECTION, "2", DAY, "", "Jo", RAISED, RAISED + timedelta(90))
        after = hub.applying(raised(hub, said))
        assert not errors(after)
        (query,) = after.queries_of[cab]
        assert query.asks is (Asks.WISH if line.said.startswith("More") else Asks.CORRECTION)
        with pytest.raises(Refused):
            raised(hub, replace(said, wanted=" "))


def test_a_desk_that_is_not_on_the_list_is_a_correction_however_it_is_raised() -> None:
    hub = the_hub()
    cab = hub.agency_codes["CAB"].id
    other = next(one for one in lines_to_ask(hub, cab, DAY) if "not on its list" in one.said)
    said = Raised(cab, other, Asks.QUERY, "G-006", DAY, "", "", RAISED, RAISED + timedelta(90))
    hub = hub.applying(raised(hub, said))
    (query,) = hub.queries_of[cab]
    assert query.asks is Asks.CORRECTION
    assert "desk G-006" in proposed(hub, query.id).change.title


@pytest.mark.parametrize(
    ("sent_on", "raised_on", "belongs"),
    [
        (None, date(2026, 7, 1), False),
        (date(2026, 6, 20), date(2026, 7, 1), True),
        (date(2026, 6, 20), date(2026, 7, 31), True),
        (date(2026, 6, 20), date(2026, 8, 1), False),
    ],
)
def test_what_is_raised_by_telephone_belongs_to_the_review_that_is_under_way(
    sent_on: date | None, raised_on: date, belongs: bool
) -> None:
    hub = the_hub()
    cab, opened = hub.agency_codes["CAB"].id, date(2026, 6, 15)
    round_ = ReviewRound(
        new_id(), "Summer", opened, opened, date(2026, 7, 31), "ab" * 32, "cd" * 32, Totals.OPEN, silence=True
    )
    hub = hub.applying(reviews.open_round(hub, round_, [cab]))
    review = hub.reviews_of[round_.id][cab]
    if sent_on is not None:
        hub = hub.applying(reviews.sent(hub, [(review.id, "ef" * 32)], sent_on))
    desk = lines_to_ask(hub, cab, DAY)[0]
    said = Raised(cab, desk, Asks.QUERY, "", None, "", "", raised_on, raised_on + timedelta(90))
    hub = hub.applying(raised(hub, said))
    (query,) = hub.queries_of[cab]
    assert query.round == (round_.id if belongs else None)
    review = hub.reviews_of[round_.id][cab]
    assert (state_of(hub, review, date(2026, 8, 2)) is State.QUERIED) is belongs
    hub = hub.applying(queries.end(hub, query.id, End.EXPLAINED, words="", by="F", on=raised_on))
    assert state_of(hub, review, date(2026, 7, 31)) is (State.SENT if sent_on else State.TO_SEND)
