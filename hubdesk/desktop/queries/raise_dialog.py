"""`RaiseDialog`: a query that an agency raises by telephone or letter."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.names import agency_name
from hubdesk.domain.query import Asks
from hubdesk.workflows.review.queries import due_day
from hubdesk.workflows.review.raising import LineToAsk, Raised, lines_to_ask, raised
from hubdesk.workflows.review.words import NOT_OURS

_ASKS = {Asks.QUERY: "For an explanation", Asks.CORRECTION: "To correct it"}
_WANTED = {
    About.DESK: f"“{NOT_OURS}”, or the code of the desk that it has instead",
    About.OTHER_DESK: "The code of the desk",
    About.LICENCE: "So many desks",
    About.SHARE: "Its figure, or its square metres",
    About.WISH: "So many desks more (+) or fewer (-)",
}


class RaiseDialog(ChangeDialog):
    """The `agency` and, among its lines, the one about the record `about` are offered first."""

    help_topic = "queries"

    def __init__(
        self, session: Session, agency: RecordId | None, about: RecordId | None, parent: QWidget
    ) -> None:
        super().__init__(session, "Raise a query", "Raise", parent)
        self.agency, self.line, self.asks = QComboBox(), QComboBox(), QComboBox()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            self.agency.addItem(agency_name(one), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        for asks, words in _ASKS.items():
            self.asks.addItem(words, asks)
        self.wanted, self.reason, self.owner = QLineEdit(), QLineEdit(), QLineEdit()
        self.wished = LastDay(session, lambda: session.as_at, "From", "No day named")
        self.due = DayEdit("Due", due_day(session.hub, session.today), session)
        for words, field in (
            ("&Agency", self.agency),
            ("A&bout", self.line),
            ("A&sks", self.asks),
            ("&Correct it to", self.wanted),
            ("&From", self.wished),
            ("R&eason", self.reason),
            ("Seen &to by", self.owner),
            ("&Due", self.due),
        ):
            self.add(words, field)
        self.agency.currentIndexChanged.connect(lambda _place: self._offer_lines(None))
        self.line.currentIndexChanged.connect(lambda _place: self._fit())
        self.asks.currentIndexChanged.connect(lambda _place: self._fit())
        self._offer_lines(about)
        (self.line if agency else self.agency).setFocus()

    def change(self, hub: Hub) -> Change:
        said = Raised(
            RecordId(self.agency.currentData()),
            LineToAsk(str(self.line.currentData()), self.line.currentText()),
            Asks(self.asks.currentData()),
            self.wanted.text(),
            self.wished.value,
            self.reason.text(),
            self.owner.text(),
            self.session.today,
            self.due.day,
        )
        return raised(hub, said)

    def _offer_lines(self, about: RecordId | None) -> None:
        """The lines of the agency that is chosen."""
        lines = lines_to_ask(self.session.hub, RecordId(self.agency.currentData()), self.session.as_at)
        self.line.clear()
        for one in lines:
            self.line.addItem(one.said, one.key)
        places = (place for place, one in enumerate(lines) if parse_line_key(one.key).id == about)
        self.line.setCurrentIndex(next(places, 0))
        self._fit()

    def _fit(self) -> None:
        """What a line can be corrected to, and whether anything is."""
        if self.line.currentData() is None:
            return
        about = parse_line_key(str(self.line.currentData())).about
        named = about in (About.OTHER_DESK, About.WISH)
        self.form.setRowVisible(self.asks, not named)
        corrects = named or Asks(self.asks.currentData()) is Asks.CORRECTION
        self.wanted.setEnabled(corrects)
        self.wished.setEnabled(corrects)
        self.wanted.setPlaceholderText(_WANTED[about] if corrects else "")
        self.wanted.setAccessibleDescription(_WANTED[about])
