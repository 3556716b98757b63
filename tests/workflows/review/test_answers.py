"""What agencies answer comes into the hub without retyping, and nothing that they say is lost."""

from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, End
from hubdesk.exchange.review_pack.layout import YOUR_CHARGES, YOUR_DESKS, Verdict
from hubdesk.workflows.review.answers import change_of
from hubdesk.workflows.review.incoming import Standing
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.states import lines_asked
from tests.workflows.review.answering import DEADLINE, TODAY, Asking, a_wish, codes

AWAY = date(2027, 2, 1)


def test_an_agency_that_agrees_to_all_has_agreed_every_line(sent: Asking) -> None:
    one = sent.ready(sent.answered("POL"))
    change = sent.take(one)
    review = sent.review("POL")
    seen = SeenRounds(sent.document.store).seen(sent.round).seen
    assert set(review.agreed) == set(lines_asked(seen, review.agency))
    assert (review.answered, review.signed_by) == (TODAY, "Manager")
    assert sent.document.store.file(review.answer) == one.body
    assert change.title == "Take in the answer of POL"
    assert not sent.queries("POL")
    assert not one.problems


def test_what_it_asks_becomes_queries_with_number_due_day_and_its_words(sent: Asking) -> None:
    desk, other = sent.desk("POL", 1), sent.desk("POL", 2)
    licence = sent.pack("POL").licences[0].asked.key
    path = sent.answered(
        "POL",
        {
            desk: (Verdict.CORRECT, "Not our desk", "we have left it", AWAY, "Since the move"),
            other: (Verdict.QUERY, None, None, None, "Whose is it?"),
            licence: (Verdict.CORRECT, 2.0),
            "other desk:1": (None, "By the lift", None, date(2026, 5, 1), "Two of us sit there"),
        },
        wish=a_wish(2),
    )
    sent.take(sent.ready(path))
    left, asked, fewer, unlisted, wish = sent.queries("POL")
    assert [one.number for one in sent.queries("POL")] == [1, 2, 3, 4, 5]
    assert (left.asks, left.wanted, left.wished, left.reason) == (
        Asks.CORRECTION,
        "not our desk",
        AWAY,
        "we have left it",
    )
    assert left.said == f"Desk {sent.pack('POL').desks[0].code} on {sent.pack('POL').desks[0].floor}"
    assert (left.raised, left.due, left.round) == (TODAY, TODAY + timedelta(90), sent.round.id)
    [message] = sent.document.hub.messages_of[left.id]
    assert (message.words, message.by, message.day) == ("Since the move", "POL (Manager)", TODAY)
    assert (asked.asks, asked.line) == (Asks.QUERY, other)
    assert (fewer.asks, fewer.wanted) == (Asks.CORRECTION, "2")
    assert (unlisted.line, unlisted.wanted, unlisted.wished) == (
        "other desk:1",
        "By the lift",
        date(2026, 5, 1),
    )
    assert (wish.asks, wish.wanted, wish.reason) == (Asks.WISH, "2", "growing")
    assert not {desk, other, licence} & set(sent.review("POL").agreed)


def test_answers_of_several_agencies_are_one_change_and_one_undo(sent: Asking) -> None:
    before = sent.document.hub
    files = [
        sent.answered("POL", {sent.desk("POL", 1): (Verdict.QUERY,)}),
        sent.answered("CAB", remark="Thanks"),
    ]
    change = sent.take(*sent.come(*files))
    assert change.title == "Take in the answers of 2 agencies"
    assert [one.number for code in ("POL", "CAB") for one in sent.queries(code)] == [1, 2]
    sent.document.apply(change.inverted())
    assert list(sent.document.hub.records()) == list(before.records())


def test_a_line_that_is_not_answered_stays_open_and_is_named(sent: Asking) -> None:
    one = sent.ready(
        sent.answered("POL", {sent.desk("POL", 1): (Verdict.AGREE,)}, agree_to_all=(YOUR_CHARGES,))
    )
    assert one.unanswered == (sent.desk("POL", 2), sent.desk("POL", 3))
    assert codes(one) == ["lines-unanswered"]
    assert one.problems[0].what.startswith("2 of 5 lines are not answered: Desk ")


@pytest.mark.parametrize(
    ("typed", "code", "asks"),
    [
        (("yes, fine",), "answer-unknown", Asks.QUERY),
        ((None, "not our desk"), "answer-missing", Asks.CORRECTION),
        ((None, None, None, None, "Hm"), "answer-missing", Asks.QUERY),
        ((Verdict.AGREE, "not our desk"), "agreed-and-corrected", Asks.CORRECTION),
        ((Verdict.CORRECT,), "correction-missing", Asks.QUERY),
        ((Verdict.CORRECT, "half of it"), "correction-unknown", Asks.CORRECTION),
        ((Verdict.QUERY, None, None, "01/02/2027"), "not-a-day", Asks.QUERY),
    ],
)
def test_a_doubtful_answer_is_a_query_and_never_agreement(
    typed: tuple[str | Verdict | None, ...], code: str, asks: Asks, sent: Asking
) -> None:
    desk = sent.desk("POL", 1)
    one = sent.ready(sent.answered("POL", {desk: typed}))
    assert code in codes(one)
    assert desk not in one.agrees
    [ask] = one.asks
    assert (ask.line, ask.asks) == (desk, asks)
    kept = " ".join((ask.wanted, ask.words, ask.reason))
    assert all(str(word) in kept for word in typed if word and not isinstance(word, Verdict))


def test_words_beside_an_agreed_line_are_kept(sent: Asking) -> None:
    desk = sent.desk("POL", 1)
    one = sent.ready(sent.answered("POL", {desk: (Verdict.AGREE, None, None, None, "The lamp is broken")}))
    assert desk in one.agrees
    [ask] = one.asks
    assert "The lamp is broken" in ask.words


def test_a_day_that_another_program_saved_as_text_or_number(sent: Asking) -> None:
    desks = [sent.desk("POL", number) for number in (1, 2, 3)]
    days: tuple[str | int, ...] = ("2027-02-01", "1 February 2027", 46_419)
    path = sent.answered(
        "POL", {desk: (Verdict.QUERY, None, None, day) for desk, day in zip(desks, days, strict=True)}
    )
    book = load_workbook(path)
    for row in book[YOUR_DESKS].iter_rows(min_row=7, max_row=9):
        row[11].number_format = "General"
    book.save(path)
    assert [ask.wished for ask in sent.ready(path).asks] == [AWAY] * 3


def test_a_late_answer_is_taken_and_said_to_be_late(sent: Asking) -> None:
    one = sent.ready(sent.answered("POL"), today=DEADLINE + timedelta(3))
    assert codes(one) == ["answer-late"]
    assert "3 days after the deadline, 15 January 2027" in one.problems[0].what


def test_nobody_signed_and_nothing_filled_in(sent: Asking) -> None:
    assert codes(sent.ready(sent.answered("POL", signed_by=None))) == ["answer-unsigned"]
    assert sent.refused(sent.workbook("POL")) == "nothing-filled-in"


def test_the_same_file_twice_changes_nothing(sent: Asking) -> None:
    path = sent.answered("POL")
    again = sent.answered("POL", name="copy of POL")
    again.write_bytes(path.read_bytes())
    first, second = sent.come(path, again)
    assert (first.standing, second.standing) == (Standing.READY, Standing.SAME)
    sent.take(first)
    [later] = sent.come(path)
    assert (later.standing, codes(later)) == (Standing.SAME, ["same-file"])
    with pytest.raises(Refused):
        sent.take(later)


def test_two_answers_in_one_go_are_to_be_chosen_from(sent: Asking) -> None:
    one, other = sent.come(
        sent.answered("POL", name="one"),
        sent.answered("POL", {sent.desk("POL", 1): (Verdict.QUERY,)}, name="two"),
    )
    assert {one.standing, other.standing} == {Standing.TO_CHOOSE}
    assert "POL answers twice, here and in two.xlsx" in one.problems[0].what
    assert sent.pack("POL").desks[0].code in one.problems[0].what
    with pytest.raises(Refused, match="more than one answer of POL"):
        sent.take(one, other)
    sent.take(other)
    assert len(sent.queries("POL")) == 1


def test_a_second_answer_counts_in_place_of_the_first(sent: Asking) -> None:
    first, second, third = (sent.desk("POL", number) for number in (1, 2, 3))
    sent.take(
        sent.ready(
            sent.answered(
                "POL",
                {first: (Verdict.QUERY, None, None, None, "Why?"), second: (Verdict.QUERY,)},
                name="one",
            )
        )
    )
    mine, same = sent.queries("POL")
    [again] = sent.come(
        sent.answered("POL", {second: (Verdict.QUERY,), third: (Verdict.CORRECT, "not our desk")}, name="two")
    )
    assert again.standing is Standing.TO_CHOOSE
    assert codes(again)[:2] == ["answered-before", "query-agreed-now"]
    assert again.agreed_now == (mine.id,)
    sent.take(again)
    assert [one.end for one in sent.queries("POL")] == [None, None, None]
    assert sent.queries("POL")[1] == same
    review = sent.review("POL")
    assert first in review.agreed
    assert third not in review.agreed


def test_what_is_agreed_now_is_withdrawn_only_if_the_user_says_so(sent: Asking) -> None:
    sent.take(sent.ready(sent.answered("POL", {sent.desk("POL", 1): (Verdict.QUERY,)}, name="one")))
    [again] = sent.come(sent.answered("POL", name="two"))
    sent.take(again, withdraw=sent.queries("POL"))
    [query] = sent.queries("POL")
    assert (query.end, query.ended) == (End.WITHDRAWN, TODAY)


def test_a_query_that_is_put_otherwise_is_changed_and_not_raised_twice(sent: Asking) -> None:
    licence = sent.pack("POL").licences[0].asked.key
    sent.take(sent.ready(sent.answered("POL", {licence: (Verdict.CORRECT, 2)}, name="one")))
    [again] = sent.come(sent.answered("POL", {licence: (Verdict.CORRECT, 4, None, None, "Four")}, name="two"))
    sent.take(again)
    [query] = sent.queries("POL")
    assert query.wanted == "4"
    assert [one.words for one in sent.document.hub.messages_of[query.id]] == ["Four"]


def test_a_silent_second_answer_takes_no_agreement_back(sent: Asking) -> None:
    sent.take(sent.ready(sent.answered("POL", name="one")))
    agreed = set(sent.review("POL").agreed)
    desk = sent.desk("POL", 1)
    [again] = sent.come(sent.answered("POL", {desk: (Verdict.QUERY,)}, name="two", agree_to_all=()))
    sent.take(again)
    assert set(sent.review("POL").agreed) == agreed - {desk}


def test_an_older_copy_is_told_and_left_to_choose(sent: Asking) -> None:
    path = sent.answered("POL", name="mine")
    sent.send("POL")
    [one] = sent.come(path)
    assert (one.standing, one.copy) == (Standing.TO_CHOOSE, 1)
    assert codes(one) == ["older-copy"]
    sent.take(one)
    assert sent.review("POL").answered == TODAY


def test_an_answer_to_an_earlier_review_is_told_and_counts_for_that_one(sent: Asking) -> None:
    path, earlier = sent.answered("POL", name="mine"), sent.review("POL")
    sent.open("Spring 2027", secret="fedcba9876543210" * 4)
    sent.send("POL")
    [one] = sent.come(path)
    assert (one.standing, one.review, codes(one)) == (Standing.TO_CHOOSE, earlier.id, ["earlier-review"])
    sent.take(one)
    assert sent.review("POL").answered is None


def test_an_answer_that_another_has_overtaken_is_looked_at_again_first(sent: Asking) -> None:
    first, second = (sent.answered("POL", name=name, remark=name) for name in ("first", "second"))
    mine, theirs = sent.ready(first), sent.ready(second)
    taken = sent.take(theirs)
    before = sent.document.hub
    with pytest.raises(Refused, match="since this was read"):
        sent.take(mine)
    assert sent.document.hub is before
    [again] = sent.come(first)
    assert "answered-before" in codes(again)
    sent.document.apply(taken.inverted())
    with pytest.raises(Refused, match="since this was read"):
        sent.take(again)
    sent.take(mine)
    assert sent.review("POL").answer == mine.sha256


def test_an_answer_to_a_review_that_is_gone_is_refused_and_told(sent: Asking) -> None:
    one = sent.ready(sent.answered("POL"))
    hub = Hub.of(record for record in sent.document.hub.records() if record.id != one.review)
    with pytest.raises(Refused, match="not in the hub any more"):
        change_of(hub, [one], TODAY)
