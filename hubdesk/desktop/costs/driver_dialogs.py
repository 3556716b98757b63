"""The questions about drivers: a new one, another name, another day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.hub import Hub
from hubdesk.editing import drivers
from hubdesk.editing.records import refusal

_TAKEN = frozenset(basis.value for basis in Basis if basis is not Basis.DRIVER)
_NOTHING = Change("Nothing", ())


class NewDriver(ChangeDialog):
    """Names one. It comes into the hub with its first figure."""

    help_topic = "costs"

    def __init__(self, session: Session, named: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(session, "New driver", "Go on", parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Footfall")
        self.add("&Name", self.name, "What it counts: visits, staff, kilowatt-hours")
        self.accepted.connect(lambda: named(self.name.text().strip()))

    def change(self, hub: Hub) -> Change:
        """No record changes until a figure is typed. Raises Refused for a name that cannot be."""
        _check(hub, self.name.text().strip())
        return _NOTHING


class OtherName(ChangeDialog):
    """Another name for a driver, and the cost lines shared by it follow."""

    help_topic = "costs"

    def __init__(self, session: Session, driver: str, named: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(session, f"Rename driver {driver}", "Rename", parent)
        self._driver = driver
        self.name = QLineEdit(driver)
        self.name.selectAll()
        self.add("&Name", self.name)
        self.accepted.connect(lambda: named(self.name.text().strip()))

    def change(self, hub: Hub) -> Change:
        name = self.name.text().strip()
        if name == self._driver:
            return _NOTHING
        _check(hub, name)
        return drivers.rename(hub, self._driver, name)


class NewDay(ChangeDialog):
    """A day from which figures hold: a column to type them into."""

    help_topic = "costs"

    def __init__(
        self, session: Session, driver: str, chosen: Callable[[date], None], parent: QWidget
    ) -> None:
        super().__init__(session, f"Another day for {driver}", "Add the day", parent)
        self.day = DayEdit("From", session.as_at, session)
        self.add("&From", self.day, "The day from which the new figures hold")
        self.accepted.connect(lambda: chosen(self.day.day))

    def change(self, _hub: Hub) -> Change:
        return _NOTHING


def _check(hub: Hub, name: str) -> None:
    if not name:
        raise refusal("driver-name-blank", "It has no name", "the new driver", "Type what it counts")
    if name.casefold() in _TAKEN:
        raise refusal(
            "driver-name-reserved", f"“{name}” is a basis of its own", f"driver {name}", "Choose another name"
        )
    if name in hub.driver_names:
        raise refusal(
            "driver-name-taken", f"There is a driver {name} already", f"driver {name}", "Choose another name"
        )
