"""What people type to select desks, and which desks that gives them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain.asking import Asked, understood
from hubdesk.domain.days import holds
from hubdesk.domain.desk import DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.domain.selection import Condition, Status, in_words, matching
from tests.builders import a_hub, random_hub

DAY = date(2026, 5, 1)


def hub() -> Hub:
    return (
        a_hub()
        .agency("POL", name="Hampshire Police")
        .agency("CAB", "voluntary", name="Citizens Advice")
        .agency("CAR", "voluntary", name="Citizens in Care")
        .floor("G", name="Ground")
        .floor("1", 1, name="People")
        .floor("2", 2, name="Place")
        .area("G-POL", outline=[(0, 0), (9, 0), (9, 9), (0, 9)])
        .desk("G-001", "G", 1, 1)
        .desk("G-002", "G", 3, 1, kind="accessible")
        .desk("G-010", "G", 20, 1, kind="touchdown")
        .desk("1-001", "1", 1, 1)
        .desk("1-002", "1", 3, 1, last="2026-04-30")
        .desk("2-001", "2", 1, 1, area="G-POL", first="2026-05-01")
        .allocation("G-001", "POL", "2026-04-01", "2026-05-01")
        .allocation("1-001", "POL", "2026-04-01")
        .allocation("G-010", "CAB", "2026-05-02")
        .build()
    )


def asked(text: str) -> Asked:
    answer = understood(hub(), text)
    assert isinstance(answer, Asked), answer
    return answer


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("all", "all desks", "G-001 G-002 G-010 1-001 2-001"),
        ("vacant desks in People floor", "vacant desks on People floor", ""),
        ("all of the police's", "desks of Hampshire Police (POL)", "G-001 1-001"),
        ("Hampshire Police’s desks on ground", "desks of Hampshire Police (POL) on Ground floor", "G-001"),
        ("accessible on ground floor", "accessible desks on Ground floor", "G-002"),
        ("desks on the first floor", "desks on People floor", "1-001"),
        ("2nd floor", "desks on Place floor", "2-001"),
        ("floor 2", "desks on Place floor", "2-001"),
        ("touchdown G-01", "touchdown desks with “G-01” in their code", "G-010"),
        ("VACANT g-0", "vacant desks with “g-0” in their code", "G-002 G-010"),
        ("allocated in g-pol", "allocated desks in area G-POL", "G-001"),
        ("free, in area G-POL", "vacant desks in area G-POL", "G-002 2-001"),
        ("pol", "desks of Hampshire Police (POL)", "G-001 1-001"),
        ("citizens advice", "desks of Citizens Advice (CAB)", ""),
        ("taken desks", "allocated desks", "G-001 1-001"),
    ],
)
def test_words_are_understood_as_people_mean_them(text: str, words: str, codes: str) -> None:
    answer = asked(text)
    assert answer.words == words
    assert [hub().desks[one].code for one in matching(hub(), answer.condition, DAY)] == codes.split()


def test_in_asks_for_a_place_and_a_possessive_for_an_agency() -> None:
    now = (
        a_hub()
        .agency("POL", name="Hampshire Police")
        .agency("HQ")
        .floor("G")
        .area("Police")
        .area("HQ")
        .build()
    )

    def said(text: str) -> str:
        answer = understood(now, text)
        assert isinstance(answer, Asked)
        return answer.words

    assert said("vacant in police") == "vacant desks in area Police"
    assert said("vacant in the police") == "vacant desks in area Police"
    assert said("police") == "desks in area Police"
    assert said("the police's") == "desks of Hampshire Police (POL)"
    assert said("in HQ") == "desks in area HQ"
    assert said("HQ") == "desks of HQ"


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("", "Nothing is asked for", "Say “vacant”"),
        ("vacnt desks", "“vacnt” is not known in this hub", "Did you mean “vacant”?"),
        ("desks of the spaceship", "“spaceship” is not known in this hub", "Say “vacant”"),
        ("citizens", "“citizens” could be Citizens Advice (CAB), Citizens in Care (CAR)", "Type more"),
        ("people and place", "“place” is a second floor", "Name one floor at a time"),
        ("vacant taken", "“taken” is a second status", "Name one status at a time"),
        ("vacant desks of the police", "No agency sits at a vacant desk", "Leave out"),
    ],
)
def test_what_is_not_understood_is_said_with_what_can_be(text: str, what: str, remedy: str) -> None:
    answer = understood(hub(), text)
    assert isinstance(answer, Problem)
    assert answer.what == what
    assert answer.remedy.startswith(remedy)


@given(st.text(max_size=30))
@hypothesis_settings(max_examples=100)
def test_anything_can_be_typed(text: str) -> None:
    answer = understood(hub(), text)
    assert isinstance(answer, Problem) or matching(hub(), answer.condition, DAY) is not None


@given(st.integers(0, 10**6))
@hypothesis_settings(max_examples=30, deadline=None)
def test_codes_of_agencies_floors_and_areas_are_always_understood(seed: int) -> None:
    now = random_hub(seed, agencies=5, lines=2, desks=10)
    for agency in now.agencies.values():
        answer = understood(now, f"all desks of {agency.code}")
        assert isinstance(answer, Asked)
        assert answer.condition == Condition(agency=agency.id)
    for area in now.areas.values():
        answer = understood(now, f"vacant in {area.code}")
        assert isinstance(answer, Asked)
        assert answer.condition == Condition(Status.VACANT, area=area.id)


@given(st.integers(0, 10**6), st.sampled_from(Status), st.sampled_from([None, *DeskKind]))
@hypothesis_settings(max_examples=40, deadline=None)
def test_matching_is_what_a_look_at_every_desk_finds(
    seed: int, status: Status, kind: DeskKind | None
) -> None:
    now = random_hub(seed, agencies=4, lines=2, desks=16)
    for area in [None, *now.areas]:
        condition = Condition(status, area=area, kind=kind)
        expected = {
            desk.id
            for desk in now.desks.values()
            if holds(desk, DAY)
            and (kind is None or desk.kind is kind)
            and (area is None or now.area_of(desk, DAY) == now.areas[area])
            and (
                status is Status.ANY or (now.allocation_on(desk.id, DAY) is None) == (status is Status.VACANT)
            )
        }
        found = matching(now, condition, DAY)
        assert set(found) == expected
        assert len(found) == len(expected)
        assert in_words(now, condition)
