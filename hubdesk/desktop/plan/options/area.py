"""What kind of area is drawn next."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from hubdesk.domain.area import AreaKind


class AreaOptions(QWidget):
    """Kind and name of the next area; without a name it is called as its kind."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = QComboBox()
        self._kind.setAccessibleName("Kind of area")
        for kind in AreaKind:
            self._kind.addItem(kind.value.capitalize(), kind)
        self._name = QLineEdit()
        self._name.setAccessibleName("Name of the area")
        self._name.setPlaceholderText("As its kind")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for words, field in (("&Kind", self._kind), ("&Name", self._name)):
            label = QLabel(words)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)

    @property
    def kind(self) -> AreaKind:
        kind = self._kind.currentData()
        assert isinstance(kind, AreaKind)
        return kind

    @property
    def name(self) -> str:
        return self._name.text().strip()
