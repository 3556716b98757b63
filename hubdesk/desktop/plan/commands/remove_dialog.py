"""What is to become of desks that somebody has sat at: out of service, or gone as if they never were."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout

from hubdesk.desktop.dialogs.growing import Growing
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.commands.removal import removed_with_allocations, withdrawn
from hubdesk.desktop.plan.effect_words import effect_words
from hubdesk.desktop.plan.preview import Preview
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused, all_told
from hubdesk.domain.timeline import ONE_DAY

_MOST = 6
"""Names in a list; the rest is counted."""

Way = Callable[[Chosen, Hub], Change]


class RemoveDialog(QDialog):
    """Asks which of the two is meant, and says what each would do to the year's charges."""

    help_topic = "arranging"

    def __init__(self, chosen: Chosen, seated: Sequence[Desk]) -> None:
        super().__init__(chosen.view)
        self._chosen = chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Remove desks")
        codes = [one.code for one in seated]
        more = f" and {len(codes) - _MOST} more" if len(codes) > _MOST else ""
        told = QLabel(f"Somebody is or was allocated to {', '.join(codes[:_MOST])}{more}.")
        told.setWordWrap(True)
        self.withdraw = QRadioButton(
            f"&Out of service after {in_words(chosen.session.as_at - ONE_DAY)}: what was charged before stays"
        )
        self.erase = QRadioButton("&Remove with the allocations, as if they had never been")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = self.buttons.addButton("Do it", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        self._offers: dict[QRadioButton, Way] = {}
        for button, way in ((self.withdraw, withdrawn), (self.erase, removed_with_allocations)):
            column.addWidget(button)
            column.addWidget(self._offer(button, way))
        column.addStretch(1)
        column.addWidget(self.buttons)
        Growing(self)
        column.addStrut(560)  # Not a fixed least width: larger letters need more.
        first = next((one for one in self._offers if one.isEnabled()), None)
        self.go_on.setEnabled(first is not None)
        if first is not None:
            first.setChecked(True)
            first.setFocus()

    def _offer(self, button: QRadioButton, way: Way) -> QLabel:
        """What that way would come to; not to be chosen where it is refused."""
        effect = QLabel()
        effect.setWordWrap(True)
        effect.setContentsMargins(28, 0, 0, 0)
        effect.setMinimumHeight(2 * effect.fontMetrics().lineSpacing() + 6)
        effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        effect.setObjectName("quiet")
        self._offers[button] = way
        try:
            change = way(self._chosen, self._chosen.session.hub)
        except Refused as refused:
            button.setEnabled(False)
            effect.setText(all_told(refused.problems))
            return effect
        preview = Preview(self._chosen.session, self)

        def show() -> None:
            effect.setText(effect_words(preview.foreseen))
            button.setAccessibleDescription(effect.text())

        preview.changed.connect(show)
        preview.propose(change)
        return effect

    def _do(self) -> None:
        way = next(way for button, way in self._offers.items() if button.isChecked())
        self.accept()
        self._chosen.do(lambda hub: way(self._chosen, hub))
