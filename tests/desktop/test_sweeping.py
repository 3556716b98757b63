"""Sweeps of the garbage collector pass over a large hub, and over no small one."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.sweeping import spare
from hubdesk.desktop.window import MainWindow
from tests.benchmarks.hubs import charged_hub
from tests.builders.hub import a_hub


@pytest.fixture(autouse=True)
def _swept_as_ever() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_a_large_hub_is_passed_over_until_a_small_one_is_opened() -> None:
    large, small = charged_hub(2, 1, 0, 2_000), a_hub().build()
    spare(large)
    assert gc.get_freeze_count() > len(large.desks)
    spare(small)
    assert gc.get_freeze_count() == 0


class Ring:
    """Rubbish that only a sweep can find; it says on which thread it was swept up."""

    def __init__(self, swept_on: list[int]) -> None:
        self._itself, self._swept_on = self, swept_on

    def __del__(self) -> None:
        self._swept_on.append(threading.get_ident())


def test_rubbish_is_swept_up_on_the_main_thread_alone(parkside_window: MainWindow, qtbot: QtBot) -> None:
    swept_on: list[int] = []

    def litter(_progress: Progress) -> None:
        for _ in range(5_000):
            Ring(swept_on)

    with qtbot.waitSignal(parkside_window.jobs.start("Littering", litter).ended):
        pass
    qtbot.waitUntil(lambda: len(swept_on) == 5_000, timeout=10_000)
    assert set(swept_on) == {threading.get_ident()}


def test_what_was_worked_on_is_let_go_of_on_the_main_thread(
    parkside_window: MainWindow, qtbot: QtBot
) -> None:
    let_go_on: list[int] = []

    class Held:
        def __del__(self) -> None:
            let_go_on.append(threading.get_ident())

    def begin() -> None:
        held = Held()
        parkside_window.jobs.start("Holding", lambda _progress: held is None)

    for _ in range(50):
        begin()
    qtbot.waitUntil(lambda: len(let_go_on) == 50, timeout=10_000)
    assert set(let_go_on) == {threading.get_ident()}
