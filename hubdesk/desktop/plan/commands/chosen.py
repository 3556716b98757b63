"""`Chosen`: the selection as the commands ask of it."""

from typing import TYPE_CHECKING

from hubdesk.desktop.plan.staying import Movable, chosen_to_move, with_desks
from hubdesk.desktop.session import Intent
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class Chosen:
    """What is selected in the view's session."""

    def __init__(self, view: "PlanView") -> None:
        self.view = view
        self.plan = view.plan
        self.session = view.plan.session

    @property
    def desks(self) -> tuple[Desk, ...]:
        """The selected desks."""
        hub = self.session.hub
        return tuple(hub.desks[one] for one in sorted(self.session.selection.ids) if one in hub.desks)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The selected areas."""
        hub = self.session.hub
        return tuple(hub.areas[one] for one in sorted(self.session.selection.ids) if one in hub.areas)

    @property
    def records(self) -> tuple[Desk | Area, ...]:
        """Desks, then areas."""
        return *self.desks, *self.areas

    @property
    def locked(self) -> tuple[Desk | Area, ...]:
        """Those that are locked."""
        return tuple(one for one in self.records if one.locked)

    def seen(self) -> bool:
        """Whether the plan is in front: a key pressed on another page changes nothing behind one's back."""
        return self.view.isVisible()

    def some(self) -> bool:
        """Whether anything is selected, on the plan one looks at."""
        return self._count() > 0

    def several(self) -> bool:
        return self._count() > 1

    def three(self) -> bool:
        """Whether three things or more are selected."""
        return self._count() > 2

    def any_desk(self) -> bool:
        desks = self.session.hub.desks
        return self.seen() and any(one in desks for one in self.session.selection.ids)

    def one_area(self) -> bool:
        """Whether one area is selected, and no other area."""
        areas = self.session.hub.areas
        return self.seen() and sum(one in areas for one in self.session.selection.ids) == 1

    def has_floor(self) -> bool:
        return self.seen() and self.plan.floor is not None

    def _count(self) -> int:
        return len(self.session.selection.ids) if self.seen() else 0

    def moving(self, hub: Hub) -> Movable:
        """What can be moved, the desks in the areas with it. Raises Refused if nothing can."""
        return with_desks(self.plan, chosen_to_move(self.plan, hub))

    def alone(self, hub: Hub) -> Movable:
        """What can be moved, without the desks in the areas. Raises Refused if nothing can."""
        return chosen_to_move(self.plan, hub)

    def do(self, intent: Intent) -> None:
        """Do it, and leave the keys on the plan."""
        self.session.do(intent)
        self.view.setFocus()
