"""`LinkDialog`: another working link, or one put otherwise."""

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
    """Two agencies that are best close by; the chosen `agency` is offered as the one.

    With `was` it alters that link.
    """

    help_topic = "placing"

    def __init__(
        self,
        session: Session,
        agency: RecordId | None,
        parent: QWidget,
        was: WorkingLink | None = None,
    ) -> None:
        title, accept = ("Change link", "Change link") if was else ("New working link", "Add link")
        super().__init__(session, title, accept, parent)
        self._was = was
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
        if was is not None:
            self.agency.setCurrentIndex(self.agency.findData(was.agency))
            self.other.setCurrentIndex(self.other.findData(was.other))
            self.strength.setDecimals(max(1, -int(was.strength.as_tuple().exponent)))
            self.strength.setValue(float(was.strength))
            self.reason.setText(was.reason)

    def change(self, hub: Hub) -> Change:
        ids = RecordId(self.agency.currentData()), RecordId(self.other.currentData())
        strength = Decimal(str(round(self.strength.value(), self.strength.decimals())))
        told = (*ids, strength, self.reason.text().strip())
        if self._was is None:
            return links.add(hub, WorkingLink(new_id(), *told))
        return links.change(hub, WorkingLink(self._was.id, *told))
