"""£ per desk and year, and the bands of a legend."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.workflows.cost_per_desk import BANDS_AT_MOST, bands, cost_per_desk
from hubdesk.workflows.year_cost import YearCost, year_cost
from tests.builders.hub import a_hub

DAY = date(2026, 11, 7)


def test_everything_charged_is_divided_by_the_desks_licensed() -> None:
    """£3,000 a desk, and £100 of cleaning; the charity has 40 % off its rate."""
    hub = (
        a_hub()
        .agency("CAB", "voluntary")
        .agency("REG")
        .licence("L1", "HBC", 6)
        .licence("L2", "CAB", 4)
        .standing("voluntary", 40)
        .cost_line("C1", 1000, vacant="shared")
        .build()
    )
    cost = year_cost(hub, DAY)
    assert isinstance(cost, YearCost)
    host, cab = (hub.agency_codes[code].id for code in ("HBC", "CAB"))
    # The host bears the £4,800 that the charity has off: £800 for each of its six desks.
    assert cost_per_desk(cost) == {host: 3000_00 + 100_00 + 800_00, cab: 1800_00 + 100_00}


@pytest.mark.parametrize(
    ("costs", "words"),
    [
        ([], []),
        ([3000_00], ["any cost"]),
        (
            [1900_00, 3900_00, 2000_00],
            [
                "under £2,000",
                "£2,000 to under £2,500",
                "£2,500 to under £3,000",
                "£3,000 to under £3,500",
                "£3,500 or more",
            ],
        ),
        ([2990_00, 3010_00], ["under £3,000", "£3,000 or more"]),
        ([-60_00, 49_00], ["under -£50", "-£50 to under £0", "£0 or more"]),
    ],
)
def test_bands_lie_between_round_pounds(costs: list[int], words: list[str]) -> None:
    assert [band.words for band in bands(costs)] == words


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_every_cost_is_in_just_one_band_and_the_outer_ones_are_used(costs: list[int]) -> None:
    found = bands(costs)
    assert 1 <= len(found) <= BANDS_AT_MOST
    for cost in costs:
        assert sum(band.holds(cost) for band in found) == 1
    assert found[0].holds(min(costs))
    assert found[-1].holds(max(costs))
