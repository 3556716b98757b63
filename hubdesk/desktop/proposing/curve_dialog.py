"""`CurveDialog`: several plans from few moves to short ways, to choose from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hubdesk.desktop.proposing.at_hand import AtHand, choices
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.tables.table import Table
from hubdesk.workflows.placing.choices import Curve, choice_columns, impossible_told

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

_ABOUT = (
    "The best plan that a short search found for each limit on moves. Plans that have more moves than "
    "another, and cost no less besides, are left out."
)


class CurveDialog(LookedInto):
    """Begins at once, and can be stopped and begun again."""

    def __init__(self, at_hand: AtHand, parent: QWidget) -> None:
        super().__init__(at_hand, "Few moves or short ways", parent)
        self._curve: Curve | None = None
        about = QLabel(_ABOUT, wordWrap=True)
        about.setObjectName("quiet")
        self.table = Table("Plans to choose from", choice_columns()).without_bar()
        self.said = QLabel(wordWrap=True)
        self.said.setAccessibleName("What came of it")
        self.again = QPushButton("&Look for them")
        for place, widget in enumerate((about, self.table, self.said, self.going_on, self.again)):
            self.column.insertWidget(place, widget, 1 if widget is self.table else 0)
        self.column.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.again.clicked.connect(self.begin)
        self.table.current_changed.connect(self.settle)
        self.sized(84, 26)
        self.begin()

    def chosen(self) -> "Allocated | None":
        """The plan of the row where the keys are; none where that is the proposal already."""
        if self._curve is None:
            return None
        row = next((one for one in self._curve.choices if one.id == self.table.current), None)
        return None if row is None or row.is_at_hand else row.allocated

    def settle(self) -> None:
        super().settle()
        self.again.setVisible(not self.going_on.is_going and self._curve is None)
        self.said.setVisible(bool(self.said.text()))

    def begin(self) -> None:
        """Look for them."""
        self.going_on.begin(
            "Looking for a plan within each limit",
            lambda progress: choices(self.at_hand, progress),
            self._came,
        )

    def _came(self, curve: Curve) -> None:
        self._curve = curve
        self.table.show_rows(curve.choices)
        self.said.setText(impossible_told(curve))
        self.table.go_to(curve.choices[0].id)
        self.table.setFocus()
