"""Jobs that wait for one another, and whose dialog is closed while they work."""

import gc
import threading
import time
import weakref
from functools import partial

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hubdesk.desktop.jobs import Jobs, Progress


def test_what_comes_of_a_job_after_its_owner_is_gone_is_unwanted(qtbot: QtBot) -> None:
    owner = QObject()
    jobs = Jobs(owner)
    has_begun, may_end = threading.Event(), threading.Event()
    done: list[str] = []
    unwanted: list[str] = []

    def work(_progress: object) -> str:
        has_begun.set()
        may_end.wait(30)
        return "a hub that was opened"

    jobs.start("Opening", work, done.append, unwanted.append)
    assert has_begun.wait(30)
    threading.Timer(0.1, may_end.set).start()
    delete(owner)
    qtbot.waitUntil(lambda: bool(unwanted), timeout=60_000)
    assert (done, unwanted) == ([], ["a hub that was opened"])


def test_a_dialog_closes_at_once_though_its_job_is_going_on(qapp: QApplication) -> None:
    owner = QObject()
    jobs = Jobs(owner)
    may_end, began, ended = threading.Event(), threading.Event(), threading.Event()
    told: list[bool] = []

    def work(progress: Progress) -> None:
        began.set()
        may_end.wait(5)
        told.append(progress.cancelled)
        ended.set()

    jobs.quietly(work, lambda _: None)
    assert began.wait(5)
    delete(owner)
    assert not ended.is_set(), "closing waited for the worker"
    may_end.set()
    assert ended.wait(5)
    assert told == [True]
    assert QThreadPool.globalInstance().waitForDone(5000)
    qapp.processEvents()


def test_what_jobs_worked_on_is_let_go_of(qtbot: QtBot) -> None:
    """A window that is edited all day works out thousands of figures, each of a whole hub."""
    owner = QObject()
    jobs = Jobs(owner)
    done: list[None] = []
    kept: list[weakref.ref[_Hub]] = []
    for _ in range(200):
        hub = _Hub()
        kept.append(weakref.ref(hub))
        jobs.quietly(partial(_look_at, hub), done.append)
    del hub
    qtbot.waitUntil(lambda: len(done) == 200)

    def all_gone() -> bool:
        gc.collect()
        return not any(one() for one in kept)

    qtbot.waitUntil(all_gone, timeout=3000)
    delete(owner)


class _Hub:
    """Something large."""


def _look_at(_hub: _Hub, _progress: Progress) -> None:
    """What a worker does with it."""


def test_what_is_done_in_turn_is_never_done_at_once(qtbot: QtBot) -> None:
    jobs = Jobs()
    at_work: list[int] = []
    told: list[tuple[int, int]] = []

    def work(number: int, _progress: Progress) -> tuple[int, int]:
        at_work.append(number)
        time.sleep(0.02)
        together = len(at_work)
        at_work.remove(number)
        return number, together

    for number in range(3):
        jobs.in_turn(partial(work, number), told.append)
    qtbot.waitUntil(lambda: len(told) == 3, timeout=5000)
    assert told == [(0, 1), (1, 1), (2, 1)]
