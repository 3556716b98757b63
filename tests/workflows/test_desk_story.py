"""A desk's story: what it holds, and how it reads."""

from datetime import date

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.workflows.desk_story import DeskStory, desk_story
from hubdesk.workflows.desk_story_words import hover, sentences
from hubdesk.workflows.year_cost import Stream, YearCost, year_cost
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub

DAY = date(2026, 12, 1)


def handed_on() -> Hub:
    """A desk of the careers service until 15 November, then a charity's at 40 % off; POL has it next year."""
    return (
        a_hub()
        .agency("CRS")
        .agency("CAB", "voluntary", "Citizens Advice")
        .agency("POL")
        .floor("1", 1, name="People")
        .area("1-N1", "1", kind="restricted", clearance="vetted", agency="CAB")
        .desk("1-001", "1", area="1-N1", first="2026-04-01", kind="accessible")
        .desk("1-002", "1", last="2026-11-30")
        .desk("1-003", "1", x_m=5)
        .licence("L1", "CRS", 1, last="2026-11-15")
        .licence("L2", "CAB", 3)
        .licence("L3", "CAB", 1)
        .licence("L4", "POL", 1)
        .standing("voluntary", 40)
        .award("L3", 60, desk_cap=1, funder="partners", reason="Advice for all")
        .cost_line("C1", 600, vacant="shared")
        .allocation("1-001", "CRS", "2026-04-01", "2026-11-15")
        .allocation("1-001", "CAB", "2026-11-16", "2027-03-31", charged_to="POL")
        .allocation("1-001", "POL", "2027-04-01")
        .allocation("1-003", "CAB", "2026-04-01")
        .build()
    )


def story_of(hub: Hub, desk: str, day: date = DAY) -> DeskStory:
    cost = year_cost(hub, day)
    assert isinstance(cost, YearCost)
    return desk_story(hub, hub.desk_codes[desk].id, day, cost)


def test_the_whole_story_is_told_in_order() -> None:
    assert sentences(story_of(handed_on(), "1-001")) == (
        "Desk 1-001 is an accessible desk on the People floor, in area 1-N1 "
        "(restricted, clearance “vetted”, for the sole use of CAB).",
        "It is in service from 1 April 2026.",
        "Citizens Advice (CAB) sits here since 16 November 2026, until 31 March 2027.",
        "It is charged to POL.",
        "POL is licensed for 1 desk by licence L4.",
        # Of £600 it has a sixth while CRS is there, then a fifth: 50.13 + 27.73 + 29.59. Of the £1,800 that
        # partners pay for L3 it bears half of 902.47, two thirds of 453.69, and the last quarter's 443.84.
        "A desk of POL costs £4,304.98 a year, as charged in 2026-27: £3,000.00 for the licence, "
        "£107.45 of shared costs, £1,197.53 borne for others.",
        "Before: CRS, 1 April 2026 to 15 November 2026.",
        "Next: POL, from 1 April 2027 on.",
    )


def test_a_concession_is_told_with_who_pays_for_it() -> None:
    told = sentences(story_of(handed_on(), "1-003"))
    assert "CAB is licensed for 4 desks: 3 desks by licence L2 and 1 desk by licence L3." in told
    assert "Licence L2 has 40 % off, the standing rate of the voluntary sector, paid for by the host." in told
    assert (
        "Licence L3 has 60 % off for at most 1 desk, an award of its own, "
        "paid for by the partners (Advice for all)." in told
    )
    assert told[0] == "Desk 1-003 is a standard desk on the People floor, in no area."


def test_hovering_says_it_in_a_few_words() -> None:
    assert hover(story_of(handed_on(), "1-001")).splitlines() == [
        "Desk 1-001, People floor, area 1-N1",
        "CAB since 16 November 2026 until 31 March 2027, charged to POL; before, CRS; from 1 April 2027, POL",
        "POL is licensed for 1 desk",
        "£4,304.98 a desk in 2026-27",
    ]
    assert hover(story_of(handed_on(), "1-002")).splitlines() == [
        "Desk 1-002, People floor",
        "Not in service",
    ]


def test_without_the_years_cost_nothing_is_said_of_money() -> None:
    hub = handed_on()
    story = desk_story(hub, hub.desk_codes["1-001"].id, DAY)
    assert "£" not in hover(story) + " ".join(sentences(story))


def test_an_empty_desk_says_since_when_and_for_whom_next() -> None:
    hub = (
        a_hub()
        .agency("CRS")
        .floor()
        .desks(2)
        .desk("NEW", first="2026-11-01")
        .allocation("G-001", "CRS", last="2026-11-15")
        .allocation("G-001", "HBC", "2027-01-01")
        .build()
    )
    told = [hover(desk_story(hub, hub.desk_codes[code].id, DAY)) for code in ("G-001", "G-002", "NEW")]
    assert [one.splitlines()[1] for one in told] == [
        "Vacant since 16 November 2026; before, CRS; from 1 January 2027, HBC",
        "Vacant",
        "Vacant since 1 November 2026",
    ]
    story = desk_story(hub, hub.desk_codes["G-001"].id, DAY)
    assert "Vacant since 16 November 2026: nobody sits here on 1 December 2026." in sentences(story)


def test_a_desk_out_of_service_says_when_it_was_in() -> None:
    told = sentences(desk_story(handed_on(), handed_on().desk_codes["1-002"].id, DAY))
    assert "It is not in service on 1 December 2026, but to 30 November 2026." in told


@pytest.mark.parametrize("seed", range(8))
def test_what_a_desk_costs_adds_up_in_every_story(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    year = hub.charging_year(2026)
    for day in (year.first, year.last):
        cost = year_cost(hub, day)
        assert isinstance(cost, YearCost)
        for desk in hub.desks:
            story = desk_story(hub, desk, day, cost)
            assert sentences(story)
            assert hover(story)
            if story.cost and story.cost.desk_days:
                parts = [story.cost.per_desk(stream) or 0 for stream in Stream]
                assert story.cost.per_desk() == sum(parts)
            if story.stay:
                assert story.licensed == hub.licensed_desks(story.stay.payer.id, day)


def test_parksides_secondment_is_charged_to_the_county() -> None:
    hub = parkside()
    (seconded,) = (one for one in hub.allocations.values() if one.charged_to)
    told = sentences(desk_story(hub, seconded.desk, DAY))
    assert "It is charged to Leicestershire County Council (LCC)." in told
    assert "LCC is licensed for 14 desks: 10 desks by licence L03 and 4 desks by licence L04." in told
