"""What the inspector says of a desk's agency: rules and links, what is broken; added to, altered, removed."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton

from hubdesk.desktop.agencies.link_dialog import LinkDialog
from hubdesk.desktop.agencies.placing_view import PlacingView
from hubdesk.desktop.agencies.rule_dialog import RuleDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.rule import RuleKind
from hubdesk.editing import allocations
from tests.desktop.keys import press, type_text
from tests.desktop.on_plan import OnPlan

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ground(parkside_window: MainWindow) -> OnPlan:
    return OnPlan(parkside_window, "G")


def placing(on: OnPlan) -> PlacingView:
    assert on.window.workspace is not None
    dock = on.window.workspace.docks["inspector"]
    dock.want()
    QApplication.processEvents()
    return on.window.workspace.inspector.desks.placing


def words(on: OnPlan) -> list[str]:
    """What is to be read, from the top."""
    return [one.text() for one in placing(on).findChildren(QLabel) if one.isVisible()]


def button(on: OnPlan, name: str) -> QToolButton:
    found = [
        one
        for one in placing(on).findChildren(QToolButton)
        if one.isVisibleTo(placing(on)) and one.accessibleName().startswith(name)
    ]
    assert len(found) == 1
    return found[0]


def dialog(kind: type[QDialog]) -> QDialog:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def test_the_agency_of_the_selected_desks_is_told_of_and_of_several_nothing(ground: OnPlan) -> None:
    ground.choose("G-001", "G-002")
    told = words(ground)
    assert told[0] == "Where DWP sits"
    assert "Needs public access" in told
    assert "On the ground floor" in told
    assert any(one.startswith("Works with Melton Borough Council (MBC), strength 8: ") for one in told)
    ground.choose("1-001", "G-001")
    assert not placing(ground).isVisible()


def test_what_is_broken_now_is_said_until_it_is_put_right(ground: OnPlan) -> None:
    desk = ground.desk("1-045")  # Vacant, on the People floor.
    police = ground.hub.agency_codes["DWP"].id
    ground.session.do(lambda hub: allocations.allocate(hub, [desk.id], police, ground.session.as_at))
    ground.choose("G-001")
    assert words(ground).count("Not kept at 1 desk: 1-045") == 2
    ground.session.undo()
    assert not any("Not kept" in one for one in words(ground))


def test_a_rule_is_added_altered_and_removed_there(ground: OnPlan) -> None:
    ground.choose("G-001")
    QTest.mouseClick(placing(ground).new_rule, LEFT)
    asked = dialog(RuleDialog)
    assert isinstance(asked, RuleDialog)
    assert asked.agency.currentText().endswith("(DWP)")
    asked.kind.setCurrentIndex(list(RuleKind).index(RuleKind.KEEP_OUT))
    asked.value.setEditText("1")
    press(asked, "Return")
    assert "Keeps out of the People floor (1)" in words(ground)

    QTest.mouseClick(button(ground, "Change: Keeps out"), LEFT)
    asked = dialog(RuleDialog)
    assert isinstance(asked, RuleDialog)
    assert (asked.kind.currentData(), asked.value.currentText()) == (RuleKind.KEEP_OUT, "1")
    asked.value.setEditText("2")
    press(asked, "Return")
    assert "Keeps out of the Place floor (2)" in words(ground)

    remove = button(ground, "Remove: Keeps out")
    remove.setFocus()
    press(remove, "Space")
    assert not any("Keeps out" in one for one in words(ground))
    assert placing(ground).new_rule.hasFocus(), "the keys are not lost with the row"
    assert ground.session.undo_stack.count() == 3
    ground.undo_all()
    assert ground.hub == ground.first


def test_a_link_is_altered_there_and_keeps_what_was_not_typed_over(ground: OnPlan) -> None:
    ground.choose("G-001")
    QTest.mouseClick(button(ground, "Change: Works with Melton"), LEFT)
    asked = dialog(LinkDialog)
    assert isinstance(asked, LinkDialog)
    asked.strength.setFocus()
    asked.strength.selectAll()
    type_text(asked.strength, "9.5")
    press(asked, "Return")
    (altered,) = (one for one in ground.hub.working_links.values() if one.strength == Decimal("9.5"))
    assert altered.reason == ground.first.working_links[altered.id].reason
    assert any(
        one.startswith("Works with Melton Borough Council (MBC), strength 9.5: ") for one in words(ground)
    )
    QTest.mouseClick(placing(ground).new_link, LEFT)
    asked = dialog(LinkDialog)
    assert isinstance(asked, LinkDialog)
    assert asked.agency.currentText().endswith("(DWP)")
    asked.reject()
