"""VAT codes and their dated rates."""

from PySide6.QtWidgets import QPushButton

from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Words
from hubdesk.desktop.settings.vat_rate_dialog import VatRateDialog
from hubdesk.desktop.tables import Table
from hubdesk.domain.problem import all_told
from hubdesk.workflows.vat_rows import VAT_ADDING, VAT_COLUMNS, VatRow, remove, vat_rows


class VatSection(Section):
    """A grid with a row to each rate, to type in and to paste into."""

    title = "VAT codes"
    about = (
        "The rate of a billing period’s last day counts for all of it. Z, E and O mean that no VAT is "
        "charged, and need no rate."
    )

    def __init__(self, session: Session, memory: Memory) -> None:
        super().__init__(session)
        may_change = not session.only_looks
        self.table = Table("VAT codes", VAT_COLUMNS, session, VAT_ADDING)
        self.table.remember_in(memory)
        self.add = QPushButton("Add a rate…")
        self.add.setEnabled(may_change)
        self.add.clicked.connect(self._ask)
        self.remove = QPushButton("Remove")
        self.remove.setToolTip("The rate of the row, or a code that has none")
        self.remove.clicked.connect(self._remove)
        self.table.bar.add(self.add)
        self.table.bar.add(self.remove)
        self.table.current_changed.connect(lambda _: self._enable())
        self.wrong = Words("wrong")
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.wrong)

    def refresh(self) -> None:
        self.table.show_rows(vat_rows(self.session.hub))
        self.wrong.say("")
        self._enable()

    @property
    def _row(self) -> VatRow | None:
        """The one where the keys are."""
        current = self.table.current
        return next((row for row in self.table.rows if row.id == current), None)

    def _enable(self) -> None:
        self.remove.setEnabled(self._row is not None and not self.session.only_looks)

    def _ask(self) -> None:
        row = self._row
        VatRateDialog(self.session, self, row.code if row else "").open()

    def _remove(self) -> None:
        if (row := self._row) is not None:
            self.wrong.say(all_told(self.session.tried(lambda hub: remove(hub, row))))
