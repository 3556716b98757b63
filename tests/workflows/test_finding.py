"""The find box: what somebody types, and what is found."""

from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.workflows.finding import Finder
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 11, 7)


def houses() -> Hub:
    return (
        a_hub()
        .agency("HOU", name="Housing and Benefits")
        .agency("ELA", name="Élan Advice")
        .agency("G", name="Guides")
        .floor("G", name="Ground")
        .floor("1", 1, name="People floor")
        .area("G-HALL", "G", "HOU")
        .desks(12)
        .desk("1-014", "1", last="2026-10-31")
        .licence("L01", "HOU", 2)
        .licence("L02", "ELA", {"2026-04-01": 1, "2026-12-01": 3})
        .allocation("G-001", "HOU")
        .build()
    )


def found(text: str, at_most: int = 50) -> list[str]:
    return [one.text for one in Finder(houses()).find(text, DAY, at_most).best]


def test_a_code_typed_in_full_comes_first_whatever_it_is_of() -> None:
    assert found("g")[:2] == ["Agency G, Guides", "Floor G, Ground floor"]
    assert found("G-001")[0] == "Desk G-001, Ground floor, HOU"
    assert found("g001")[0] == "Desk G-001, Ground floor, HOU"


def test_codes_that_begin_so_come_before_names() -> None:
    assert found("hou") == ["Agency HOU, Housing and Benefits"]
    assert found("ho") == ["Agency HOU, Housing and Benefits"]
    assert found("l0") == ["Licence L01, HOU, 2 desks", "Licence L02, ELA, 1 desk"]


def test_words_of_a_name_are_found_by_their_beginning_in_any_order() -> None:
    assert found("bene") == ["Agency HOU, Housing and Benefits"]
    assert found("bene hou") == ["Agency HOU, Housing and Benefits"]
    assert found("elan") == found("ÉLAN") == ["Agency ELA, Élan Advice"]
    assert found("floor people") == ["Floor 1, People floor"]
    assert found("desk 1-014") == found("1014") == ["Desk 1-014, People floor, not in service"]


def test_what_is_inside_a_name_is_found_last() -> None:
    assert found("using") == ["Agency HOU, Housing and Benefits"]
    assert found("-01") == [
        "Desk 1-014, People floor, not in service",
        "Desk G-010, Ground floor, vacant",
        "Desk G-011, Ground floor, vacant",
        "Desk G-012, Ground floor, vacant",
    ]
    assert found("hall") == ["Area G-HALL, G-HALL, Ground floor, HOU"]


@pytest.mark.parametrize("text", ["", "  ", "nowhere", "---"])
def test_nothing_is_found_of_nothing(text: str) -> None:
    assert found(text) == []


def test_many_matches_are_counted_and_the_first_told_in_order() -> None:
    matches = Finder(houses()).find("desk g", DAY, 3)
    assert [one.title for one in matches.best] == ["Desk G-001", "Desk G-002", "Desk G-003"]
    assert matches.total == 12


def test_codes_are_in_the_order_of_their_numbers() -> None:
    hub = a_hub().floor("G").desk("G-10").desk("G-9").desk("G-100").build()
    assert [one.title for one in Finder(hub).find("desk", DAY).best] == [
        "Desk G-9",
        "Desk G-10",
        "Desk G-100",
    ]


def test_a_match_leads_to_its_record() -> None:
    hub = parkside()
    (police, *_) = Finder(hub).find("leicestershire pol", DAY).best
    assert (police.kind, police.id) == (type(hub.agency_codes["POL"]), hub.agency_codes["POL"].id)
