"""The inspector's form for areas: one or many."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from hubdesk.desktop.inspector.corners import CornersTable
from hubdesk.desktop.inspector.entry import Choice, Entry
from hubdesk.desktop.inspector.form import RecordForm, days
from hubdesk.desktop.plan.gestures.moving import foreseen
from hubdesk.desktop.plan.lengths import square_metres
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.session import Intent
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Outline
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import areas, locks
from hubdesk.editing.pieces import in_words
from hubdesk.workflows.drop_ins.on_the_day import dropping_in
from hubdesk.workflows.drop_ins.words import day_called

_WORDS = {"area_m2": "size", "agency": "sole use", "first": "first day", "last": "last day"}
"""What people call the fields that are not called so themselves."""


class AreaForm(RecordForm):
    """Code, name, kind, clearance, sole use, size, days, corners; what a choice costs whom is shown first."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan.session)
        self._plan = plan
        self._areas: tuple[Area, ...] = ()
        self.code = self._entry("&Code", "Code", self._set_code)
        self.name = self._entry("&Name", "Name", self._setting("name"))
        self.kind = Choice("Kind")
        self.kind.settled.connect(lambda kind: self._set("kind", kind))
        self.row("&Kind", self.kind)
        self.clearance = self._entry("C&learance", "Clearance", self._setting("clearance"), "none needed")
        self.agency = Choice("Sole use by")
        self.agency.settled.connect(self._set_agency)
        self.agency.pointed_at.connect(self._foresee_agency)
        self.agency.left.connect(self._let_go)
        self.row("&Sole use by", self.agency)
        self.square = self._entry("Si&ze, m²", "Size in square metres", self._set_size)
        self.square.textEdited.connect(self._foresee_size)
        self.square.restored.connect(self._let_go)
        self.square.editingFinished.connect(self._let_go)
        self.first = self._entry("&First day", "First day", self._setting_day("first"), "always was")
        self.last = self._entry("L&ast day", "Last day", self._setting_day("last"), "open-ended")
        self.locked = QCheckBox("L&ocked: neither dragged nor reshaped")
        self.locked.clicked.connect(self._set_locked)
        self.rows.addRow(self.locked)
        self.visits = QLabel()
        self.visits.setObjectName("quiet")
        self.visits.setWordWrap(True)
        self.visits.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.addRow(self.visits)
        self.corners = CornersTable()
        self.corners.reshaped.connect(self._reshape)
        self.corners.refused.connect(self.say)
        self.column.addWidget(self.corners, 1)

    def show_areas(self, chosen: tuple[Area, ...]) -> None:
        """Show these areas."""
        if {one.id for one in chosen} != {one.id for one in self._areas}:
            self.begin_anew()
        self._areas = chosen
        one = chosen[0]
        self.head(in_words(chosen))
        self.code.setEnabled(len(chosen) == 1)
        self.code.show_values({area.code for area in chosen})
        self.name.show_values({area.name for area in chosen})
        self.kind.show_values([(kind.value, kind) for kind in AreaKind], {area.kind for area in chosen})
        self.clearance.show_values({area.clearance for area in chosen})
        offered: list[tuple[str, object]] = [("everybody", "")]
        agencies = sorted(self.session.hub.agencies.values(), key=lambda agency: agency.code)
        offered += [(f"{agency.code} {agency.name}", agency.id) for agency in agencies]
        self.agency.show_values(offered, {area.agency or "" for area in chosen})
        self.square.show_values({f"{area.area_m2:f}" if area.area_m2 is not None else "" for area in chosen})
        if not self.square.text() and len(chosen) == 1:
            self.square.setPlaceholderText(f"as drawn: {square_metres(one.outline)}")
        self.first.show_values(days(area.first for area in chosen))
        self.last.show_values(days(area.last for area in chosen))
        self.locked.setChecked(all(area.locked for area in chosen))
        self._tell_visits()
        self.corners.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            self.corners.show_outline(one.outline)
            self.corners.setEnabled(not one.locked)

    def _tell_visits(self) -> None:
        """Who drops in at the one area on the as-at day."""
        hub, day = self.session.hub, self.session.as_at
        lines = dropping_in(hub, self._areas[0].id, day) if len(self._areas) == 1 else ()
        self.visits.setText("\n".join((f"Drops in on {day_called(day)}:", *lines)) if lines else "")
        self.visits.setVisible(bool(lines))

    def _entry(self, label: str, name: str, settle: Callable[[str], None], example: str = "") -> Entry:
        entry = Entry(name, example)
        entry.settled.connect(settle)
        self.row(label, entry)
        return entry

    def _set_code(self, text: str) -> None:
        (area,) = self._areas
        self.do(lambda hub: areas.rename(hub, area.id, text.strip()))

    def _setting(self, field: str) -> Callable[[str], None]:
        return lambda text: self._set(field, text.strip())

    def _setting_day(self, field: str) -> Callable[[str], None]:
        def settle(text: str) -> None:
            found = self.day(text)
            if found is not None:
                self._set(field, found[0])

        return settle

    def _set(self, field: str, value: object) -> None:
        self._plan.preview.propose(None)
        self.do(self._intent(field, value))

    def _set_agency(self, agency: str) -> None:
        self._set("agency", RecordId(agency) if agency else None)

    def _foresee_agency(self, place: int) -> None:
        """What the agency that is pointed at in the list would pay more or less, before it is chosen."""
        agency = self.agency.itemData(place)
        if isinstance(agency, str):
            self._foresee("agency", RecordId(agency) if agency else None)

    def _set_size(self, text: str) -> None:
        size = self._size(text)
        if size is not None:
            self._set("area_m2", size[0])

    def _foresee_size(self, text: str) -> None:
        size = _typed_size(text)
        if size is not None:
            self._foresee("area_m2", size[0])

    def _size(self, text: str) -> tuple[Decimal | None] | None:
        size = _typed_size(text)
        if size is None:
            self.say(f"“{text}” is not a size. Type square metres, such as 58.3, or nothing for as drawn.")
        return size

    def _set_locked(self, locked: bool) -> None:  # noqa: FBT001  as QCheckBox.clicked has it
        ids = [area.id for area in self._areas]
        self.do(lambda hub: locks.lock(hub, (), ids) if locked else locks.unlock(hub, (), ids))

    def _reshape(self, outline: Outline) -> None:
        (area,) = self._areas
        self.do(lambda hub: areas.reshape(hub, area.id, outline))

    def _let_go(self) -> None:
        """Nothing is proposed any more: it was set, or thought better of."""
        self._plan.preview.propose(None)

    def _foresee(self, field: str, value: object) -> None:
        self._plan.preview.propose(foreseen(self.session.hub, self._intent(field, value)))

    def _intent(self, field: str, value: object) -> Intent:
        changes: dict[str, Any] = {field: value}
        after = [replace(area, **changes) for area in self._areas]
        what = _WORDS.get(field, field)

        def intent(hub: Hub) -> Change:
            return Change(f"Set {what} of {in_words(after)}", areas.change(hub, *after).edits)

        return intent


def _typed_size(text: str) -> tuple[Decimal | None] | None:
    """In a tuple, because nothing typed is as drawn."""
    typed = text.strip().removesuffix("m²").strip().replace(",", "")
    if not typed:
        return (None,)
    try:
        size = Decimal(typed)
    except InvalidOperation:
        return None
    return (size,) if size.is_finite() else None
