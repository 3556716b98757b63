"""Whether the window answers while a plan is looked for, and how soon Cancel has its way."""

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.proposing.panel import ProposePanel
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from tests.benchmarks.buildings import building
from tests.benchmarks.built_hub import hub_of
from tests.benchmarks.measuring import in_seconds
from tests.benchmarks.waiting import longest_gap
from tests.builders.parkside import parkside
from tests.desktop.named_files import NamedFiles

_WHEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
_SETTLED_S = 4.0
_LATEST_S = 3.0
"""Cancelled at some moment until then: processes start, the first plans come, desks are chosen."""


def report(folder: Path, seconds: float, cancels: int) -> Iterator[str]:
    """A line to each hub: the longest that a click waited; then how long it took to cancel."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    for name, hub in (("Parkside", parkside()), ("60 agencies, 5,000 desks", _large())):
        window = _opened(application, hub, folder / f"{len(hub.desks)}")
        panel = window.findChild(ProposePanel)
        assert isinstance(panel, ProposePanel)
        window.actions_["allocate.propose"].trigger()
        at_rest = longest_gap(_SETTLED_S)
        going = _watched(panel, seconds)
        yield (
            f"{name}: longest wait of a click while a plan is looked for {in_seconds(going)}, "
            f"with nothing to do {in_seconds(at_rest)}"
        )
        if name == "Parkside":
            yield from _cancelled(panel, cancels)
        window.close()
        window.deleteLater()
        QCoreApplication.processEvents()


def _large() -> Hub:
    return hub_of(building(1, 60, 30, 5_000))


def _opened(application: QApplication, hub: Hub, folder: Path) -> MainWindow:
    folder.mkdir()
    machine = Machine(Memory(folder / "config"), NamedFiles(), lambda: _WHEN, "bench", folder)
    window = MainWindow(Theme(application, Scheme.LIGHT), machine)
    store = create_store(folder / "hub.hubdesk", hub, user="bench", title="First", when=_WHEN)
    window.show_hub(Session(Document(store, clock=lambda: _WHEN), machine.today))
    window.show()
    longest_gap(_SETTLED_S)
    return window


def _watched(panel: ProposePanel, seconds: float) -> float:
    """The longest wait from the click that asks for a plan until the plan is listed, priced and let go of."""
    panel.form.seconds.setValue(round(seconds))
    start = perf_counter()
    panel.propose.click()
    longest = perf_counter() - start
    while panel.search.is_going or not panel.accept.isEnabled():
        longest = max(longest, longest_gap(0.25))
    start = perf_counter()
    panel.let_go.click()
    return max(longest, perf_counter() - start)


def _cancelled(panel: ProposePanel, times: int) -> Iterator[str]:
    moments, took, waits = random.Random(6), [], []
    panel.form.seconds.setValue(3_600)
    for _ in range(times):
        panel.propose.click()
        waits.append(longest_gap(moments.uniform(0, _LATEST_S)))
        start = perf_counter()
        panel.cancel.click()
        while panel.search.is_going:
            longest_gap(0.005)
        took.append(perf_counter() - start)
    took.sort()
    yield (
        f"{times} times cancelled at random: half within {in_seconds(took[times // 2])}, all within "
        f"{in_seconds(took[-1])}; longest wait of a click {in_seconds(max(waits))}"
    )
