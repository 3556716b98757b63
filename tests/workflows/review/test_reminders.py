"""A reminder says what is missing, by when, and to whom it goes."""

from dataclasses import replace
from datetime import date

from hubdesk.editing.records import changed
from hubdesk.workflows.review.reminders import days_until, reminder, together
from tests.workflows.review.test_desk_states import DEADLINE, OPENED, ROUND, a_reviewed_hub, the_review

BEFORE, AFTER = date(2026, 11, 19), date(2026, 12, 4)


def test_who_has_not_answered_is_told_when_it_was_sent_and_what_is_missing() -> None:
    hub = a_reviewed_hub()
    police = hub.agency_codes["POL"]
    hub = hub.applying(changed(hub, replace(police, email="police@example.org", contact="PC Clegg")))
    said = reminder(hub, ROUND, the_review(hub), BEFORE)
    assert said.to == "police@example.org"
    assert said.subject == "Reminder: Autumn, your answer by 1 December 2026"
    assert said.text.startswith("To: police@example.org\nSubject: Reminder: Autumn")
    assert "Dear PC Clegg," in said.body
    assert "On 1 November 2026 we sent you “Autumn”" in said.body
    assert "The deadline is 1 December 2026, in 12 days." in said.body
    assert "your answer to each line" in said.body


def test_an_answer_that_leaves_lines_open_is_thanked_for_and_they_are_named() -> None:
    hub = a_reviewed_hub()
    review = replace(the_review(hub), answered=OPENED)
    said = reminder(hub, ROUND, review, AFTER, [f"Desk G-{number:03}" for number in range(1, 18)])
    assert said.subject.startswith("Overdue:")
    assert "Thank you for your answer of 1 November 2026" in said.body
    assert "- Desk G-015\n- and 2 more lines" in said.body
    assert "The deadline was 1 December 2026, 3 days ago." in said.body


def test_silence_is_told_only_while_it_can_still_be_broken() -> None:
    hub = a_reviewed_hub()
    silent, review = replace(ROUND, silence=True), the_review(hub)
    words = "we take it that you agree"
    assert words in reminder(hub, silent, review, DEADLINE).body
    assert words not in reminder(hub, silent, review, AFTER).body
    assert words not in reminder(hub, ROUND, review, DEADLINE).body


def test_an_address_that_is_not_known_is_said_and_several_go_into_one_text() -> None:
    hub = a_reviewed_hub()
    one = reminder(hub, ROUND, the_review(hub), BEFORE)
    assert one.text.startswith("To: POL (no e-mail address is known)\n")
    assert together([one, one]).count("Subject: ") == 2


def test_days_are_told_as_people_say_them() -> None:
    told = [days_until(DEADLINE, day) for day in (BEFORE, DEADLINE, date(2026, 12, 2))]
    assert told == ["in 12 days", "today", "1 day ago"]


def test_who_was_sent_nothing_is_not_reminded_of_it_but_asked() -> None:
    hub = a_reviewed_hub()
    unsent = replace(the_review(hub), sent=None)
    for day in (BEFORE, AFTER):
        said = reminder(hub, ROUND, unsent, day)
        assert said.subject == "Autumn, your answer by 1 December 2026"
        assert "It is attached." in said.body
        assert "send it again" not in said.body
        assert "What is missing" not in said.body
