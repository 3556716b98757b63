"""Agencies are told apart by everybody, in print too, and never by colour alone."""

from dataclasses import replace
from itertools import combinations, pairwise
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.area import AreaKind
from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.exchange.plan.colour import WHITE, contrast
from hubdesk.exchange.plan.hatch import Hatch
from hubdesk.exchange.plan.labels import short_labels
from hubdesk.exchange.plan.marks import (
    DARK_GROUND,
    OUT_OF_SERVICE,
    VACANT,
    Mark,
    colour_for,
    darkened,
    marks_of_agencies,
    marks_of_area_kinds,
)
from hubdesk.exchange.plan.telling_apart import PALETTE
from tests.builders.hub import a_hub
from tests.exchange.plan.sight import Sight, apart, grey

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
PALETTE_FILLS = [look.fill for half in PALETTE for look in half]


def agencies(count: int, colour: str = "") -> Hub:
    """A hub of `count` agencies with codes in no order: its host, and the others."""
    builder = a_hub()
    for place in range(1, count):
        first, second = divmod(place * 37 % 676, 26)
        builder.agency(f"{ascii_uppercase[second]}{ascii_uppercase[first]}{place}", colour=colour)
    return builder.build()


def marks_by_code(hub: Hub) -> dict[str, Mark]:
    marks = marks_of_agencies(hub)
    return {agency.code: marks[agency.id] for agency in hub.agencies.values()}


@pytest.mark.parametrize("sight", Sight)
def test_sixteen_agencies_are_told_apart_in_colour_or_hatch(sight: Sight) -> None:
    marks = marks_of_agencies(agencies(16)).values()
    for one, other in combinations(marks, 2):
        assert (one.hatch, one.spacing) != (other.hatch, other.spacing)
        # Two hatches that differ in density alone differ in lightness as well.
        assert one.hatch is not other.hatch or apart(one.fill, other.fill, sight) > 10


@pytest.mark.parametrize("sight", [one for one in Sight if one is not Sight.GREYSCALE])
def test_the_sixteen_colours_stay_apart_without_their_hatches(sight: Sight) -> None:
    assert len(set(PALETTE_FILLS)) == 16
    for one, other in combinations(PALETTE_FILLS, 2):
        assert apart(one, other, sight) > 10
    assert all(contrast(fill, WHITE) >= 3 for fill in PALETTE_FILLS)


def test_an_agency_always_has_a_hatch_and_its_code() -> None:
    for code, mark in marks_by_code(agencies(40)).items():
        assert mark.hatch is not Hatch.NONE
        assert mark.label == code


@pytest.mark.parametrize("colour", ["", "#339966", "#C0FFEE"])
def test_no_two_of_many_agencies_look_alike(colour: str) -> None:
    count = 16 if colour else 60
    looks = {
        (one.fill, one.hatch, one.spacing) for one in marks_of_agencies(agencies(count, colour)).values()
    }
    assert len(looks) == count


def test_marks_stay_as_they_are_while_no_code_and_no_colour_changes() -> None:
    hub = agencies(30)
    one = next(iter(hub.agencies.values()))
    before = marks_of_agencies(hub)
    other = hub.applying(updating("Contact", (one, replace(one, contact="Ann", customer_code="C1"))))
    assert marks_of_agencies(other) is before, "they are not worked out again"
    coloured = hub.applying(updating("Colour", (one, replace(one, colour="#123456"))))
    assert marks_of_agencies(coloured)[one.id].fill == "#123456"


def test_a_long_code_takes_its_label_from_the_name_as_that_is_now() -> None:
    hub = a_hub().agency("CITIZENS").build()
    one = hub.agency_codes["CITIZENS"]
    named = hub.applying(updating("Name", (one, replace(one, name="Advice Bureau"))))
    other = hub.applying(updating("Name", (one, replace(one, name="Money Shop"))))
    assert [marks_of_agencies(at)[one.id].label for at in (named, other)] == ["AB", "MS"]


def test_beyond_sixteen_those_with_one_hatch_differ_in_grey() -> None:
    marks = marks_of_agencies(agencies(24)).values()
    for one, other in combinations(marks, 2):
        if (one.hatch, one.spacing) == (other.hatch, other.spacing):
            assert abs(grey(one.fill) - grey(other.fill)) > 5


def test_an_agency_keeps_the_colour_that_it_is_given() -> None:
    hub = a_hub().agency("POL", colour="#C0FFEE").agency("CAB", colour="#006666").build()
    marks = marks_by_code(hub)
    assert (marks["POL"].fill, marks["CAB"].fill) == ("#c0ffee", "#006666")
    assert marks["HBC"].fill not in {"#c0ffee", "#006666"}


def test_few_agencies_get_the_livelier_colours() -> None:
    lively = {look.fill for look in PALETTE[0]}
    assert {mark.fill for mark in marks_of_agencies(agencies(8)).values()} == lively


def test_one_more_agency_moves_few_others() -> None:
    moved = 0
    for fewer, more in pairwise(marks_by_code(agencies(count)) for count in range(2, 17)):
        moved += sum(fewer[code] != more[code] for code in fewer)
    assert moved / 14 < 2


def test_one_more_agency_moves_none_whose_colour_is_set() -> None:
    builder = a_hub().agency("POL", colour="#006666").agency("CAB", colour="#cc801a")
    before = marks_by_code(builder.build())
    for code in ("AAA", "MMM", "ZZZ", "QQQ", "BBB", "CCC"):
        after = marks_by_code(builder.agency(code).build())
        assert (after["POL"], after["CAB"]) == (before["POL"], before["CAB"])


def test_the_colour_for_a_new_agency_is_nobodys_yet() -> None:
    builder = a_hub()
    for place in range(15):
        colour = colour_for(builder.build(), f"N{place}")
        assert colour not in {mark.fill for mark in marks_of_agencies(builder.build()).values()}
        builder.agency(f"N{place}", colour=colour)


@given(colours)
def test_whatever_the_colour_everything_on_it_is_seen(colour: str) -> None:
    light = marks_by_code(a_hub().agency("POL", colour=colour).build())["POL"]
    for mark, ground in ((light, WHITE), (darkened(light), DARK_GROUND)):
        assert contrast(mark.ink, mark.fill) >= 4.5
        assert contrast(mark.strokes, mark.fill) >= 3
        assert contrast(mark.outline, ground) >= 3


def test_in_the_dark_the_sixteen_stand_out_from_the_ground() -> None:
    for mark in marks_of_agencies(agencies(16)).values():
        assert contrast(darkened(mark).fill, DARK_GROUND) >= 3
        assert (darkened(mark).hatch, darkened(mark).label) == (mark.hatch, mark.label)


def test_desks_without_anybody_are_told_apart_without_colour() -> None:
    assert VACANT.hatch is Hatch.NONE
    assert VACANT.label == ""
    assert (OUT_OF_SERVICE.hatch, OUT_OF_SERVICE.edge) != (VACANT.hatch, VACANT.edge)
    assert OUT_OF_SERVICE.label


def test_each_kind_of_area_has_a_letter_and_text_is_read_on_it() -> None:
    marks = marks_of_area_kinds()
    assert set(marks) == set(AreaKind)
    assert len({mark.label for mark in marks.values()}) == len(AreaKind)
    for mark in marks.values():
        assert contrast(mark.ink, mark.fill) >= 7
        assert contrast(darkened(mark).ink, darkened(mark).fill) >= 4.5
        assert contrast(mark.outline, mark.fill) >= 3


def test_labels_are_codes_where_they_fit_and_initials_where_not() -> None:
    named = [
        ("POL", "Police"),
        ("PROBATION", "Probation and Youth Service"),
        ("PYS", "Another"),
        ("HOUSING-1", "Homes"),
        ("HOUSING-2", "Homes"),
        ("NHS-TRUST", "Leicestershire Partnership of the NHS"),
    ]
    assert short_labels(named) == ("POL", "PROBA", "PYS", "HOUSI", "HOUS2", "LPN")


@given(st.lists(st.tuples(st.text("ABC1", min_size=1, max_size=12), st.text("Ab ", max_size=9)), unique=True))
def test_no_two_labels_are_alike_or_long(named: list[tuple[str, str]]) -> None:
    by_code = list(dict(named).items())
    labels = short_labels(by_code)
    assert len(set(labels)) == len(by_code)
    assert all(1 <= len(label) <= 5 for label in labels)
