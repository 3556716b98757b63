"""`RuleDialog`: another placement rule."""

from PySide6.QtWidgets import QComboBox, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import agency_name
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.editing import rules
from hubdesk.workflows.placing.rules import WITH_VALUE, values_offered


class RuleDialog(ChangeDialog):
    """Where an agency may, must or must not sit; the chosen `agency` is offered first."""

    help_topic = "placing"

    def __init__(self, session: Session, agency: RecordId | None, parent: QWidget) -> None:
        super().__init__(session, "New placement rule", "Add rule", parent)
        self.agency, self.kind, self.value = QComboBox(), QComboBox(), QComboBox()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            self.agency.addItem(agency_name(one), one.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        for kind in RuleKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.value.setEditable(True)
        self.add("&Agency", self.agency)
        self.add("&Rule", self.kind)
        self.add("&Of what", self.value, "The clearance, or the code of the floor or area")
        self.kind.currentIndexChanged.connect(self._offer)
        self._offer()

    def change(self, hub: Hub) -> Change:
        kind = self._kind
        value = self.value.currentText().strip() if kind in WITH_VALUE else ""
        return rules.add(hub, PlacementRule(new_id(), RecordId(self.agency.currentData()), kind, value))

    @property
    def _kind(self) -> RuleKind:
        kind = self.kind.currentData()
        assert isinstance(kind, RuleKind)
        return kind

    def _offer(self) -> None:
        """What the rule that is chosen can be of; nothing where it needs nothing."""
        self.value.clear()
        self.value.addItems(values_offered(self.session.hub, self._kind))
        self.value.setEnabled(self._kind in WITH_VALUE)
