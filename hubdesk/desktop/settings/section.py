"""`Section`: what the sections of the settings have in common."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hubdesk.desktop.session import Session
from hubdesk.desktop.settings.setting import Setting

OTHER_LETTERS = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange)
"""After these, letters may be of another size."""


class Section(QWidget):
    """Settings under a heading, with a sentence about them. Follows the hub while it is seen."""

    title = ""
    about = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = True
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        self._heading = QLabel(self.title)
        self._size_heading()
        self.column.addWidget(self._heading)
        about = QLabel(self.about)
        about.setObjectName("quiet")
        about.setWordWrap(True)
        self.column.addWidget(about)
        self.setMaximumWidth(900)
        session.changed.connect(self._changed)
        session.issued.connect(self._changed)
        session.as_at_changed.connect(self._changed)

    def refresh(self) -> None:
        """Show what the hub has now."""
        raise NotImplementedError

    def form(self) -> QFormLayout:
        """Rows of settings below what is there."""
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setVerticalSpacing(12)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(rows)
        return rows

    def row(self, rows: QFormLayout, label: str, field: Setting | QWidget) -> None:
        """Another setting, reached by the letter after & in its label."""
        words = QLabel(label)
        editor = field.editor if isinstance(field, Setting) else field
        words.setBuddy(editor)
        words.setMinimumHeight(editor.minimumSizeHint().height())
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(0, 5, 0, 0)
        rows.addRow(words, field)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() in OTHER_LETTERS:
            QTimer.singleShot(0, self, self._size_heading)  # The style sheet sets fonts until then.

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _size_heading(self) -> None:
        font = QFont(QApplication.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._heading.setFont(font)


def scrolled(section: Section) -> QScrollArea:
    """The section in what scrolls where there is no room for all of it."""
    area = QScrollArea()
    area.setWidget(section)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(section.title)
    return area
