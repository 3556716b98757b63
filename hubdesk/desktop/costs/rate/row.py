"""`RateRow`: one rate in the drawing: what it is, its bar, its figure, and what it brings in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QRadioButton

from hubdesk.desktop.costs.rate.bars import RateBar, RateBarView
from hubdesk.desktop.costs.said import link
from hubdesk.desktop.theme import Theme
from hubdesk.domain.money import Pence, pounds


class RateRow:
    """The widgets of one row. `choosable` ones have a button to choose them and open their workings."""

    def __init__(self, name: str, theme: Theme, *, choosable: bool = False) -> None:
        self._name, self._choosable = name, choosable
        self.choice: QRadioButton | QLabel = QRadioButton(name) if choosable else QLabel(name)
        self.bar = RateBarView(theme)
        self.rate, self.over = link(name), link(name)

    @property
    def is_chosen(self) -> bool:
        return isinstance(self.choice, QRadioButton) and self.choice.isChecked()

    def choose(self) -> None:
        if isinstance(self.choice, QRadioButton):
            self.choice.click()

    def call(self, name: str) -> None:
        """Name it anew; its figures come with their next showing."""
        self._name = name
        self.choice.setText(name)

    def put_in(self, grid: QGridLayout, row: int) -> None:
        grid.addWidget(self.choice, row, 0)
        grid.addWidget(self.bar, row, 1)
        grid.addWidget(self.rate, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.over, row, 3, Qt.AlignmentFlag.AlignLeft)

    def show_rate(self, rate: Pence, besides: Pence, today: Pence | None, most: Pence, over: str) -> None:
        """The figures, on a scale up to `most`; `over` says what it brings in against the costs."""
        self.bar.show_bar(RateBar(rate, besides, today, most, is_today=not self._choosable))
        extra = f" + {pounds(besides)}" if besides else ""
        self.rate.setText(f"{pounds(rate)}{extra}")
        self.rate.setEnabled(True)
        self.rate.setAccessibleName(f"{self._name}: {pounds(rate)} a desk and year{extra}. Why?")
        self.rate.setToolTip(
            "Why this rate?"
            + (f" {pounds(besides)} a desk is for the partners’ concessions" if besides else "")
        )
        self.over.setText(over[:1].upper() + over[1:])
        self.over.setAccessibleName(f"{self._name}: {over}. Why?")
        self.over.setToolTip("What the licences bring in over the year, less the costs. Why?")
        self.over.setEnabled(True)
        self.choice.setEnabled(True)

    def clear(self, words: str = "") -> None:
        """No figures, and `words` that say why."""
        self.bar.show_bar(None)
        self.rate.setText("")
        self.over.setText(words)
        self.rate.setAccessibleName(f"{self._name}: no rate")
        self.over.setAccessibleName(words or f"{self._name}: nothing to compare")
        for widget in (self.rate, self.over, self.choice):
            widget.setEnabled(False)
