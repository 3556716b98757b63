"""`AskingForm`: from which day, how many desks may move, and how long to look."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSpinBox, QWidget

from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.proposing.search import Asked
from hubdesk.desktop.session import Session

_LONGEST_S, _USUAL_S = 3_600, 30
_USUAL_PERCENT = 10


class AskingForm(QWidget):
    """What a plan is looked for by."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.day = DayEdit("From which day", session.as_at, session)
        self.limit = QCheckBox("Move at mo&st")
        self.percent = QSpinBox(minimum=0, maximum=100, value=_USUAL_PERCENT, suffix=" % of desks")
        self.percent.setEnabled(False)
        self.limit.toggled.connect(self.percent.setEnabled)
        self.seconds = QSpinBox(minimum=1, maximum=_LONGEST_S, value=_USUAL_S, suffix=" seconds")
        self.seed = QSpinBox(minimum=1, maximum=9_999)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._row(_label("Fro&m", self.day), self.day)
        self._row(self.limit, self.percent, "Of the desks that are held on that day; without it, any number")
        self._row(
            _label("Look f&or", self.seconds),
            self.seconds,
            "A plan that keeps every rule is found first, then ever better ones",
        )
        self._row(
            _label("Search &number", self.seed),
            self.seed,
            "Another number looks in another order, and may find another plan",
        )

    @property
    def asked(self) -> Asked | None:
        """What is asked for; None where what stands in the field for the day is no day, which is marked."""
        if not self.day.settle():
            self.day.setFocus()
            self.day.selectAll()
            return None
        most = self.percent.value() if self.limit.isChecked() else None
        return Asked(self._session.hub, self.day.day, most, self.seconds.value(), self.seed.value())

    def _row(self, label: QWidget, field: QWidget, hint: str = "") -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        if hint:
            words = label.text() if isinstance(label, QLabel | QCheckBox) else ""
            field.setAccessibleName(words.replace("&", ""))
            field.setAccessibleDescription(hint)
            field.setToolTip(hint)


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label
