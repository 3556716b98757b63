"""The plan shows of each desk what its agency said of it in the last review."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.query import Asks, End, Query
from hubdesk.domain.review import AgencyReview, ReviewRound, Totals
from hubdesk.editing import queries, reviews
from hubdesk.editing.allocations import allocate, vacate
from hubdesk.editing.records import changed
from hubdesk.workflows.colouring import ColourBy, colouring_of
from tests.builders.hub import a_hub

OPENED, AS_AT, DEADLINE = date(2026, 11, 1), date(2026, 10, 1), date(2026, 12, 1)
ROUND = ReviewRound(new_id(), "Autumn", OPENED, AS_AT, DEADLINE, "ab" * 32, "cd" * 32, Totals.OPEN)


def of_desk(hub: Hub, code: str) -> str:
    return str(LineKey(About.DESK, hub.desk_codes[code].id))


def a_reviewed_hub(round_: ReviewRound = ROUND) -> Hub:
    """Two desks of the police, who are asked and were sent a pack, and one of the CAB, who are not."""
    hub = (
        a_hub()
        .agency("POL", name="Police")
        .agency("CAB", name="Citizens Advice")
        .floor()
        .desks(4)
        .allocation("G-001", "POL")
        .allocation("G-002", "POL")
        .allocation("G-003", "CAB")
        .build()
    )
    hub = hub.applying(reviews.open_round(hub, round_, [hub.agency_codes["POL"].id]))
    review = the_review(hub)
    return hub.applying(reviews.sent(hub, [(review.id, "ef" * 32)], OPENED))


def the_review(hub: Hub) -> AgencyReview:
    (review,) = hub.reviews_of[ROUND.id].values()
    return review


def a_query(hub: Hub, agency: RecordId, code: str) -> Query:
    line = of_desk(hub, code)
    return Query(new_id(), 1, agency, line, code, Asks.QUERY, OPENED, DEADLINE, round=ROUND.id)


def told(hub: Hub, day: date) -> dict[str, int]:
    return {row.words: row.count for row in colouring_of(hub, day, ColourBy.REVIEW).legend}


def test_who_is_asked_has_not_answered_and_nobody_else_is_asked() -> None:
    assert told(a_reviewed_hub(), OPENED) == {"Not answered yet": 2, "Not asked": 1, "Vacant": 1}


def test_a_hub_without_reviews_has_asked_nobody() -> None:
    hub = a_hub().agency("POL").floor().desks(2).allocation("G-001", "POL").build()
    assert told(hub, OPENED) == {"Not asked": 1, "Vacant": 1}


def test_agreed_lines_are_agreed_and_an_open_query_goes_before() -> None:
    hub = a_reviewed_hub()
    review = the_review(hub)
    agreed = replace(review, answered=OPENED, agreed=(of_desk(hub, "G-001"), of_desk(hub, "G-002")))
    hub = hub.applying(changed(hub, agreed))
    assert told(hub, OPENED) == {"Agreed": 2, "Not asked": 1, "Vacant": 1}
    query = a_query(hub, review.agency, "G-002")
    hub = hub.applying(queries.raise_(hub, query))
    assert told(hub, OPENED) == {"Queried": 1, "Agreed": 1, "Not asked": 1, "Vacant": 1}
    hub = hub.applying(queries.end(hub, query.id, End.EXPLAINED, words="", by="Ann", on=OPENED))
    assert told(hub, OPENED) == {"Agreed": 2, "Not asked": 1, "Vacant": 1}


def test_silence_agrees_only_after_the_deadline_and_where_the_round_says_so() -> None:
    silent = a_reviewed_hub(replace(ROUND, silence=True))
    assert told(silent, DEADLINE)["Not answered yet"] == 2
    assert told(silent, date(2026, 12, 2))["Agreed"] == 2
    assert told(a_reviewed_hub(), date(2026, 12, 2))["Not answered yet"] == 2


def test_a_desk_that_changed_hands_since_the_snapshot_is_no_part_of_the_review() -> None:
    hub = a_reviewed_hub()
    desk, police = hub.desk_codes["G-003"].id, hub.agency_codes["POL"].id
    hub = hub.applying(vacate(hub, [desk], OPENED))
    hub = hub.applying(allocate(hub, [desk], police, OPENED))
    assert told(hub, OPENED) == {"Not answered yet": 2, "Not asked": 1, "Vacant": 1}
