"""What each rule and pin costs is the difference between two plans, of which one need not keep it."""

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.price_list import Price, Prices, charges_told, price_told
from hubdesk.workflows.placing.prices import prices_of
from tests.builders.hub import HubBuilder, a_hub
from tests.workflows.placing.proposed import as_today, proposed

LONG_S = 120.0


def building() -> HubBuilder:
    """Police upstairs by a rule, advice on the ground floor by a pin, though they work together."""
    hub = a_hub().agency("POL", name="Police").agency("CAB", name="Advice").agency("VAM")
    hub = hub.floor("G").floor("1", level=1).desks(4, "G").desks(4, "1")
    hub = hub.licence("L1", "POL", 1).licence("L2", "CAB", 1).licence("L3", "VAM", 1)
    hub = hub.allocation("1-001", "POL").allocation("G-001", "CAB", pinned=True).allocation("G-004", "VAM")
    return hub.rule("POL", "stay on floor", "1").rule("VAM", "ground floor").link("POL", "CAB", 5)


def priced(hub: Hub) -> dict[str, Price]:
    return {one.what: one for one in all_priced(hub).prices}


def all_priced(hub: Hub) -> Prices:
    parts: list[float] = []
    found = prices_of(hub, as_today(hub), (), parts.append, LONG_S)
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    return found


def test_a_rule_and_a_pin_that_keep_apart_who_works_together_cost_the_way_between_them() -> None:
    found = all_priced(building().build())
    assert found.better is None
    prices = {one.what: one for one in found.prices}
    assert list(prices)[-1] == "VAM is to be on the ground floor"
    # 20 m for the floor, where the next desk is 2 m away: 5 × 18, and a move that costs 1.
    for what in ("POL is to stay on floor 1", "1 desk of CAB is pinned"):
        assert prices[what].cost == pytest.approx(5 * 18 - 1)
        assert prices[what].part == pytest.approx(89 / 100)
        assert prices[what].moves == -1
        assert price_told(prices[what]).endswith("89.0 (89.0 %), and saves 1 move")
    assert prices["VAM is to be on the ground floor"].is_nothing
    assert price_told(prices["VAM is to be on the ground floor"]) == "nothing that a short search could find"


def test_a_price_is_proved_where_no_plan_can_cost_less() -> None:
    hub = a_hub().agency("POL").agency("CAB").floor("G").floor("1", level=1).desks(2, "G").desks(2, "1")
    hub = hub.licence("L1", "POL", 1).licence("L2", "CAB", 1)
    hub = hub.allocation("G-001", "POL").allocation("G-002", "CAB")
    price = priced(hub.rule("POL", "ground floor").link("POL", "CAB", 5).build())[
        "POL is to be on the ground floor"
    ]
    assert price.is_proved
    assert price_told(price) == "nothing"


def test_an_area_that_keeps_all_others_out_is_one_price_and_a_limit_on_moves_is_one() -> None:
    hub = a_hub().agency("POL", name="Police").agency("CAB").floor("G").floor("1", level=1)
    hub = hub.area("G-POL", "G", "POL").desk("G-001", area="G-POL").desk("G-002", area="G-POL", x_m=3)
    hub = hub.desk("1-001", "1").licence("L1", "POL", 1).licence("L2", "CAB", 1)
    hub = hub.allocation("G-001", "POL").allocation("1-001", "CAB").link("POL", "CAB", 5)
    built = hub.build()
    found = prices_of(built, proposed(built, 2, most_moved=0), (), lambda _part: None, LONG_S)
    prices = {one.what: one for one in found.prices}
    assert prices.keys() == {"Only Police may sit in G-POL", "At most 0 desks may move"}
    # Who may not move has no use of the area; who may, has none of moving, for the area is closed.
    assert all(one.is_nothing for one in prices.values())


def test_pounds_are_told_for_the_year_and_are_nothing_where_only_numbers_of_desks_count() -> None:
    hub = building().rate("2026-04-01", 3000).cost_line("C01", 1200, "allocated desks").build()
    price = priced(hub)["POL is to stay on floor 1"]
    assert price.charges == {}
    assert charges_told(hub, price) == "nothing"
    without_figures = building().without_rate().build()
    price = priced(without_figures)["POL is to stay on floor 1"]
    assert price.charges is None
    assert charges_told(without_figures, price) == "the year has no figures yet"


def test_pounds_that_change_are_told_agency_by_agency() -> None:
    hub = building().build()
    pence = {hub.agency_codes["POL"].id: 12_000, hub.agency_codes["CAB"].id: -12_050}
    price = Price("0", "a rule", 1.0, 0.1, 0, pence, is_proved=True)
    assert charges_told(hub, price) == "£120.50 less for Advice, £120.00 more for Police"
    assert price_told(price) == "1.0 (10.0 %)"


def test_it_can_be_stopped() -> None:
    class Enough(Exception):
        pass

    def stop(_part: float) -> None:
        raise Enough

    hub = building().build()
    with pytest.raises(Enough):
        prices_of(hub, as_today(hub), (), stop, LONG_S)
