"""`ReasonsDialog`: why each agency sits where it does, and what another place would mean, tried out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.dialogs.ask import html_of
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.proposing.at_hand import AtHand, TriedOut, reasons_of, tried_out
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.tables.table import Table
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import all_told
from hubdesk.workflows.placing.reason_rows import (
    AgencyTold,
    agencies_of,
    partner_columns,
    place_columns,
    term_columns,
)
from hubdesk.workflows.placing.reason_words import agency_called, place_called

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

_WHO = Qt.ItemDataRole.UserRole


class ReasonsDialog(LookedInto):
    """An agency is chosen at the left; beside it what it costs, whom it is near, and all other places."""

    def __init__(self, at_hand: AtHand, parent: QWidget, agency: RecordId | None = None) -> None:
        super().__init__(at_hand, "Why they sit where they do", parent)
        self._told: AgencyTold | None = None
        self._tried: TriedOut | None = None
        self.agencies = QListWidget()
        self.agencies.setAccessibleName("Agencies")
        self.agencies.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sits = QLabel(wordWrap=True)
        self.sits.setTextFormat(Qt.TextFormat.PlainText)
        self.sits.setObjectName("preview-heading")
        self.terms = Table("What it costs", term_columns()).without_bar()
        self.partners = Table("Whom it works with", partner_columns()).without_bar()
        self.places = Table("Other places", place_columns()).without_bar()
        self.places.grid.horizontalHeader().setStretchLastSection(True)  # Whatever room there is, for words.
        self.place = QLabel(wordWrap=True)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setAccessibleName("Why, or why not there")
        self.try_it = QPushButton("&Try it anyway")
        self.try_it.setAutoDefault(False)
        self.try_it.setToolTip("Put it there, and look for five seconds for where all the others go then")
        self.text = QTextBrowser()
        self.text.setAccessibleName("The reasons, to read")
        self._lay_out()
        self._reasons: Latest[AgencyTold | None] = Latest(at_hand.jobs, self._asked, self, 0)
        self._reasons.came.connect(self._came)
        self._reasons.refused.connect(lambda problems: self.sits.setText(all_told(problems)))
        self._fill(agency)
        self.agencies.currentRowChanged.connect(self._another)
        self.places.current_changed.connect(self.settle)
        self.places.activated.connect(self._try)
        self.try_it.clicked.connect(self._try)
        self.agencies.setFocus()
        self._another()

    @property
    def agency(self) -> RecordId | None:
        """The one that is looked at; None where nobody has a desk."""
        row = self.agencies.currentRow()
        return None if row < 0 else RecordId(self.agencies.item(row).data(_WHO))

    def chosen(self) -> "Allocated | None":
        tried = self._tried
        return tried.tried.allocated if tried is not None and tried.tried.may_be_chosen else None

    def settle(self) -> None:
        super().settle()
        self.try_it.setEnabled(not self.going_on.is_going and bool(self.places.current))
        row = next((one for one in self.places.rows if one.id == self.places.current), None)
        self.place.setText("" if row is None else f"{row.place}: {row.told}")
        self.place.setVisible(row is not None)

    def _lay_out(self) -> None:
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self.terms)
        upper.addWidget(self.partners)
        trying = QHBoxLayout()
        trying.addWidget(self.try_it)
        trying.addStretch(1)
        middle = QVBoxLayout()
        middle.addWidget(self.sits)
        middle.addWidget(upper, 2)
        middle.addWidget(self.places, 3)
        middle.addWidget(self.place)
        middle.addLayout(trying)
        right = QVBoxLayout()
        right.addWidget(self.text, 1)
        right.addWidget(self.going_on)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.agencies)
        for column in (middle, right):
            column.setContentsMargins(0, 0, 0, 0)
            part = QWidget()
            part.setLayout(column)
            split.addWidget(part)
        for place, stretch in enumerate((2, 6, 4)):
            split.setStretchFactor(place, stretch)
        self.column.insertWidget(0, split, 1)
        self.sized(132, 38)
        wide = self.width()
        split.setSizes([wide * 2 // 12, wide * 6 // 12, wide * 4 // 12])

    def _fill(self, agency: RecordId | None) -> None:
        for who, words in agencies_of(self.at_hand.hub, self.at_hand.found):
            item = QListWidgetItem(words)
            item.setData(_WHO, who)
            item.setToolTip(words)
            self.agencies.addItem(item)
            if who == agency:
                self.agencies.setCurrentItem(item)
        if self.agencies.currentRow() < 0:
            self.agencies.setCurrentRow(0)

    def _another(self) -> None:
        """Another agency is looked at; what is being tried for the last one is of no use any more."""
        self.going_on.end()
        self._tried = self._told = None
        self.sits.setText("Working out the reasons…")
        self.text.clear()
        for table in (self.terms, self.partners, self.places):
            table.show_rows(())
        self.settle()
        if self.agency is None:
            self.sits.setText("By this proposal, no agency has a desk.")
        self._reasons.ask()

    def _asked(self) -> Callable[[], AgencyTold | None]:
        at_hand, agency = self.at_hand, self.agency
        return lambda: None if agency is None else reasons_of(at_hand, agency)

    def _came(self, told: AgencyTold | None) -> None:
        if told is None or told.agency != self.agency:
            return
        self._told = told
        self.sits.setText(told.sits)
        self.terms.show_rows(told.terms)
        self.partners.show_rows(told.partners)
        self.places.show_rows(told.places)
        self._show_text()
        self.settle()

    def _try(self) -> None:
        agency = self.agency
        if self.going_on.is_going or not self.places.current or agency is None:
            return
        at_hand, place = self.at_hand, RecordId(self.places.current)
        words = f"Putting {agency_called(at_hand.hub, agency)} into {place_called(at_hand.hub, place)}"
        self._tried = None
        self._show_text()
        self.going_on.begin(
            words, lambda progress: tried_out(at_hand, agency, place, progress), self._tried_out
        )

    def _tried_out(self, tried: TriedOut) -> None:
        if tried.tried.agency == self.agency:
            self._tried = tried
            self._show_text()

    def _show_text(self) -> None:
        """What came of trying first, as that was asked for last; then the reasons."""
        parts: list[tuple[str, tuple[str, ...]]] = []
        hub = self.at_hand.hub
        if self._tried is not None:
            parts.append((f"In {place_called(hub, self._tried.tried.place)}, anyway", self._tried.told))
            if self._tried.tried.allocated is not None and not self._tried.tried.may_be_chosen:
                parts.append(("It cannot be made the proposal", (_CHANGE_FIRST,)))
        if self._told is not None:
            parts.append(
                (f"Why {agency_called(hub, self._told.agency)} sits where it does", self._told.aloud)
            )
        self.text.setHtml(html_of(parts))


_CHANGE_FIRST = "Change or remove what was lifted for it, and propose a plan again."
