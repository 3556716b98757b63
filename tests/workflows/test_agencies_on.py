"""Agencies as at a day, their concessions, and what becomes of what they have when they leave."""

from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.editing import agencies
from hubdesk.workflows.agencies_on import AgencyOn, agencies_on
from hubdesk.workflows.concession_rows import Review, concession_rows
from hubdesk.workflows.leaving import what_ends, what_goes_on
from hubdesk.workflows.occupancy_on import occupancy_on
from hubdesk.workflows.year_cost import YearCost, year_cost
from tests.builders import HubBuilder, a_hub
from tests.builders.parkside import parkside

TODAY = date(2026, 11, 23)


def on(hub: Hub, day: date = TODAY) -> dict[str, AgencyOn]:
    return {one.agency.code: one for one in agencies_on(hub, occupancy_on(hub, day))}


def test_licensed_allocated_and_vacant_stand_side_by_side() -> None:
    hub = (
        a_hub()
        .floor("G")
        .desks(4)
        .agency("CAB")
        .licence("L01", "CAB", 3)
        .allocation("G-001", "CAB")
        .agency("DWP")
        .licence("L02", "DWP", 1)
        .allocation("G-002", "DWP")
        .allocation("G-003", "DWP")
        .build()
    )
    rows = on(hub)
    assert (rows["CAB"].desks.licensed, rows["CAB"].desks.allocated, rows["CAB"].vacant) == (3, 1, 2)
    assert (rows["DWP"].vacant, rows["DWP"].standing) == (-1, "1 desk over its licence")
    assert rows["HBC"].is_host


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [
        ("2026-04-01", None, ""),
        ("2026-04-01", "2027-03-31", "Here until 31 March 2027"),
        ("2027-01-01", None, "Joins on 1 January 2027"),
        ("2026-04-01", "2026-09-30", "Left after 30 September 2026"),
    ],
)
def test_an_agency_says_how_it_stands(first: str, last: str | None, standing: str) -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", first=first, last=last).build()
    assert on(hub)["CAB"].standing == standing
    assert on(hub)["HBC"].standing == "No licence"


def test_each_agency_has_what_the_year_costs_it() -> None:
    hub = parkside()
    cost = year_cost(hub, TODAY)
    assert isinstance(cost, YearCost)
    rows = agencies_on(hub, occupancy_on(hub, TODAY), cost)
    assert sum(one.pence or 0 for one in rows) == cost.pence


def conceding() -> HubBuilder:
    return (
        a_hub()
        .standing("voluntary", 40, review="2027-02-23")
        .agency("CAB", "voluntary")
        .licence("L01", "CAB", 4)
        .award("L01", 60, review="2026-11-22")
        .agency("CU", "private")
        .licence("L02", "CU", 4)
        .award("L02", 10, review="2027-02-24")
        .licence("L03", "CU", 4)
        .award("L03", 10, last="2026-10-31", review="2026-10-01")
        .licence("L04", "CU", 4)
        .award("L04", 10)
    )


def test_concessions_due_for_review_within_three_months_are_marked() -> None:
    rows = concession_rows(conceding().build(), TODAY)
    assert [(one.scope, one.review) for one in rows] == [
        ("Standing rate, voluntary sector", Review.DUE),
        ("Licence L01 of CAB", Review.OVERDUE),
        ("Licence L02 of CU", Review.LATER),
        ("Licence L03 of CU", Review.OVER),
        ("Licence L04 of CU", Review.NONE),
    ]
    assert rows[1].told == "Review overdue since 22 November 2026"
    assert rows[0].told == "Due for review by 23 February 2027"
    assert [one.in_force for one in rows] == [True, True, True, False, True]


def test_an_agency_has_its_awards_and_the_standing_rate_of_its_sector() -> None:
    hub = conceding().build()
    rows = concession_rows(hub, TODAY, hub.agency_codes["CAB"].id)
    assert [one.scope for one in rows] == ["Standing rate, voluntary sector", "Licence L01 of CAB"]


def test_a_leaver_is_told_what_ends_and_what_it_goes_on_paying() -> None:
    hub = (
        conceding()
        .floor("G")
        .desks(3)
        .allocation("G-001", "CAB")
        .allocation("G-002", "CAB")
        .allocation("G-003", "CU", charged_to="CAB")
        .driver("FTE", "CAB", 3)
        .cost_line("C01", 100)
        .fixed_share("C01", "CAB", "12.5")
        .cost_line("C02", 100, "FTE")
        .participants("C02", "CAB", "CU")
        .build()
    )
    cab, last = hub.agency_codes["CAB"].id, date(2026, 12, 31)
    change = agencies.leave(hub, cab, last)
    assert what_ends(change, cab) == (
        "Licence L01 ends",
        "1 award ends with that",
        "2 desks become vacant",
        "1 desk that it pays for: whoever sits there pays from then on",
        "1 driver figure: none from then on (FTE)",
    )
    paying, listed = what_goes_on(hub, change, cab, last)
    assert listed == "It stays among the participants of 1 cost line, without a share from then on"
    assert paying.startswith("CAB goes on paying 12.5 % of cost line C01 of 2026-27")
    assert not what_goes_on(hub, change, cab, date(2027, 3, 31))
