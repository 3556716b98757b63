"""What if: scenarios compared, bases compared, and one that is worked in."""

from datetime import date

from hubdesk.desktop.pages.what_if_page import WhatIfPage
from hubdesk.desktop.scenarios.new_dialog import NewScenarioDialog
from hubdesk.domain.cost_line import Basis, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.editing import rates
from hubdesk.store import Store
from hubdesk.workflows import scenario_starts as starts
from hubdesk.workflows import scenarios
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def _kept(store: Store, hub: Hub) -> None:
    year = hub.charging_year(2026)
    begun = (
        (*starts.another_rate(hub, year.first, 3200_00), "To cover the lift"),
        (*starts.another_basis(hub, year, None, Basis.AREA), ""),
        (*starts.another_vacant_policy(hub, year, None, VacantPolicy.SHARED), ""),
    )
    for name, change, note in begun:
        scenarios.start(store, name, change, note)


def what_if(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page_called("What if")
    assert isinstance(page, WhatIfPage)
    stage.do("page.what if")
    stage.shoot("what-if-none")
    _kept(on.session.document.store, on.hub)
    page.shown()
    stage.shoot("what-if-compared")
    page.tabs.setCurrentIndex(1)
    stage.shoot("what-if-bases")
    page.tabs.setCurrentIndex(0)
    stage.do("scenario.new")
    (dialog,) = page.window().findChildren(NewScenarioDialog)
    stage.shoot("what-if-new")
    dialog.begin.setCurrentIndex(1)
    stage.shoot("what-if-new-concession")
    dialog.reject()
    on.session.work_in(page.scenarios.listed[1])
    on.session.document.apply(rates.set_step(on.session.document.hub, date(2026, 4, 1), 3100_00))
    stage.shoot("what-if-worked-in")
    stage.do("page.plan")
    stage.shoot("what-if-plan")


SCENES = (what_if,)
