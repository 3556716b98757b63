"""Drivers as a dated grid."""

from datetime import date
from decimal import Decimal

from hubdesk.workflows.costs.driver_columns import driver_columns
from hubdesk.workflows.costs.driver_grid import driver_grid
from tests.builders import a_hub

APRIL, JULY, OCTOBER = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def test_figures_stand_on_the_day_they_were_set_and_hold_on() -> None:
    hub = a_hub().agency("POL").agency("DWP")
    hub.driver("FTE", "POL", {"2026-04-01": 10, "2026-10-01": "12.5"}).driver("FTE", "DWP", {"2026-07-01": 4})
    grid = driver_grid(hub.driver("kWh", "HBC", 70).build(), "FTE")
    assert grid.days == (APRIL, JULY, OCTOBER)
    dwp, host, police = grid.rows
    assert [dwp.set_on(day) for day in grid.days] == [None, 4, None]
    assert [dwp.in_force(day) for day in grid.days] == [0, 4, 4]
    assert [police.in_force(day) for day in grid.days] == [10, 10, Decimal("12.5")]
    assert not host.figures
    columns = driver_columns(grid)
    assert [column.title for column in columns[2:]] == [
        "From 1 April 2026",
        "From 1 July 2026",
        "From 1 October 2026",
    ]
    in_force = [column.total(grid.rows, column.value) for column in columns if column.total]
    assert in_force == [Decimal(10), Decimal(14), Decimal("16.5")]


def test_a_day_can_be_there_before_it_has_a_figure() -> None:
    grid = driver_grid(a_hub().driver("FTE", "HBC", 7).build(), "FTE", [JULY])
    assert grid.days == (APRIL, JULY)
    assert [grid.rows[0].set_on(day) for day in grid.days] == [7, None]
    assert driver_grid(a_hub().build(), "FTE").days == ()


def test_a_figure_is_typed_into_its_day_and_emptied_again() -> None:
    hub = a_hub().driver("FTE", "HBC", 7).build()
    grid = driver_grid(hub, "FTE", [JULY])
    july = driver_columns(grid)[-1]
    assert july.edit is not None
    after = hub.applying(july.edit(hub, grid.rows[0], Decimal(9)))
    row = driver_grid(after, "FTE").rows[0]
    assert [row.set_on(day) for day in (APRIL, JULY)] == [7, 9]
    again = after.applying(july.edit(after, row, None))
    assert driver_grid(again, "FTE").days == (APRIL,)
