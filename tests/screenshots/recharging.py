"""The recharge of a period."""

from datetime import UTC, date, datetime

from hubdesk.desktop.pages.recharge_page import RechargePage
from hubdesk.editing import licences
from hubdesk.workflows.issuing import issue
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def page(stage: Stage) -> RechargePage:
    stage.hub(parkside(), "G")
    workspace = stage.window.workspace
    assert workspace is not None
    found = workspace.page_called("Recharge")
    assert isinstance(found, RechargePage)
    workspace.show_page(found)
    stage.settle()
    return found


def recharge(stage: Stage) -> None:
    shown = page(stage)
    shown.tabs.setCurrentWidget(shown.settling)
    stage.shoot("recharge-draft")
    shown.tabs.setCurrentWidget(shown.payers)
    stage.shoot("recharge-payers")


def recharge_later(stage: Stage) -> None:
    """After a quarter was issued, news came late."""
    shown = page(stage)
    workspace = stage.window.workspace
    assert workspace is not None
    session = workspace.session
    issue(session.document.store, "2026-27-Q1", None, at=datetime(2026, 7, 3, 9, 30, tzinfo=UTC))
    session.refresh()
    licence = session.hub.licence_codes["L05"]
    assert session.do(lambda hub: licences.set_desks(hub, licence.id, date(2026, 5, 16), 11))
    shown.look_at("2026-27-Q2")
    shown.tabs.setCurrentWidget(shown.differing)
    stage.settle()
    stage.shoot("recharge-differs")
    row = shown.matrix.table.rows[3].id
    shown.matrix.table.activated.emit(row, "to_pay")
    stage.shoot("recharge-why")
    shown.tabs.setCurrentWidget(shown.year)
    shown.look_at("2026-27-Q1")
    stage.settle()
    stage.shoot("recharge-issued")


SCENES = (recharge, recharge_later)
