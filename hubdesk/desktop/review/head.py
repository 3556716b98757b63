"""`Head`: which review is looked at, how it stands in a sentence, and what it rests on."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.action_button import action_button
from hubdesk.desktop.actions import Actions
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.review.looking import Looked
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.workflows.review.round_columns import round_told

WORKING = "Being worked out…"


class Head(QWidget):
    """Told what is looked at; says which round is wanted."""

    wanted = Signal(object)
    """The id of a round."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Review to look at")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(lambda _place: self.wanted.emit(self.chooser.currentData()))
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.told, self.about = words("preview-heading"), words("quiet")
        label = QLabel("Revie&w:")
        label.setBuddy(self.chooser)
        top = QHBoxLayout()
        for widget in (label, self.chooser, self.state):
            top.addWidget(widget)
        top.addStretch(1)
        for id_ in ("review.open", "review.change", "review.remove"):
            top.addWidget(action_button(actions, id_))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.about)

    def show_rounds(self, hub: Hub, shown: ReviewRound | None) -> None:
        """The rounds to choose from, the newest first."""
        offered = [(one.name, one.id) for one in reversed(hub.review_rounds)]
        there = [(self.chooser.itemText(n), self.chooser.itemData(n)) for n in range(self.chooser.count())]
        with QSignalBlocker(self.chooser):
            if offered != there:
                self.chooser.clear()
                for name, id_ in offered:
                    self.chooser.addItem(name, id_)
            self.chooser.setCurrentIndex(self.chooser.findData(shown.id) if shown else -1)

    def working(self) -> None:
        """What stands is as it was a moment ago."""
        self.state.setText(WORKING)

    def show_looked(self, looked: Looked) -> None:
        """How the round stands, and what it rests on."""
        self.state.setText("")
        if looked.glance is None:
            self.told.setText(" ".join(one.told for one in looked.problems))
        else:
            self.told.setText(round_told(looked.glance))
        self.about.setText(about(looked.round))


def about(round_: ReviewRound) -> str:
    """What a round rests on: its day, when it was opened, what silence means, and the totals."""
    silence = "silence is agreement" if round_.silence else "silence is no agreement"
    totals = "totals open" if round_.totals is Totals.OPEN else "totals withheld"
    return f"As at {in_words(round_.as_at)}; opened on {in_words(round_.opened)}; {silence}; {totals}."
