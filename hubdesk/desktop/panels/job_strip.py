"""The job strip: what is going on, how far it is, and Cancel; shown once it takes longer than a blink."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.jobs import Job, Jobs

_BLINK_MS = 100
_PARTS = 1000


class JobStrip(QWidget):
    """A line to each job that is going on."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName("What is going on")
        self.hide()
        jobs.started.connect(self._started)

    @property
    def lines(self) -> list["JobLine"]:
        """What is shown, oldest first."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), JobLine)]

    def _started(self, job: Job[object]) -> None:
        timer = QTimer(job, interval=_BLINK_MS, singleShot=True)
        timer.timeout.connect(lambda: self._show(job))
        timer.start()
        job.ended.connect(timer.stop)

    def _show(self, job: Job[object]) -> None:
        line = JobLine(job)
        self._column.addWidget(line)
        self.show()
        line.over.connect(self._ended)

    def _ended(self, line: "JobLine") -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(self._column.count() > 0)


class JobLine(QFrame):
    """One job."""

    over = Signal(object)
    """The job is gone: the line itself, to be taken away."""

    def __init__(self, job: Job[Any]) -> None:
        super().__init__()
        self.setObjectName("job")
        self.title = QLabel(job.title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(job.title)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName(f"Cancel: {job.title}")
        self.cancel.clicked.connect(lambda: self._cancel(job))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.title)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        job.progress.reported.connect(self._report)
        job.destroyed.connect(self._gone)

    def _gone(self) -> None:
        self.over.emit(self)

    def _report(self, part: float, words: str) -> None:
        if part < 0:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _PARTS)
            self.bar.setValue(round(part * _PARTS))
        if words and self.cancel.isEnabled():
            self.title.setText(words)

    def _cancel(self, job: Job[Any]) -> None:
        job.cancel()
        self.cancel.setEnabled(False)
        self.title.setText("Stopping; nothing will come of it…")
