"""Proposing who sits where: asked, under way, found, and about to be accepted."""

from collections.abc import Callable

from PySide6.QtTest import QTest

from hubdesk.desktop.proposing.panel import ProposePanel
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage

_STEP_MS = 100
_HOME_IMPROVEMENT = 5
"""Its row."""


def _asked(stage: Stage, seconds: int) -> ProposePanel:
    stage.hub(parkside(), "1")
    stage.do("allocate.propose")
    panel = stage.window.findChild(ProposePanel)
    assert isinstance(panel, ProposePanel)
    panel.form.limit.setChecked(True)
    panel.form.percent.setValue(20)
    panel.form.seconds.setValue(seconds)
    return panel


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        QTest.qWait(_STEP_MS)


def propose_asked(stage: Stage) -> None:
    _asked(stage, 30)
    stage.shoot("propose-asked")


def propose_going(stage: Stage) -> None:
    panel = _asked(stage, 60)
    panel.begin()
    _wait(lambda: panel.search.found is not None)
    QTest.qWait(600)
    stage.shoot_at_work("propose-going")
    panel.search.cancel()
    _wait(lambda: not panel.search.is_going)


def propose_found(stage: Stage) -> None:
    panel = _asked(stage, 3)
    panel.begin()
    _wait(panel.accept.isEnabled)
    item = panel.tree.topLevelItem(_HOME_IMPROVEMENT)
    assert item is not None
    panel.tree.setCurrentItem(item)
    item.setExpanded(True)
    stage.shoot("propose-found")
    panel.accept.click()
    stage.shoot("propose-accept")


SCENES = (propose_asked, propose_going, propose_found)
