"""A problem in words: each thing once, in whole sentences, wherever it is told."""

from dataclasses import replace

from hubdesk.domain.problem import Problem, Severity, all_told, sentence

TAKEN = Problem(Severity.ERROR, "taken", "It is taken", "desk G-001", "Choose another")


def test_a_problem_is_told_with_where_it_is_and_what_to_do() -> None:
    assert TAKEN.told == "It is taken. Choose another."
    assert TAKEN.told_there == "Desk G-001: It is taken. Choose another."


def test_what_names_its_place_does_not_name_it_twice() -> None:
    told = replace(TAKEN, what="Desk G-001 is taken").told_there
    assert told == "Desk G-001 is taken. Choose another."
    assert replace(TAKEN, where="").told_there == TAKEN.told


def test_no_sentence_ends_twice() -> None:
    whole = replace(TAKEN, what="It is taken.", remedy="Choose another.")
    assert whole.told_there == TAKEN.told_there
    assert replace(TAKEN, remedy="").told == "It is taken."
    assert [sentence(text) for text in ("", "Yes", "Yes.", "Why?")] == ["", "Yes.", "Yes.", "Why?"]


def test_what_is_at_stake_is_told_within_the_sentence() -> None:
    assert TAKEN.costing(123_450).told == "It is taken (£1,234.50 at stake). Choose another."
    assert replace(TAKEN, what="It is taken.").costing(5).happened == "It is taken (£0.05 at stake)."


def test_all_are_told_and_none_twice() -> None:
    other = replace(TAKEN, where="desk G-002")
    assert all_told([TAKEN, other, TAKEN]) == f"{TAKEN.told_there}\n{other.told_there}"
    assert all_told([]) == ""
