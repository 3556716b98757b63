"""Every desk bears what it means, and the legend counts it."""

from collections import Counter
from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.editing.allocations import allocate, vacate
from hubdesk.exchange.plan.marks import OUT_OF_SERVICE, VACANT, marks_of_agencies
from hubdesk.workflows.colouring import ColourBy, Colouring, colouring_of, recoloured
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 11, 23)


def a_small_hub() -> Hub:
    return (
        a_hub()
        .agency("POL", name="Police")
        .agency("CAB", "voluntary", name="Citizens Advice")
        .licence("L1", "POL", 2, last="2027-01-31")
        .licence("L2", "CAB", 1)
        .floor()
        .floor("1", 1)
        .area("NORTH", outline=[(0, 0), (40, 0), (40, 4), (0, 4)])
        .desks(6)
        .desks(2, "1")
        .desk("OLD", last="2026-10-31")
        .desk("NEW", first="2026-12-01", x_m=30, y_m=15)
        .allocation("G-001", "POL")
        .allocation("G-002", "POL")
        .allocation("G-003", "CAB")
        .allocation("G-004", "CAB", last="2026-10-31")
        .allocation("1-001", "CAB")
        .build()
    )


def told(colouring: Colouring) -> dict[str, int]:
    return {row.words: row.count for row in colouring.legend}


@pytest.mark.parametrize("by", ColourBy)
def test_the_legend_counts_every_desk_once(by: ColourBy) -> None:
    hub = parkside()
    colouring = colouring_of(hub, DAY, by, yearly=dict.fromkeys(hub.agencies, 345_600))
    assert set(colouring.marks) == set(hub.desks)
    assert sum(row.count for row in colouring.legend) == len(hub.desks)
    assert len({row.mark for row in colouring.legend}) == len(colouring.legend)
    if by is not ColourBy.PRICE:
        assert Counter(colouring.marks.values()) == {row.mark: row.count for row in colouring.legend}


@pytest.mark.parametrize("by", [one for one in ColourBy if one.tells_who])
def test_desks_where_somebody_else_sits_are_coloured_as_if_from_nothing(by: ColourBy) -> None:
    before = a_small_hub()
    left, taken = before.desk_codes["G-001"].id, before.desk_codes["G-005"].id
    emptied = before.applying(vacate(before, [left], DAY))
    after = emptied.applying(allocate(emptied, [taken], before.agency_codes["CAB"].id, DAY))
    again = recoloured(colouring_of(before, DAY, by), after, DAY, by, {left, taken})
    assert again == colouring_of(after, DAY, by) != colouring_of(before, DAY, by)


def test_by_agency() -> None:
    hub = a_small_hub()
    colouring = colouring_of(hub, DAY, ColourBy.AGENCY)
    assert told(colouring) == {"Citizens Advice": 2, "Police": 2, "Vacant": 4, "Not in service": 2}
    marks = marks_of_agencies(hub)
    assert colouring.marks[hub.desk_codes["G-001"].id] == marks[hub.agency_codes["POL"].id]
    assert colouring.marks[hub.desk_codes["G-004"].id] == VACANT
    assert colouring.marks[hub.desk_codes["OLD"].id] == OUT_OF_SERVICE
    assert [row.mark.label for row in colouring.legend] == ["CAB", "POL", "", "out"]


def test_of_one_floor() -> None:
    hub = a_small_hub()
    colouring = colouring_of(hub, DAY, ColourBy.AGENCY, floor=hub.floor_codes["1"].id)
    assert told(colouring) == {"Citizens Advice": 1, "Vacant": 1}


def test_as_at_another_day() -> None:
    october = colouring_of(a_small_hub(), date(2026, 10, 31), ColourBy.AGENCY)
    assert told(october) == {"Citizens Advice": 3, "Police": 2, "Vacant": 4, "Not in service": 1}


def test_by_sector() -> None:
    colouring = colouring_of(a_small_hub(), DAY, ColourBy.SECTOR)
    assert told(colouring) == {"Public sector": 2, "Voluntary sector": 2, "Vacant": 4, "Not in service": 2}


def test_by_area_whoever_sits_there() -> None:
    colouring = colouring_of(a_small_hub(), DAY, ColourBy.AREA)
    assert told(colouring) == {"NORTH": 6, "In no area": 2, "Not in service": 2}


def test_by_the_state_of_the_licence() -> None:
    colouring = colouring_of(a_small_hub(), DAY, ColourBy.LICENCE)
    assert told(colouring) == {
        "More desks than licensed": 2,
        "Licence runs short within 3 months": 2,
        "Vacant": 4,
        "Not in service": 2,
    }
    early = colouring_of(a_small_hub(), date(2026, 4, 30), ColourBy.LICENCE)
    assert told(early)["Within licence"] == 2
    # The licence ends on 31 January, so that the first day without it is 1 February.
    assert "Licence runs short within 3 months" not in told(
        colouring_of(a_small_hub(), date(2026, 10, 31), ColourBy.LICENCE)
    )
    assert told(colouring_of(a_small_hub(), date(2026, 11, 1), ColourBy.LICENCE))[
        "Licence runs short within 3 months"
    ]


def test_a_seconded_desk_counts_to_the_licence_of_whoever_pays() -> None:
    hub = (
        a_hub()
        .agency("POL")
        .agency("CAB")
        .licence("L1", "POL", 1)
        .floor()
        .desks(1)
        .allocation("G-001", "CAB", charged_to="POL")
        .build()
    )
    assert told(colouring_of(hub, DAY, ColourBy.LICENCE)) == {"Within licence": 1}


def test_by_price_in_bands_that_grow_darker_and_denser() -> None:
    hub = a_small_hub()
    yearly = {hub.agency_codes["POL"].id: 321_400, hub.agency_codes["CAB"].id: 498_800}
    colouring = colouring_of(hub, DAY, ColourBy.PRICE, yearly=yearly)
    assert told(colouring) == {
        "£3,000 to under £3,500": 2,
        "£4,500 to under £5,000": 2,
        "Vacant": 4,
        "Not in service": 2,
    }
    labels = {colouring.marks[hub.desk_codes[code].id].label for code in ("G-001", "G-003")}
    assert labels == {"£3.2k", "£5.0k"}
    cheap, dear, *_ = (row.mark for row in colouring.legend)
    assert cheap.fill > dear.fill
    assert cheap.hatch is not dear.hatch


def test_an_agency_without_a_price_says_so() -> None:
    hub = a_small_hub()
    yearly = {hub.agency_codes["POL"].id: 321_400}
    assert told(colouring_of(hub, DAY, ColourBy.PRICE, yearly=yearly)) == {
        "£3,214 to under £3,215": 2,
        "Cost per desk not known": 2,
        "Vacant": 4,
        "Not in service": 2,
    }


@pytest.mark.parametrize(
    "prices", [(0, 0), (-5_000, 990_000), (1, 99), (99, 123_456_789_00), (300_000, 300_001)]
)
def test_there_are_five_bands_at_most(prices: tuple[int, int]) -> None:
    hub = a_small_hub()
    codes = hub.agency_codes
    yearly = {codes["POL"].id: prices[0], codes["CAB"].id: prices[1]}
    colouring = colouring_of(hub, DAY, ColourBy.PRICE, yearly=yearly)
    assert sum(row.count for row in colouring.legend) == 10
    assert all(len(mark.label) <= 5 for mark in colouring.marks.values())
