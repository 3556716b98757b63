"""The chooser: who the selected desks are allocated to, by typing a few letters and Enter."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.allocating.agency_delegate import AgencyDelegate
from hubdesk.desktop.allocating.agency_rows import AgencyRow, AgencyRows
from hubdesk.desktop.allocating.brush import Brush
from hubdesk.desktop.dialogs.growing import Growing
from hubdesk.desktop.plan.preview import Preview
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.editing import allocations
from hubdesk.workflows.fit import Fit

_MOST_TOLD = 3


class AgencyChooser(QDialog):
    """Lists the agencies; the £ that the one in hand would change are shown over the plan meanwhile."""

    help_topic = "allocating"

    def __init__(
        self,
        session: Session,
        preview: Preview,
        brush: Brush,
        theme: Theme,
        desks: tuple[RecordId, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        Growing(self)
        self._session, self._preview, self._brush, self._desks = session, preview, brush, desks
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = "1 desk" if len(desks) == 1 else f"{len(desks)} desks"
        stay = brush.stay
        until = f" to {in_words(stay.last)}" if stay.last else ""
        self.setWindowTitle(f"Allocate {count} from {in_words(stay.first)}{until}")
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Type part of a code or name")
        self.typed.setAccessibleName("Find an agency")
        self._rows = AgencyRows(session, self)
        self._found = _ByWords(self)
        self._found.setSourceModel(self._rows)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(AgencyDelegate(theme, self.list, keys=False))
        self.list.setAccessibleName("Agencies")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.against = QLabel()
        self.against.setWordWrap(True)
        self.against.setAccessibleName("What speaks against it")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Allocate")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.typed, self.list, self.against, buttons):
            column.addWidget(widget)
        self.typed.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._foresee())
        self.list.doubleClicked.connect(lambda _index: self.accept())
        self.resize(440, 480)
        self._narrow("")

    @property
    def agency(self) -> RecordId | None:
        """The agency in hand."""
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row.agency.id if isinstance(row, AgencyRow) else None

    def change(self, hub: Hub, agency: RecordId) -> Change:
        stay = self._brush.stay
        return allocations.allocate(hub, self._desks, agency, stay.first, stay.last)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = max(0, min(self._found.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self._found.index(row, 0))

    def done(self, result: int) -> None:
        self._preview.propose(None)
        agency = self.agency
        if result == QDialog.DialogCode.Accepted and agency is not None:
            self._session.do(lambda hub: self.change(hub, agency))
        super().done(result)

    def _narrow(self, words: str) -> None:
        self._found.narrow(words)
        self.list.setCurrentIndex(self._found.index(0, 0))
        self._foresee()

    def _foresee(self) -> None:
        agency = self.agency
        if agency is None:
            self.against.clear()
            self._preview.propose(None)
            return
        stay = self._brush.stay
        problems = Fit(self._session.hub, agency, stay.first, stay.last).against(self._desks)
        told = [f"⚠ {one.told}" for one in problems[:_MOST_TOLD]]
        if len(problems) > _MOST_TOLD:
            told.append(f"… and {len(problems) - _MOST_TOLD} more")
        self.against.setText("\n".join(told))
        try:
            self._preview.propose(self.change(self._session.hub, agency), stay.first)
        except Refused:
            self._preview.propose(None)


class _ByWords(QSortFilterProxyModel):
    """Rows whose code begins with what is typed, or whose name has it in it."""

    def __init__(self, parent: QDialog) -> None:
        super().__init__(parent)
        self._words = ""

    def narrow(self, words: str) -> None:
        self._words = words.strip().casefold()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, _parent: object) -> bool:  # noqa: N802  Qt's name
        rows = self.sourceModel()
        assert isinstance(rows, AgencyRows)
        agency = rows.rows[source_row].agency
        return agency.code.casefold().startswith(self._words) or self._words in agency.name.casefold()
