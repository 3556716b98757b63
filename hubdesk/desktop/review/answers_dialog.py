"""The dialog with the answers that came: what each says, what is amiss, and which are taken in."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.dialogs.ask import html_of
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.workflows.review.incoming import Incoming, Standing
from hubdesk.workflows.review.incoming_told import counts_told, told_in_full, told_in_short

Take = Callable[[Sequence[Incoming], Collection[RecordId]], object]
"""Takes in answers, ending those queries as withdrawn."""


class AnswersDialog(QDialog):
    """A tick takes an answer in. Of several by one agency only one can have the tick."""

    help_topic = "review"

    def __init__(self, incoming: Sequence[Incoming], take: Take, parent: QWidget) -> None:
        super().__init__(parent)
        self._incoming, self._take = tuple(incoming), take
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Answers that came")
        self.told = QLabel(counts_told(self._incoming))
        self.told.setObjectName("preview-heading")
        self.told.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Answers: a tick takes one in")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setAccessibleName("What the answer says")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self.withdraw = QCheckBox("&End the queries about lines that are agreed now, as withdrawn")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton("Take in", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self._take_in)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(split, 1)
        column.addWidget(self.withdraw)
        column.addWidget(buttons)
        self._fill()
        self.list.itemChanged.connect(self._ticked)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self._settle()
        unit = self.fontMetrics().height()
        self.resize(max(860, 52 * unit), max(480, 30 * unit))
        (self.go_on if self.chosen else self.list).setFocus()

    @property
    def chosen(self) -> tuple[Incoming, ...]:
        """Those that have the tick."""
        return tuple(
            one
            for row, one in enumerate(self._incoming)
            if self.list.item(row).checkState() is Qt.CheckState.Checked and one.can_be_taken
        )

    def _fill(self) -> None:
        for one in self._incoming:
            where = "" if one.standing is Standing.REFUSED else f" – {one.name}"
            item = QListWidgetItem(f"{told_in_short(one)}\n{one.standing.value}{where}")
            item.setToolTip(one.name)
            if one.can_be_taken:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ready = one.standing is Standing.READY
                item.setCheckState(Qt.CheckState.Checked if ready else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _ticked(self, item: QListWidgetItem) -> None:
        """The tick goes to one answer of an agency: the others of it lose theirs."""
        now = self._incoming[self.list.row(item)]
        if item.checkState() is Qt.CheckState.Checked:
            with QSignalBlocker(self.list):
                for row, one in enumerate(self._incoming):
                    if one is not now and one.can_be_taken and one.review == now.review:
                        self.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self._settle()

    def _settle(self) -> None:
        chosen = self.chosen
        self.go_on.setEnabled(bool(chosen))
        self.go_on.setText(f"Take in {counted(len(chosen), 'answer')}" if chosen else "Take in")
        agreed_now = sum(len(one.agreed_now) for one in chosen)
        self.withdraw.setEnabled(bool(agreed_now))
        self.withdraw.setVisible(any(one.agreed_now for one in self._incoming))

    def _show(self, row: int) -> None:
        one = self._incoming[row]
        heading = f"{one.name}: {one.standing.value}"
        self.text.setHtml(html_of(((heading, ()), *told_in_full(one))))

    def _take_in(self) -> None:
        chosen = self.chosen
        ended = [query for one in chosen for query in one.agreed_now] if self.withdraw.isChecked() else []
        self.accept()
        self._take(chosen, ended)
