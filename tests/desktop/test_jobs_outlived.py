"""Jobs whose dialog is closed while they work."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hubdesk.desktop.jobs import Jobs


def test_what_comes_of_a_job_after_its_owner_is_gone_is_unwanted(qtbot: QtBot) -> None:
    owner = QObject()
    jobs = Jobs(owner)
    may_end = threading.Event()
    done: list[str] = []
    unwanted: list[str] = []

    def work(_progress: object) -> str:
        may_end.wait(5)
        return "a hub that was opened"

    jobs.start("Opening", work, done.append, unwanted.append)
    threading.Timer(0.1, may_end.set).start()
    delete(owner)
    qtbot.waitUntil(lambda: bool(unwanted), timeout=5000)
    assert (done, unwanted) == ([], ["a hub that was opened"])
