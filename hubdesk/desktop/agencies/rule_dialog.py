"""`RuleDialog`: another placement rule, or one put otherwise."""

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
    """Where an agency may, must or must not sit; the chosen `agency` is offered first.

    With `was` it alters that rule.
    """

    help_topic = "placing"

    def __init__(
        self,
        session: Session,
        agency: RecordId | None,
        parent: QWidget,
        was: PlacementRule | None = None,
    ) -> None:
        title, accept = ("Change rule", "Change rule") if was else ("New placement rule", "Add rule")
        super().__init__(session, title, accept, parent)
        self._was = was
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
        if was is not None:
            self.agency.setCurrentIndex(self.agency.findData(was.agency))
            self.kind.setCurrentIndex(list(RuleKind).index(was.kind))
            self.value.setCurrentText(was.value)

    def change(self, hub: Hub) -> Change:
        kind = self._kind
        value = self.value.currentText().strip() if kind in WITH_VALUE else ""
        agency = RecordId(self.agency.currentData())
        if self._was is None:
            return rules.add(hub, PlacementRule(new_id(), agency, kind, value))
        return rules.change(hub, PlacementRule(self._was.id, agency, kind, value))

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
