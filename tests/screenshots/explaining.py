"""What is told of a proposal: reasons, a place tried anyway, prices, and other plans to choose from."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.curve_dialog import CurveDialog
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.proposing.prices_dialog import PricesDialog
from hubdesk.desktop.proposing.reasons_dialog import ReasonsDialog
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage
from tests.workflows.placing.proposed import proposed

_STEPS = 25
"""Of the search: what it finds then is not the best yet, so that there is something to tell."""
_STEP_MS = 100


def _opened(stage: Stage, kind: Callable[[AtHand, QWidget], LookedInto]) -> LookedInto:
    hub = parkside()
    stage.hub(hub, "1")
    assert stage.window.workspace is not None
    session = stage.window.workspace.session
    at_hand = AtHand(stage.window.jobs, session.standing, hub, proposed(hub, _STEPS), print)
    dialog = kind(at_hand, stage.window)
    dialog.open()
    return dialog


def _over(dialog: LookedInto) -> None:
    while dialog.going_on.is_going:
        QTest.qWait(_STEP_MS)


def reasons(stage: Stage) -> None:
    dialog = _opened(stage, ReasonsDialog)
    assert isinstance(dialog, ReasonsDialog)
    (row,) = (row for row in range(dialog.agencies.count()) if dialog.agencies.item(row).text()[:3] == "HIA")
    dialog.agencies.setCurrentRow(row)
    while not dialog.places.rows:
        QTest.qWait(_STEP_MS)
    stage.shoot("reasons")
    dialog.places.go_to(dialog.places.rows[-1].id)
    dialog.try_it.click()
    _over(dialog)
    stage.shoot("reasons-tried-anyway")


def prices(stage: Stage) -> None:
    dialog = _opened(stage, PricesDialog)
    stage.shoot_at_work("prices-going")
    _over(dialog)
    stage.shoot("prices")


def other_plans(stage: Stage) -> None:
    dialog = _opened(stage, CurveDialog)
    _over(dialog)
    stage.shoot("other-plans")


SCENES = (reasons, prices, other_plans)
