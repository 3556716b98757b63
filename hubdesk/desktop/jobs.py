"""`Jobs`: work that takes longer than a blink, off the main thread, with progress and Cancel."""

import sys
from collections import deque
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from hubdesk.domain.problem import Refused

T = TypeVar("T")

_WORKERS = 4
_SLICE = 0.0005
"""Seconds that a worker may compute on while the main thread wants to go on. Each call of Qt lets workers
in, so that this is waited for many times while the window is painted."""


class Cancelled(Exception):
    """The user has cancelled the job; raised inside it by `Progress.report` and `Progress.check`."""


class Progress(QObject):
    """How far a job has come, told from the worker; and whether to stop, told to it."""

    reported = Signal(float, str)
    """The part done, 0 to 1 (below 0: not known), and what is being done."""

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True

    def check(self) -> None:
        """Raises Cancelled once the user has asked for it."""
        if self._cancelled:
            raise Cancelled

    def report(self, part: float, words: str) -> None:
        """Say how far it is. Raises Cancelled once the user has asked for it."""
        self.check()
        self.reported.emit(part, words)


class Job(QObject, Generic[T]):
    """One piece of work, from its start to one of: done, refused, cancelled, failed."""

    done = Signal(object)
    refused = Signal(object)
    """A tuple of Problems."""
    cancelled = Signal()
    unwanted = Signal(object)
    """What came of a job that was cancelled too late."""
    failed = Signal(object)
    """An exception that is a bug; it has its traceback."""
    ended = Signal()
    """After any of these."""

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.progress = Progress()

    def cancel(self) -> None:
        self.progress.cancel()


class _Teller(QObject):
    """Carries what workers come to back to the main thread, on which it was made.

    One for all, for good: a QObject to each piece of work could be let go of last by its worker, and
    only the main thread may destroy one.
    """

    came = Signal(int, str, object)
    left = Signal(int)
    """The worker holds nothing of the piece of work any more."""

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.left.connect(self._let_go, Qt.ConnectionType.QueuedConnection)

    def _tell(self, number: int, how: str, value: object) -> None:
        _UNDER_WAY[number].told(how, value)

    def _let_go(self, number: int) -> None:
        del _UNDER_WAY[number]


class _Run:
    """One piece of work, and what to call on the main thread with how it ended and what came of it."""

    def __init__(
        self, work: Callable[[Progress], object], progress: Progress, told: Callable[[str, Any], None]
    ) -> None:
        self._work, self._progress, self.told = work, progress, told

    def outcome(self) -> tuple[str, object]:
        try:
            self._progress.check()
            return "done", self._work(self._progress)
        except Cancelled:
            return "cancelled", None
        except Refused as refused:
            return "refused", refused.problems
        except Exception as bug:  # noqa: BLE001  handed to the crash dialog on the main thread
            return "failed", bug


_UNDER_WAY: dict[int, _Run] = {}
"""Kept until they are over and their workers have left them, whoever began them."""


_NUMBERS = count(1)


@cache
def _teller() -> _Teller:
    """Asked for by the main thread before any worker."""
    return _Teller()


def _begin(run: _Run) -> None:
    number, teller = next(_NUMBERS), _teller()
    _UNDER_WAY[number] = run

    def work() -> None:
        # It holds the number alone, and nothing of the piece of work once it says that it has left.
        teller.came.emit(number, *_UNDER_WAY[number].outcome())
        teller.left.emit(number)

    # A function, because a QRunnable of Python's is never let go of, nor what it worked on.
    QThreadPool.globalInstance().start(work)


class Jobs(QObject):
    """The jobs that are going on."""

    started = Signal(object)
    """A Job began."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A worker that waits for a slow server keeps none of the others from their work. A pool of our
        # own would be waited for as it goes, with the window frozen meanwhile.
        pool = QThreadPool.globalInstance()
        pool.setMaxThreadCount(max(_WORKERS, pool.maxThreadCount()))
        sys.setswitchinterval(_SLICE)
        self._going: dict[Job, _Run] = {}  # type: ignore[type-arg]
        self._queue: deque[_Run] = deque()
        """What is done in turn: the first of them is under way."""
        self._over = False
        _teller()

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        unwanted: Callable[[T], object] | None = None,
    ) -> Job[T]:
        """Begin `work` on a worker thread; `done` is called on the main thread with what it returns.

        `work` takes values and returns a value; it never touches a widget or the document. `unwanted` is
        called in place of `done` with what came of a job that was cancelled too late to stop it.
        """
        job, run = self._made(title, work, done, unwanted)
        _begin(run)
        self.started.emit(job)
        return job

    def quietly(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> Job[T]:
        """The same for what nobody asked for and nobody waits for: no strip shows it."""
        job, run = self._made("", work, done, None)
        _begin(run)
        return job

    def in_turn(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> Job[T]:
        """Quietly too, one piece after another: what only computes is done no sooner beside another."""
        job, run = self._made("", work, done, None)
        job.ended.connect(self._next)
        self._queue.append(run)
        if len(self._queue) == 1:
            _begin(run)
        return job

    def _next(self) -> None:
        self._queue.popleft()
        if self._queue:
            _begin(self._queue[0])

    def _made(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None,
        unwanted: Callable[[T], object] | None,
    ) -> tuple[Job[T], _Run]:
        job: Job[T] = Job(title, self)
        if done is not None:
            job.done.connect(done)
        if unwanted is not None:
            job.unwanted.connect(unwanted)

        def told(how: str, value: T) -> None:
            if isValid(job) and not self._over:
                self._came(job, how, value)
            elif how == "done" and unwanted is not None:
                # The dialog or window that wanted it is gone, and its jobs with it.
                unwanted(value)

        run = _Run(work, job.progress, told)
        if self._over:
            job.cancel()
        else:
            self._going[job] = run
        job.destroyed.connect(job.progress.cancel)
        return job, run

    @property
    def going(self) -> tuple[Job, ...]:  # type: ignore[type-arg]
        return tuple(self._going)

    @property
    def are_over(self) -> bool:
        """Whether what they were for is gone: then nothing is to be asked for it any more."""
        return self._over

    def end(self) -> None:
        """Cancel what is going on and begin nothing more: what it was for is gone.

        Nobody is told how it ended; what still comes of it is unwanted.
        """
        self._over = True
        for job in self.going:
            job.cancel()
            job.blockSignals(True)  # noqa: FBT003  Qt has it so
            job.deleteLater()
        self._going.clear()
        self._queue.clear()

    def wait(self) -> None:
        """Cancel what is going on, and wait for every worker to stop: before the window closes."""
        for job in self.going:
            job.cancel()
        QThreadPool.globalInstance().waitForDone()

    def _came(self, job: Job[T], how: str, value: object) -> None:
        del self._going[job]
        try:
            if how == "done":
                # Whoever cancelled wants nothing to happen, even if the work was over by then.
                if job.progress.cancelled:
                    job.unwanted.emit(value)
                    job.cancelled.emit()
                else:
                    job.done.emit(value)
            elif how == "refused":
                job.refused.emit(value)
            elif how == "cancelled":
                job.cancelled.emit()
            else:
                assert isinstance(value, Exception)
                job.failed.emit(value)
                sys.excepthook(type(value), value, value.__traceback__)
        finally:
            job.ended.emit()
            job.deleteLater()
