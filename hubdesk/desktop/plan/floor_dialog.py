"""`FloorDialog`: a floor's name, code, level and size, for a new floor or one that is there."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.plan.lengths import exact_metres, typed_length
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.problem import all_told
from hubdesk.editing import floors
from hubdesk.editing.records import found
from hubdesk.editing.typed_over import typed_over

_NEW_SIZE = (30_000, 18_000)


class FloorDialog(QDialog):
    """Asks, and does it. What is refused is said here, and what was typed is kept."""

    help_topic = "drawing"

    def __init__(self, session: Session, floor: Floor | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before = floor
        self.floor: RecordId | None = None
        """The floor that was added or changed, once it was."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add a floor" if floor is None else f"Floor {floor.code}")
        shown = floor or _proposed(session.hub)
        self.name = _field("Name", shown.name)
        self.code = _field("Code", shown.code)
        self.level = QSpinBox(minimum=-9, maximum=99, value=shown.level)
        self.level.setAccessibleName("Level, 0 is the ground")
        self.across = _field("Width in metres", exact_metres(shown.width_mm))
        self.down = _field("Depth in metres", exact_metres(shown.depth_mm))
        form = QFormLayout()
        for words, field in (
            ("&Name", self.name),
            ("&Code", self.code),
            ("&Level (0 is the ground)", self.level),
            ("&Width, metres", self.across),
            ("&Depth, metres", self.down),
        ):
            form.addRow(words, field)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setAccessibleName("What is wrong")
        self.trouble.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText("Add" if floor is None else "Change")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(self.trouble)
        whole.addWidget(buttons)
        self.name.selectAll()

    def accept(self) -> None:
        """Do it; stay open where something is in the way."""
        width, depth = typed_length(self.across.text()), typed_length(self.down.text())
        if width is None or depth is None:
            self._say("A width or depth is a length in metres, such as 42 or 42.5")
            return
        floor = self._typed(width, depth)
        problems = self._session.tried(lambda hub: self._change(hub, floor))
        if problems:
            self._say(all_told(problems))
        else:
            self.floor = floor.id
            super().accept()

    def _typed(self, width: int, depth: int) -> Floor:
        before = self._before or Floor(new_id(), "", "", 0, 0, 0)
        return replace(
            before,
            name=self.name.text().strip(),
            code=self.code.text().strip(),
            level=self.level.value(),
            width_mm=width,
            depth_mm=depth,
            outline=self._outline(before, width, depth),
        )

    @staticmethod
    def _outline(before: Floor, width: int, depth: int) -> Outline:
        """What was drawn stays, unless the floor is given another size."""
        return before.outline if (before.width_mm, before.depth_mm) == (width, depth) else ()

    def _change(self, hub: Hub, floor: Floor) -> Change:
        if self._before is None:
            return floors.add(hub, floor)
        now = found(hub, Floor, floor.id)
        floor = typed_over(self._before, floor, now)
        if floor.code == now.code:
            return floors.change(hub, floor)
        renamed = floors.rename(hub, floor.id, floor.code)
        return renamed.then(floors.change(hub.applying(renamed), floor))

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    return field


def _proposed(hub: Hub) -> Floor:
    """One above the top floor, of its size."""
    top = max(hub.floors.values(), key=lambda one: one.level, default=None)
    width, depth = (top.width_mm, top.depth_mm) if top else _NEW_SIZE
    level = top.level + 1 if top else 0
    code = "G" if level == 0 else str(level)
    return Floor(new_id(), code, "Ground" if level == 0 else f"Floor {level}", level, width, depth)
