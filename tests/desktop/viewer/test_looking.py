"""An agency looks at its pack: by mouse, by keys, and with nothing that could be changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.viewer.window import PackWindow
from hubdesk.exchange.review_pack import hubview
from tests.desktop import mouse
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.viewer.conftest import OpenPack
from tests.desktop.viewer.packs import on_two_floors
from tests.desktop.walking_trees import nameless, out_of_reach, too_small
from tests.exchange.review_pack.packs import a_pack


def seen(window: PackWindow) -> str:
    """All words in labels that are shown."""
    return "\n".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def place_of(window: PackWindow, x: float, y: float) -> QPoint:
    """Where a place of the floor, in metres, is on the view."""
    return window.floors.view.mapFromScene(QPointF(x, y))


def test_the_head_says_whose_it_is_by_when_and_whom_to_ask(open_pack: OpenPack) -> None:
    words = seen(open_pack(a_pack()))
    for part in (
        "Citizens Advice (CAB) at Parkside",
        "1 December 2026",
        "Answer by 15 January 2027. No answer by then counts as agreement.",
        "Ann Reed, facilities, 01664 500100",
        "£8,434.57",
        "2 desks of yours, 1 of others or vacant",
    ):
        assert part in words


def test_from_the_file_to_a_desk_to_why_by_keys_alone(open_pack: OpenPack) -> None:
    window = open_pack(on_two_floors())
    sides = window.sides
    assert window.floors.shown is window.pack.floors[0]  # type: ignore[union-attr]
    press(window, "Alt+D")
    assert sides.currentWidget() is sides.desks
    sides.desks.setFocus()
    press(sides.desks.grid, "Ctrl+Home")
    press(sides.desks.grid, "Down")
    assert sides.desks.current == "1"
    shown = window.floors.shown
    assert shown is not None
    assert shown.code == "1", "the plan follows the list to another floor"
    assert "Desk G-002 is marked" in window.floors.view.accessibleDescription()
    press(window, "Alt+C")
    assert sides.charges.go_to("0", "before")
    sides.charges.setFocus()
    press(sides.charges.grid, "Return")
    assert window.why.isVisible()
    assert window.why.heading.text() == "Why £12,000.00?"
    assert window.why.tree.hasFocus()
    press(window.why.tree, "Down")
    assert "desks × rate of a year" in window.why.whole.text()
    press(window.why.tree, "Esc")
    assert not window.why.isVisible()
    assert sides.charges.grid.hasFocus()


def test_a_click_on_a_desk_goes_to_it_in_the_list(open_pack: OpenPack) -> None:
    window = open_pack(on_two_floors())
    window.sides.desks.bar.filter.setText("G-002")
    mouse.click(window.floors.view.viewport(), place_of(window, 1.0, 1.0))
    assert window.sides.currentWidget() is window.sides.desks
    assert window.sides.desks.current == "0"
    mouse.click(window.floors.view.viewport(), place_of(window, 8.0, 6.0))
    assert window.sides.desks.current == "0", "another's desk is nobody's to ask about"


def test_one_looks_about_by_wheel_keys_and_buttons(open_pack: OpenPack) -> None:
    window = open_pack(a_pack())
    view = window.floors.view
    whole = view.pixels_per_metre
    press(view, "+")
    assert view.pixels_per_metre > whole
    before = view.mapToScene(QPoint(0, 0))
    press(view, "Right")
    assert view.mapToScene(QPoint(0, 0)).x() > before.x()
    window.actions_["view.fit-floor"].trigger()
    assert view.pixels_per_metre == pytest.approx(whole, rel=0.01)


def test_why_the_total_is_asked_at_the_head_and_copied(open_pack: OpenPack) -> None:
    window = open_pack(a_pack())
    mouse.click(window.head.why, window.head.why.rect().center())
    assert window.why.heading.text() == "Why £8,434.57?"
    mouse.click(window.why.copy, window.why.copy.rect().center())
    copied = QApplication.clipboard().text()
    assert "Licence L-CAB: £7,200.00" in copied
    assert "Cleaning: £1,234.57" in copied


def test_nothing_can_be_changed(open_pack: OpenPack) -> None:
    window = open_pack(a_pack())
    for table in (window.sides.desks, window.sides.charges, window.sides.licences, window.sides.estimate):
        window.sides.setCurrentWidget(table)
        table.setFocus()
        before = [[column.text(row) for column in table.columns] for row in table.rows]
        table.go_to("0")
        type_text(table.grid, "99")
        for keys in ("F2", "Del", "Ctrl+V", "Ctrl+X"):
            press(table.grid, keys)
        assert table.grid.state() is not QAbstractItemView.State.EditingState
        assert [[column.text(row) for column in table.columns] for row in table.rows] == before
    typed_in = [one for one in window.findChildren(QLineEdit) if not one.isReadOnly()]
    assert {one.accessibleName().split(":")[0].split()[0] for one in typed_in} <= {"Filter", "Find"}, typed_in
    texts: list[QTextEdit | QPlainTextEdit] = [
        *window.findChildren(QTextEdit),
        *window.findChildren(QPlainTextEdit),
    ]
    assert texts
    assert all(one.isReadOnly() for one in texts)


def test_every_menu_does_something_and_none_is_about_a_hub(open_pack: OpenPack) -> None:
    window = open_pack(a_pack())
    shown = [one.text().replace("&", "") for one in window.menuBar().actions() if one.isVisible()]
    assert shown == ["File", "View", "Help"]
    window.actions_.refresh()
    assert all(window.actions_[one.id].isEnabled() for one in window.actions_)
    titles = " ".join(one.title for one in window.actions_).casefold()
    assert not any(word in titles for word in ("undo", "save this", "new hub", "issue", "import"))
    assert all(
        menu.actions() for menu in window.menuBar().findChildren(QMenu) if menu.menuAction().isVisible()
    )


def test_everything_has_a_name_and_keys_come_to_it(open_pack: OpenPack) -> None:
    window = open_pack(on_two_floors())
    mouse.click(window.head.why, window.head.why.rect().center())
    press(window, "F1")
    assert window.help.topic == "review-pack"
    wrong: list[str] = []
    for page in range(window.sides.count()):
        window.sides.setCurrentIndex(page)
        QApplication.processEvents()
        root: QWidget = window
        wrong += nameless(root) + out_of_reach(root) + too_small(root)
    assert not wrong, "\n".join(map(str, wrong))


def test_words_of_a_file_are_never_markup(open_pack: OpenPack) -> None:
    nasty = "<img src='file:///etc/passwd'><b>bold</b>"
    window = open_pack(a_pack(agency=nasty, text=(nasty,), changes=(nasty,), contact=(nasty,)))
    assert nasty in window.sides.reading.toPlainText()
    assert nasty in window.head.title.text()
    formats = {one.textFormat() for one in window.findChildren(QLabel) if nasty in one.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_what_is_no_pack_is_told_and_what_was_shown_is_put_away(
    open_pack: OpenPack, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_pack(a_pack())
    whole = hubview.written(a_pack())
    bad = tmp_path / "cut.hubview"
    bad.write_bytes(whole[: len(whole) // 2])
    files.names = [bad]
    window.actions_["file.open"].trigger()
    qtbot.waitUntil(lambda: bool(window.notices.standing), timeout=20_000)
    assert "cut.hubview is cut off" in window.notices.standing[0].text
    assert not window.head.isVisible()
    assert "Citizens Advice" not in window.windowTitle()
    assert window.empty.open.isVisible()
    qtbot.waitUntil(lambda: not window.actions_["view.zoom-in"].isEnabled(), timeout=20_000)
    good = tmp_path / "CAB.hubview"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(good))])
    dropped = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, mouse.NO_KEY
    )
    window.dropEvent(dropped)
    qtbot.waitUntil(lambda: window.pack == a_pack(), timeout=20_000)
    assert window.head.isVisible()
    assert window.notices.standing == ()


def test_it_goes_on_paper(open_pack: OpenPack, files: NamedFiles, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_pack(a_pack())
    files.names = [tmp_path / "CAB.pdf"]
    press(window, "Ctrl+P")
    qtbot.waitUntil(lambda: bool(window.notices.standing), timeout=60_000)
    assert window.notices.standing[0].what == f"Wrote {tmp_path / 'CAB.pdf'}"
    assert (tmp_path / "CAB.pdf").read_bytes().startswith(b"%PDF")
    assert files.suggested[-1].suffix == ".pdf"


def test_it_is_among_what_was_open_last(open_pack: OpenPack, machine: Machine) -> None:
    window = open_pack(a_pack())
    [recent] = machine.memory.recents
    assert recent.name == "Citizens Advice: review Autumn 2026"
    assert recent.where == str(window.path)


def test_a_pack_without_places_or_estimate_is_shown_as_well(open_pack: OpenPack) -> None:
    window = open_pack(
        a_pack(floors=(), estimate=None, desks=(), licences=(), shares=(), changes=(), contact=())
    )
    assert "None of your desks has a place on a plan" in seen(window)
    assert "Nothing has changed." in window.sides.reading.toPlainText()
    window.actions_["view.fit-floor"].trigger()
