"""`WorkingsPanel`: why a figure is what it is, opened down to the facts, each a way to its record."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from hubdesk.charging.workings import Working, figure
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.desktop.workings.behind import GONE, name_in, names_in, places_behind
from hubdesk.desktop.workings.tree_model import WorkingsModel, told
from hubdesk.desktop.workings.tree_view import WorkingsTree
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused

Question = Callable[[], Callable[[], Working | None]]
"""Asked on the main thread; what it returns is run in a worker. None: there is no such figure any more."""

_NONE_YET = "Open the workings of any figure: press Enter on it, or double-click it."
_MOST_RECORDS = 30


class WorkingsPanel(QWidget):
    """Shows one figure at a time. What it leads to is told, for others to go there."""

    record_wanted = Signal(object)
    """The id of a record, to be gone to."""
    places_wanted = Signal(object)
    """Ids of desks, areas and floors that are to be shown on the plan."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._question: Question | None = None
        self._asked, self._title, self._stale = 0, "", False
        self.heading = _label("", "preview-heading")
        self.said = _label(_NONE_YET, "quiet")
        self.tree = WorkingsTree(WorkingsModel(lambda records: names_in(session.hub, records), self))
        self.whole = _label("", "")
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setAccessibleName("The step in full")
        self.go = QPushButton("Go to the record")
        self.on_plan = QPushButton("Show its desks on the plan")
        self.copy = QPushButton("Copy as text")
        self.copy.setToolTip("The whole figure with all its steps, for a letter")
        self._build()
        self.tree.stood.connect(self._tell)
        self.tree.entered.connect(self._go_or_ask)
        self.go.clicked.connect(lambda: self._go_or_ask(self.tree.current))
        self.on_plan.clicked.connect(self._to_plan)
        self.copy.clicked.connect(self._copy_all)
        self._latest: Latest[tuple[int, Working | str | None]] = Latest(jobs, self._work, self)
        self._latest.came.connect(self._came)
        session.changed.connect(self._renew)
        session.issued.connect(self._renew)
        session.as_at_changed.connect(lambda: self._tell(self.tree.current))
        self._tell(None)

    @property
    def working(self) -> Working | None:
        """The figure that is shown."""
        model = self.tree.model()
        assert isinstance(model, WorkingsModel)
        return model.working(model.index(0, 0))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(560, 480)

    def explain(self, title: str, working: Working) -> None:
        """Show `working`, which is at hand and does not follow the hub: a figure of an issued run."""
        self._asked += 1
        self._question, self._title = None, title
        self._show(working)

    def follow(self, title: str, question: Question) -> None:
        """Show what `question` finds, and again whenever the hub has changed."""
        self._asked += 1
        self._question, self._title = question, title
        self.heading.setText(title)
        self.said.setText("Being worked out…")
        self.tree.show_working(None)
        self._latest.ask()

    def _build(self) -> None:
        links = QHBoxLayout()
        for button in (self.go, self.on_plan, self.copy):
            links.addWidget(button)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        for part in (self.heading, self.said):
            column.addWidget(part)
        column.addWidget(self.tree, 1)
        column.addWidget(self.whole)
        column.addLayout(links)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        """The hub has changed; what nobody looks at waits until somebody does."""
        self._stale = self._question is not None and not self.isVisible()
        if self._question is not None and not self._stale:
            self._latest.ask()

    def _work(self) -> Callable[[], tuple[int, Working | str | None]]:
        asked = self._asked
        work = self._question() if self._question is not None else None

        def answer() -> tuple[int, Working | str | None]:
            try:
                return asked, work() if work is not None else None
            except Refused as refused:
                return asked, " ".join(one.told_there for one in refused.problems)

        return answer

    def _came(self, answer: tuple[int, Working | str | None]) -> None:
        asked, found = answer
        if asked != self._asked:
            return  # Another figure was asked for since.
        if isinstance(found, Working):
            self._show(found)
        else:
            self.heading.setText(self._title)
            self.said.setText(found or "There is no such figure any more.")
            self.tree.show_working(None)

    def _show(self, working: Working) -> None:
        same = self.working is not None and self.heading.text() == self._title
        self.heading.setText(self._title)
        self.said.setText(f"{working.what}: {figure(working)}")
        if same and self._question is not None:
            self.tree.renew(working)
        else:
            self.tree.show_working(working)

    def _tell(self, working: Working | None) -> None:
        """All about the row where one is, and where it leads."""
        self.whole.setText("" if working is None else f"{working.what}: {told(working)}")
        records = working.records if working else ()
        self.go.setText(f"Go to {names_in(self._session.hub, records)}" if records else "Go to the record")
        self.go.setEnabled(any(name_in(self._session.hub, one) != GONE for one in records))
        self.go.setToolTip("" if records else "This is not a fact with a record: open it further")
        self.copy.setEnabled(self.working is not None)
        self._offer_plan(working)

    def _offer_plan(self, working: Working | None) -> None:
        session = self._session
        places = places_behind(working, session.hub, session.as_at) if working else ()
        self.on_plan.setEnabled(bool(places))
        nowhere = f"No desk or area stands behind this on {in_words(session.as_at)}"
        far = "Much stands behind this: open it further, and show the desks of a part"
        self.on_plan.setToolTip("" if places else far if places is None else nowhere)

    def _to_plan(self) -> None:
        if (working := self.tree.current) is not None:
            self.places_wanted.emit(places_behind(working, self._session.hub, self._session.as_at) or ())

    def _go_or_ask(self, working: Working | None) -> None:
        """To the record of a fact; where it has several, ask to which."""
        hub = self._session.hub
        records = [one for one in (working.records if working else ()) if name_in(hub, one) != GONE]
        if len(records) == 1:
            self._want(records[0])
        elif records:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for one in records[:_MOST_RECORDS]:
                menu.addAction(name_in(hub, one)).triggered.connect(partial(self._want, one))
            menu.popup(self.go.mapToGlobal(self.go.rect().bottomLeft()))

    def _want(self, id_: RecordId, _checked: object = None) -> None:
        self.record_wanted.emit(id_)

    def _copy_all(self) -> None:
        self.tree.copy_whole(self._title)


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
