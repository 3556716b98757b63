"""The dialog that says that Hubdesk itself is at fault, and that nothing is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

AskWhere = Callable[[], Path | None]


class CrashDialog(QDialog):
    """Shows the report. `rejected` carries on, `accepted` closes Hubdesk."""

    def __init__(self, report: str, ask_where: AskWhere, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._ask_where = ask_where
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Hubdesk is at fault")
        told = QLabel(
            "<b>Something is wrong in Hubdesk itself.</b><br>Every change up to now is saved. You can carry "
            "on; if it happens again, close Hubdesk and open the hub anew. The report below says where it "
            "happened, and names nobody. Send it to whoever looks after Hubdesk for you."
        )
        told.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("The report")
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.said = QLabel()
        buttons = QDialogButtonBox()
        copy = buttons.addButton("Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        save = buttons.addButton("Save the report…", QDialogButtonBox.ButtonRole.ActionRole)
        self.close_all = buttons.addButton("Close Hubdesk", QDialogButtonBox.ButtonRole.AcceptRole)
        self.carry_on = buttons.addButton("Carry on", QDialogButtonBox.ButtonRole.RejectRole)
        self.carry_on.setDefault(True)
        copy.clicked.connect(self._copy)
        save.clicked.connect(self._save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.report, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)
        self.resize(720, 460)

    def add(self, report: str) -> None:
        """Another fault came while this stands."""
        self.report.appendPlainText(f"\n{'-' * 40}\n\n{report}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.said.setText("Copied")

    def _save(self) -> None:
        place = self._ask_where()
        if place is None:
            return
        try:
            place.write_text(self.report.toPlainText(), encoding="utf-8")
        except OSError as trouble:
            self.said.setText(f"Not written: {trouble.strerror or trouble}. Choose another folder")
        else:
            self.said.setText(f"Wrote {place}")
