"""Selecting by saying which."""

from hubdesk.desktop.plan.condition_box import ConditionBox
from tests.desktop.keys import press, type_text
from tests.desktop.on_plan import OnPlan


def the_box(on: OnPlan) -> ConditionBox:
    on.press("Ctrl+Shift+F")
    box = on.port.findChild(ConditionBox)
    assert box is not None
    assert box.isVisible()
    return box


def test_what_is_understood_and_how_many_is_said_and_enter_selects(ground: OnPlan) -> None:
    box = the_box(ground)
    type_text(box.field, "vacant desks in Jobcentre")
    assert box.answer.text() == "vacant desks in Jobcentre (G-JCP): 2 desks"
    assert ground.selected() == set()
    press(box.field, "Return")
    assert not box.isVisible()
    hub, day = ground.hub, ground.session.as_at
    jobcentre = ground.area("G-JCP")
    assert len(ground.selected()) == 2
    for code in ground.selected():
        assert hub.allocation_on(ground.desk(code).id, day) is None
        assert hub.area_of(ground.desk(code)) == jobcentre
    assert ground.view.hasFocus()


def test_desks_of_another_floor_are_shown_there(ground: OnPlan) -> None:
    box = the_box(ground)
    type_text(box.field, "vacant desks in People floor")
    press(box.field, "Return")
    assert ground.plan.floor is not None
    assert ground.plan.floor.code == "1"
    assert ground.selected()


def test_what_is_not_understood_is_said_and_esc_leaves_the_selection(ground: OnPlan) -> None:
    ground.choose("G-001")
    box = the_box(ground)
    type_text(box.field, "zebras")
    assert "zebras" in box.answer.text()
    press(box.field, "Return")
    assert box.isVisible()
    press(box.field, "Esc")
    assert not box.isVisible()
    assert ground.selected() == {"G-001"}
