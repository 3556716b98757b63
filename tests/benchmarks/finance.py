"""How soon an edit is in every figure of the Recharge page."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread, QTimer
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.jobs import Job
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.pages.recharge_page import RechargePage
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.editing import cost_lines
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.recharge_seen import Seen
from hubdesk.workflows.recharge_view import view_of
from tests.benchmarks.hubs import charged_hub
from tests.benchmarks.measuring import Bench, Goal, Measurement
from tests.benchmarks.plan import DAY, WHEN
from tests.builders.parkside import parkside
from tests.desktop.named_files import NamedFiles

_QUIET = 0.4
"""Seconds without work after which none is to come."""
_LONGEST_MS = 120_000
"""Milliseconds after which an answer will not come any more."""


def of_parkside(bench: Bench) -> Iterator[Measurement]:
    """A budget of Parkside is edited."""
    yield from _edited(bench, "Parkside", parkside(), Goal.of_seconds(0.1))


def of_a_large_hub(bench: Bench) -> Iterator[Measurement]:
    """The same with as many agencies and costs as any hub will have."""
    hub = charged_hub(bench.agencies, bench.lines, bench.changes)
    name = f"{bench.agencies} agencies × {bench.lines} lines"
    yield from _edited(bench, name, hub, Goal.of_seconds(0.5))


def _edited(bench: Bench, name: str, hub: Hub, goal: Goal) -> Iterator[Measurement]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    path = bench.folder / f"{name.replace(' ', '-')}.hubdesk"
    window, page = _opened(application, bench.folder, path, hub)
    assert window.workspace is not None
    session = window.workspace.session
    _seen(page, lambda seen: seen.differences is not None)
    assert page.live.seen is not None
    wanted = page.live.seen.name
    first, whole, alone = [], [], []
    for more in range(1, bench.times + 1):
        _rest(window)
        start = perf_counter()
        view_of(session.standing, wanted)
        alone.append(perf_counter() - start)
        start = perf_counter()
        assert session.do(_dearer(more))
        _seen(page, lambda seen: seen.standing is session.standing)
        page.matrix.table.grid.viewport().repaint()
        first.append(perf_counter() - start)
        _seen(page, lambda seen: seen.standing is session.standing and seen.differences is not None)
        page.repaint()
        whole.append(perf_counter() - start)
    window.close()
    window.deleteLater()
    QCoreApplication.processEvents()
    yardstick, beside = "working out the run alone", median(alone)
    yield Measurement(
        f"a budget edited, {name}: who pays what for the period", median(first), yardstick, beside, goal
    )
    yield Measurement("the same, with the forecast and what differs", median(whole), yardstick, beside, goal)


def _opened(application: QApplication, folder: Path, path: Path, hub: Hub) -> tuple[MainWindow, RechargePage]:
    machine = Machine(Memory(folder / "config"), NamedFiles(), lambda: WHEN, "bench", folder)
    window = MainWindow(Theme(application, Scheme.LIGHT), machine)
    store = create_store(path, hub, user="bench", title="Start", when=WHEN)
    window.show_hub(Session(Document(store, clock=lambda: WHEN), DAY))
    window.resize(1600, 900)
    window.show()
    assert window.workspace is not None
    page = window.workspace.page_called("Recharge")
    assert isinstance(page, RechargePage)
    window.workspace.show_page(page)
    return window, page


def _dearer(pence: int) -> Callable[[Hub], Change]:
    def edit(hub: Hub) -> Change:
        line = next(iter(hub.cost_lines.values()))
        return cost_lines.change(hub, replace(line, budget=line.budget + pence))

    return edit


def _rest(window: MainWindow) -> None:
    """Let the window come to rest: an edit is made by somebody who has seen what the last one did."""
    assert window.workspace is not None
    jobs = window.workspace.jobs
    quiet_since, end = perf_counter(), perf_counter() + _LONGEST_MS / 1000
    while perf_counter() < min(end, quiet_since + _QUIET):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QThread.usleep(500)
        if jobs.findChildren(Job):
            quiet_since = perf_counter()


def _seen(page: RechargePage, holds: Callable[[Seen], bool]) -> None:
    """Let the window work until what it shows is so. Raises TimeoutError if it never is."""
    loop, late = QEventLoop(), QTimer(singleShot=True)
    late.timeout.connect(loop.quit)
    late.start(_LONGEST_MS)

    def look(seen: Seen) -> None:
        if holds(seen):
            loop.quit()

    page.live.came.connect(look)
    if page.live.seen is None or not holds(page.live.seen):
        loop.exec()
    page.live.came.disconnect(look)
    if page.live.seen is None or not holds(page.live.seen):
        raise TimeoutError("the figures did not come")
