"""What belongs to underlays has names, can be hit, and is told in the help."""

from PySide6.QtWidgets import QApplication

from hubdesk.workflows.resources import help_topics
from tests.desktop.plan.underlays.on_underlays import OnUnderlays
from tests.desktop.plan.underlays.test_blocks import ask, office
from tests.desktop.walking_trees import nameless, too_small


def test_the_panel_with_all_its_fields_and_the_dialogs(floor: OnUnderlays) -> None:
    panel = floor.panel
    floor.add("office.dxf", office())
    layers = floor.asked()
    assert (nameless(layers), too_small(layers)) == ([], [])
    floor.agree()
    QApplication.processEvents()
    assert panel.layers.isVisible()
    assert (nameless(panel), too_small(panel)) == ([], [])
    assert panel.horizontalScrollBar().maximum() == 0


def test_the_dialog_of_blocks_and_the_strip_of_the_scale(floor: OnUnderlays) -> None:
    dialog = ask(floor, office())
    assert (nameless(dialog), too_small(dialog)) == ([], [])
    dialog.reject()
    floor.do("tool.calibrate")
    strip = floor.view.tool.options() if floor.view.tool else None
    assert strip is not None
    assert (nameless(strip), too_small(strip)) == ([], [])


def test_the_help_has_a_page_of_it() -> None:
    assert "underlays" in help_topics()
