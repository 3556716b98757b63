"""The benchmark of buildings: what it prints is what was found."""

from tests.benchmarks.buildings import building
from tests.benchmarks.placed import placed, report

LONG_ENOUGH_S = 30


def test_a_small_building_is_placed_and_something_is_proved_of_it() -> None:
    found = placed(building(1, 4, 2, 24), LONG_ENOUGH_S)
    assert found.first is not None
    assert 0 < found.bound <= found.cost
    assert 0 <= found.gap < 100


def test_every_building_has_a_line() -> None:
    heading, *lines = report(2, [1], [(4, 2, 24)])
    assert heading.startswith("agencies × areas × desks")
    assert [line.split("  ")[:3] for line in lines] == [["4 × 2 × 24", "1", "1"], ["4 × 2 × 24", "2", "1"]]
