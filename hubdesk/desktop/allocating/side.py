"""`AllocatingSide`: everything of allocating put together: palette, actions, drops on the plan."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.agencies.joiner import JoinerDialog
from hubdesk.desktop.allocating.agency_editor import AgencyEditor
from hubdesk.desktop.allocating.agency_rows import AGENCY_MIME, KEYS
from hubdesk.desktop.allocating.chooser import AgencyChooser
from hubdesk.desktop.allocating.palette import AgencyPalette
from hubdesk.desktop.allocating.place_together import PlaceTogether
from hubdesk.desktop.allocating.vacate_dialog import VacateDialog
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.theme import Theme
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.editing import allocations


class AllocatingSide(QObject):
    """Made once to a plan page; the palette is put beside it by the workspace."""

    def __init__(self, view: PlanView, theme: Theme, actions: Actions) -> None:
        super().__init__(view)
        self._view, self._brush, self._theme, self._actions = view, view.plan.brush, theme, actions
        self._session, self._plan = view.plan.session, view.plan
        self._agency_over = False
        actions.add(*self._of_selection(), *self._of_agencies(), *self._keys())
        self.palette = AgencyPalette(self._session, self._brush, theme, actions)
        self.palette.activated.connect(self._edit)
        view.entered.connect(self.choose)
        self._brush.changed.connect(actions.refresh_soon)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def choose(self) -> None:
        """Ask which agency the selected desks go to."""
        desks = self._desks()
        if desks:
            chooser = AgencyChooser(
                self._session, self._plan.preview, self._brush, self._theme, desks, self._view
            )
            chooser.open()

    def vacate(self) -> None:
        """Nobody is to sit at the selected desks on the days of the palette: ask, with the £ at stake."""
        desks, stay = self._desks(), self._brush.stay
        try:
            proposed = allocations.vacate(self._session.hub, desks, stay.first, stay.last)
        except Refused as refused:
            self._session.refused.emit(refused.problems)
        else:
            VacateDialog(self._view, self._brush, desks, proposed).open()

    def place_together(self, area: RecordId | None = None, agency: RecordId | None = None) -> None:
        """Ask how many desks of an area an agency gets, and place them close to each other."""
        chosen = area or self._area()
        if chosen is not None:
            dialog = PlaceTogether(self._view, self._brush, chosen, agency or self._brush.agency)
            dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """An agency that is dragged over the plan goes to the area under it."""
        if isinstance(event, QDragLeaveEvent):
            return self._agency_left() or super().eventFilter(watched, event)
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        if not event.mimeData().hasFormat(AGENCY_MIME):
            return super().eventFilter(watched, event)
        self._agency_over = event.type() is not QEvent.Type.Drop
        area = self._view.floor_scene.area_at(self._scene_place(event))
        agency = RecordId(bytes(event.mimeData().data(AGENCY_MIME).data()).decode(errors="replace"))
        # One that is dragged here from the window of another hub is no agency of this one.
        if area is None or agency not in self._session.hub.agencies or self._session.only_looks:
            event.ignore()
        elif event.type() is QEvent.Type.Drop:
            event.acceptProposedAction()
            self.place_together(area.id, agency)
        else:
            self._session.selection.set((area.id,))
            event.acceptProposedAction()
        return True

    def _agency_left(self) -> bool:
        """Whether it is an agency that is dragged off: the view, which never heard of it, would complain."""
        was_over, self._agency_over = self._agency_over, False
        return was_over

    def _scene_place(self, event: QDropEvent) -> QPointF:
        return self._view.mapToScene(event.position().toPoint())

    def _desks(self) -> tuple[RecordId, ...]:
        hub = self._session.hub
        return tuple(sorted((one for one in self._session.selection.ids if one in hub.desks), key=self._code))

    def _code(self, desk: RecordId) -> str:
        return self._session.hub.desks[desk].code

    def _area(self) -> RecordId | None:
        """The area that is selected, if it is one."""
        areas = [one for one in self._session.selection.ids if one in self._session.hub.areas]
        return areas[0] if len(areas) == 1 else None

    def join(self) -> None:
        """An agency joins the hub."""
        JoinerDialog(self._session, self._view.window()).open()

    def _edit(self) -> None:
        if self._brush.agency is not None:
            AgencyEditor(self._session, self._brush.agency, self._view).open()

    def _may_change(self) -> bool:
        return not self._session.only_looks

    def _has_desks(self) -> bool:
        return self._may_change() and self._view.isVisible() and bool(self._desks())

    def _has_area(self) -> bool:
        return self._may_change() and self._view.isVisible() and self._area() is not None

    def _of_selection(self) -> list[Action]:
        return [
            Action(
                "allocate.choose",
                "Allocate selected desks…",
                "Allocate",
                self.choose,
                icon="user-check",
                enabled=self._has_desks,
                hint="Enter on the plan does the same",
            ),
            Action(
                "allocate.vacate",
                "Vacate selected desks…",
                "Allocate",
                self.vacate,
                "X",
                "user-x",
                self._has_desks,
                hint="Nobody sits there on the days of the palette; shows first what that costs whom",
            ),
            Action(
                "allocate.place-together",
                "Place desks together…",
                "Allocate",
                self.place_together,
                "Ctrl+Return",
                "group",
                self._has_area,
                hint="In the selected area; or drag an agency from the palette onto an area",
            ),
        ]

    def _of_agencies(self) -> list[Action]:
        return [
            Action(
                "allocate.vacate-brush",
                "Vacate by painting",
                "Allocate",
                lambda: self._take(None),
                "Shift+B",
                "eraser",
                self._may_change,
            ),
            Action(
                "allocate.new-agency",
                "An agency joins…",
                "Allocate",
                self.join,
                "Ctrl+Shift+N",
                "user-plus",
                self._may_change,
                hint="Who, with how many desks and from when; and what everybody would pay",
            ),
            Action(
                "allocate.edit-agency",
                "Change agency and licence…",
                "Allocate",
                self._edit,
                "Shift+F4",
                "user-pen",
                lambda: self._may_change() and self._brush.agency is not None,
            ),
        ]

    def _keys(self) -> list[Action]:
        """The number keys, which pick the first rows of the palette."""
        return [
            Action(
                f"allocate.pick-{number + 1}",
                f"Pick agency {number + 1} of the palette",
                "Allocate",
                partial(self._take_row, number),
                key,
                enabled=partial(self._has_row, number),
                under="Pick an agency",
            )
            for number, key in enumerate(KEYS)
        ]

    def _has_row(self, number: int) -> bool:
        return self._may_change() and self._view.isVisible() and number < len(self._session.hub.agencies)

    def _take_row(self, number: int) -> None:
        self.palette.pick_row(number)
        self._take(self._brush.agency)

    def _take(self, agency: RecordId | None) -> None:
        """Paint with `agency`, or vacate."""
        self._brush.pick(agency)
        self._actions["tool.allocate"].trigger()
        self._view.setFocus()
