"""`LinkDialog`: another working link."""

from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.names import agency_name
from hubdesk.editing import links


class LinkDialog(ChangeDialog):
    """Two agencies that are best close by; the chosen `agency` is offered as the one."""

    help_topic = "placing"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget) -> None:
        super().__init__(session, "New working link", "Add link", parent)
        self.agency, self.other = QComboBox(), QComboBox()
        every = sorted(session.hub.agencies.values(), key=lambda one: one.code)
        for box in (self.agency, self.other):
            for one in every:
                box.addItem(agency_name(one), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self.other.setCurrentIndex(1 if self.agency.currentIndex() == 0 and len(every) > 1 else 0)
        self.strength = QDoubleSpinBox(minimum=0.1, maximum=1_000, decimals=1)
        self.strength.setValue(5)
        self.reason = QLineEdit()
        self.add("&Agency", self.agency)
        self.add("&Works with", self.other)
        self.add("&Strength", self.strength, "Usually 1 to 10: a metre between them counts so often")
        self.add("&Reason", self.reason)

    def change(self, hub: Hub) -> Change:
        ids = RecordId(self.agency.currentData()), RecordId(self.other.currentData())
        strength = Decimal(str(round(self.strength.value(), 1)))
        return links.add(hub, WorkingLink(new_id(), *ids, strength, self.reason.text().strip()))
