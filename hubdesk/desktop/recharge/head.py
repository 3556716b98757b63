"""`Head`: which run is looked at, how it stands, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.session import Session
from hubdesk.workflows.recharge_seen import Seen
from hubdesk.workflows.recharge_told import standing_words, totals_words, why_not_issued
from hubdesk.workflows.run_choices import RunChoice

WORKING = "Being worked out…"


class Head(QWidget):
    """Told what is seen; says which run is wanted."""

    wanted = Signal(str)
    issue = Signal(str)
    """The run of that name is to be issued."""
    folder = Signal(str)
    """The run of that name is to go out: statements, workbook and all."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: Seen | None = None
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Run to look at")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(lambda _place: self.wanted.emit(self.chooser.currentData()))
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.issue_button = QPushButton("&Issue…")
        self.issue_button.clicked.connect(lambda: self.issue.emit(self.chooser.currentData()))
        self.folder_button = QPushButton("&Everything into a folder…")
        self.folder_button.clicked.connect(lambda: self.folder.emit(self.chooser.currentData()))
        self.totals, self.told = words("preview-heading"), words("")
        self._lay_out()
        session.scenario_changed.connect(self._offer_work)
        self._offer_work()

    def working(self) -> None:
        """The figures that stand are those of a moment ago."""
        self.state.setText(WORKING)

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self.state.setText(WORKING if seen.view is not None and seen.differences is None else "")
        self._offer(seen.choices, seen.name)
        self.totals.setText(totals_words(seen))
        self.totals.setVisible(bool(self.totals.text()))
        self.told.setText(standing_words(seen))
        self._offer_work()

    def _offer_work(self) -> None:
        """Issue, if it is its turn: what is to be settled before is listed by the dialog."""
        if self._session.only_looks:
            why_not = "The hub was opened only to look at"
        elif self._session.trying is not None:
            why_not = "A scenario is on screen, which is never issued"
        else:
            why_not = why_not_issued(self._seen)
        self.issue_button.setEnabled(not why_not)
        self.issue_button.setToolTip(why_not or "Shows what will be frozen, and asks before it is")
        there = self._seen is not None and self._seen.view is not None
        self.folder_button.setEnabled(there and self._session.trying is None)
        self.folder_button.setToolTip(
            "A statement to each agency, the recharge workbook, journal and invoices"
        )

    def _offer(self, choices: Iterable[RunChoice], name: str) -> None:
        offered = [(one.words, one.name) for one in choices]
        there = [(self.chooser.itemText(n), self.chooser.itemData(n)) for n in range(self.chooser.count())]
        with QSignalBlocker(self.chooser):
            if offered != there:
                self.chooser.clear()
                for told, one in offered:
                    self.chooser.addItem(told, one)
            self.chooser.setCurrentIndex(self.chooser.findData(name))
        self.chooser.setEnabled(bool(offered))

    def _lay_out(self) -> None:
        label = QLabel("&Period:")
        label.setBuddy(self.chooser)
        top = QHBoxLayout()
        for widget in (label, self.chooser, self.state):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.folder_button)
        top.addWidget(self.issue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.totals)
        column.addWidget(self.told)
