"""Opening a round, the hub as it was kept for it, and how far its agencies are."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, End, Query
from hubdesk.domain.review import AgencyReview, ReviewRound, State
from hubdesk.editing import queries, reviews
from hubdesk.editing.records import changed
from hubdesk.workflows.document import Document
from hubdesk.workflows.opening import made
from hubdesk.workflows.review.agreed import How, agreed_by_all, snapshots_of
from hubdesk.workflows.review.rounds import SeenRounds, default_as_at, default_round, round_opened
from hubdesk.workflows.review.snapshot import read, snapshot_of, written
from hubdesk.workflows.review.states import at_a_glance, lines_asked, state_of
from hubdesk.workflows.year_cost import YearCost, year_cost
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub

TODAY = date(2026, 11, 23)
LATE = date(2027, 3, 1)


def a_moment() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    made_ = made(str(tmp_path / "hub.hubdesk"), parkside(), "Parkside", user="Ann", clock=a_moment)
    with made_.store:
        yield made_


def opened(document: Document, *, silence: bool = False) -> ReviewRound:
    wanted = replace(default_round(document.hub, TODAY), silence=silence)
    return round_opened(document, wanted, today=TODAY, secret=secrets.token_hex(32))


def review_of(document: Document, code: str) -> AgencyReview:
    [round_] = document.hub.review_rounds
    return document.hub.reviews_of[round_.id][document.hub.agency_codes[code].id]


def test_a_round_asks_everybody_concerned_but_the_host_as_at_1_december(document: Document) -> None:
    round_ = opened(document)
    assert (round_.as_at, round_.deadline) == (date(2026, 12, 1), date(2027, 1, 12))
    codes = {document.hub.agencies[one].code for one in document.hub.reviews_of[round_.id]}
    assert codes == set(document.hub.agency_codes) - {"MBC"}


@pytest.mark.parametrize(
    ("today", "as_at"),
    [
        (date(2026, 10, 1), date(2026, 12, 1)),
        (date(2027, 1, 31), date(2026, 12, 1)),
        (date(2027, 2, 1), date(2027, 2, 1)),
        (date(2026, 9, 30), date(2026, 9, 30)),
    ],
)
def test_the_usual_day(today: date, as_at: date) -> None:
    assert default_as_at(today) == as_at


def test_the_second_round_of_a_day_has_a_name_of_its_own(document: Document) -> None:
    first, second = opened(document), opened(document)
    assert (first.name, second.name) == (
        "Review as at 1 December 2026",
        "Review as at 1 December 2026, no 2",
    )


def test_what_is_charged_is_what_stood_when_it_was_opened(document: Document) -> None:
    before = year_cost(document.hub, TODAY)
    round_ = opened(document)
    hub = document.hub
    licence = hub.licence_codes["L12"]
    document.apply(changed(hub, replace(licence, desks=licence.desks.with_step(TODAY, 99))))
    seen = SeenRounds(document.store).seen(round_).seen
    assert isinstance(before, YearCost)
    assert {one: seen.total(one) for one in seen.hub.agencies} == {
        one: cost.pence for one, cost in before.of.items()
    }


@pytest.mark.parametrize("seed", range(6))
def test_a_snapshot_is_the_whole_hub(seed: int) -> None:
    hub = random_hub(seed)
    snapshot = snapshot_of(hub, hub.charging_year(2026))
    assert read(written(snapshot)) == snapshot


def test_a_snapshot_that_is_not_there_is_told(document: Document) -> None:
    round_ = opened(document)
    with pytest.raises(Refused):
        SeenRounds(document.store).seen(replace(round_, snapshot="ab" * 32))


def test_a_round_that_asks_nobody_keeps_nothing(document: Document) -> None:
    wanted = replace(default_round(document.hub, TODAY), agencies=())
    with pytest.raises(Refused, match="asks no agency"):
        round_opened(document, wanted, today=TODAY, secret="ab" * 32)
    assert not document.hub.review_rounds


def sent(document: Document, code: str) -> AgencyReview:
    document.apply(reviews.sent(document.hub, [(review_of(document, code).id, "ef" * 32)], TODAY))
    return review_of(document, code)


def test_from_to_send_by_way_of_opened_to_agreed(document: Document) -> None:
    round_ = opened(document)
    assert state_of(document.hub, review_of(document, "CAB"), TODAY) is State.TO_SEND
    review = sent(document, "CAB")
    assert state_of(document.hub, review, LATE) is State.SENT
    document.apply(reviews.opened(document.hub, review.id, TODAY))
    assert state_of(document.hub, review_of(document, "CAB"), TODAY) is State.OPENED
    seen = SeenRounds(document.store).seen(round_)
    lines = lines_asked(seen.seen, review.agency)
    part = replace(review_of(document, "CAB"), answered=TODAY, agreed=tuple(sorted(lines)[:3]))
    assert state_of(document.hub, part, TODAY, lines) is State.ANSWERED
    whole = replace(part, agreed=tuple(sorted(lines)))
    assert state_of(document.hub, whole, TODAY, lines) is State.AGREED
    document.apply(changed(document.hub, whole))
    glance = at_a_glance(document.hub, seen, TODAY)
    assert glance.counts == {State.TO_SEND: 14, State.AGREED: 1}
    assert glance.desks_agreed == 6
    assert glance.pence_agreed == seen.seen.total(review.agency)
    assert 0 < glance.pence_agreed < glance.pence


def test_part_of_it_agreed_counts_in_part(document: Document) -> None:
    round_ = opened(document)
    licence = str(LineKey(About.LICENCE, document.hub.licence_codes["L12"].id))
    answered = replace(sent(document, "CAB"), answered=TODAY, agreed=(licence,))
    document.apply(changed(document.hub, answered))
    glance = at_a_glance(document.hub, SeenRounds(document.store).seen(round_), TODAY)
    assert (glance.pence_agreed, glance.desks_agreed) == (1_042_156, 0)


@pytest.mark.parametrize(("silence", "state"), [(True, State.AGREED_BY_SILENCE), (False, State.SENT)])
def test_silence_is_agreement_only_if_the_round_says_so(
    document: Document, silence: bool, state: State
) -> None:
    opened(document, silence=silence)
    review = sent(document, "CAB")
    deadline = document.hub.review_rounds[0].deadline
    assert state_of(document.hub, review, deadline) is State.SENT
    assert state_of(document.hub, review, LATE) is state
    assert state_of(document.hub, review_of(document, "POL"), LATE) is State.TO_SEND


@pytest.mark.parametrize(
    ("asks", "before", "after"),
    [(Asks.QUERY, State.QUERIED, State.SETTLED), (Asks.WISH, State.SENT, State.ANSWERED)],
)
def test_queries_are_settled_once_all_have_ended(
    document: Document, asks: Asks, before: State, after: State
) -> None:
    round_ = opened(document)
    review = sent(document, "CAB")
    query = Query(
        new_id(), 1, review.agency, f"wish:{review.agency}", "Desks", asks, TODAY, LATE, round=round_.id
    )
    document.apply(queries.raise_(document.hub, query))
    assert state_of(document.hub, review, TODAY) is before
    document.apply(queries.end(document.hub, query.id, End.EXPLAINED, words="So it is.", by="Ann", on=TODAY))
    assert state_of(document.hub, review, TODAY) is State.SENT, "it rang up, and has not answered"
    answered = replace(review, answered=TODAY)
    assert state_of(document.hub, answered, TODAY, [str(LineKey(About.WISH, review.agency))]) is after


def test_a_query_that_has_ended_agrees_its_own_line_and_no_other(document: Document) -> None:
    round_ = opened(document)
    asking = SeenRounds(document.store).seen(round_)
    review = sent(document, "CAB")
    lines = lines_asked(asking.seen, review.agency)
    asked, *rest = sorted(lines, key=lambda key: -lines[key])
    query = Query(
        new_id(),
        1,
        review.agency,
        asked,
        "Licence",
        Asks.QUERY,
        TODAY,
        LATE,
        round=round_.id,
        end=End.EXPLAINED,
    )
    document.apply(queries.raise_(document.hub, query))
    document.apply(changed(document.hub, replace(review, answered=TODAY, agreed=tuple(rest[:1]))))
    glance = at_a_glance(document.hub, asking, TODAY)
    assert glance.counts[State.SETTLED] == 1
    assert glance.pence_agreed == lines[asked] + lines[rest[0]]
    whole = replace(review_of(document, "CAB"), agreed=tuple(rest))
    document.apply(changed(document.hub, whole))
    glance = at_a_glance(document.hub, asking, TODAY)
    assert glance.pence_agreed == asking.seen.total(review.agency)


def test_only_rounds_whose_pack_went_out_come_before(document: Document) -> None:
    first = opened(document)
    sent(document, "CAB")
    second = opened(document)
    rounds = SeenRounds(document.store)

    def earlier(code: str) -> list[RecordId]:
        agency = document.hub.agency_codes[code].id
        return [one.round.id for one in rounds.earlier(document.hub, second, agency)]

    assert (earlier("CAB"), earlier("POL")) == ([first.id], [])


@pytest.mark.parametrize(
    ("sent_on", "state"),
    [
        (date(2027, 1, 12), State.AGREED_BY_SILENCE),
        (date(2027, 1, 13), State.SENT),
    ],
)
def test_who_was_sent_the_pack_after_the_deadline_agrees_to_nothing(
    document: Document, sent_on: date, state: State
) -> None:
    round_ = opened(document, silence=True)
    assert round_.deadline == date(2027, 1, 12)
    sent(document, "CAB")
    document.apply(reviews.sent(document.hub, [(review_of(document, "CAB").id, "ef" * 32)], sent_on))
    review = review_of(document, "CAB")
    assert state_of(document.hub, review, LATE) is state
    agency = review.agency
    [how] = {
        one.how
        for one in agreed_by_all(document.hub, snapshots_of(document.store), LATE, LATE, LATE).values()
        if one.agency == agency
    }
    assert how is (How.SILENCE if state is State.AGREED_BY_SILENCE else How.ASKED)


def test_a_round_keeps_a_name_of_its_own_and_a_deadline_after_it_was_opened(document: Document) -> None:
    first, second = opened(document), opened(document)
    for changed_, words in (
        (replace(second, name=first.name.upper()), "name already"),
        (replace(second, name=" "), "no name"),
        (replace(second, deadline=date(2026, 11, 22)), "opened on 23 November 2026"),
    ):
        with pytest.raises(Refused, match=words):
            reviews.change_round(document.hub, changed_)
    document.apply(reviews.change_round(document.hub, replace(second, deadline=second.opened)))
    assert document.hub.table(ReviewRound)[second.id].deadline == TODAY
