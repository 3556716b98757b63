"""`VacateDialog`: whom desks are taken from, and what that does to the charges, before it is done."""

from collections import defaultdict

from PySide6.QtWidgets import QLabel

from hubdesk.desktop.allocating.brush import Brush
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.plan.effect_words import effect_words
from hubdesk.desktop.plan.view import PlanView
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.editing import allocations

_MOST = 6
"""Names in a list; the rest is counted."""


class VacateDialog(ChangeDialog):
    """Enter vacates. `proposed` is what it would do now, so that the £ are over the plan meanwhile."""

    help_topic = "allocating"

    def __init__(self, view: PlanView, brush: Brush, desks: tuple[RecordId, ...], proposed: Change) -> None:
        session = view.plan.session
        super().__init__(session, f"Vacate {counted(len(desks), 'desk')}", "Vacate", view)
        self._preview, self._brush, self._desks = view.plan.preview, brush, desks
        stay = brush.stay
        until = f"to {in_words(stay.last)}" if stay.last else "on"
        self.told = QLabel(f"{_who(session.hub, proposed)} from {in_words(stay.first)} {until}.")
        self.effect = QLabel()
        for place, label in enumerate((self.told, self.effect)):
            label.setWordWrap(True)
            self.column.insertWidget(place, label)
        self.effect.setObjectName("quiet")
        self.effect.setMinimumHeight(2 * self.effect.fontMetrics().lineSpacing() + 6)
        self._preview.changed.connect(self._show_effect)
        self._preview.propose(proposed, stay.first)
        self._show_effect()
        self.accept_button.setFocus()

    def change(self, hub: Hub) -> Change:
        stay = self._brush.stay
        return allocations.vacate(hub, self._desks, stay.first, stay.last)

    def done(self, result: int) -> None:
        self._preview.changed.disconnect(self._show_effect)
        self._preview.propose(None)
        super().done(result)

    def _show_effect(self) -> None:
        words = effect_words(self._preview.foreseen)
        self.effect.setText(words)
        self.accept_button.setAccessibleDescription(f"{self.told.text()} {words}")


def _who(hub: Hub, change: Change) -> str:
    """ "CAB leaves G-003; POL leaves G-001, G-002"."""
    left: defaultdict[str, set[str]] = defaultdict(set)
    for edit in change.edits:
        if isinstance(edit.before, Allocation):
            left[hub.agencies[edit.before.agency].code].add(hub.desks[edit.before.desk].code)
    return "; ".join(f"{agency} leaves {_listed(sorted(codes))}" for agency, codes in sorted(left.items()))


def _listed(codes: list[str]) -> str:
    more = f" and {len(codes) - _MOST} more" if len(codes) > _MOST else ""
    return f"{', '.join(codes[:_MOST])}{more}"
