"""`FilePreview`: the first lines of a file for the ledger as it would go out now."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.desktop.settings.setting import Words
from hubdesk.domain.ledger import LedgerFile
from hubdesk.domain.problem import Problem, Refused, all_told
from hubdesk.workflows.ledger_preview import Preview, preview
from hubdesk.workflows.run_choices import RunChoice, runs_to_look_at


@dataclass(frozen=True, slots=True)
class _Found:
    """The runs there are, and how the file of one of them begins, or why it cannot be told."""

    runs: tuple[RunChoice, ...]
    begins: Preview | None
    problems: tuple[Problem, ...] = ()


class FilePreview(QWidget):
    """Worked out beside the window, whenever the hub changes; the newest question wins."""

    def __init__(self, session: Session, jobs: Jobs, file: LedgerFile) -> None:
        super().__init__()
        self._session, self._file = session, file
        self._runs: tuple[RunChoice, ...] = ()
        self.run = QComboBox()
        self.run.setAccessibleName("Run whose file is shown")
        self.run.activated.connect(lambda _: self.ask())
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(f"How the {file.value} file begins")
        self.text.setMinimumHeight(8 * self.text.fontMetrics().lineSpacing())
        self.told = Words("quiet")
        label = QLabel("How the file &begins for")
        label.setObjectName("preview-heading")
        label.setBuddy(self.run)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.run, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self.told)
        self._latest: Latest[_Found] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._show)

    def ask(self) -> None:
        """Show how the file begins now."""
        self._latest.ask()

    def _question(self) -> Callable[[], _Found]:
        standing, file, chosen = self._session.standing, self._file, self.run.currentData()

        def look() -> _Found:
            runs: tuple[RunChoice, ...] = ()
            try:
                runs = runs_to_look_at(standing)
                names = [one.name for one in runs]
                name = chosen if chosen in names else next(iter(names), None)
                return _Found(runs, preview(standing, name, file) if name else None)
            except Refused as refused:
                return _Found(runs, None, refused.problems)

        return look

    def _show(self, found: _Found) -> None:
        if found.runs != self._runs:
            self._runs = found.runs
            chosen = self.run.currentData()
            self.run.clear()
            for one in found.runs:
                self.run.addItem(one.words, one.name)
            self.run.setCurrentIndex(max(0, self.run.findData(chosen)))
        if found.begins is None:
            self.text.setPlainText("")
            nothing = "The hub has no costs yet, so there is no run to show."
            self.told.say(all_told(found.problems) or nothing)
            return
        lines = "\n".join(found.begins.lines)
        if self.text.toPlainText() != lines:
            across = self.text.horizontalScrollBar().value()
            self.text.setPlainText(lines)
            self.text.horizontalScrollBar().setValue(across)
        self.told.say(found.begins.told)
