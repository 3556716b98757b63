"""A review pack in the window that shows it to its agency."""

from PySide6.QtTest import QTest

from hubdesk.desktop.viewer.window import PackWindow
from hubdesk.exchange.review_pack import hubview
from tests.screenshots.stage import Stage
from tests.workflows.review.made import parkside_pack


def review_pack(stage: Stage) -> None:
    """Its words, a desk, why a charge is what it is, and a file that is cut off."""
    stage.welcome()
    whole = hubview.written(parkside_pack("CAB"))
    window = _opened(stage, "CAB.hubview", whole)
    stage.shoot_of(window, "review-pack")
    window.sides.go_to_desk(window.sides.desks.rows[0].code)
    stage.shoot_of(window, "review-pack-desk")
    window.sides.setCurrentWidget(window.sides.charges)
    window.sides.charges.go_to("0", "net")
    window.sides.charges.activated.emit("0", "net")
    stage.shoot_of(window, "review-pack-why")
    window = _opened(stage, "cut off.hubview", whole[: len(whole) // 2])
    stage.shoot_of(window, "review-pack-cut-off")


def _opened(stage: Stage, name: str, body: bytes) -> PackWindow:
    stage.window.open(str(stage.file(name, body)))
    window = stage.window.packs.windows[-1]
    window.resize(stage.window.size())
    while window.jobs.going:
        QTest.qWait(20)
    window.floors.view.fit_floor()
    return window


SCENES = (review_pack,)
