"""`Looks`: the buttons that open what looks into a proposal: reasons, prices, and other plans."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.curve_dialog import CurveDialog
from hubdesk.desktop.proposing.prices_dialog import PricesDialog
from hubdesk.desktop.proposing.reasons_dialog import ReasonsDialog
from hubdesk.domain.ids import RecordId

Ask = Callable[[], AtHand | None]
"""The proposal that there is at the moment, if there is one."""


class Looks(QWidget):
    """Each dialog is of the proposal as it was when the button was pressed."""

    def __init__(self, ask: Ask, looked_at: Callable[[], RecordId | None]) -> None:
        super().__init__()
        self._ask = ask
        self.why = QPushButton("&Why…")
        self.why.setToolTip("Why each agency sits where it does, and what another place would mean")
        self.prices = QPushButton("Pr&ices…")
        self.prices.setToolTip("What each rule and pin costs")
        self.others = QPushButton("&Other plans…")
        self.others.setToolTip("Plans from few moves to short ways, to choose from")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.why, self.prices, self.others):
            row.addWidget(button)
        row.addStretch(1)
        self.why.clicked.connect(lambda: self._open(lambda at: ReasonsDialog(at, self, looked_at())))
        self.prices.clicked.connect(lambda: self._open(lambda at: PricesDialog(at, self)))
        self.others.clicked.connect(lambda: self._open(lambda at: CurveDialog(at, self)))

    def _open(self, dialog: Callable[[AtHand], ReasonsDialog | PricesDialog | CurveDialog]) -> None:
        at_hand = self._ask()
        if at_hand is not None:
            dialog(at_hand).open()
