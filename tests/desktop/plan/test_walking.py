"""The plan by keys alone: from desk to desk, taking in and letting go, and out again."""

from hubdesk.domain.reading_order import reading_order
from tests.desktop.on_plan import OnPlan


def codes_in_order(on: OnPlan) -> list[str]:
    assert on.plan.floor is not None
    return [desk.code for desk in reading_order(on.hub.desks_on_floor[on.plan.floor.id])]


def test_tab_walks_the_desks_and_leaves_past_the_last(ground: OnPlan) -> None:
    order = codes_in_order(ground)
    walked = []
    for _ in order:
        ground.press("Tab")
        (code,) = ground.selected()
        walked.append(code)
    assert walked == order
    assert ground.view.hasFocus()
    ground.press("Tab")
    assert not ground.view.hasFocus()


def test_shift_tab_goes_back_and_esc_lets_the_focus_out(ground: OnPlan) -> None:
    first, second = codes_in_order(ground)[:2]
    ground.press("Tab")
    ground.press("Tab")
    assert ground.selected() == {second}
    ground.press("Shift+Tab")
    assert ground.selected() == {first}
    ground.press("Esc")
    assert ground.selected() == set()
    ground.press("Tab")
    assert ground.selected() == set()
    assert not ground.view.hasFocus()


def test_ctrl_and_an_arrow_go_to_the_neighbour_and_shift_takes_it_in(ground: OnPlan) -> None:
    ground.choose("G-021")
    ground.press("Ctrl+Right")
    (right,) = ground.selected()
    assert ground.desk(right).x_mm > ground.desk("G-021").x_mm
    ground.press("Ctrl+Shift+Down")
    assert len(ground.selected()) == 2
    ground.press("Space")
    assert ground.selected() == {right}
    ground.press("Space")
    assert len(ground.selected()) == 2
    assert ground.hub == ground.first


def test_what_was_walked_to_is_nudged_by_the_arrows(ground: OnPlan) -> None:
    ground.press("Tab")
    (code,) = ground.selected()
    ground.press("Down")
    assert ground.desk(code).y_mm == ground.first.desk_codes[code].y_mm + ground.plan.snap.grid_mm
