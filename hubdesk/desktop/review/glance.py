"""The agencies of a round as a table, all of them or those in one state."""

from PySide6.QtWidgets import QComboBox

from hubdesk.desktop.review.looking import Looked
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import State
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.review.round_columns import GLANCE_COLUMNS, WAITED_FOR, glance_rows, state_words

_EVERY: tuple[State, ...] = tuple(State)


class Glance(Table):
    """Only the agencies in the chosen states are shown, and added up."""

    def __init__(self, session: Session) -> None:
        super().__init__("Agencies of the review", GLANCE_COLUMNS, session)
        self._looked: Looked | None = None
        self.states = QComboBox()
        self.states.setAccessibleName("Only agencies in this state")
        for words, states in (
            ("Every state", _EVERY),
            ("Waited for", WAITED_FOR),
            *((state_words(one), (one,)) for one in State),
        ):
            self.states.addItem(words, states)
        self.states.currentIndexChanged.connect(self._fill)
        self.bar.add(self.states)

    def show_looked(self, looked: Looked | None) -> None:
        """The agencies of that round."""
        self._looked = looked
        self._fill()

    @property
    def agency(self) -> RecordId | None:
        """The agency where the keys are."""
        return RecordId(self.current) if self.current else None

    @property
    def chosen(self) -> tuple[RecordId, ...]:
        """The agencies whose rows are selected; where no more than one is, nobody in particular."""
        return tuple(map(RecordId, self.selected)) if len(self.selected) > 1 else ()

    def show_all(self) -> None:
        """Every agency, in whatever state."""
        self.bar.filter.clear()
        self.states.setCurrentIndex(0)

    def _fill(self) -> None:
        if self._looked is None or self._looked.glance is None:
            self.show_rows(())
            return
        states = self.states.currentData()
        rows = glance_rows(self._looked.glance, marks_of_agencies(self._looked.hub))
        self.show_rows([one for one in rows if one.of.state in states])
