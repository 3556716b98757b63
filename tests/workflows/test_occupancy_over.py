"""Occupancy over a year: what it says of any day is what the day itself says."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.occupancy_on import occupancy_on
from hubdesk.workflows.occupancy_over import OccupancyOver, occupancy_over
from tests.builders import a_hub, random_hub
from tests.builders.havant import havant
from tests.builders.parkside import parkside


def assert_is_what_the_days_say(hub: Hub, over: OccupancyOver, rng: random.Random) -> None:
    year = over.year
    assert (over.stretches[0].first, over.stretches[-1].last) == (year.first, year.last)
    assert all(before.last + ONE_DAY == after.first for before, after in pairwise(over.stretches))
    days = {one.first for one in over.stretches} | {one.last for one in over.stretches}
    days |= {year.first + timedelta(days=rng.randrange(year.days)) for _ in range(10)}
    for day in days:
        on, stretch = occupancy_on(hub, day), over.on(day)
        assert stretch is not None
        found = (stretch.in_service, stretch.licensed, stretch.allocated, stretch.vacant)
        assert found == (on.in_service, on.licensed, on.allocated, on.vacant), day


@pytest.mark.parametrize("sample", [parkside, havant])
def test_a_sample_year_is_what_its_days_say(sample: type) -> None:
    hub = sample()
    assert_is_what_the_days_say(hub, occupancy_over(hub, hub.charging_year(2026)), random.Random(1))


@pytest.mark.parametrize("seed", range(25))
def test_a_random_year_is_what_its_days_say(seed: int) -> None:
    hub = random_hub(seed)
    year = hub.charging_year(min((line.year for line in hub.cost_lines.values()), default=2026))
    assert_is_what_the_days_say(hub, occupancy_over(hub, year), random.Random(seed))


@pytest.mark.parametrize("seed", range(10))
def test_neighbouring_stretches_differ(seed: int) -> None:
    hub = random_hub(seed)
    over = occupancy_over(hub, hub.charging_year(2026))
    told = [(one.in_service, one.licensed, one.allocated) for one in over.stretches]
    assert all(before != after for before, after in pairwise(told))


def test_an_agency_has_its_own_line() -> None:
    hub = (
        a_hub()
        .agency("POL")
        .licence("L01", "POL", {"2026-05-01": 4, "2026-09-01": 6})
        .licence("L02", "HBC", 3)
    )
    built = hub.build()
    police = built.agency_codes["POL"].id
    over = occupancy_over(built, built.charging_year(2026), police)
    assert [(one.first, one.licensed) for one in over.stretches] == [
        (date(2026, 4, 1), 0),
        (date(2026, 5, 1), 4),
        (date(2026, 9, 1), 6),
    ]
    assert over.whose == "POL"
    assert over.most == 6
    assert over.on(date(2027, 4, 1)) is None


def test_the_agencies_together_are_the_hub() -> None:
    hub = parkside()
    year = hub.charging_year(2026)
    whole = occupancy_over(hub, year)
    each = [occupancy_over(hub, year, RecordId(one)) for one in hub.agencies]
    for stretch in whole.stretches:
        on = [one for over in each if (one := over.on(stretch.first))]
        assert sum(one.licensed for one in on) == stretch.licensed
        assert sum(one.allocated for one in on) == stretch.allocated
