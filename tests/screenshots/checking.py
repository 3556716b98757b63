"""Whether rules are kept, the nearest repair, its moves to hand out, and a place for somebody new."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubdesk.desktop.proposing.check_dialog import CheckDialog
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.proposing.newcomer_dialog import NewcomerDialog
from hubdesk.desktop.proposing.panel import ProposePanel
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.editing import rules
from tests.builders.parkside import parkside
from tests.desktop.everything import opened
from tests.screenshots.stage import Stage

_STEP_MS = 100
_WORKS_WITH = (3, 5, 7)
"""Rows of agencies that the newcomer works with."""


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        QTest.qWait(_STEP_MS)


def _with_a_rule() -> Hub:
    """Parkside, where East Midlands Homes are to keep out of the area that they sit in."""
    hub = parkside()
    rule = PlacementRule(new_id(), hub.agency_codes["EMH"].id, RuleKind.KEEP_OUT, "1-N4")
    return hub.applying(rules.add(hub, rule))


def check(stage: Stage) -> None:
    stage.hub(_with_a_rule(), "1")
    stage.do("allocate.check")
    dialog = opened("CheckDialog")
    assert isinstance(dialog, CheckDialog)
    _wait(dialog.find_repair.isEnabled)
    stage.shoot_of(dialog, "check-broken")
    dialog.find_repair.click()
    _wait(lambda: dialog.mending is not None and dialog.find_repair.isEnabled())
    stage.shoot_of(dialog, "check-repair")
    found = dialog.mending
    dialog.close()
    panel = stage.window.findChild(ProposePanel)
    assert isinstance(panel, ProposePanel)
    assert found is not None
    panel.moves_wanted.emit(found.hub, found.repair.proposal)
    moves = opened("MovesDialog")
    assert isinstance(moves, MovesDialog)
    _wait(moves.pdf.isEnabled)
    stage.shoot_of(moves, "moves")
    moves.tabs.setCurrentIndex(1)
    stage.shoot_of(moves, "moves-charges")
    moves.close()


def newcomer(stage: Stage) -> None:
    stage.hub(parkside(), "1")
    stage.do("allocate.newcomer")
    dialog = opened("NewcomerDialog")
    assert isinstance(dialog, NewcomerDialog)
    for row in _WORKS_WITH:
        dialog.form.others.item(row).setCheckState(Qt.CheckState.Checked)
    _wait(lambda: dialog.look_further.isEnabled() and dialog.table.rows[0].metres is not None)
    stage.shoot_of(dialog, "newcomer-places")
    dialog.look_further.click()
    stage.shoot_of(dialog, "newcomer-looked-further")
    dialog.close()


SCENES = (check, newcomer)
