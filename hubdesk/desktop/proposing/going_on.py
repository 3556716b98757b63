"""`GoingOn`: work that a dialog waits for: how far it is, a way to stop it, and why nothing came of it."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.domain.problem import Problem, all_told

T = TypeVar("T")

_PARTS = 1_000


class GoingOn(QWidget):
    """One piece of work at a time, until it is over or stopped. Nothing of it is seen while there is none."""

    changed = Signal()
    """It began, or is over."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job[Any] | None = None
        self.bar = QProgressBar(maximum=_PARTS)
        self.bar.setTextVisible(False)
        self.stop = QPushButton("&Stop")
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addLayout(row)
        self.stop.clicked.connect(self.end)
        self._show()

    @property
    def is_going(self) -> bool:
        return self._job is not None

    def begin(self, words: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        """Begin `work`, which is what `words` say; `done` hears what came of it."""
        if self._job is not None:
            return
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self._say(f"{words}…")
        self._job = self._jobs.quietly(work, done)
        self._job.progress.reported.connect(self._report)
        self._job.done.connect(lambda _value: self._say(""))
        self._job.refused.connect(self._refused)
        self._job.cancelled.connect(self._stopped)
        self._job.ended.connect(self._over)
        self._show()

    def end(self) -> None:
        """Stop what is going on."""
        if self._job is not None:
            self._job.cancel()

    def _report(self, part: float, _words: str) -> None:
        self.bar.setValue(round(part * _PARTS))

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self._say(all_told(problems))

    def _stopped(self) -> None:
        self._say("Stopped.")

    def _over(self) -> None:
        self._job = None
        self._show()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _show(self) -> None:
        self.bar.setVisible(self.is_going)
        self.stop.setVisible(self.is_going)
        self.said.setVisible(bool(self.said.text()))
        self.changed.emit()
