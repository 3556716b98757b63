"""Drivers as a dated grid."""

from datetime import date
from decimal import Decimal

from hubdesk.workflows.costs.driver_grid import driver_grid
from tests.builders import a_hub

APRIL, JULY, OCTOBER = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def test_figures_stand_on_the_day_they_were_set_and_hold_on() -> None:
    hub = a_hub().agency("POL").agency("DWP")
    hub.driver("FTE", "POL", {"2026-04-01": 10, "2026-10-01": "12.5"}).driver("FTE", "DWP", {"2026-07-01": 4})
    grid = driver_grid(hub.driver("kWh", "HBC", 70).build(), "FTE")
    assert grid.days == (APRIL, JULY, OCTOBER)
    dwp, host, police = grid.rows
    assert dwp.steps == (None, Decimal(4), None)
    assert dwp.in_force == (Decimal(0), Decimal(4), Decimal(4))
    assert police.in_force == (Decimal(10), Decimal(10), Decimal("12.5"))
    assert host.steps == (None, None, None)
    assert grid.totals() == (Decimal(10), Decimal(14), Decimal("16.5"))


def test_a_day_can_be_there_before_it_has_a_figure() -> None:
    grid = driver_grid(a_hub().driver("FTE", "HBC", 7).build(), "FTE", [JULY])
    assert grid.days == (APRIL, JULY)
    assert grid.rows[0].steps == (Decimal(7), None)
    assert driver_grid(a_hub().build(), "FTE").days == ()
