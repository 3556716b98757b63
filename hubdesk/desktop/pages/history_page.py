"""The history page: who changed what and when, and the way back."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.dialogs.ask import AskDialog, Told
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.pages.history_list import HistoryModel
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.store import LogHeading
from hubdesk.workflows.history import Since, since, way_back
from hubdesk.workflows.history_records import records_of


class HistoryPage(Page):
    """The log. It is read when the page is looked at."""

    title = "History"
    icon = "history"

    def __init__(self, session: Session, actions: Actions, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._model: HistoryModel | None = None
        self.table = _table()
        self.records = QListWidget()
        self.records.setAccessibleName("What the entry did, record by record")
        actions.add(
            Action(
                "edit.undo-back-to",
                "Undo back to here…",
                "Edit",
                self.ask_undo_back,
                icon="undo-2",
                enabled=self._can_go_back,
                why_not="Choose an entry on the history page that something came after",
                hint="One change that makes the hub what it was after the chosen entry",
                of_the_hub=True,
            )
        )
        self.back = QPushButton("Undo back to here…")
        self.back.clicked.connect(self.ask_undo_back)
        self._actions = actions
        told = QLabel("Every change since the hub was made. Nothing here can be altered or removed.")
        told.setObjectName("quiet")
        told.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(told, 1)
        top.addWidget(self.back)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(_titled("What it did, record by record", self.records))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(split, 1)
        session.changed.connect(self._newer)
        session.issued.connect(self._newer)
        session.scenario_changed.connect(self._newer)

    @property
    def help_topic(self) -> str:
        return "history"

    def shown(self) -> None:
        if self._model is None:
            self._model = HistoryModel(self._session.document.store, self)
            self.table.setModel(self._model)
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
            self.table.selectionModel().currentRowChanged.connect(self._chosen)
            self.table.setCurrentIndex(self._model.index(0, 0))
        else:
            self._model.take_newer()
        self.table.setFocus()

    def ask_undo_back(self) -> None:
        """Tell what would be undone, and do it if the user goes on."""
        entry = self._current()
        if entry is None or not self._can_go_back():
            return
        store = self._session.document.store

        def work(_progress: Progress) -> Since:
            return since(store, entry.sequence)

        self._jobs.start("Looking at what came after", work, lambda what: self._ask(entry, what))

    def _ask(self, entry: LogHeading, later: Since) -> None:
        many = "1 entry" if later.entries == 1 else f"{later.entries:,} entries"
        sentence = (
            f"The hub will be as it was after entry {entry.sequence:,}, “{entry.title}”. "
            f"That takes back {many}, by {' and '.join(later.people)}, in one change that can be undone. "
            "Everything stays in the history."
        )
        stay = [f"{title}: stays issued; what differs from it will be adjusted" for title in later.issues]
        told = Told("Undo back to here", sentence, (("Issued runs", stay),), "Undo back to here")
        dialog = AskDialog(told, self)
        dialog.accepted.connect(lambda: self._go_back(entry))
        dialog.open()

    def _go_back(self, entry: LogHeading) -> None:
        document = self._session.document
        store, hub, last = document.store, document.hub, document.sequence

        def work(_progress: Progress) -> Change:
            return way_back(store, hub, entry.sequence, last)

        job = self._jobs.start(
            "Working out the way back", work, lambda change: self._session.do(lambda _: change)
        )
        job.refused.connect(self._session.refused)

    def _can_go_back(self) -> bool:
        entry = self._current()
        return (
            entry is not None
            and entry.sequence < self._session.document.sequence
            and not self._session.only_looks
            and self._session.trying is None
        )

    def _current(self) -> LogHeading | None:
        index = self.table.currentIndex()
        return self._model.entry(index.row()) if self._model is not None and index.isValid() else None

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.records.clear()
        self.back.setEnabled(self._can_go_back())
        self._actions.refresh_soon()
        if self._model is None or not index.isValid():
            return
        sequence = self._model.entry(index.row()).sequence
        store, hub = self._session.document.store, self._session.hub

        def work(_progress: Progress) -> tuple[int, tuple[str, ...]]:
            return sequence, records_of(store, hub, sequence)

        self._jobs.quietly(work, self._show_records)

    def _show_records(self, found: tuple[int, tuple[str, ...]]) -> None:
        sequence, lines = found
        entry = self._current()
        if entry is not None and entry.sequence == sequence:
            self.records.clear()
            self.records.addItems(lines or ("A run was issued; no record changed",))

    def _newer(self) -> None:
        if self._model is not None and self.isVisible():
            self._model.take_newer()
        self.back.setEnabled(self._can_go_back())


def _table() -> QTableView:
    table = QTableView()
    table.setAccessibleName("History")
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    return table


def _titled(title: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QLabel(title))
    column.addWidget(widget, 1)
    return whole
