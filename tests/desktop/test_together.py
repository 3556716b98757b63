"""Several people on one hub: a team's database, a file that is only looked at, a server that goes away."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.job_strip import JobStrip
from hubdesk.desktop.panels.notices import Notice, Notices, Tone
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.desk import Desk
from hubdesk.editing import desks
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.builders.parkside import parkside

WHEN = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def window(theme: Theme, machine: Machine) -> Iterator[MainWindow]:
    made = MainWindow(theme, machine)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


def told(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notices.standing]


def test_what_a_colleague_does_appears_with_their_name(
    window: MainWindow, postgres_database: str, qtbot: QtBot
) -> None:
    create_store(postgres_database, parkside(), user="Ada", title="First", when=WHEN).close()
    window.open(postgres_database)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    assert window.workspace is not None
    session = window.workspace.session
    ids = sorted(session.hub.desks)[:3]

    with open_store(postgres_database, user="Ben", mode=Mode.WRITE) as store:
        bens = Document(store, clock=lambda: datetime.now(UTC))
        bens.apply(desks.move(bens.hub, ids, 500, 0))
        qtbot.waitUntil(lambda: session.hub == bens.hub, timeout=10_000)
        assert "Ben, just now: Move 3 desks." in told(window)

        # Both change the same desk: the second is told both values, and what stands is the first's.
        bens.apply(desks.move(bens.hub, ids[:1], 100, 0))
        session.undo_stack.clear()
        assert session.do(lambda hub: desks.move(hub, ids[1:2], 100, 0))
        assert session.hub.get(Desk, ids[0]) == bens.hub.get(Desk, ids[0])

    assert not window.actions_["file.copy-to"].isEnabled()


def test_a_hub_that_is_looked_at_follows_and_refuses_plainly(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shared.hubdesk"
    with create_store(path, parkside(), user="Ben", title="First", when=WHEN) as store:
        bens = Document(store, clock=lambda: datetime.now(UTC))
        window.hubs.look_at(str(path))
        qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
        assert window.workspace is not None
        session = window.workspace.session
        some = next(iter(session.hub.desks))
        before = session.hub

        assert not session.do(lambda hub: desks.move(hub, [some], 100, 0))
        assert session.hub == before
        assert any("was opened only to look at" in text for text in told(window))
        assert [label for label, _ in window.notices.standing[-1].offers] == ["Open it to change"]
        assert not window.actions_["file.issue"].isEnabled()

        bens.apply(desks.move(bens.hub, [some], 500, 0))
        session.refresh()
        assert session.hub == bens.hub


def test_errors_stay_and_the_oldest_news_makes_way(qtbot: QtBot) -> None:
    notices = Notices()
    qtbot.addWidget(notices)
    notices.tell(Notice("The disk is full", "Make room", Tone.ERROR))
    for number in range(6):
        notices.tell(Notice(f"Ben, just now: Move desk {number}"))
    notices.tell(Notice("The disk is full", "Make room", Tone.ERROR))
    assert [one.what for one in notices.standing] == [
        "The disk is full",
        *(f"Ben, just now: Move desk {number}" for number in (3, 4, 5)),
    ]


def test_a_long_job_shows_how_far_it_is_and_can_be_cancelled(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.findChild(JobStrip)
    assert strip is not None
    came: list[str] = []

    def work(progress: object) -> str:
        step = 0
        while True:
            QTest.qSleep(5)
            step += 1
            progress.report(min(step / 1000, 1), f"Step {step}")  # type: ignore[attr-defined]

    job = window.jobs.start("A long one", work, came.append)
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: bool(strip.lines))
    line = strip.lines[0]
    qtbot.waitUntil(lambda: line.bar.value() > 0)
    with qtbot.waitSignal(job.cancelled):
        line.cancel.click()
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert came == []


def test_a_hub_dropped_on_the_window_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "dropped.hubdesk"
    create_store(path, parkside(), user="Ada", title="First", when=WHEN).close()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(QPoint(40, 40))
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, mime, left, no_key))
    qtbot.waitUntil(lambda: window.where == str(path), timeout=20_000)
