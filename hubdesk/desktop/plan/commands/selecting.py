"""Selecting all of something at once: the floor, the rest, what is alike."""

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.condition_box import ConditionBox
from hubdesk.desktop.plan.picking import Picking, ids_of
from hubdesk.domain.desk import Desk

_ICON = "square-dashed-mouse-pointer"
_NO_DESK = "No desk is selected"
_NO_PLAN = "Go to the plan first, and to a floor"


def selecting_actions(chosen: Chosen) -> tuple[Action, ...]:
    """Select all, the rest, and what is alike."""
    commands = _Selecting(chosen)
    return (
        Action(
            "select.all",
            "Select all desks",
            "Edit",
            commands.all_desks,
            "Ctrl+A",
            "square-dashed-mouse-pointer",
            chosen.has_floor,
            why_not=_NO_PLAN,
        ),
        Action(
            "select.by-condition",
            "Select desks by saying which…",
            "Edit",
            ConditionBox(chosen.view).open,
            "Ctrl+Shift+F",
            "list-filter",
            chosen.has_floor,
            why_not=_NO_PLAN,
            under="Select",
        ),
        Action(
            "select.everything",
            "Select all desks and areas",
            "Edit",
            commands.everything,
            "Ctrl+Shift+A",
            enabled=chosen.has_floor,
            why_not=_NO_PLAN,
            under="Select",
        ),
        Action(
            "select.invert",
            "Select the other desks",
            "Edit",
            commands.invert,
            "Ctrl+I",
            enabled=chosen.has_floor,
            why_not=_NO_PLAN,
            under="Select",
        ),
        Action(
            "select.same-agency",
            "Select desks of the same agency",
            "Edit",
            commands.same_agency,
            enabled=chosen.any_desk,
            why_not=_NO_DESK,
            under="Select",
        ),
        Action(
            "select.same-area",
            "Select desks in the same area",
            "Edit",
            commands.same_area,
            enabled=chosen.some,
            why_not="Select something on the plan first",
            under="Select",
        ),
        Action(
            "select.same-kind",
            "Select desks of the same kind",
            "Edit",
            commands.same_kind,
            enabled=chosen.any_desk,
            why_not=_NO_DESK,
            under="Select",
        ),
    )


class _Selecting:
    """Of the desks on the floor that is shown."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._session = chosen.session
        self._picking = Picking(chosen.plan)

    def all_desks(self) -> None:
        self._select(self._picking.desks)

    def everything(self) -> None:
        self._session.selection.set((*ids_of(self._picking.desks), *ids_of(self._picking.areas)))
        self._chosen.view.setFocus()

    def invert(self) -> None:
        selected = self._session.selection.ids
        self._select(tuple(desk for desk in self._picking.desks if desk.id not in selected))

    def same_agency(self) -> None:
        """Who sits there on the as-at day; vacant desks are alike too."""
        wanted = {self._agency(desk) for desk in self._chosen.desks}
        self._select(tuple(desk for desk in self._picking.desks if self._agency(desk) in wanted))

    def same_area(self) -> None:
        """Of the areas of the desks that are selected, and of the areas that are."""
        wanted = {self._area(desk) for desk in self._chosen.desks} | {area.id for area in self._chosen.areas}
        self._select(tuple(desk for desk in self._picking.desks if self._area(desk) in wanted))

    def same_kind(self) -> None:
        wanted = {desk.kind for desk in self._chosen.desks}
        self._select(tuple(desk for desk in self._picking.desks if desk.kind in wanted))

    def _select(self, desks: tuple[Desk, ...]) -> None:
        self._session.selection.set(ids_of(desks))
        self._chosen.view.setFocus()

    def _agency(self, desk: Desk) -> str | None:
        held = self._session.hub.allocation_on(desk.id, self._session.as_at)
        return held.agency if held else None

    def _area(self, desk: Desk) -> str | None:
        area = self._session.hub.area_of(desk, self._session.as_at)
        return area.id if area else None
