"""`ResultHead`: what the plan costs beside today's, term by term, and how the search for it goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from hubdesk.desktop.proposing.search import Search
from hubdesk.domain.problem import all_told
from hubdesk.workflows.placing.cost_terms import Term, cost_terms
from hubdesk.workflows.placing.proposed_words import proposal_told

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated

_NOTHING_YET = (
    "Hubdesk looks for who sits best where: near those they work with, within every placement rule, "
    "and in one piece. Nothing is changed until you accept it."
)
_LOOKING_FOR_WAYS = "Looking for the cheapest way out…"
_PARTS = 1_000


class ResultHead(QWidget):
    """Follows a `Search`."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.progress = QProgressBar(maximum=_PARTS)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Time that the search has taken of what it was given")
        self.phase = QLabel()
        self.phase.setObjectName("quiet")
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAccessibleName("What was found")
        self.terms = QWidget()
        self._grid = QGridLayout(self.terms)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.progress, self.phase, self.said, self.terms):
            column.addWidget(widget)
        self._cells: list[tuple[QLabel, ...]] = []
        self.show_search()

    def show_search(self) -> None:
        """As things stand now."""
        search, heard = self._search, self._search.heard
        self.progress.setVisible(search.is_going)
        self.phase.setVisible(search.is_going)
        if search.is_going and search.asked is not None:
            self.progress.setValue(min(_PARTS, round(heard.spent / search.asked.seconds * _PARTS)))
            self.phase.setText(f"{heard.phase or 'Asking the hub'}…")
        found = heard.found
        if search.problems:
            self.said.setText("\n".join([all_told(search.problems), *self._ways_told()]))
        elif found is not None and found.proposal is not None:
            self.said.setText("\n".join(proposal_told(found)))
        elif search.is_going:
            self.said.setText("There is no plan yet that keeps every rule.")
        else:
            self.said.setText(_NOTHING_YET)
        self._show_terms(found)

    def _ways_told(self) -> tuple[str, ...]:
        """What could be given up, once that is found out."""
        return (_LOOKING_FOR_WAYS,) if self._search.looks_for_ways else self._search.ways_out

    def _show_terms(self, found: "Allocated | None") -> None:
        has_cost = found is not None and found.today is not None and found.cost is not None
        self.terms.setVisible(has_cost)
        if found is None or found.today is None or found.cost is None:
            return
        terms = list(cost_terms(found.today, found.cost))
        if not self._cells:
            self._lay(len(terms))
        for cells, term in zip(self._cells, terms, strict=True):
            for cell, words in zip(cells, _row(term), strict=True):
                cell.setText(words)

    def _lay(self, rows: int) -> None:
        """The cells of the table of terms, once."""
        for place, words in enumerate(("", "Today", "Then")):
            heading = QLabel(words)
            heading.setObjectName("quiet")
            heading.setAlignment(_RIGHT if place else _LEFT)
            self._grid.addWidget(heading, 0, place)
        for row in range(1, rows + 1):
            cells = tuple(QLabel() for _ in range(3))
            for place, cell in enumerate(cells):
                cell.setAlignment(_RIGHT if place else _LEFT)
                if row == rows:
                    cell.setObjectName("preview-heading")
                self._grid.addWidget(cell, row, place)
            self._cells.append(cells)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _row(term: Term) -> tuple[str, str, str]:
    return term.words, f"{term.today:,.1f}", f"{term.then:,.1f}"
