"""`Search`: looking for a better plan while the user watches, until it is stopped or time is up."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated, Allocating

_LOOK_MS = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: who is to sit where on `day`, looked for during so many `seconds`.

    At most `most_moved` per cent of the desks move; None: any number.
    """

    hub: Hub
    day: date
    most_moved: int | None = None
    seconds: int = 30
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Heard:
    """How far the search is."""

    found: "Allocated | None" = None
    """The best until now."""
    phase: str = ""
    spent: float = 0.0
    """Seconds."""


class _Keep(Enum):
    BEST = auto()
    NOTHING = auto()


class _Ear:
    """What a worker heard last; read by the main thread whenever it likes."""

    def __init__(self) -> None:
        self.heard = Heard()


class Search(QObject):
    """One at a time. The worker that listens to it is none of Qt's: it is asked how far things are."""

    changed = Signal()
    """There is something else to show: begun, heard of, over."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job[Allocated] | None = None
        self._ear = _Ear()
        self._keep = _Keep.BEST
        self.asked: Asked | None = None
        self.heard = Heard()
        self.problems: tuple[Problem, ...] = ()
        """Why nothing was found, if that is so."""
        self._ways: Job[tuple[str, ...]] | None = None
        self.ways_out: tuple[str, ...] = ()
        """What could be given up where all that is asked cannot be kept, the cheapest first, in sentences."""
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._look_up)

    @property
    def is_going(self) -> bool:
        return self._job is not None

    @property
    def looks_for_ways(self) -> bool:
        """Whether it is being found out what could be given up."""
        return self._ways is not None

    @property
    def found(self) -> "Allocated | None":
        """The best plan until now; None where there is none."""
        return self.heard.found

    def begin(self, asked: Asked) -> None:
        """Look for an answer to `asked`; what was found before is forgotten."""
        if self._job is not None:
            return
        self._end_ways()
        ear = self._ear = _Ear()
        self.asked, self.heard, self.problems, self._keep = asked, Heard(), (), _Keep.BEST
        self._job = self._jobs.quietly(lambda progress: _search(asked, ear, progress), self._came)
        self._job.refused.connect(self._refused)
        self._job.ended.connect(self._ended)
        self._look.start()
        self.changed.emit()

    def stop(self) -> None:
        """Look no further, and keep the best that was found."""
        self._end(_Keep.BEST)

    def cancel(self) -> None:
        """Look no further, and keep nothing."""
        self._end(_Keep.NOTHING)

    def take(self, found: "Allocated") -> None:
        """Another answer to what was asked was chosen."""
        self.heard = Heard(found, spent=self.heard.spent)
        self.changed.emit()

    def forget(self) -> None:
        """Let go of what was found."""
        self._end_ways()
        self.heard, self.problems, self.asked = Heard(), (), None
        self.changed.emit()

    def _end(self, keep: _Keep) -> None:
        if self._job is not None:
            self._keep = keep
            self._job.cancel()

    def _look_up(self) -> None:
        if self._ear.heard != self.heard:
            self.heard = self._ear.heard
            self.changed.emit()

    def _came(self, found: "Allocated") -> None:
        self._ear.heard = Heard(found, spent=found.seconds)
        self.problems = found.conflict
        if found.conflict and self.asked is not None:
            hub = self.asked.hub
            ways = self._ways = self._jobs.quietly(
                lambda progress: _ways_out(hub, found, progress), self._ways_came
            )
            ways.ended.connect(lambda: self._ways_ended(ways))

    def _ways_came(self, ways: tuple[str, ...]) -> None:
        self.ways_out = ways

    def _ways_ended(self, job: Job[tuple[str, ...]]) -> None:
        if self._ways is job:
            self._ways = None
            self.changed.emit()

    def _end_ways(self) -> None:
        """What is still found out of them is about a question that is asked no more."""
        self.ways_out = ()
        if self._ways is not None:
            ways, self._ways = self._ways, None
            ways.cancel()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems

    def _ended(self) -> None:
        self._job = None
        self._look.stop()
        self.heard = self._ear.heard if self._keep is _Keep.BEST else Heard()
        if self.heard.found is None and not self.problems:
            self.asked = None
        self.changed.emit()


def _search(asked: Asked, ear: _Ear, progress: Progress) -> "Allocated":
    """On a worker. Everything heavy is in processes of its own; what it imports would hold up the start."""
    from hubdesk.workflows.placing.proposing import Allocating

    def tell(so_far: "Allocating") -> None:
        known = ear.heard.found
        if so_far.best is None:
            known = None
        elif known is None or known.cost != so_far.best.cost or known.bound != so_far.bound:
            known = so_far.so_far()
        ear.heard = Heard(known, so_far.phase, so_far.spent)
        progress.check()

    progress.check()
    search = Allocating.of(asked.hub, asked.day, asked.most_moved, asked.seed)
    progress.check()
    return search.search(asked.seconds, tell)


def _ways_out(hub: Hub, found: "Allocated", progress: Progress) -> tuple[str, ...]:
    """On a worker; what is heavy is in processes of its own."""
    from hubdesk.workflows.placing.ways_out import ways_out_of, ways_told

    return tuple(ways_told(ways_out_of(hub, found, progress.check)))
