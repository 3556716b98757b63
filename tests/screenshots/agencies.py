"""The agencies page, and the guided steps by which an agency joins and leaves."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def agencies(stage: Stage) -> None:
    page = _page(stage)
    stage.shoot("agencies")
    line = page.licences.line
    row = next(row for row, one in enumerate(line.spans) if one.steps)
    page.licences.choose(line.spans[row].id)
    line.setFocus()
    line.go(row, 1)
    handle = line.handle
    assert handle is not None
    at = QPoint(round(line.x_of_handle(handle)), line.picture.top_of(row) + line.picture.row_height // 2)
    stage.hold(line.viewport(), at, at + QPoint(40, 0))
    stage.shoot("agencies-dragging-a-step")
    line.let_go()
    page.tabs.setCurrentIndex(1)
    stage.shoot("agencies-concessions")
    page.tabs.setCurrentIndex(2)
    stage.shoot("agencies-joiners-and-leavers")
    page.tabs.setCurrentIndex(3)
    stage.shoot("agencies-working-links")
    page.links.as_matrix.click()
    stage.shoot("agencies-working-links-matrix")
    page.tabs.setCurrentIndex(4)
    stage.shoot("agencies-placement-rules")


def agencies_join_and_leave(stage: Stage) -> None:
    _page(stage)
    stage.do("allocate.new-agency")
    joiner = _joiner()
    joiner.agency.code.setText("NHS")
    joiner.agency.name.setText("Health visitors")
    joiner.desks.setValue(6)
    stage.shoot("agencies-joiner")
    joiner.award.setCurrentIndex(1)
    stage.shoot("agencies-joiner-with-an-award")
    stage.clear()
    stage.do("agencies.leave")
    stage.shoot("agencies-leaver")


def _page(stage: Stage) -> AgenciesPage:
    stage.hub(parkside(), "G")
    stage.do("page.agencies")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page
    assert isinstance(page, AgenciesPage)
    return page


def _joiner() -> JoinerDialog:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, JoinerDialog)]
    return next(one for one in found if one.isVisible())


SCENES = (agencies, agencies_join_and_leave)
