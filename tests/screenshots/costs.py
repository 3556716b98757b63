"""The costs page: lines, sums by class, drivers, the rate, and its dialogs."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hubdesk.desktop.costs.paste_dialog import PasteCosts
from hubdesk.desktop.costs.rate.use_dialog import UseRate
from hubdesk.desktop.costs.roll_dialog import RollForward
from hubdesk.desktop.pages.costs_page import CostsPage
from hubdesk.domain.hub import Hub
from hubdesk.editing import drivers
from hubdesk.editing.roll_forward import roll_forward
from hubdesk.workflows.costs.desk_rate import Way
from tests.builders.parkside import parkside
from tests.desktop.everything import opened
from tests.screenshots.stage import Stage

_BUDGET = (
    "Description\tBudget 2026/27\tShared by\r\n"
    "Premises\t\t\r\n"
    "Lift service\t1,250.00\tequal\r\n"
    "Window cleaning\t#####\tlicensed desks\r\n"
    "Subtotal\t1,250.00\t\r\n"
)


def _page(stage: Stage, hub: Hub) -> CostsPage:
    stage.hub(hub, "1")
    stage.do("page.costs")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page
    assert isinstance(page, CostsPage)
    _wait(stage, lambda: page.year.worked_out.figures is not None)
    return page


def _wait(stage: Stage, there: Callable[[], bool]) -> None:
    """Until that is there, and once more: a busy machine works one thing out after the other."""
    while not there():
        stage.settle()
    stage.settle()


def _wait_for_shares(stage: Stage, page: CostsPage) -> None:
    _wait(stage, lambda: any(row.worked is not None for row in page.line.table.rows))


def costs_lines(stage: Stage) -> None:
    page = _page(stage, parkside())
    page.show_line(page.year.session.hub.cost_line_codes["C10", 2026].id)
    _wait_for_shares(stage, page)
    stage.shoot("costs-lines")
    page.tabs.setCurrentWidget(page.classes)
    stage.shoot("costs-classes")
    page.tabs.setCurrentWidget(page.drivers)
    page.drivers.show_driver("FTE")
    stage.shoot("costs-drivers")


def costs_shares_moved(stage: Stage) -> None:
    """A year later, when an agency's visits have grown."""
    hub = parkside()
    hub = hub.applying(roll_forward(hub, 2027, Decimal(3)))
    police = hub.agency_codes["POL"].id
    hub = hub.applying(drivers.set_figure(hub, "Footfall", police, date(2027, 4, 1), Decimal(14_000)))
    page = _page(stage, hub)
    page.show_line(hub.cost_line_codes["C10", 2027].id)
    _wait_for_shares(stage, page)
    stage.shoot("costs-shares-moved")


def costs_dialogs(stage: Stage) -> None:
    page = _page(stage, parkside())
    page.deeds.ask_about(_BUDGET)
    paste = opened("PasteCosts")
    assert isinstance(paste, PasteCosts)
    _wait(stage, lambda: bool(paste.boxes))
    stage.shoot("costs-paste")
    stage.clear()
    page.deeds.ask_roll_forward()
    roll = opened("RollForward")
    assert isinstance(roll, RollForward)
    _wait(stage, lambda: bool(roll.effects.rows))
    stage.shoot("costs-roll-forward")
    stage.clear()
    page.rate.choose(Way.LICENSED)
    page.rate.use.click()
    use = opened("UseRate")
    assert isinstance(use, UseRate)
    _wait(stage, lambda: bool(use.table.rows))
    stage.shoot("costs-use-rate")


SCENES = (costs_lines, costs_shares_moved, costs_dialogs)
