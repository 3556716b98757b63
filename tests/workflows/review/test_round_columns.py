"""A round at a glance in a table and a sentence, and an agency's answer beside its lines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hubdesk.domain.ids import new_id
from hubdesk.domain.query import Asks, Query
from hubdesk.domain.review import AgencyReview
from hubdesk.editing import queries, reviews
from hubdesk.editing.records import changed
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.document import Document
from hubdesk.workflows.opening import made
from hubdesk.workflows.review.answer_rows import AnswerRow, Said, answer_rows, left_open
from hubdesk.workflows.review.asking import candidates
from hubdesk.workflows.review.contents import RoundSeen
from hubdesk.workflows.review.round_columns import GLANCE_COLUMNS, answer_told, glance_rows, round_told
from hubdesk.workflows.review.rounds import SeenRounds, default_round, round_opened
from hubdesk.workflows.review.states import RoundAtAGlance, at_a_glance, lines_asked
from tests.builders.parkside import parkside

TODAY, LATE = date(2026, 11, 23), date(2027, 3, 15)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A round of which nothing was sent yet."""

    def a_moment() -> datetime:
        return datetime(2026, 11, 23, 12, tzinfo=UTC)

    found = made(str(tmp_path / "hub.hubdesk"), parkside(), "Parkside", user="Ann", clock=a_moment)
    round_opened(found, default_round(found.hub, TODAY), today=TODAY, secret="cd" * 32)
    with found.store:
        yield found


def seen_of(document: Document) -> RoundSeen:
    [round_] = document.hub.review_rounds
    return SeenRounds(document.store).seen(round_)


def glance_of(document: Document, today: date = TODAY) -> RoundAtAGlance:
    return at_a_glance(document.hub, seen_of(document), today)


def review_of(document: Document, code: str) -> AgencyReview:
    [round_] = document.hub.review_rounds
    return document.hub.reviews_of[round_.id][document.hub.agency_codes[code].id]


def answer(document: Document, code: str, *, but: int = 0) -> None:
    """The agency agrees all its lines `but` the last so many."""
    review = review_of(document, code)
    lines = list(lines_asked(seen_of(document).seen, review.agency))
    agreed = tuple(sorted(lines[: len(lines) - but]))
    after = replace(review, sent=TODAY, answered=TODAY, signed_by="Manager", agreed=agreed)
    document.apply(changed(document.hub, after))


def ask(document: Document, code: str) -> Query:
    """The agency asks about its first line."""
    review = review_of(document, code)
    line = next(iter(lines_asked(seen_of(document).seen, review.agency)))
    due = TODAY + timedelta(90)
    query = Query(
        new_id(), 7, review.agency, line, "G-001", Asks.QUERY, TODAY, due, round=review.round, reason="why?"
    )
    document.apply(queries.raise_(document.hub, query))
    return query


def rows_of(document: Document, code: str) -> tuple[AnswerRow, ...]:
    glance = glance_of(document)
    one = next(one for one in glance.agencies if one.agency.code == code)
    return answer_rows(document.hub, seen_of(document), one.review, one.state)


def test_the_sentence_counts_who_answered_and_what_is_agreed(document: Document) -> None:
    answer(document, "CAB")
    glance = glance_of(document)
    assert round_told(glance) == (
        "1 of 15 has answered; 6 of 84 desks agreed; £14,184.79 of £309,800.39 agreed; the deadline is in "
        "50 days, 12 January 2027."
    )
    assert "the deadline was 62 days ago" in round_told(replace(glance, today=LATE))


def test_totals_are_the_sums_of_the_rows(document: Document) -> None:
    answer(document, "CAB")
    glance = glance_of(document)
    rows = glance_rows(glance, marks_of_agencies(document.hub))
    columns = {one.id: one for one in GLANCE_COLUMNS}
    for id_, total in (
        ("desks", glance.desks),
        ("pence", glance.pence),
        ("pence-agreed", glance.pence_agreed),
    ):
        column = columns[id_]
        assert column.total is not None
        assert column.total(rows, column.value) == total


def test_what_is_overdue_is_said_in_words(document: Document) -> None:
    answer(document, "CAB")
    ask(document, "DWP")
    marks = marks_of_agencies(document.hub)
    overdue = {row.of.agency.code: row.overdue for row in glance_rows(glance_of(document, LATE), marks)}
    assert (overdue["CAB"], overdue["DWP"], overdue["POL"]) == ("", "1 query", "its pack")
    [round_] = document.hub.review_rounds
    police = document.hub.reviews_of[round_.id][document.hub.agency_codes["POL"].id]
    document.apply(reviews.sent(document.hub, [(police.id, "ef" * 32)], round_.deadline))
    overdue = {row.of.agency.code: row.overdue for row in glance_rows(glance_of(document, LATE), marks)}
    assert overdue["POL"] == "its answer"
    assert not any(row.overdue for row in glance_rows(glance_of(document), marks))


def test_each_line_says_what_was_said_of_it(document: Document) -> None:
    answer(document, "CAB", but=2)
    rows = rows_of(document, "CAB")
    assert [row.said for row in rows] == [Said.AGREED] * (len(rows) - 2) + [Said.NOTHING] * 2
    assert len(left_open(rows)) == 2
    query = ask(document, "CAB")
    asked = next(row for row in rows_of(document, "CAB") if row.id == query.line)
    assert (asked.said, asked.query) == (Said.QUERIED, query.id)
    assert asked.words == "why?; query 7: before facilities, due 21 February 2027"


def test_the_lines_come_to_what_each_agency_is_charged(document: Document) -> None:
    charged = {one.agency.code: one.pence for one in glance_of(document).agencies}
    listed = {code: sum(row.pence or 0 for row in rows_of(document, code)) for code in charged}
    assert listed == charged


def test_what_is_charged_besides_is_listed_and_nobody_is_reminded_of_it(document: Document) -> None:
    [pool] = [row for row in rows_of(document, "DWP") if row.said is Said.NOT_ASKED]
    assert (pool.line, pool.pence) == ("Concessions that the partners pay for together", 1_230_69)
    assert (pool.record, pool.query) == (None, None)
    assert len(left_open(rows_of(document, "DWP"))) == len(rows_of(document, "DWP")) - 1


def test_who_answered_is_said_and_who_was_sent_nothing(document: Document) -> None:
    answer(document, "CAB")
    told = {one.agency.code: answer_told(one) for one in glance_of(document).agencies}
    assert told["CAB"].endswith("✓ agreed. Answered on 23 November 2026, signed by Manager.")
    assert told["DWP"].endswith("○ to send. No pack was sent to it yet.")


def test_everybody_is_a_candidate_with_a_reason(document: Document) -> None:
    why = {one.agency.code: (one.asked, one.why) for one in candidates(document.hub, TODAY)}
    assert why["MBC"] == (False, "the host, which opens the review")
    assert why["DWP"] == (True, "18 desks, 18 licensed")
    assert set(why) == set(document.hub.agency_codes)


def test_several_are_marked_as_opened_at_once(document: Document) -> None:
    both = [review_of(document, code).id for code in ("CAB", "DWP")]
    change = reviews.all_opened(document.hub, both, TODAY)
    assert change.title == "2 agencies have opened their packs"
    document.apply(change)
    assert review_of(document, "DWP").opened == TODAY
