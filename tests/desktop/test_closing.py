"""A hub that is closed while something goes on for it: nothing of it is left in the window."""

import threading
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hubdesk.desktop.dialogs.ask import AskDialog, Told
from hubdesk.desktop.dialogs.find_box import FindBox
from hubdesk.desktop.following import Following
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.panels.job_strip import JobStrip
from hubdesk.desktop.panels.notices import Notices
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.editing import desks
from tests.desktop.conftest import OpenWindow


def settle() -> None:
    """Let every worker end, and what comes of it come."""
    for _ in range(10):
        assert QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_run_that_is_worked_out_when_its_hub_is_closed_is_not_asked_about(
    parkside_window: MainWindow,
) -> None:
    parkside_window.actions_["file.issue"].trigger()
    parkside_window.close_hub()
    settle()
    assert parkside_window.welcome is not None
    assert [one for one in parkside_window.findChildren(QDialog) if one.isVisible()] == []
    assert parkside_window.notices.standing == ()


def test_work_of_a_closed_hub_is_told_to_stop_and_tells_nobody(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    assert parkside_window.workspace is not None
    strip = parkside_window.findChild(JobStrip)
    assert strip is not None
    jobs = parkside_window.workspace.jobs
    may_end = threading.Event()
    cancelled: list[bool] = []
    told: list[str] = []

    def work(progress: Progress) -> str:
        may_end.wait(20)
        cancelled.append(progress.cancelled)
        return "a drawing that was read"

    job = jobs.start("Reading", work, told.append, lambda what: told.append(f"not wanted: {what}"))
    job.ended.connect(lambda: told.append("ended"))
    qtbot.waitUntil(lambda: bool(strip.lines))
    parkside_window.close_hub()
    may_end.set()
    settle()
    assert cancelled == [True]
    assert told == ["not wanted: a drawing that was read"]
    assert strip.lines == []


def test_what_was_asked_about_a_hub_goes_with_it(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    did: list[str] = []
    dialog = AskDialog(Told("Issue", "It is frozen", (), "Issue"), workspace)
    dialog.accepted.connect(lambda: did.append("issued"))
    dialog.open()
    parkside_window.close_hub()
    assert not dialog.isVisible()
    settle()
    assert did == []


def test_a_closed_session_changes_nothing_more(parkside_window: MainWindow) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session = workspace.session
    before, some = session.hub, next(iter(session.hub.desks))
    refused: list[tuple[Problem, ...]] = []
    session.refused.connect(refused.append)
    session.close()
    assert not session.do(lambda hub: desks.move(hub, [some], 100, 0))
    assert session.hub == before
    assert [one.code for problems in refused for one in problems] == ["closed"]


def test_a_hub_that_asks_what_is_new_as_it_goes_is_not_asked_again(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    owner = QObject()
    following = Following(workspace.session, Jobs(owner), Notices(), lambda: datetime.now(UTC))
    asking = next(one for one in following.findChildren(QTimer) if one.isSingleShot())
    with qtbot.captureExceptions() as faults:
        asking.timeout.emit()
        delete(following)
        settle()
    assert faults == []
    delete(owner)


def test_the_find_box_finds_what_changed_while_it_was_made_ready(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    session = workspace.session
    some = next(iter(session.hub.desks))
    dialog = FindBox(session, workspace.jobs).dialog(workspace)
    qtbot.addWidget(dialog)
    assert session.do(lambda hub: desks.rename(hub, some, "NEW-777"))
    settle()
    dialog.field.setText("NEW-777")
    assert dialog.list.topLevelItemCount() == 1


def test_a_hub_closed_on_another_page_keeps_the_panels_of_the_plan(
    parkside_window: MainWindow, open_window: OpenWindow, parkside_hub: Hub
) -> None:
    workspace = parkside_window.workspace
    assert workspace is not None
    workspace.docks["inspector"].want()
    workspace.docks["agencies"].put_away()
    before = workspace.docks.wanted
    workspace.show_page(workspace.history_page)
    parkside_window.close_hub()

    again = open_window(parkside_hub).workspace
    assert again is not None
    assert again.docks.wanted == before
    assert not again.docks["inspector"].isHidden()
    assert again.docks["agencies"].isHidden()


def test_figures_that_were_about_to_be_asked_for_are_not_asked_of_a_closed_hub(
    parkside_window: MainWindow,
) -> None:
    assert parkside_window.workspace is not None
    session = parkside_window.workspace.session
    desk = min(session.hub.desks)
    assert session.do(lambda hub: desks.move(hub, [desk], 100, 0))
    parkside_window.close_hub()
    QTest.qWait(400)  # longer than figures wait for more edits; pytest-qt fails on what is raised meanwhile
    assert parkside_window.welcome is not None
