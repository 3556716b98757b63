"""How long a click waits after an edit, while figures, problems and colours are worked out anew."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.change import Change, updating
from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from tests.benchmarks.measuring import Bench, Goal, Measurement
from tests.benchmarks.plan import DAY, WHEN, seated
from tests.desktop.named_files import NamedFiles

_SECONDS = 2.0
"""For so long after an edit the window is watched."""


def after_an_edit(bench: Bench) -> Iterator[Measurement]:
    """The longest that the window did not look at its events: the median of several edits."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    path = seated(bench.folder / "Waiting.hubdesk", bench.desks)
    machine = Machine(Memory(bench.folder / "config"), NamedFiles(), lambda: WHEN, "bench", bench.folder)
    window = MainWindow(Theme(application, Scheme.LIGHT), machine)
    store = open_store(path, user="bench", mode=Mode.WRITE)
    session = Session(Document(store, clock=lambda: WHEN), DAY)
    window.show_hub(session)
    window.show()
    longest_gap(2 * _SECONDS)
    seats = cycle(session.hub.allocations)

    def reseat(hub: Hub) -> Change:
        seat = hub.allocations[next(seats)]
        other = next(one for one in hub.agencies if one != seat.agency)
        return updating("Somebody else", (seat, replace(seat, agency=other)))

    edited, idle = [], []
    for _ in range(bench.times):
        idle.append(longest_gap(_SECONDS))
        start = perf_counter()
        session.do(reseat)
        edited.append(max(perf_counter() - start, longest_gap(_SECONDS)))
    window.close()
    window.deleteLater()
    QCoreApplication.processEvents()
    middle = bench.times // 2
    yield Measurement(
        f"longest wait of a click after an allocation among {bench.desks:,} desks",
        sorted(edited)[middle],
        "the same window with nothing to do",
        sorted(idle)[middle],
        seconds_goal=Goal.of_seconds(0.1),
    )


def longest_gap(seconds: float) -> float:
    """The longest time between two looks at the events, in `seconds` of looking."""
    longest, last = 0.0, perf_counter()
    end = last + seconds
    while last < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QThread.usleep(500)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return longest
