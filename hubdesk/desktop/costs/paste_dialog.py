"""`PasteCosts`: a budget copied in a spreadsheet, looked at before it comes in as one change."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QTextBrowser, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Session
from hubdesk.desktop.tables.table import Table
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import year_name
from hubdesk.domain.problem import all_told
from hubdesk.workflows.costs.paste_columns import called, paste_columns
from hubdesk.workflows.costs.pasted import MEANINGS, Pasted, pasted

_LEFT_OUT = "(left out)"
_ACROSS = 4
"""Columns whose meaning is asked for side by side."""


class PasteCosts(ChangeDialog):
    """What each column was taken for can be said better; every fault is listed; nothing is half taken."""

    help_topic = "costs"

    def __init__(
        self, session: Session, jobs: Jobs, starts_in: int, text: str, parent: QWidget | None
    ) -> None:
        super().__init__(session, f"Paste costs of {year_name(starts_in)}", "Paste", parent)
        self._starts_in, self._text = starts_in, text
        self._meaning: tuple[str | None, ...] | None = None
        self._pasted: Pasted | None = None
        self.told = QLabel("Reading what was copied…")
        self.told.setWordWrap(True)
        self.boxes: list[QComboBox] = []
        self._grid = QGridLayout()
        self.table = Table("What was copied", paste_columns(None)).without_bar()
        self.faults = QTextBrowser()
        self.faults.setAccessibleName("What to put right")
        self.faults.hide()
        self.column.insertWidget(1, self.told)
        self.column.insertLayout(2, self._grid)
        self.column.insertWidget(3, self.table, 3)
        self.column.insertWidget(4, self.faults, 1)
        self.accept_button.setEnabled(False)
        self.resize(980, 640)
        self._latest: Latest[Pasted] = Latest(jobs, self._question, self)
        self._latest.came.connect(self._came)
        session.changed.connect(self._read_again)
        self._latest.ask()

    def change(self, hub: Hub) -> Change:
        """What was looked at, or again from the hub as it is now."""
        found = self._pasted
        assert found is not None
        assert found.change is not None
        return found.change

    def _read_again(self, *_: object) -> None:
        self._latest.ask()

    def _question(self) -> Callable[[], Pasted]:
        hub, starts_in, text = self.session.hub, self._starts_in, self._text
        today, meaning = self.session.today, self._meaning
        return lambda: pasted(hub, starts_in, text, today, meaning)

    def _came(self, found: Pasted) -> None:
        self._pasted = found
        self._ask_meanings(found)
        self.table.show_columns(paste_columns(found))
        self.table.show_rows(found.rows)
        self.told.setText(self._words(found))
        self.faults.setPlainText(all_told(found.problems))
        self.faults.setVisible(bool(found.problems))
        self.accept_button.setEnabled(found.change is not None)
        self.accept_button.setDefault(found.change is not None)
        self.accept_button.setText("Paste" if found.change is None else _paste(found))

    def _words(self, found: Pasted) -> str:
        if not found.rows and not found.problems:
            return "Nothing to paste is on the clipboard. Copy cells in the spreadsheet first."
        how = "by their headings" if found.headings else "by their order, since they have no headings"
        said = f"{found.told()} Columns were recognised {how}."
        if found.left_out:
            said += f" Of another year, and left out: {', '.join(found.left_out)}."
        return said

    def _ask_meanings(self, found: Pasted) -> None:
        """A field to each column that was copied; made once."""
        if not self.boxes:
            for place in range(len(found.meaning)):
                box = QComboBox()
                box.addItem(_LEFT_OUT, None)
                for meaning, title in MEANINGS:
                    box.addItem(title, meaning)
                name = called(found, place)
                box.setAccessibleName(f"{name} is")
                label = QLabel(f"{name}:")
                label.setBuddy(box)
                row, across = divmod(place, _ACROSS)
                self._grid.addWidget(label, row, 2 * across)
                self._grid.addWidget(box, row, 2 * across + 1)
                box.activated.connect(lambda _chosen, place=place: self._meant(place))
                self.boxes.append(box)
        for box, id_ in zip(self.boxes, found.meaning, strict=True):
            box.setCurrentIndex(max(0, box.findData(id_)))

    def _meant(self, place: int) -> None:
        """That column is what was chosen; another that was taken for it is left out."""
        chosen = self.boxes[place].currentData()
        meaning: Sequence[str | None] = [box.currentData() for box in self.boxes]
        self._meaning = tuple(
            None if other == chosen and number != place else other for number, other in enumerate(meaning)
        )
        self.accept_button.setEnabled(False)
        self._latest.ask()


def _paste(found: Pasted) -> str:
    count = 0 if found.change is None else len(found.change.edits)
    return "Paste 1 line" if count == 1 else f"Paste {count:,} lines"
