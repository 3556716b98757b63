"""What a desk costs each agency in a year."""

from datetime import date

from hubdesk.workflows.cost_per_desk import cost_per_desk
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
