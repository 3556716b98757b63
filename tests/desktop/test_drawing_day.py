"""Whole days at the plan, by mouse and keys: from an empty hub to one that is drawn, let and kept."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.allocating.agency_rows import AGENCY_MIME
from hubdesk.desktop.allocating.chooser import AgencyChooser
from hubdesk.desktop.allocating.place_together import PlaceTogether
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.plan.floor_dialog import FloorDialog
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.store import create_store
from hubdesk.workflows.log_check import log_problems
from tests.builders import a_hub
from tests.builders.parkside import parkside
from tests.desktop.conftest import TODAY
from tests.desktop.keys import press, type_text
from tests.desktop.mouse import LEFT, NO_KEY, click, drag
from tests.desktop.named_files import NamedFiles

OK = QDialogButtonBox.StandardButton.Ok
WHEN = datetime(2026, 11, 1, tzinfo=UTC)

D = TypeVar("D", bound=QDialog)

Start = Callable[[str], MainWindow]
"""Starts the program as somebody, without a hub."""


@pytest.fixture
def start(theme: Theme, machine: Machine, tmp_path: Path) -> Iterator[Start]:
    windows: list[MainWindow] = []

    def started(user: str) -> MainWindow:
        theirs = Machine(
            Memory(tmp_path / f"config-{user}-{len(windows)}"),
            NamedFiles(),
            machine.clock,
            user,
            machine.documents,
        )
        window = MainWindow(theme, theirs)
        windows.append(window)
        window.resize(1600, 900)
        window.show()
        return window

    yield started
    for window in windows:
        window.close()
        window.deleteLater()


def opened(window: MainWindow, where: str, qtbot: QtBot) -> Workspace:
    """The hub at `where`, once it is in the window."""
    window.open(where)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    assert window.workspace is not None
    return window.workspace


def dialog(kind: type[D]) -> D:
    [found] = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def go_on(form: QDialog) -> None:
    box = form.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    QTest.mouseClick(box.button(OK), LEFT)


def fill(field: QLineEdit, text: str) -> None:
    field.selectAll()
    type_text(field, text)


def told(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notices.standing]


class Day:
    """Somebody at the plan of one window, who thinks in metres."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.page = workspace.plan_page
        self.view, self.session = self.page.view, workspace.session

    def at(self, right: float, down: float) -> QPoint:
        return self.view.mapFromScene(QPointF(right, down))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        drag(self.view.viewport(), self.at(*start), self.at(*end))

    def on(self, code: str) -> tuple[float, float]:
        desk = self.session.hub.desk_codes[code]
        return desk.x_mm / 1000, desk.y_mm / 1000

    def choose(self, code: str) -> None:
        """Go to this window, and click a desk."""
        window = self.workspace.window()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        QApplication.processEvents()
        click(self.view.viewport(), self.at(*self.on(code)))
        assert self.session.selection.ids == {self.session.hub.desk_codes[code].id}

    def press(self, *keys: str) -> None:
        for key in keys:
            QApplication.processEvents()
            press(self.view, key)

    def seats(self) -> Counter[str]:
        """How many desks each agency has today."""
        hub = self.session.hub
        taken = (hub.allocation_on(one, TODAY) for one in hub.desks)
        return Counter(hub.agencies[one.agency].code for one in taken if one)

    def draw_a_floor(self) -> None:
        """A floor of 24 by 16 metres, an area in the east of it, and six rows of ten in benches."""
        self.workspace.actions_["floor.add"].trigger()
        form = dialog(FloorDialog)
        fill(form.across, "24")
        fill(form.down, "16")
        go_on(form)
        self.press("F9", "O")
        self.drag((0.5, 0.5), (23.5, 15.5))
        self.press("A")
        self.drag((10, 1), (23, 15))
        self.press("D")
        self.drag((2, 2), (18.1, 12.9))

    def take_on(self, code: str, desks: int) -> None:
        """Another agency, with its licence."""
        self.press("Ctrl+Shift+N")
        form = dialog(JoinerDialog)
        fill(form.agency.code, code)
        fill(form.agency.name, f"{code} Service")
        fill(form.desks.lineEdit(), str(desks))
        go_on(form)

    def drop(self, code: str, at: QPoint) -> None:
        """Drag an agency from the palette to a place of the plan."""
        data, action, port = QMimeData(), Qt.DropAction.CopyAction, self.view.viewport()
        data.setData(AGENCY_MIME, self.session.hub.agency_codes[code].id.encode())
        QApplication.sendEvent(port, QDragEnterEvent(at, action, data, LEFT, NO_KEY))
        drop = QDropEvent(QPointF(at), action, data, LEFT, NO_KEY, QEvent.Type.Drop)
        QApplication.sendEvent(port, drop)


def test_a_floor_is_drawn_let_taken_back_and_kept(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    where = str(tmp_path / "new.hubdesk")
    create_store(Path(where), a_hub().build(), user="Ada", title="First", when=WHEN).close()
    window = start("Ada")
    day = Day(opened(window, where, qtbot))
    session = day.session
    first = session.hub

    day.draw_a_floor()
    assert len(session.hub.desks) == 60
    for code, desks in (("AAA", 10), ("BBB", 6), ("CCC", 2)):
        day.take_on(code, desks)

    # Painting: the key of the palette's row, and a stroke along the first row.
    row = [one.agency.code for one in day.page.allocating.palette.rows.rows].index("AAA")
    day.press(str(row + 1))
    day.drag(day.on("G-001"), day.on("G-010"))
    assert day.seats() == {"AAA": 10}

    # Dropping: on the area, where as many are placed together as the licence still has.
    day.press("V")
    day.drop("BBB", day.at(21, 14))
    go_on(dialog(PlaceTogether))
    assert day.seats() == {"AAA": 10, "BBB": 6}

    # Keys alone: to the last desk of the floor and the one beside it, Enter, the agency's letters, Enter.
    day.press("Shift+Tab", "Ctrl+Shift+Left", "Return")
    chooser = dialog(AgencyChooser)
    type_text(chooser.typed, "ccc")
    press(chooser.typed, "Return")
    assert day.seats() == {"AAA": 10, "BBB": 6, "CCC": 2}

    last = session.hub
    titles = [one.title for one in session.document.store.log()]
    while session.undo_stack.canUndo():
        day.press("Ctrl+Z")
    assert session.hub == first
    while session.undo_stack.canRedo():
        day.press("Ctrl+Y")
    assert session.hub == last
    made = len(titles) - 1
    window.close()

    again = opened(start("Ada"), where, qtbot).session
    assert again.hub == last
    entries = list(again.document.store.log())
    assert [one.title for one in entries[: len(titles)]] == titles
    assert len(entries) == 1 + 3 * made, "the first, each change, its undoing, its doing again"
    assert {one.who for one in entries} == {"Ada"}
    assert log_problems(again.document.store) == ()


def test_two_at_one_teams_hub_see_each_other_and_are_told_of_a_clash(
    start: Start, postgres_database: str, qtbot: QtBot
) -> None:
    create_store(postgres_database, parkside(), user="Ada", title="First", when=WHEN).close()
    ada, ben = start("Ada"), start("Ben")
    adas, bens = (Day(opened(one, postgres_database, qtbot)) for one in (ada, ben))

    before = bens.session.hub
    bens.choose("G-001")
    bens.press("Right")
    qtbot.waitUntil(lambda: bens.session.hub != before)
    moved = bens.session.hub.desk_codes["G-001"]
    qtbot.waitUntil(lambda: adas.session.hub == bens.session.hub, timeout=15_000)
    assert any(text.startswith("Ben, just now: ") for text in told(ada))
    shown = adas.view.floor_scene.desks[moved.id].desk
    assert shown == moved, "Ada's plan shows it where Ben has put it"

    # Ada moves it on; what Ben wants to take back is no longer as he left it.
    adas.choose("G-001")
    adas.press("Down")
    qtbot.waitUntil(lambda: adas.session.hub.desk_codes["G-001"] != moved)
    stands = adas.session.hub.desk_codes["G-001"]
    bens.press("Ctrl+Z")
    qtbot.waitUntil(lambda: adas.session.hub == bens.session.hub, timeout=15_000)
    assert bens.session.hub.desk_codes["G-001"] == stands
    assert any("G-001" in text for text in told(ben)), "Ben is told which desk it is about"
    assert not bens.session.undo_stack.canUndo()


def test_the_second_to_open_a_file_is_told_who_has_it_and_may_look(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    where = str(tmp_path / "one.hubdesk")
    create_store(Path(where), parkside(), user="Ada", title="First", when=WHEN).close()
    adas = Day(opened(start("Ada"), where, qtbot))
    ben = start("Ben")

    ben.open(where)
    qtbot.waitUntil(lambda: bool(told(ben)))
    assert "Ada" in told(ben)[0]
    [(label, look)] = ben.notices.standing[0].offers
    assert label == "Look only"
    look()
    qtbot.waitUntil(lambda: ben.workspace is not None, timeout=20_000)
    assert ben.workspace is not None
    bens = Day(ben.workspace)
    assert "only to look at" in ben.windowTitle()

    before = bens.session.hub
    bens.choose("G-001")
    bens.press("Right", "Esc")
    assert bens.session.hub == before
    adas.choose("G-001")
    adas.press("Right")
    qtbot.waitUntil(lambda: adas.session.hub != before)
    bens.session.refresh()
    assert bens.session.hub == adas.session.hub
