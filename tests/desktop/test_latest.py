"""The newest question wins, and none waits behind one that nobody asks any more."""

import threading
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest

SLOW_MS = 20_000
"""How long a busy machine may take."""


def test_a_question_that_was_asked_again_before_its_turn_is_never_worked_out(qtbot: QtBot) -> None:
    jobs, owner = Jobs(), QObject()
    may_end, numbers = threading.Event(), count(1)
    asked: list[int] = []
    worked_out: list[int] = []
    told: list[int] = []

    def question() -> Callable[[], int]:
        number = next(numbers)
        asked.append(number)

        def work() -> int:
            worked_out.append(number)
            return number

        return work

    jobs.in_turn(lambda _progress: may_end.wait(30), lambda _: None)
    latest: Latest[int] = Latest(jobs, question, owner, wait_ms=0)
    latest.came.connect(told.append)
    latest.ask()
    qtbot.waitUntil(lambda: asked == [1], timeout=SLOW_MS)
    latest.ask()
    may_end.set()
    qtbot.waitUntil(lambda: told == [2], timeout=SLOW_MS)
    assert worked_out == [2]


def test_an_answer_that_is_asked_anew_while_it_is_worked_out_is_not_told(qtbot: QtBot) -> None:
    jobs, owner = Jobs(), QObject()
    has_begun, may_end, numbers = threading.Event(), threading.Event(), count(1)
    told: list[int] = []

    def question() -> Callable[[], int]:
        number = next(numbers)

        def work() -> int:
            has_begun.set()
            may_end.wait(30)
            return number

        return work

    latest: Latest[int] = Latest(jobs, question, owner, wait_ms=0)
    latest.came.connect(told.append)
    latest.ask()
    qtbot.waitUntil(has_begun.is_set, timeout=SLOW_MS)
    latest.ask()
    may_end.set()
    qtbot.waitUntil(lambda: bool(told), timeout=SLOW_MS)
    assert told == [2]
