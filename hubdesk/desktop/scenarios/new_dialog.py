"""The dialog that begins a scenario: what to try first, and what it is to be called."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QStackedWidget, QWidget

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.asking import Asking
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.scenarios.starts import STARTS, Start
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.workflows import scenarios


class NewScenarioDialog(Asking):
    """Keeps the scenario and hands it to `take`. Its name follows from the fields until one is typed."""

    def __init__(self, work: AtWork, take: Callable[[Scenario], object]) -> None:
        self._session, self._take = work.session, take
        self.hub = work.session.document.hub
        self.begin = QComboBox()
        self.begin.setAccessibleName("Begin with")
        self.fields = QStackedWidget()
        self.starts: list[Start] = [kind(work.session, self.hub) for kind in STARTS]
        for start in self.starts:
            self.begin.addItem(start.title)
            self.fields.addWidget(start)
        self.name, self.note = QLineEdit(), QLineEdit()
        self.name.setAccessibleName("Name")
        self.note.setAccessibleName("Note")
        self.note.setPlaceholderText("Why it is tried, for whom")
        rows: list[tuple[str, QWidget]] = [
            ("Begin with", self.begin),
            ("Name", self.name),
            ("Note", self.note),
        ]
        sentence = (
            "What you try stays beside the hub, under a name of its own, until you take it over or throw it "
            "away."
        )
        super().__init__(("New scenario", sentence), rows, "Begin", work.window)
        self.form.insertRow(1, self.fields)
        _align(self.form, *(start.form for start in self.starts))
        self.begin.currentIndexChanged.connect(self._begin_with)
        for edit in self.fields.findChildren(QLineEdit):
            edit.textChanged.connect(self._suggest)
        for box in self.fields.findChildren(QComboBox):
            box.currentIndexChanged.connect(self._suggest)
        self._suggest()

    @property
    def start(self) -> Start:
        """What it begins with just now."""
        return self.starts[self.begin.currentIndex()]

    def take_in(self) -> None:
        for field in self.start.findChildren(DayEdit):
            if not field.settle():
                self.say_wrong(f"{field.accessibleName()}: {field.wrong}")
                field.setFocus()
                return
        try:
            name, change = self.start.begun()
            name = self.name.text() if self.name.text().strip() else name
            made = scenarios.start(self._session.document.store, name, change, self.note.text())
        except Refused as refused:
            self.say_wrong("\n".join(one.told_there for one in refused.problems))
            return
        self.accept()
        self._take(made)

    def _begin_with(self, place: int) -> None:
        self.fields.setCurrentIndex(place)
        self.wrong.hide()
        self._suggest()

    def _suggest(self) -> None:
        """What it will be called if nothing is typed stands in the empty field."""
        try:
            name, _ = self.start.begun()
        except Refused:
            name = ""
        self.name.setPlaceholderText(name)


def _align(*forms: QFormLayout) -> None:
    """Forms within a form have their fields below each other only if their labels are as wide."""
    rows = [(form, row) for form in forms for row in range(form.rowCount())]
    items = (form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form, row in rows)
    found = (item.widget() for item in items if item is not None)
    labels = [label for label in found if label is not None]
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)
