"""The inspector's form for the floor that is shown, while nothing is selected."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.inspector.form import RecordForm
from hubdesk.desktop.plan.lengths import exact_metres
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.editing import floors


class FloorForm(RecordForm):
    """Code, name, level, theme and size."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._floor: Floor | None = None
        self.code = self._entry("&Code", "Code", self._set_code)
        self.name = self._entry("&Name", "Name", lambda text: self._set("name", text.strip()))
        self.level = self._entry("Le&vel", "Level, 0 is the ground", self._set_level)
        self.theme = self._entry("&Theme", "Theme", lambda text: self._set("theme", text.strip()))
        self.across = self._entry("&Width, m", "Width in metres", self._setting_length("width_mm"))
        self.down = self._entry("&Depth, m", "Depth in metres", self._setting_length("depth_mm"))
        self.column.addStretch(1)

    def show_floor(self, floor: Floor | None) -> None:
        """Show this floor; None in a hub without floors."""
        if floor is None or self._floor is None or floor.id != self._floor.id:
            self.begin_anew()
        self._floor = floor
        self.setEnabled(floor is not None)
        self.head(f"floor {floor.code}, {floor.name}" if floor else "no floor yet")
        if floor is None:
            return
        self.code.show_values({floor.code})
        self.name.show_values({floor.name})
        self.level.show_values({str(floor.level)})
        self.theme.show_values({floor.theme})
        for entry, size in ((self.across, floor.width_mm), (self.down, floor.depth_mm)):
            entry.show_values({exact_metres(size)})
            entry.setEnabled(not floor.outline)
            entry.setToolTip("It follows from the outline that is drawn" if floor.outline else "")

    def _entry(self, label: str, name: str, settle: Callable[[str], None]) -> Entry:
        entry = Entry(name)
        entry.settled.connect(settle)
        self.row(label, entry)
        return entry

    def _set_code(self, text: str) -> None:
        floor = self._floor
        if floor is not None:
            self.do(lambda hub: floors.rename(hub, floor.id, text.strip()))

    def _set_level(self, text: str) -> None:
        try:
            level = int(text)
        except ValueError:
            self.say(f"“{text}” is not a level. Type a whole number; 0 is the ground, -1 the basement.")
            return
        self._set("level", level)

    def _setting_length(self, field: str) -> Callable[[str], None]:
        def settle(text: str) -> None:
            length = self.length(text)
            if length is not None:
                self._set(field, length)

        return settle

    def _set(self, field: str, value: object) -> None:
        floor = self._floor
        if floor is None:
            return
        changes: dict[str, Any] = {field: value}
        after = replace(floor, **changes)

        def intent(hub: Hub) -> Change:
            title = f"Set {field.removesuffix('_mm')} of floor {floor.code}"
            return Change(title, floors.change(hub, after).edits)

        self.do(intent)
