"""What is selected, in words."""

from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.workflows.selection_words import selection_in_words
from tests.builders.parkside import parkside

DAY = date(2026, 11, 23)


def said(hub: Hub, *codes: str) -> str:
    records = [hub.desk_codes.get(code) or hub.area_codes[code] for code in codes]
    return selection_in_words(hub, [one.id for one in records], DAY)


def test_neighbours_are_named_by_the_first_and_the_last() -> None:
    assert said(parkside(), "G-003", "G-001", "G-002") == "3 desks selected: G-001 to G-003"


def test_others_one_by_one_and_many_by_the_first() -> None:
    hub = parkside()
    assert said(hub, "G-001", "G-004", "G-002") == "3 desks selected: G-001, G-002, G-004"
    seven = [f"G-00{number}" for number in (1, 2, 3, 4, 6, 7, 9)]
    assert said(hub, *seven) == "7 desks selected: G-001, G-002, G-003, G-004, G-006 and 2 more"


def test_one_desk_is_told_whole() -> None:
    words = said(parkside(), "G-001")
    assert words.startswith("Selected: Desk G-001, ")
    assert "allocated to" in words or "vacant" in words


def test_nothing_is_said_too() -> None:
    assert selection_in_words(parkside(), (), DAY) == "Nothing selected"
