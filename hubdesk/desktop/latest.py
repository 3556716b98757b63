"""`Latest`: one figure that follows the hub, worked out off the main thread; the newest question wins."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from hubdesk.desktop.jobs import Job, Jobs, Progress

T = TypeVar("T")

_WAIT_MS = 150
"""So long after the last question, because edits come in bursts."""


class Latest(QObject, Generic[T]):
    """Asks `question` once things are quiet, and tells the answer, unless it was asked again meanwhile.

    `question` runs on the main thread and makes a function of values, which a worker runs. Things are
    quiet when nobody has asked for `wait_ms`.
    """

    working = Signal()
    """What was told last may no longer hold: the answer is being worked out."""
    came = Signal(object)
    refused = Signal(object)
    """There is no answer: a tuple of Problems says why."""

    def __init__(
        self, jobs: Jobs, question: Callable[[], Callable[[], T]], parent: QObject, wait_ms: int = _WAIT_MS
    ) -> None:
        super().__init__(parent)
        self._jobs, self._question = jobs, question
        self._job: Job[T] | None = None
        self._again = False
        self._soon = QTimer(self, interval=wait_ms, singleShot=True)
        self._soon.timeout.connect(self._start)

    def ask(self) -> None:
        """Work it out anew, soon. What was asked before is void: nothing waits behind it for its turn."""
        if self._job is not None:
            self._job.cancel()
        self.working.emit()
        self._soon.start()

    def _start(self) -> None:
        if self._jobs.are_over:
            return  # The hub was closed since it was asked; its store would refuse to answer.
        if self._job is not None:
            self._again = True
            return
        work = self._question()

        def run(_progress: Progress) -> T:
            return work()

        self._job = self._jobs.in_turn(run, self._answer)
        self._job.refused.connect(self.refused)
        self._job.ended.connect(self._ended)

    def _answer(self, value: T) -> None:
        if not self._again and not self._soon.isActive():
            self.came.emit(value)

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._start()
