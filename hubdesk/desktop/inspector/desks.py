"""The inspector's form for desks: one or many."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from hubdesk.desktop.agencies.placing_view import PlacingView
from hubdesk.desktop.inspector.entry import Choice, Entry
from hubdesk.desktop.inspector.form import RecordForm, days
from hubdesk.desktop.plan.lengths import exact_metres
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.ids import RecordId
from hubdesk.editing import desks, locks, placing
from hubdesk.editing.desks import DeskDetails
from hubdesk.editing.pieces import in_words
from hubdesk.workflows.placing.pins import stays_at

_PLACES = (
    ("&X, m", "x_mm", "From the left edge of the floor to the desk's centre"),
    ("&Y, m", "y_mm", "From the top edge of the floor to the desk's centre"),
    ("&Width, m", "width_mm", "Along the sitter's edge"),
    ("&Depth, m", "depth_mm", "From the sitter's edge to the back"),
)

_MOST_DEGREES = 1_000_000
"""Beyond this somebody's finger was on the key."""


class DeskForm(RecordForm):
    """Exact place, size and rotation; kind, area, days in service; locked."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._desks: tuple[Desk, ...] = ()
        self.code = self._entry("&Code", "Code", self._set_code)
        self.kind = Choice("Kind")
        self.kind.settled.connect(lambda kind: self._set(DeskDetails(kind=kind)))
        self.row("&Kind", self.kind)
        self.area = Choice("Area")
        self.area.settled.connect(self._set_area)
        self.row("&Area", self.area)
        self.lengths: dict[str, Entry] = {}
        for label, field, tip in _PLACES:
            name = f"{label.replace('&', '').removesuffix(', m')} in metres"
            self.lengths[field] = self._entry(label, name, self._setting_length(field))
            self.lengths[field].setAccessibleDescription(tip)
        self.rotation = self._entry("Rotat&ion, °", "Rotation in degrees clockwise", self._set_rotation)
        self.first = self._entry(
            "&First day", "First day in service", self._setting_day("first"), "always was"
        )
        self.last = self._entry("&Last day", "Last day in service", self._setting_day("last"), "open-ended")
        self.locked = QCheckBox("L&ocked: stays put when things are dragged")
        self.locked.clicked.connect(self._set_locked)
        self.rows.addRow(self.locked)
        self.pinned = QCheckBox("&Stays when a plan is proposed")
        self.pinned.clicked.connect(self._set_pinned)
        self.rows.addRow(self.pinned)
        self.story = QLabel()
        self.story.setWordWrap(True)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self.story.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.column.addWidget(self.story)
        self.placing = PlacingView(session)
        self.column.addWidget(self.placing)
        self.column.addStretch(1)

    def show_desks(self, chosen: tuple[Desk, ...]) -> None:
        """Show these desks."""
        if {one.id for one in chosen} != {one.id for one in self._desks}:
            self.begin_anew()
        self._desks = chosen
        one = chosen[0]
        self.head(in_words(chosen))
        self.code.setEnabled(len(chosen) == 1)
        self.code.show_values({desk.code for desk in chosen})
        self.kind.show_values([(kind.value, kind) for kind in DeskKind], {desk.kind for desk in chosen})
        self._show_areas(one)
        for field, entry in self.lengths.items():
            entry.show_values({exact_metres(getattr(desk, field)) for desk in chosen})
        self.rotation.show_values({f"{desk.rotation.normalize():f}" for desk in chosen})
        self.first.show_values(days(desk.first for desk in chosen))
        self.last.show_values(days(desk.last for desk in chosen))
        locked = {desk.locked for desk in chosen}
        _tick(self.locked, locked)
        held = stays_at(self.session.hub, self._ids, self.session.as_at)
        _tick(self.pinned, {one.pinned for one in held})
        agencies = {one.agency for one in held}
        self.placing.show_agency(agencies.pop() if len(agencies) == 1 else None)
        self.pinned.setEnabled(bool(held))
        self.pinned.setToolTip("" if held else "Nobody sits here on the day on screen")
        for entry in (*self.lengths.values(), self.rotation):
            entry.setEnabled(True not in locked)
            if True in locked:
                entry.setToolTip("Locked: unlock to change it")

    def show_story(self, sentences: Iterable[str]) -> None:
        """Who sits there, since when, and what it costs; nothing for many desks."""
        self.story.setText("\n".join(sentences))
        self.story.setVisible(bool(self.story.text()))

    def _show_areas(self, desk: Desk) -> None:
        hub = self.session.hub
        by_place = hub.area_of(replace(desk, area=None), self.session.as_at)
        where = f" ({by_place.code})" if by_place and len(self._desks) == 1 else ""
        listed = sorted(hub.areas_on_floor.get(desk.floor, ()), key=lambda area: area.code)
        offered: list[tuple[str, object]] = [(f"where it stands{where}", "")]
        offered += [(f"{area.code} {area.name}", area.id) for area in listed]
        self.area.show_values(offered, {one.area or "" for one in self._desks})

    def _entry(self, label: str, name: str, settle: Callable[[str], None], example: str = "") -> Entry:
        entry = Entry(name, example)
        entry.settled.connect(settle)
        self.row(label, entry)
        return entry

    @property
    def _ids(self) -> list[RecordId]:
        return [desk.id for desk in self._desks]

    def _set(self, details: DeskDetails) -> None:
        ids = self._ids
        self.do(lambda hub: desks.set_details(hub, ids, details))

    def _set_code(self, text: str) -> None:
        (desk,) = self._desks
        self.do(lambda hub: desks.rename(hub, desk.id, text.strip()))

    def _set_area(self, area: str) -> None:
        chosen = self._desks
        self._change("area", [replace(desk, area=RecordId(area) if area else None) for desk in chosen])

    def _setting_length(self, field: str) -> Callable[[str], None]:
        def settle(text: str) -> None:
            length = self.length(text)
            if length is not None:
                details: dict[str, Any] = {field: length}
                self._set(DeskDetails(**details))

        return settle

    def _set_rotation(self, text: str) -> None:
        try:
            degrees = Decimal(text.strip().removesuffix("°").strip())
        except InvalidOperation:
            degrees = Decimal("NaN")
        if not degrees.is_finite() or abs(degrees) > _MOST_DEGREES:
            self.say(f"“{text}” is no rotation. Type degrees clockwise, such as 90 or 22.5.")
            return
        self._set(DeskDetails(rotation=degrees))

    def _setting_day(self, field: str) -> Callable[[str], None]:
        def settle(text: str) -> None:
            found = self.day(text)
            if found is not None:
                changes: dict[str, Any] = {field: found[0]}
                self._change(f"{field} day", [replace(desk, **changes) for desk in self._desks])

        return settle

    def _set_locked(self) -> None:
        ids, locked = self._ids, self.locked.checkState() is not Qt.CheckState.Unchecked
        self.do(lambda hub: locks.lock(hub, ids) if locked else locks.unlock(hub, ids))

    def _set_pinned(self) -> None:
        stays = self.pinned.checkState() is not Qt.CheckState.Unchecked
        held = [one.id for one in stays_at(self.session.hub, self._ids, self.session.as_at)]
        self.do(lambda hub: placing.pin(hub, held) if stays else placing.unpin(hub, held))

    def _change(self, what: str, after: list[Desk]) -> None:
        title = f"Set {what} of {in_words(after)}"
        self.do(lambda hub: Change(title, desks.change(hub, *after).edits))


def _tick(box: QCheckBox, values: set[bool]) -> None:
    """Ticked where all are so; half where they differ."""
    box.setTristate(len(values) > 1)
    part = Qt.CheckState.PartiallyChecked
    box.setCheckState(
        part if len(values) > 1 else Qt.CheckState.Checked if True in values else Qt.CheckState.Unchecked
    )
