"""Locking, bringing desks into an area, and cutting an area in two."""

from dataclasses import replace

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.domain.box import Axis, box_of
from hubdesk.domain.change import Change
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import desks, locks, splitting
from hubdesk.editing.pieces import in_words
from hubdesk.editing.records import refusal

_NOTHING = "Select something on the plan first"
_ONE_AREA = "Select one area"


def placing_actions(chosen: Chosen) -> tuple[Action, ...]:
    """Lock, unlock, bring into an area, split."""
    commands = _Placing(chosen)
    return (
        Action("edit.lock", "Lock", "Edit", commands.lock, "Ctrl+L", "lock", chosen.some, why_not=_NOTHING),
        Action(
            "edit.unlock",
            "Unlock",
            "Edit",
            commands.unlock,
            "Ctrl+Shift+L",
            "lock-open",
            chosen.some,
            why_not=_NOTHING,
        ),
        Action(
            "arrange.into-area",
            "Say the desks are in the area",
            "Arrange",
            commands.into_area,
            icon="log-in",
            enabled=lambda: chosen.one_area() and chosen.any_desk(),
            why_not="Select desks and one area",
        ),
        Action(
            "arrange.split-across",
            "Split area left and right",
            "Arrange",
            lambda: commands.split(Axis.ACROSS),
            icon="square-split-horizontal",
            enabled=chosen.one_area,
            why_not=_ONE_AREA,
        ),
        Action(
            "arrange.split-down",
            "Split area top and bottom",
            "Arrange",
            lambda: commands.split(Axis.DOWN),
            icon="square-split-vertical",
            enabled=chosen.one_area,
            why_not=_ONE_AREA,
        ),
    )


class _Placing:
    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen

    def lock(self) -> None:
        desk_ids, area_ids = self._ids()
        self._chosen.do(lambda hub: locks.lock(hub, desk_ids, area_ids))

    def unlock(self) -> None:
        desk_ids, area_ids = self._ids()
        self._chosen.do(lambda hub: locks.unlock(hub, desk_ids, area_ids))

    def into_area(self) -> None:
        """Said to be in it, wherever they stand: for an area that is not drawn, or drawn too small."""
        (area,) = self._chosen.areas
        chosen = self._chosen.desks

        def intent(hub: Hub) -> Change:
            elsewhere = [one for one in chosen if one.floor != area.floor]
            if elsewhere:
                raise refusal(
                    "area-on-another-floor",
                    f"Area {area.code} is on another floor",
                    in_words(elsewhere),
                    "Choose an area of the desks' own floor",
                    *elsewhere,
                )
            change = desks.change(hub, *(replace(one, area=area.id) for one in chosen))
            return Change(f"Put {in_words(chosen)} in area {area.code}", change.edits)

        self._chosen.do(intent)

    def split(self, axis: Axis) -> None:
        """Through the middle, straight across or down; the split tool cuts anywhere."""
        (area,) = self._chosen.areas
        if not area.outline:
            return
        box = box_of(area.outline)
        if axis is Axis.ACROSS:
            a, b = Point(box.centre.x, box.top - 1), Point(box.centre.x, box.bottom + 1)
        else:
            a, b = Point(box.left - 1, box.centre.y), Point(box.right + 1, box.centre.y)
        self._chosen.do(lambda hub: splitting.split(hub, area.id, a, b))

    def _ids(self) -> tuple[list[RecordId], list[RecordId]]:
        return [one.id for one in self._chosen.desks], [one.id for one in self._chosen.areas]
