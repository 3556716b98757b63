"""`ConcessionDialog`: another concession: an award to a licence, or a sector's standing rate."""

from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from hubdesk.desktop.agencies.agency_fields import MOST_DESKS
from hubdesk.desktop.allocating.last_day import LastDay
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.agency import Sector
from hubdesk.domain.change import Change
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.days import months_on
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.editing import concessions
from hubdesk.workflows.licence_spans import licence_spans


class ConcessionDialog(ChangeDialog):
    """With an `agency`, the first of its licences is offered first."""

    help_topic = "agencies"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget) -> None:
        super().__init__(session, "New concession", "Add concession", parent)
        self.scope = QComboBox()
        for span in licence_spans(session.hub):
            code = session.hub.agencies[span.licence.agency].code
            self.scope.addItem(f"Licence {span.licence.code} of {code}", span.id)
        for sector in Sector:
            self.scope.addItem(f"Standing rate of the {sector.value} sector", sector)
        if own := licence_spans(session.hub, agency) if agency else ():
            self.scope.setCurrentIndex(max(0, self.scope.findData(own[0].id)))
        self.percent = QDoubleSpinBox(maximum=100, decimals=2, suffix=" %")
        self.percent.setValue(40)
        self.cap = QSpinBox(maximum=MOST_DESKS)
        self.cap.setSpecialValueText("All desks of the licence")
        self.applies = QComboBox()
        for applies in Applies:
            self.applies.addItem(applies.value.capitalize(), applies)
        self.funder = QComboBox()
        for funder in Funder:
            self.funder.addItem(f"The {funder.value}", funder)
        self.first = DayEdit("From", session.as_at, session)
        self.last = LastDay(session, lambda: self.first.day)
        self.reason = QLineEdit()
        self.review = LastDay(session, lambda: self.first.day, "Review by", "No review")
        self.review.show_day(months_on(session.as_at, 12))
        for words, field in (
            ("&For", self.scope),
            ("&Off", self.percent),
            ("&At most, desks", self.cap),
            ("&Taken off", self.applies),
            ("Funded &by", self.funder),
            ("F&rom", self.first),
            ("&Last day", self.last),
            ("R&eason", self.reason),
            ("Re&view by", self.review),
        ):
            self.add(words, field)

    def change(self, hub: Hub) -> Change:
        scope, funder, applies = (box.currentData() for box in (self.scope, self.funder, self.applies))
        assert isinstance(funder, Funder)
        assert isinstance(applies, Applies)
        sector = scope if isinstance(scope, Sector) else None
        return concessions.add(
            hub,
            Concession(
                new_id(),
                sector,
                None if sector else RecordId(scope),
                Decimal(str(round(self.percent.value(), 2))),
                self.first.day,
                self.last.value,
                self.cap.value() or None,
                applies,
                funder,
                self.reason.text().strip(),
                self.review.value,
            ),
        )
