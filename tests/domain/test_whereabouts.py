"""Many desks are found in the areas in which one desk is found."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.whereabouts import Whereabouts
from tests.builders.hub import a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 11, 23)


def agrees(hub: Hub, day: date = DAY) -> int:
    """See that every desk is found where `area_of` finds it; says how many are in an area."""
    whereabouts = Whereabouts(hub, day)
    found = {desk.code: whereabouts.area_of(desk) for desk in hub.desks.values()}
    assert found == {desk.code: hub.area_of(desk, day) for desk in hub.desks.values()}
    return sum(area is not None for area in found.values())


def test_at_parkside() -> None:
    hub = parkside()
    adrift = Hub.of(
        replace(record, area=None) if isinstance(record, Desk) else record for record in hub.records()
    )
    assert agrees(hub) == agrees(adrift) == 222


@pytest.mark.parametrize(
    "outline",
    [
        [(2, 2), (10, 2), (10, 9), (2, 9)],
        [(2, 2), (10, 9), (10, 2), (2, 9)],
        [(2, 2), (10, 2), (2, 9)],
        [(-50, -50), (90, -50), (90, 90), (-50, 90)],
        [(5, 5), (5, 5), (5, 5), (5, 5)],
        [(2, 2), (18, 2), (18, 6), (6, 6), (6, 14), (2, 14)],
    ],
)
def test_whatever_the_outline(outline: list[tuple[int, int]]) -> None:
    builder = a_hub().floor().area("A", outline=outline).area("B", outline=[(0, 0), (8, 0), (8, 8), (0, 8)])
    for x in range(-2, 44, 1):
        for y in range(-2, 22, 2):
            builder.desk(f"D{x}/{y}", x_m=x, y_m=y)
    assert agrees(builder.build()) > 0


def test_on_the_days_of_an_area() -> None:
    everywhere = [(0, 0), (40, 0), (40, 20), (0, 20)]
    hub = a_hub().floor().area("A", outline=everywhere, last="2026-06-30").desk("D").build()
    assert agrees(hub, date(2026, 6, 30)) == 1
    assert agrees(hub, date(2026, 7, 1)) == 0


def test_an_area_without_an_outline_holds_only_what_says_so() -> None:
    hub = a_hub().floor().area("A", m2=30).desk("D").desk("E", area="A").build()
    [area] = hub.all(Area)
    assert area.outline == ()
    assert area.area_m2 == Decimal(30)
    assert agrees(hub) == 1
