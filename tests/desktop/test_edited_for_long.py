"""A window that is edited for hours keeps nothing of what is over."""

import gc
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from PySide6.QtTest import QTest

from hubdesk.desktop.window import MainWindow
from tests.benchmarks.edited_window import an_hour

_A_MOMENT_MS = 300
"""What is worked out anew waits less than that before it begins."""
_A_TURN = 160
"""Edits after which every dialog was open once, and left again."""


def objects_in(window: MainWindow) -> Counter[str]:
    """Everything of Qt's that hangs on the window or its session, by its class, with nothing selected."""
    assert window.workspace is not None
    window.workspace.session.selection.clear()
    going = True
    while going:
        QThreadPool.globalInstance().waitForDone()
        QTest.qWait(_A_MOMENT_MS)
        going = bool(window.jobs.going)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    roots = (window, window.workspace.session)
    return Counter(one.metaObject().className() for root in roots for one in root.findChildren(QObject))


def test_edits_and_dialogs_leave_nothing_behind(parkside_window: MainWindow) -> None:
    hour = an_hour(parkside_window)
    for _ in range(_A_TURN):
        next(hour)
    before = objects_in(parkside_window)
    for _ in range(_A_TURN):
        next(hour)
    assert objects_in(parkside_window) - before == Counter()
