"""`PricesDialog`: what each rule, area, limit and agency's pins cost in the plan that is proposed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from hubdesk.desktop.proposing.at_hand import AtHand, priced
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.tables.table import Table
from hubdesk.workflows.placing.price_list import Prices, better_told, price_columns

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

_ABOUT = (
    "Each rule is left out in turn, and a plan is looked for from this one on, for a few seconds. What that "
    "plan costs less is the price of the rule; “at least” says that a longer search might find more."
)
_NOTHING_ASKED = "Nothing is asked that could be left out: there are no rules, restricted areas or pins."


class PricesDialog(LookedInto):
    """Begins at once, and can be stopped and begun again."""

    def __init__(self, at_hand: AtHand, parent: QWidget) -> None:
        super().__init__(at_hand, "What rules and pins cost", parent)
        self._prices: Prices | None = None
        about = QLabel(_ABOUT, wordWrap=True)
        about.setObjectName("quiet")
        self.table = Table("Prices", price_columns(at_hand.hub)).without_bar()
        self.table.grid.horizontalHeader().setStretchLastSection(True)  # Whatever room there is, for words.
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAccessibleName("What came of it")
        self.again = QPushButton("&Work it out")
        for place, widget in enumerate((about, self.table, self.said, self.going_on, self.again)):
            self.column.insertWidget(place, widget, 1 if widget is self.table else 0)
        self.column.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.again.clicked.connect(self.begin)
        self.sized(104, 30)
        self.begin()

    def chosen(self) -> "Allocated | None":
        return None if self._prices is None else self._prices.better

    def settle(self) -> None:
        super().settle()
        self.again.setVisible(not self.going_on.is_going and self._prices is None)
        self.take.setVisible(self.chosen() is not None)
        self.said.setVisible(bool(self.said.text()))

    def begin(self) -> None:
        """Work them out."""
        self.going_on.begin(
            "Working out what each costs", lambda progress: priced(self.at_hand, progress), self._came
        )

    def _came(self, prices: Prices) -> None:
        self._prices = prices
        self.table.show_rows(prices.prices)
        better = better_told(prices, self.at_hand.found)
        self.said.setText(better if prices.prices else f"{_NOTHING_ASKED} {better}".strip())
