"""Whose charges of which year a change not yet made would change."""

from datetime import date

from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.preview import Foreseen
from hubdesk.desktop.plan.preview_bar import PreviewBar
from hubdesk.editing import areas
from tests.desktop.on_plan import OnPlan

POD = "G-POD1"


def worked_out(on: OnPlan, qtbot: QtBot) -> Foreseen:
    preview = on.plan.preview
    qtbot.waitUntil(
        lambda: preview.foreseen is not None and preview.foreseen.effects is not None, timeout=10_000
    )
    assert preview.foreseen is not None
    return preview.foreseen


def test_the_year_is_that_of_the_first_day_of_the_change(ground: OnPlan, qtbot: QtBot) -> None:
    """It was always the year on screen, and a change of the next was said to change no charges."""
    bar = ground.port.findChild(PreviewBar)
    assert bar is not None
    pod = ground.area(POD).id
    change = areas.rename(ground.hub, pod, "G-POD9")
    ground.plan.preview.propose(change)
    assert worked_out(ground, qtbot).year.name == "2026-27"
    assert bar.words.startswith("Charges of 2026-27")
    ground.plan.preview.propose(change, date(2027, 4, 1))
    assert worked_out(ground, qtbot).year.name == "2027-28"
    assert bar.words.startswith("Charges of 2027-28")


def test_another_day_on_screen_asks_again(ground: OnPlan, qtbot: QtBot) -> None:
    pod = ground.area(POD).id
    ground.plan.preview.propose(areas.rename(ground.hub, pod, "G-POD9"))
    worked_out(ground, qtbot)
    ground.session.set_as_at(date(2027, 5, 1))
    assert worked_out(ground, qtbot).year.name == "2027-28"


def test_what_was_made_meanwhile_is_no_proposal_any_more(ground: OnPlan, qtbot: QtBot) -> None:
    pod = ground.area(POD).id
    change = areas.rename(ground.hub, pod, "G-POD9")
    ground.plan.preview.propose(change)
    worked_out(ground, qtbot)
    assert ground.session.do(lambda hub: areas.rename(hub, pod, "G-POD9"))
    assert ground.plan.preview.foreseen is None
