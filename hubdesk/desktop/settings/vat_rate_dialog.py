"""`VatRateDialog`: the percentage of a VAT code from a day on."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.domain.vat import VAT_MEANINGS
from hubdesk.editing import vat_codes
from hubdesk.workflows.tables.kinds import Percent, Unreadable


class VatRateDialog(ChangeDialog):
    """For a code that is listed, or for another one, which is added with it."""

    help_topic = "settings"

    def __init__(self, session: Session, parent: QWidget, code: str = "") -> None:
        super().__init__(session, "Add a VAT rate", "Add", parent)
        self.code = QComboBox(editable=True)
        listed = session.hub.vat_by_code.keys() | VAT_MEANINGS.keys()
        for one in sorted(listed):
            self.code.addItem(f"{one}, {VAT_MEANINGS[one]}" if one in VAT_MEANINGS else one, one)
        place = self.code.findData(code or "S")
        self.code.setCurrentIndex(max(0, place))
        year = ChargingYear.containing(session.as_at, session.hub.settings.year_start)
        self.first = DayEdit("From", year.first, session)
        self.percent = QLineEdit()
        self.percent.setPlaceholderText("20 %; blank for a code without VAT")
        self.add("&Code", self.code, "Type another for one of your own")
        self.add("&From", self.first)
        self.add("&Rate", self.percent)
        self.percent.setFocus()

    def change(self, hub: Hub) -> Change:
        typed = self.percent.text()
        if not typed.strip():
            return vat_codes.add_rate(hub, self._code, None, None)
        try:
            percent = Percent().read(typed, hub, self.session.today).value
        except Unreadable as trouble:
            raise Refused(error("percentage", trouble.what, "the rate", trouble.remedy)) from trouble
        return vat_codes.add_rate(hub, self._code, self.first.day, percent)

    @property
    def _code(self) -> str:
        """The code that is chosen from the list, or what was typed."""
        text = self.code.currentText().strip()
        place = self.code.findText(text)
        return text if place < 0 else str(self.code.itemData(place))
