"""Placing an agency in an area: "6 desks here, together", shown on the plan before it is done."""

from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox

from hubdesk.allocating.together import place_together, vacant_desks
from hubdesk.desktop.allocating.brush import Brush
from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.plan.view import PlanView
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused, all_told
from hubdesk.editing import allocations
from hubdesk.workflows.fit import Fit
from hubdesk.workflows.occupancy_on import occupancy_on

_MOST_TOLD = 3


class PlaceTogether(ChangeDialog):
    """Asks who and how many; the desks they would get are selected on the plan meanwhile."""

    help_topic = "allocating"

    def __init__(self, view: PlanView, brush: Brush, area: RecordId, agency: RecordId | None) -> None:
        session = view.plan.session
        record = session.hub.areas[area]
        super().__init__(session, f"Place desks in {record.name}", "Allocate", view)
        self._preview, self._brush, self._area = view.plan.preview, brush, area
        self._selected_before = session.selection.ids
        stay = brush.stay
        vacant = len(vacant_desks(session.hub, area, stay.first, stay.last))
        self.agency = QComboBox()
        for one in sorted(session.hub.agencies.values(), key=lambda one: one.code):
            self.agency.addItem(f"{one.code}  {one.name}", one.id)
        self.count = QSpinBox(minimum=1, maximum=max(1, vacant))
        self.count.setSuffix(f" of {vacant} vacant")
        self.against = QLabel()
        self.against.setWordWrap(True)
        self.against.setAccessibleName("What speaks against it")
        self.add("&Agency", self.agency)
        self.add("&Desks", self.count, "As close to each other as the vacant desks allow")
        self.column.insertWidget(1, self.against)
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self.agency.currentIndexChanged.connect(self._another_agency)
        self.count.valueChanged.connect(self._foresee)
        self._another_agency()
        self.count.setFocus()
        self.count.selectAll()

    def change(self, hub: Hub) -> Change:
        stay = self._brush.stay
        return allocations.allocate(hub, self._desks(hub), self._chosen, stay.first, stay.last)

    def done(self, result: int) -> None:
        self._preview.propose(None)
        self.session.selection.set(self._selected_before)
        super().done(result)

    @property
    def _chosen(self) -> RecordId:
        return RecordId(self.agency.currentData())

    def _desks(self, hub: Hub) -> tuple[RecordId, ...]:
        stay = self._brush.stay
        return place_together(hub, self._area, self.count.value(), stay.first, stay.last)

    def _another_agency(self) -> None:
        """As many as it is licensed for and does not have yet, if there are so many vacant."""
        to_place = occupancy_on(self.session.hub, self._brush.stay.first).agencies[self._chosen].to_place
        self.count.setValue(max(1, to_place))
        self._foresee()

    def _foresee(self) -> None:
        hub, stay = self.session.hub, self._brush.stay
        try:
            desks = self._desks(hub)
            change = self.change(hub)
        except Refused as refused:
            self.against.setText(all_told(refused.problems))
            self.session.selection.clear()
            self._preview.propose(None)
            return
        self.session.selection.set(desks)
        problems = Fit(hub, self._chosen, stay.first, stay.last).against(desks)
        self.against.setText("\n".join(f"⚠ {one.told}" for one in problems[:_MOST_TOLD]))
        self._preview.propose(change, stay.first)
