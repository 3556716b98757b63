"""Everything is named, reached by keys, large enough, and told apart by contrast."""

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.theme import DARK, LIGHT, Colours, Theme
from hubdesk.desktop.window import MainWindow
from tests.desktop.everything import DIALOGS, dialog_classes, dialogs, pages
from tests.desktop.walking_trees import LEAST_TARGET, nameless, out_of_reach, too_small


@pytest.fixture
def welcome(theme: Theme, machine: Machine) -> Iterator[MainWindow]:
    window = MainWindow(theme, machine)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def amiss(name: str, root: QWidget) -> list[str]:
    """All that is wrong with what is shown."""
    wrong = [f"no name: {one}" for one in nameless(root)]
    wrong += [f"no key comes to: {one}" for one in out_of_reach(root)]
    wrong += [f"too small: {one}" for one in too_small(root)]
    return [f"{name}: {one}" for one in wrong]


def test_the_walk_opens_every_dialog_there_is() -> None:
    assert dialog_classes() == set(DIALOGS)


def test_nothing_is_amiss_in_the_welcome(welcome: MainWindow) -> None:
    wrong = amiss("welcome", welcome)
    assert not wrong, "\n".join(wrong)


def test_nothing_is_amiss_on_any_page(parkside_window: MainWindow) -> None:
    wrong = [one for name, root in pages(parkside_window) for one in amiss(name, root)]
    assert not wrong, "\n".join(wrong)


def test_nothing_is_amiss_in_any_dialog(parkside_window: MainWindow) -> None:
    wrong = [one for name, root in dialogs(parkside_window) for one in amiss(name, root)]
    assert not wrong, "\n".join(wrong)


def test_menus_are_large_enough_and_each_letter_means_one_thing(parkside_window: MainWindow) -> None:
    menus = [one for one in parkside_window.menuBar().findChildren(QMenu) if one.actions()]
    assert menus
    for menu in menus:
        menu.ensurePolished()
        menu.adjustSize()
        small = [
            (one.text(), size)
            for one in menu.actions()
            if not one.isSeparator()
            and (size := menu.actionGeometry(one).size()) != QSize()
            and min(size.width(), size.height()) < LEAST_TARGET
        ]
        assert small == [], menu.title()
        assert all(one.text() or one.isSeparator() for one in menu.actions())
        letters = [letter for one in menu.actions() if (letter := mnemonic(one.text()))]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_tab_goes_round_without_being_caught(parkside_window: MainWindow) -> None:
    been: list[QWidget] = []
    parkside_window.setFocus()
    for _ in range(200):
        parkside_window.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or focus in been:
            break
        been.append(focus)
    workspace = parkside_window.workspace
    assert workspace is not None
    assert workspace.as_at_bar.day in been
    assert workspace.plan_page.view in been


def test_hubs_can_be_dragged_over_the_plan_too(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("other.hubdesk")])
    over = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    parkside_window.dragEnterEvent(over)
    assert over.isAccepted()
    over.ignore()
    QApplication.sendEvent(workspace.plan_page.view.viewport(), over)
    assert over.isAccepted()


def mnemonic(text: str) -> str:
    """The letter that Alt goes with."""
    plain = text.replace("&&", "")
    return plain[plain.index("&") + 1].casefold() if "&" in plain else ""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("window", "panel", "field")
TEXTS = [(ink, ground) for ink in ("text", "quiet", "good", "warning", "error") for ground in GROUNDS]
TEXTS += [("on_accent", "accent"), ("text", "accent_soft"), ("text", "paper"), ("accent", "field")]
EDGES = [(edge, ground) for edge in ("edge", "accent") for ground in GROUNDS]
EDGES += [("accent", "accent_soft"), ("wall", "paper"), ("guide", "paper"), ("accent", "paper")]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXTS, 4.5), (EDGES, 3.0)], ids=["text", "edges"])
def test_colours_keep_their_contrast(colours: Colours, pairs: list[tuple[str, str]], least: float) -> None:
    of = asdict(colours)
    short = {pair: round(ratio, 2) for pair in pairs if (ratio := contrast(of[pair[0]], of[pair[1]])) < least}
    assert short == {}


def test_contrast_is_as_the_standard_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
