"""The worked figures of the charging rules, by name."""

from collections.abc import Sequence

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.sharing import largest_remainder
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import Billing, YearStart
from tests.builders import HubBuilder, a_hub


def year_of(hub: Hub, starts_in: int = 2026, amounts: Amounts = Amounts.BUDGET) -> list[Recharge]:
    """The recharges of a hub's charging year, in order."""
    year, billing = hub.charging_year(starts_in), hub.settings.billing
    reckoning = Reckoning(facts_of(hub, year, billing), amounts)
    return [recharge_of(reckoning, period) for period in year.periods(billing)]


def pence(recharges: Sequence[Recharge], agency: str, kind: LineKind, source: str) -> list[int]:
    """What `agency` has of one kind and source in each of `recharges`."""
    return [sum(line.pence for line in lines(one, agency, kind, source)) for one in recharges]


def lines(recharge: Recharge, agency: str, kind: LineKind, source: str) -> list[Line]:
    hub = recharge.facts.hub
    codes = {licence.id: licence.code for licence in hub.licences.values()}
    codes |= {line.id: line.code for line in hub.cost_lines.values()}
    return [
        line
        for line in recharge.lines
        if hub.agencies[line.agency].code == agency
        and line.kind is kind
        and codes.get(line.source, line.source) == source
    ]


def test_sharing_100_over_1_1_1_and_5_over_3_3_0_3() -> None:
    assert largest_remainder(100, [1, 1, 1]) == [34, 33, 33]
    assert largest_remainder(5, [3, 3, 0, 3]) == [2, 2, 0, 1]
    assert largest_remainder(-5, [3, 3, 0, 3]) == [-2, -2, 0, -1]


def test_ten_desks_all_year_by_quarter() -> None:
    year = year_of(a_hub().licence("L01", "HBC", 10).build())
    assert pence(year, "HBC", LineKind.LICENCE, "L01") == [747945, 756165, 756164, 739726]


def test_four_desks_all_year_voluntary_at_40_percent() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40).licence("L01", "CAB", 4).build()
    year = year_of(hub)
    assert sum(pence(year, "CAB", LineKind.LICENCE, "L01")) == 1200000
    assert sum(pence(year, "CAB", LineKind.CONCESSION, "L01")) == -480000
    assert sum(pence(year, "HBC", LineKind.CONCESSION_FUNDED, "L01")) == 480000


def test_a_day_is_neither_lost_nor_doubled_when_one_licence_follows_another() -> None:
    hub = a_hub().agency("POL").agency("DWP").licence("L01", "POL", 6, last="2026-05-15")
    year = year_of(hub.licence("L02", "DWP", 6, first="2026-05-16").build())
    assert sum(pence(year, "POL", LineKind.LICENCE, "L01")) == 221918
    assert sum(pence(year, "DWP", LineKind.LICENCE, "L02")) == 1578082


def test_an_agency_that_has_left_is_charged_nothing_not_a_stray_penny() -> None:
    hub = a_hub().agency("POL").licence("L01", "POL", 7, last="2026-06-13").build()
    assert pence(year_of(hub), "POL", LineKind.LICENCE, "L01")[1:] == [0, 0, 0]
    assert not [line for one in year_of(hub)[1:] for line in one.lines]


def test_a_leap_year_is_366_days_so_a_1200_pound_desk_costs_1200_pounds() -> None:
    hub = a_hub().rate("2020-04-01", 1200).licence("L01", "HBC", 1).build()
    assert sum(pence(year_of(hub, 2027), "HBC", LineKind.LICENCE, "L01")) == 120000


def test_a_daily_rate_is_not_rounded_before_it_is_multiplied() -> None:
    hub = a_hub().licence("L01", "HBC", 222).build()
    assert sum(pence(year_of(hub), "HBC", LineKind.LICENCE, "L01")) == 222 * 300000


def three_equal_partners(cost: str) -> HubBuilder:
    hub = a_hub()
    for code in ("C", "A", "B"):
        hub.agency(code).licence(f"L{code}", code, 1)
    return hub.cost_line("C01", cost, "equal", first="2026-04-01", last="2026-04-01")


def test_ties_go_by_agency_code_not_by_the_order_of_the_list() -> None:
    year = year_of(three_equal_partners("1.00").build())
    assert [pence(year[:1], code, LineKind.SHARED, "C01") for code in "ABC"] == [[34], [33], [33]]


def test_the_stray_penny_goes_to_the_largest_remainder_not_to_the_first_or_last() -> None:
    hub = a_hub().agency("A").agency("B").agency("C")
    for code, desks in (("A", 1), ("B", 2), ("C", 1)):
        hub.licence(f"L{code}", code, desks)
    hub.cost_line("C01", "0.05", vacant="shared", first="2026-04-01", last="2026-04-01")
    year = year_of(hub.build())
    assert [pence(year[:1], code, LineKind.SHARED, "C01") for code in "ABC"] == [[1], [3], [1]]


def test_a_zero_denominator_deletes_no_cost() -> None:
    year = year_of(a_hub().cost_line("C01", 365, "FTE").driver("FTE", "HBC", 0).build())
    assert pence(year, "HBC", LineKind.UNSHARED, "C01") == [9100, 9200, 9200, 9000]


def test_a_month_that_ends_in_february_is_counted_right() -> None:
    hub = a_hub().billing("month").licence("L01", "HBC", 1).rate("2020-04-01", 365).build()
    february = year_of(hub)[10]
    assert (february.period.name, february.period.days) == ("2026-27-M11", 28)
    assert pence([february], "HBC", LineKind.LICENCE, "L01") == [2800]


def test_a_share_may_fall_when_the_pool_rises() -> None:
    weights = [6, 6, 2]
    assert largest_remainder(10, weights)[2] == 2
    assert largest_remainder(11, weights)[2] == 1


def test_ninety_percent_of_a_guard_then_the_rest_by_the_basis_over_the_others() -> None:
    hub = a_hub().billing("year").agency("DWP").agency("CAB").licence("L1", "HBC", 5).licence("L2", "CAB", 5)
    hub.cost_line("G", 1000, vacant="shared").fixed_share("G", "DWP", 90)
    year = year_of(hub.build())
    assert sum(pence(year, "DWP", LineKind.FIXED_SHARE, "G")) == 90000
    assert sum(pence(year, "CAB", LineKind.SHARED, "G")) == 5000


def test_a_zero_fixed_share_keeps_an_agency_out_of_the_basis() -> None:
    hub = a_hub().agency("CAB").licence("L1", "HBC", 5).licence("L2", "CAB", 5)
    hub.cost_line("C", 100, vacant="shared").fixed_share("C", "CAB", 0)
    year = year_of(hub.build())
    assert sum(pence(year, "HBC", LineKind.SHARED, "C")) == 10000


def test_vacant_desks_are_the_hosts_own_line() -> None:
    hub = a_hub().agency("DWP").floor().desks(10).licence("L1", "DWP", 6).cost_line("C", 1000)
    year = year_of(hub.build())
    assert sum(pence(year, "HBC", LineKind.VACANT_DESKS, "C")) == 40000


def test_a_cap_moves_what_is_above_it_to_the_host_and_to_nobody_else() -> None:
    hub = a_hub().agency("DWP").agency("CAB").licence("L1", "DWP", 5).licence("L2", "CAB", 5)
    hub.cost_line("C", 1000, vacant="shared").cap("C", "CAB", 200)
    year = year_of(hub.build())
    shares, caps = pence(year, "CAB", LineKind.SHARED, "C"), pence(year, "CAB", LineKind.CAP, "C")
    partner = pence(year, "DWP", LineKind.SHARED, "C")
    assert shares == [12466, 12603, 12603, 12329]
    assert caps == [0, -5069, -12603, -12329]
    assert sum(shares) + sum(caps) == 20000
    assert pence(year, "HBC", LineKind.CAP_FUNDED, "C") == [-cap for cap in caps]
    assert sum(partner) + sum(shares) == 100000


def test_a_credit_meets_no_cap_and_mirrors_a_cost() -> None:
    hub = a_hub().billing("year").agency("CAB", "voluntary")
    hub.licence("L1", "HBC", 5).licence("L2", "CAB", 5)
    hub.standing("voluntary", 40, applies="licence and shared")
    hub.cost_line("C", -1000, vacant="shared").cap("C", "CAB", 0)
    year = year_of(hub.build())
    assert sum(pence(year, "CAB", LineKind.SHARED, "C")) == -50000
    assert sum(pence(year, "CAB", LineKind.CAP, "C")) == 0
    assert sum(pence(year, "CAB", LineKind.CONCESSION, "C")) == 20000


def test_an_empty_autumn_is_not_charged_at_the_full_springs_split() -> None:
    hub = a_hub().billing("year").agency("DWP")
    hub.licence("L1", "HBC", 1).licence("L2", "DWP", 1, last="2026-04-10")
    hub.cost_line("C", 365, vacant="shared")
    year = year_of(hub.build())
    assert pence(year, "DWP", LineKind.SHARED, "C") == [500]


def test_an_award_replaces_the_sectors_rate_wholly_for_shared_costs_too() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "CAB", 2).licence("L2", "HBC", 2)
    hub.standing("voluntary", 40, applies="licence and shared").award("L1", 50)
    hub.cost_line("C", 100, vacant="shared")
    year = year_of(hub.build())
    assert sum(pence(year, "CAB", LineKind.CONCESSION, "L1")) == -300000
    assert sum(pence(year, "CAB", LineKind.CONCESSION, "C")) == 0


def test_partners_bear_concessions_by_desk_days_the_host_among_them_whatever_its_sector() -> None:
    hub = a_hub().billing("year").agency("DWP").agency("CAB", "voluntary").agency("SHOP", "private")
    hub.licence("L1", "HBC", 6).licence("L2", "DWP", 2).licence("L3", "CAB", 4).licence("L4", "SHOP", 9)
    hub.standing("voluntary", 40, funder="partners")
    year = year_of(hub.build())
    paid = {
        code: sum(pence(year, code, LineKind.CONCESSION_FUNDED, "concessions"))
        for code in ("HBC", "DWP", "CAB", "SHOP")
    }
    assert paid == {"HBC": 360000, "DWP": 120000, "CAB": 0, "SHOP": 0}


def test_with_two_funders_in_a_period_the_host_bears_its_days_and_the_partners_the_rest() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "HBC", 6).licence("L2", "CAB", 4)
    hub.standing("voluntary", 40, last="2026-04-30").standing(
        "voluntary", 40, first="2026-05-01", funder="partners"
    )
    first = year_of(hub.build())[:1]
    award = -pence(first, "CAB", LineKind.CONCESSION, "L2")[0]
    by_host = pence(first, "HBC", LineKind.CONCESSION_FUNDED, "L2")[0]
    pooled = pence(first, "HBC", LineKind.CONCESSION_FUNDED, "concessions")[0]
    assert (award, by_host, pooled) == (119671, 39452, 80219)


def test_vat_is_worked_out_for_each_line_by_the_rate_of_the_periods_last_day() -> None:
    hub = a_hub().agency("DWP").vat_code("S", {"2011-01-04": 20, "2026-06-30": 25})
    hub.licence("L1", "DWP", 10, vat="S").licence("L2", "HBC", 10, vat="S")
    first = year_of(hub.build())[0]
    (charged,) = lines(first, "DWP", LineKind.LICENCE, "L1")
    (host,) = lines(first, "HBC", LineKind.LICENCE, "L2")
    assert (charged.vat_code, charged.vat_pence) == ("S", 186986)
    assert (host.vat_code, host.vat_pence) == (None, 0)


def test_a_year_that_starts_on_the_first_of_january() -> None:
    hub = a_hub().year_start(1, 1).licence("L01", "HBC", 1, first="2026-01-01").build()
    assert hub.settings.year_start == YearStart(1, 1)
    assert hub.settings.billing is Billing.QUARTER
    assert sum(pence(year_of(hub), "HBC", LineKind.LICENCE, "L01")) == 300000
